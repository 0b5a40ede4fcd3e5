"""Rules as the rest of the house sees them: frozen values, checked when the files were loaded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Position:
    """Where something stands in a rule file; line and column count from 1."""

    file: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Wording:
    """One way to write a verb or noun of a frame: a plain sequence of words, alternatives and options spelt out.

    `line` and `column` say where it begins in the file of its frame.
    """

    words: tuple[str, ...]
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class ComplementRule:
    """Prepositions, each as its words, that give what follows them a role; `types` narrows to mention types."""

    prepositions: tuple[tuple[str, ...], ...]
    role: str
    types: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Need:
    """What a frame asks for: one of these roles must be filled, by one of these mention types (none: by any)."""

    alternatives: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """Words that mean one kind of event, and who does what.

    `subject` and `object` are roles (several, in the order of preference, parted by `|`), empty for the default of the
    event type, `none` for no role. `takes` is empty for the default. `light` holds lines `verb, verb -> subject role`:
    verbs that give a noun of the frame its subject or object.
    """

    id: str
    language: str
    event: str
    subtype: str
    summary: str
    verbs: tuple[Wording, ...]
    nouns: tuple[Wording, ...]
    subject: str
    object: str
    takes: tuple[str, ...]
    needs: tuple[Need, ...]
    complements: tuple[ComplementRule, ...]
    light: str
    modality: str
    polarity: str
    inside: str
    position: Position


@dataclass(frozen=True, slots=True)
class Pattern:
    """Templates for what a frame cannot say; in `templates` named phrases are replaced by what they stand for.

    `lines` are the lines of the file on which the templates stand, in the same order.
    """

    id: str
    language: str
    event: str
    subtype: str
    summary: str
    templates: tuple[str, ...]
    lines: tuple[int, ...]
    modality: str
    polarity: str
    inside: str
    position: Position


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked stretch of an example's text, with the role it must get; `value` is the EDTF string of a date."""

    start: int
    end: int
    role: str
    value: str | None


@dataclass(frozen=True, slots=True)
class Example:
    """A line of examples: as written, as plain text, and what must come out of it."""

    line_text: str
    text: str
    marks: tuple[Mark, ...]
    position: Position


@dataclass(frozen=True, slots=True)
class RuleExamples:
    """The sentences that test one rule; `dct` is what their dates are read against, empty for nothing.

    `gaps` are not right yet: to be found as marked, or, without marks, to be rejected.
    """

    rule: str
    language: str
    event: str
    dct: str
    examples: tuple[Example, ...]
    rejects: tuple[Example, ...]
    gaps: tuple[Example, ...]


@dataclass(frozen=True, slots=True)
class Role:
    """A role of an event type and the mention types (or unions of them) that may fill it."""

    name: str
    types: tuple[str, ...]
    summary: str


@dataclass(frozen=True, slots=True)
class EventType:
    """A type of event; `subject` and `object` are the roles that frames give to them unless they say otherwise.

    `generic` is the subtype of an event that is not told closer, empty when there is none.
    """

    id: str
    summary: str
    generic: str
    subtypes: tuple[str, ...]
    subject: str
    object: str
    takes: tuple[str, ...]
    roles: tuple[Role, ...]
    position: Position

    def role(self, name: str) -> Role | None:
        """The role of this name, None when the type has none."""
        return next((role for role in self.roles if role.name == name), None)


@dataclass(frozen=True, slots=True)
class RuleSet:
    """Everything that rule files say, examples apart.

    `languages` holds, for each language and each of its special files by name (`grammar`, `dates` ...), the file's
    mapping; `names` the mappings of the name files, those to be consulted first in front. All values in them are
    strings, lists and mappings. `folders` are the folders that were read, in the order given.
    """

    folders: tuple[str, ...]
    types: tuple[str, ...]
    unions: Mapping[str, tuple[str, ...]]
    events: tuple[EventType, ...]
    frames: tuple[Frame, ...]
    patterns: tuple[Pattern, ...]
    languages: Mapping[str, Mapping[str, Any]] = field(hash=False)
    names: tuple[Mapping[str, Any], ...] = field(hash=False)

    def event(self, id_: str) -> EventType:
        """The event type of this id; KeyError when there is none."""
        for event in self.events:
            if event.id == id_:
                return event
        raise KeyError(id_)
