"""All events of one sentence: every trigger with the rules that its word names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from evtx.language.groups import find_groups
from evtx.language.tokens import Sentence, Vocabulary, read_sentence
from evtx.matching.cells import TypeOf, build_cells
from evtx.matching.found import Clause, Found
from evtx.matching.idioms import find_pattern_events
from evtx.matching.nouns import find_noun_events
from evtx.matching.ruleset import LanguageRules
from evtx.matching.tape import write_tape
from evtx.matching.verbs import find_verb_events


def read_clause(
    text: str,
    span: tuple[int, int],
    dates: Sequence[tuple[int, int]],
    vocabulary: Vocabulary,
    rules: LanguageRules,
    type_of: TypeOf,
) -> Clause:
    """The sentence at a span of the document as words, cells and tape."""
    sentence: Sentence = read_sentence(text, span, dates, vocabulary, rules.grammar)
    cells = build_cells(sentence, find_groups(sentence, rules.grammar), rules.grammar, type_of, rules.triggers)
    forms = {word.lower for word in sentence.words}
    undone = {rules.grammar.contractions[form] for form in forms & rules.grammar.contractions.keys()}
    return Clause(sentence, cells, write_tape(cells, rules.codes), frozenset(forms | undone))


def find_events(clause: Clause, number: int, rules: LanguageRules) -> list[Found]:
    """The events of a clause in the order of their triggers; one event of a type at each trigger."""
    return list(_find(clause, number, rules))


def _find(clause: Clause, number: int, rules: LanguageRules) -> Iterator[Found]:
    verbs, nouns, patterns = rules.triggers.verbs, rules.triggers.nouns, rules.patterns
    consumed = -1
    for index, cell in enumerate(clause.cells):
        if index <= consumed:
            continue
        found: list[Found] = []
        if cell.lemma in patterns or cell.preposition in patterns:
            found += find_pattern_events(clause, index, number, rules)
        taken = {event.event for event in found}
        if cell.verb is not None:
            if cell.lemma in verbs:
                found += [event for event in find_verb_events(clause, index, number, rules) if event.event not in taken]
        elif cell.lemma in nouns and cell.kind in "NP":
            found += [event for event in find_noun_events(clause, index, number, rules) if event.event not in taken]
        if found:
            consumed = max(index, *(event.last_cell - 1 for event in found))
            yield from found
