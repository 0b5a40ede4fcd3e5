"""Which templates of a pattern its examples use."""

from __future__ import annotations

from collections.abc import Iterator

from evtx.language.sentences import split_sentences
from evtx.languages import LanguageKit
from evtx.matching.found import Clause
from evtx.matching.patterns import first_match, views
from evtx.pipeline import Extractor
from evtx.reading.typed_date import read_typed_date
from evtx.rules.model import Example, Pattern, RuleExamples
from evtx.times.resolver import read_dates


def matched_templates(rule: Pattern, examples: RuleExamples, extractor: Extractor) -> frozenset[str]:
    """The templates by which the rule matches in its examples."""
    kit = extractor.kit(rule.language)
    clauses = (clause for example in examples.examples for clause in _clauses(example, examples.dct, kit))
    return frozenset(template for clause in clauses for template in _matches(rule, clause, kit))


def _clauses(example: Example, written: str, kit: LanguageKit) -> Iterator[Clause]:
    text = example.text
    dates = read_dates(text, kit.dates, read_typed_date(written) if written else None)
    days = [(date.start, date.end) for date in dates]
    for number, span in enumerate(split_sentences(text, 0, len(text), kit.abbreviations)):
        yield kit.sentences.read(text, span, days, number)[0]


def _matches(rule: Pattern, clause: Clause, kit: LanguageKit) -> Iterator[str]:
    contractions, patterns = kit.grammar.contractions, kit.rules.patterns
    for index, cell in enumerate(clause.cells):
        keys = {cell.preposition, contractions.get(cell.lemma, cell.lemma)}
        for pattern in (pattern for key in keys for pattern in patterns.get(key, ()) if pattern.rule.id == rule.id):
            match = first_match(pattern.templates, views(clause.tape, index, index + 1))
            if match is not None:
                yield match.pattern.template
