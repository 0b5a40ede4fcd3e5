"""A verb group as a place where rules may match: what stands before and after it, looked up once for all frames."""

from __future__ import annotations

from evtx.document import Span
from evtx.matching import adjuncts
from evtx.matching.antecedents import with_antecedent
from evtx.matching.cells import Cell
from evtx.matching.found import Clause, Filler
from evtx.matching.moods import intending
from evtx.matching.patterns import TapeMatch, first_match, views
from evtx.matching.ruleset import LanguageRules

KIND_NAMES = {"V": "finite", "S": "passive", "I": "infinitive", "J": "passive", "B": "participle", "G": "gerund"}
VOICES = {"V": "active", "S": "passive", "I": "infinitive", "J": "passive", "B": "participle", "G": "gerund"}


class Site:
    """The verb group at `cell` of a clause, its trigger words running up to the cell `last`.

    `kind` is the kind of verb group as constructions name it; `passive` says whether its grammatical subject is the
    object of the active voice; `before` is the construction that holds its subject, `following` the cells after the
    trigger that belong to its clause.
    """

    __slots__ = (
        "_matches", "before", "cell", "clause", "following", "group", "kind", "last", "passive", "rules", "view",
    )  # fmt: skip

    def __init__(self, clause: Clause, cell: int, last: int, rules: LanguageRules) -> None:
        group: Cell = clause.cells[cell]
        self.clause = clause
        self.cell = cell
        self.last = last
        self.rules = rules
        self.group = group
        self.kind = KIND_NAMES[group.kind]
        self.passive = group.kind in "SJ" or (group.kind == "B" and group.lemma not in rules.grammar.be_verbs)
        self.view = views(clause.tape, cell, last)
        impersonal = group.verb is not None and group.verb.impersonal
        before = None if impersonal else first_match(rules.before.get(self.kind, ()), self.view)
        meaning = intending(clause.cells, cell, rules.grammar) if group.kind == "I" else -1
        own = with_antecedent(before, clause, cell)
        self.before: TapeMatch | None = (
            own if own is not None or meaning < 0 else Site(clause, meaning, meaning + 1, rules).before
        )
        self.following = tuple(adjuncts.after(clause.cells, last))
        self._matches: dict[str, TapeMatch | None] = {}

    @property
    def incise(self) -> TapeMatch | None:
        """What is said before the verb, where the verb may be a cue in or after reported speech."""
        if "incise" not in self._matches:
            self._matches["incise"] = first_match(self.rules.incise, self.view)
        return self._matches["incise"]

    def after(self, construction: str) -> TapeMatch | None:
        """What stands after the verb by one construction."""
        if construction not in self._matches:
            patterns = self.rules.after.get(self.kind, {}).get(construction, ())
            self._matches[construction] = first_match(patterns, self.view)
        return self._matches[construction]

    @property
    def agents(self) -> list[int]:
        """The phrase that names who acts in the passive; not one behind a further participle, whose own it is."""
        match, cells = self.after("passive"), self.clause.cells
        found = match.cells("agent") if match else []
        return [cell for cell in found if cells[cell - 1].kind != "B" or cell == self.last]

    @property
    def object_clitic(self) -> int:
        """The word that is the object as a clitic pronoun before the verb (`them has killed`); 0 for none."""
        group, sentence = self.group, self.clause.sentence
        if group.verb is None or not group.verb.clitics or group.verb.reflexive or group.verb.passive:
            return 0
        clitics = (i for i in range(group.phrase, group.last) if sentence.tape[i] == "C")
        return next((i for i in clitics if "D" in sentence.words[i].letters), 0)

    @property
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

    def own(self, subject: int) -> list[int]:
        """The same without the phrases of participles among them: `took arms left behind by X`."""
        cells, rules = self.clause.cells, self.rules
        after = adjuncts.undescribed(cells, self.following, rules.carriers)
        inner = adjuncts.inner(cells, subject + 1, self.cell, rules.grammar.be_verbs)
        return [*after, *inner, *adjuncts.fronted(cells, subject)]
