"""All events of one sentence: every trigger with the rules that its word names."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from evtx.document import Span
from evtx.language.groups import find_groups
from evtx.language.tokens import Sentence, Vocabulary, read_sentence
from evtx.matching.describing import without_descriptions
from evtx.matching.found import Clause, Filler, Found
from evtx.matching.idioms import find_pattern_events
from evtx.matching.nouns import find_noun_events
from evtx.matching.phrases import TypeOf, build_cells
from evtx.matching.ruleset import LanguageRules
from evtx.matching.tape import write_tape
from evtx.matching.verbs import find_verb_events

# How many sentences are remembered, and up to what length: dispatches come in versions that share most of theirs.
_REMEMBERED = 2_000
_SHORT = 1_000


class SentenceReader:
    """Reads sentences and finds their events; a sentence that comes again, in another place, is only moved there."""

    def __init__(self, vocabulary: Vocabulary, rules: LanguageRules, type_of: TypeOf) -> None:
        self.vocabulary = vocabulary
        self.rules = rules
        self.type_of = type_of
        self._read: dict[tuple[str, tuple[tuple[int, int], ...]], tuple[Clause, list[Found]]] = {}

    def read(
        self, text: str, span: tuple[int, int], dates: Sequence[tuple[int, int]], number: int
    ) -> tuple[Clause, list[Found]]:
        """The sentence at a span of the document and its events; `dates` are those of the document, in its order.

        `number` counts the sentences of the document.
        """
        start, end = span
        inside = dates[bisect_left(dates, (start, 0)) : bisect_left(dates, (end, 0))]
        within = tuple((first - start, last - start) for first, last in inside if last <= end)
        key = (text[start:end], within)
        known = self._read.get(key) or self._remember(key)
        clause, found = known
        return moved_clause(clause, start), [moved(event, start, number) for event in found]

    def _remember(self, key: tuple[str, tuple[tuple[int, int], ...]]) -> tuple[Clause, list[Found]]:
        read = self._analyse(*key)
        if len(self._read) >= _REMEMBERED:
            self._read.clear()
        if len(key[0]) <= _SHORT:
            self._read[key] = read
        return read

    def _analyse(self, sentence: str, dates: Sequence[tuple[int, int]]) -> tuple[Clause, list[Found]]:
        clause = read_clause(sentence, (0, len(sentence)), dates, self.vocabulary, self.rules, self.type_of)
        return clause, find_events(clause, 0, self.rules)


def moved_clause(clause: Clause, by: int) -> Clause:
    """A clause read on its own, at its place in the document."""
    sentence = clause.sentence
    starts = [start + by for start in sentence.starts]
    ends = [end + by for end in sentence.ends]
    place = sentence._replace(start=sentence.start + by, end=sentence.end + by, starts=starts, ends=ends)
    return clause._replace(sentence=place)


def moved(event: Found, by: int, number: int) -> Found:
    """An event of a sentence read on its own, at its place in the document."""
    fillers = tuple(
        Filler(role, Span(span.start + by, span.end + by), cell, type_, implied, resolved)
        for role, span, cell, type_, implied, resolved in event.fillers
    )
    trigger = Span(event.trigger.start + by, event.trigger.end + by)
    return event._replace(sentence=number, trigger=trigger, fillers=fillers)


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
    forms |= {part for form in forms if " " in form for part in form.split(" ")}
    undone = {rules.grammar.contractions[form] for form in forms & rules.grammar.contractions.keys()}
    return Clause(sentence, cells, write_tape(cells, rules.codes), frozenset(forms | undone))


def find_events(clause: Clause, number: int, rules: LanguageRules) -> list[Found]:
    """The events of a clause in the order of their triggers; one event of a type at each trigger."""
    return without_descriptions(list(_find(clause, number, rules)), clause)


def _find(clause: Clause, number: int, rules: LanguageRules) -> Iterator[Found]:
    is_verb, is_noun, patterns = rules.triggers.is_verb, rules.triggers.is_noun, rules.patterns
    consumed = -1
    earlier: list[Found] = []
    for index, cell in enumerate(clause.cells):
        if index <= consumed:
            continue
        found: list[Found] = []
        if cell.lemma in patterns or cell.preposition in patterns:
            found += find_pattern_events(clause, index, number, rules)
        if cell.verb is not None:
            if is_verb(cell.lemma):
                found = preferred(found, find_verb_events(clause, index, number, rules, earlier))
        elif cell.kind in "NP" and is_noun(cell.lemma):
            found = preferred(found, find_noun_events(clause, index, number, rules))
        if found:
            consumed = max(index, *(event.last_cell - 1 for event in found))
            earlier += found
            yield from found


def preferred(by_pattern: Sequence[Found], by_frame: Iterable[Found]) -> list[Found]:
    """Of each event type one event: the pattern's, unless the frame's comes from a later folder."""
    layers = {event.event: event.rule.layer for event in by_pattern}
    framed = [event for event in by_frame if event.rule.layer > layers.get(event.event, -1)]
    replaced = {event.event for event in framed}
    return [event for event in by_pattern if event.event not in replaced] + framed
