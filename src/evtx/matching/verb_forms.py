"""What the form of a verb group decides: its trigger words, its voice, and which constructions it may enter."""

from __future__ import annotations

from collections.abc import Sequence

from evtx.document import Span
from evtx.event import Step
from evtx.matching.cells import Cell
from evtx.matching.found import Clause, Filler
from evtx.matching.ruleset import LanguageRules
from evtx.matching.triggers import VerbTrigger

KIND_NAMES = {"V": "finite", "S": "passive", "I": "infinitive", "J": "passive", "B": "participle", "G": "gerund"}


def tail_end(clause: Clause, index: int, trigger: VerbTrigger, rules: LanguageRules) -> int:
    """The cell after the trigger with all words that the rule wants; 0 when they are not there."""
    verb = clause.cells[index].verb
    if verb is None or verb.reflexive != trigger.reflexive or (trigger.causative and not verb.causative):
        return 0
    if not trigger.clitics <= set(verb.clitics):
        return 0
    if not trigger.tail:
        return index + 1
    wanted = list(trigger.tail)
    position = index + 1
    while position < len(clause.cells):
        cell = clause.cells[position]
        if cell.kind not in 'RT"':
            words = cell_words(clause, cell, rules)
            if words[: len(wanted)] == wanted:
                return position + 1
            if not words or words != wanted[: len(words)]:
                return 0
            wanted = wanted[len(words) :]
        position += 1
    return 0


def cell_words(clause: Clause, cell: Cell, rules: LanguageRules) -> list[str]:
    """The words of a cell without articles, contracted forms as their preposition."""
    tape, contractions = clause.sentence.tape, rules.grammar.contractions
    forms = [
        clause.sentence.words[i].form.lower() for i in range(cell.first, cell.last) if tape[i] not in 'D"' or i == cell.head
    ]
    return [contractions.get(form, form) for form in forms]


def is_passive(cell: Cell, rules: LanguageRules) -> bool:
    """Whether the grammatical subject of a verb cell is the object of its active voice."""
    return cell.kind in "SJ" or (cell.kind == "B" and cell.lemma not in rules.grammar.be_verbs)


def trigger_span(clause: Clause, index: int, last: int) -> Span:
    """The trigger in the document: from the auxiliary or reflexive to the last word of the rule."""
    cell, words = clause.cells[index], clause.sentence
    first = cell.phrase
    while first < cell.last - 1 and words.tape[first] in 'yRz"d':
        first += 1
    if words.tape[first] == "C" and cell.verb is not None and not cell.verb.reflexive:
        while first < cell.last - 1 and words.tape[first] in "CyRz":
            first += 1
    return Span(words.starts[first], clause.end(last - 1))


def steps(clause: Clause, index: int, last: int, fillers: Sequence[Filler]) -> tuple[Step, ...]:
    """The derivation: which words the trigger and each role came from; texts are filled in by the pipeline."""
    span = trigger_span(clause, index, last)
    rows = [Step("trigger", "", span.start, span.end)]
    return (*rows, *(Step(filler.role, "", filler.span.start, filler.span.end) for filler in fillers))
