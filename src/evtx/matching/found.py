"""What matching hands on: events as found in one sentence, before the document's linking."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from evtx.document import Span
from evtx.language.groups import VerbFeatures
from evtx.language.tokens import Sentence
from evtx.matching.cells import Cell
from evtx.matching.roles import Requirement
from evtx.rules.model import Frame, Pattern


class Clause(NamedTuple):
    """A sentence ready for rules: its words, its cells and its tape (three characters a cell).

    `forms` are all its words in lower case, contracted ones also undone and those that count as one also singly, to
    tell at once what cannot match.
    """

    sentence: Sentence
    cells: Sequence[Cell]
    tape: str
    forms: frozenset[str]

    def start(self, cell: int) -> int:
        """Where a cell's phrase begins in the document, after its preposition."""
        return self.sentence.starts[self.cells[cell].phrase]

    def end(self, cell: int) -> int:
        """Where a cell ends in the document."""
        return self.sentence.ends[self.cells[cell].last - 1]


class Filler(NamedTuple):
    """Words that fill a role; `cell` is the cell they came from, -1 when they are no whole cell."""

    role: str
    span: Span
    cell: int = -1
    type: str = ""
    implied: bool = False
    resolved: str | None = None


class Content(NamedTuple):
    """Where what is said begins, before it is known where it ends: `kind` is clause, infinitive, quote, noun or before.

    For one that stands before its trigger `last` is the cell after it, and `resumed` the cell where it goes on after
    the trigger; -1 for none.
    """

    kind: str
    cell: int
    last: int = -1
    resumed: int = -1


class Refusal(NamedTuple):
    """Why a rule gave no event at a word that it lists: what it wanted next, and what it had found by then.

    `wanted` is `words` (those that go with its word), `voice` (a form of the verb that it takes), `object` (the phrase
    that its preposition introduces), `content` (what is said), `speaker` (a subject that can speak; `impersonal` where
    the verb leaves none), `needs` (one of the roles that are `needed`), `count` (a number), `mishap` (an actor: an
    accident is named).
    """

    wanted: str
    fillers: tuple[Filler, ...] = ()
    content: Content | None = None
    needed: Requirement = ()


class Found(NamedTuple):
    """An event found in a sentence: which rule, where its trigger is, what fills its roles.

    An `anaphoric` one is a bare definite noun: another mention of an event told elsewhere, or nothing. `told` is the
    subtype that its arguments tell, where its words do not; empty for none.
    """

    rule: Frame | Pattern
    event: str
    subtype: str
    construction: str
    sentence: int
    trigger: Span
    cell: int
    last_cell: int
    fillers: tuple[Filler, ...]
    content: Content | None
    verb: VerbFeatures | None
    negated: bool = False
    agent_role: str = ""
    told: str = ""
    anaphoric: bool = False

    def filler(self, role: str) -> Filler | None:
        """The first filler of a role."""
        return next((filler for filler in self.fillers if filler.role == role), None)
