"""A verb group as a place where rules may match: what stands before and after it, looked up once for all frames."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from evtx.document import Span
from evtx.event import Step
from evtx.matching import adjuncts
from evtx.matching.cells import Cell
from evtx.matching.found import Clause, Filler
from evtx.matching.patterns import TapeMatch, first_match
from evtx.matching.ruleset import LanguageRules
from evtx.matching.tape import Window, window

KIND_NAMES = {"V": "finite", "S": "passive", "I": "infinitive", "J": "passive", "B": "participle", "G": "gerund"}
VOICES = {"V": "active", "S": "passive", "I": "infinitive", "J": "passive", "B": "participle", "G": "gerund"}


class Site:
    """The verb group at `cell` of a clause, its trigger words running up to the cell `last`."""

    def __init__(self, clause: Clause, cell: int, last: int, rules: LanguageRules) -> None:
        self.clause = clause
        self.cell = cell
        self.last = last
        self.rules = rules
        self._matches: dict[str, TapeMatch | None] = {}

    @property
    def group(self) -> Cell:
        """The verb group itself."""
        return self.clause.cells[self.cell]

    @cached_property
    def kind(self) -> str:
        """The kind of verb group, as constructions name it."""
        return KIND_NAMES[self.group.kind]

    @cached_property
    def passive(self) -> bool:
        """Whether its grammatical subject is the object of the active voice."""
        group = self.group
        return group.kind in "SJ" or (group.kind == "B" and group.lemma not in self.rules.grammar.be_verbs)

    @cached_property
    def object_clitic(self) -> int:
        """The word that is the object as a clitic pronoun before the verb (`les a tués`); 0 for none."""
        group, sentence = self.group, self.clause.sentence
        if group.verb is None or not group.verb.clitics or group.verb.reflexive or group.verb.passive:
            return 0
        clitics = (i for i in range(group.phrase, group.last) if sentence.tape[i] == "C")
        return next((i for i in clitics if "D" in sentence.words[i].letters), 0)

    @cached_property
    def view(self) -> Window:
        """The tape around it."""
        return window(self.clause.tape, self.cell, self.last)

    @cached_property
    def before(self) -> TapeMatch | None:
        """The construction before the verb: where its subject is."""
        return first_match(self.rules.before.get(self.kind, ()), self.view)

    @cached_property
    def incise(self) -> TapeMatch | None:
        """What is said before the verb, where the verb may be a cue in or after reported speech."""
        return first_match(self.rules.incise, self.view)

    def after(self, construction: str) -> TapeMatch | None:
        """What stands after the verb by one construction."""
        if construction not in self._matches:
            patterns = self.rules.after.get(self.kind, {}).get(construction, ())
            self._matches[construction] = first_match(patterns, self.view)
        return self._matches[construction]

    @cached_property
    def following(self) -> tuple[int, ...]:
        """The cells after the trigger that belong to its clause."""
        return tuple(adjuncts.after(self.clause.cells, self.last))

    @cached_property
    def trigger(self) -> Span:
        """The trigger in the document: from the auxiliary or reflexive to the last word of the rule."""
        cell, words = self.group, self.clause.sentence
        first = cell.phrase
        skipped = 'yRz"d' if cell.verb is None or cell.verb.reflexive else 'yRz"dC'
        while first < cell.last - 1 and words.tape[first] in skipped:
            first += 1
        return Span(words.starts[first], self.clause.end(self.last - 1))

    def filler(self, cell: int, role: str) -> Filler:
        """The phrase of a cell of the clause as the filler of a role."""
        return adjuncts.filler(self.clause, cell, role, self.rules)

    def around(self, subject: int) -> list[int]:
        """The cells of phrases around the verb: after it, between the subject and it, and before the subject."""
        cells = self.clause.cells
        return [*self.following, *range(subject + 1, self.cell), *adjuncts.fronted(cells, subject)]

    def steps(self, fillers: Sequence[Filler]) -> tuple[Step, ...]:
        """The derivation: which words the trigger and each role came from; naming fills in the texts."""
        rows = [Step("trigger", "", self.trigger.start, self.trigger.end)]
        return (*rows, *(Step(filler.role, "", filler.span.start, filler.span.end) for filler in fillers))
