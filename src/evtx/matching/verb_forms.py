"""Whether the words that a frame wants stand at a verb group."""

from __future__ import annotations

from evtx.matching.cells import Cell
from evtx.matching.found import Clause
from evtx.matching.ruleset import LanguageRules
from evtx.matching.triggers import VerbTrigger


def tail_end(clause: Clause, index: int, trigger: VerbTrigger, rules: LanguageRules) -> int:
    """The cell after the trigger with all words that the rule wants; 0 when they are not there."""
    verb = clause.cells[index].verb
    if verb is None or verb.reflexive != trigger.reflexive or (trigger.causative and not verb.causative):
        return 0
    if not trigger.tail and not trigger.clitics:
        return index + 1
    if not trigger.clitics <= set(verb.clitics) or not clause.forms.issuperset(trigger.tail):
        return 0
    return tail_cells(clause, index + 1, list(trigger.tail), rules)


def tail_cells(clause: Clause, position: int, wanted: list[str], rules: LanguageRules) -> int:
    """The cell after those that hold the wanted words, adverbs and dates passed over; 0 when others come first."""
    while wanted:
        if position >= len(clause.cells):
            return 0
        cell = clause.cells[position]
        words = cell_words(clause, cell, rules)
        if cell.kind not in 'RT",' or words == wanted[: len(words)]:
            if not words or words[: len(wanted)] != wanted[: len(words)]:
                return 0
            wanted = wanted[len(words) :]
        position += 1
    return position


def cell_words(clause: Clause, cell: Cell, rules: LanguageRules) -> list[str]:
    """The words of a cell without articles, contracted forms as their preposition."""
    sentence, contractions = clause.sentence, rules.grammar.contractions
    tokens = (
        sentence.words[i].lower for i in range(cell.first, cell.last) if sentence.tape[i] not in 'D"' or i == cell.head
    )
    forms = [form for token in tokens for form in token.split(" ")]
    return [contractions.get(form, form) for form in forms]
