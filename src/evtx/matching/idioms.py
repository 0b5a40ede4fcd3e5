"""Events of pattern rules: templates that say in words what must stand where."""

from __future__ import annotations

from collections.abc import Iterator

from evtx.document import Span
from evtx.matching import adjuncts
from evtx.matching.found import Clause, Content, Filler, Found
from evtx.matching.patterns import TapeMatch, first_match, views
from evtx.matching.ruleset import CompiledPattern, LanguageRules
from evtx.matching.saying import CONTENT_KINDS, content_of


def find_pattern_events(clause: Clause, index: int, sentence: int, rules: LanguageRules) -> Iterator[Found]:
    """The events of all patterns whose trigger word stands in a cell."""
    cell = clause.cells[index]
    word = rules.grammar.contractions.get(cell.lemma, cell.lemma)
    keys = {cell.preposition, word} - {""}
    seen: set[str] = set()
    for key in sorted(keys):
        for pattern in rules.patterns.get(key, ()):
            if pattern.rule.event in seen:
                continue
            match = first_match(pattern.templates, views(clause.tape, index, index + 1))
            if match is not None:
                seen.add(pattern.rule.event)
                yield pattern_event(clause, index, sentence, pattern, match, rules, key == cell.preposition)


def pattern_event(
    clause: Clause,
    index: int,
    sentence: int,
    pattern: CompiledPattern,
    match: TapeMatch,
    rules: LanguageRules,
    on_preposition: bool,
) -> Found:
    """The event of a pattern that matched, its trigger the preposition or the verb or noun group of the cell."""
    cell, words = clause.cells[index], clause.sentence
    fillers: list[Filler] = []
    content = content_of(match)
    for name in match.names():
        for other in match.cells(name):
            if name == "content":
                content = content or Content("noun", other)
            elif name not in CONTENT_KINDS:
                fillers.append(adjuncts.filler(clause, other, name, rules))
    fillers = adjuncts.kept_apart(clause, fillers, content.cell if content else None)
    last = cell.phrase if on_preposition else cell.last
    first = cell.first if on_preposition else cell.phrase if cell.verb else cell.head
    span = Span(words.starts[first], words.ends[max(first, last - 1)])
    rule = pattern.rule
    return Found(
        rule=rule,
        event=rule.event,
        subtype=rule.subtype,
        construction="pattern",
        sentence=sentence,
        trigger=span,
        cell=index,
        last_cell=index + 1,
        fillers=tuple(fillers),
        content=content,
        verb=cell.verb,
    )
