"""The story: how a text becomes events, one room after the other."""

from __future__ import annotations

from collections.abc import Sequence

from evtx.document import Document
from evtx.event import DateValue, Extraction
from evtx.language.quotations import find_quotations
from evtx.language.sentences import split_sentences
from evtx.languages import LanguageKit, prepare
from evtx.linking.story import Story, link
from evtx.matching.found import Clause
from evtx.matching.sentences import find_events, read_clause
from evtx.names.folding import same_name
from evtx.naming import name_events
from evtx.rules.model import RuleSet
from evtx.times.resolver import read_dates


class Extractor:
    """Reads documents by a set of rules; keeps what it learnt of words from one document to the next."""

    def __init__(self, rules: RuleSet) -> None:
        self._rules = rules
        self._kits: dict[str, LanguageKit] = {}

    def extract(self, document: Document) -> Extraction:
        """All claims, attacks and deliveries (and what else the rules define) of a document."""
        language = document.language or "fr"
        kit = self._kit(language)
        dct: DateValue | None = None
        found = extract_events(document.text, kit, dct)
        return Extraction(document.source, language, dct, found)

    def _kit(self, language: str) -> LanguageKit:
        if language not in self._kits:
            self._kits[language] = prepare(self._rules, language)
        return self._kits[language]


def extract_events(text: str, kit: LanguageKit, dct: DateValue | None):
    """The events of a text."""
    spans = [span for span in split_sentences(text, 0, len(text), kit.abbreviations) if kit.gate.opens(text[span[0] : span[1]])]
    if not spans:
        return ()
    quotations = find_quotations(text)
    quoted = [(quotation.inner_start, quotation.inner_end) for quotation in quotations]
    dates = read_dates(text, kit.dates, dct, quotations=quoted)
    clauses = read_clauses(text, spans, dates, kit)
    found = [event for number, clause in enumerate(clauses) for event in find_events(clause, number, kit.rules)]
    story = Story(
        text=text,
        clauses=clauses,
        quotations=quotations,
        dates=dates,
        redate=lambda speech: read_dates(text, kit.dates, dct, speech, quoted),
        pronouns=kit.pronouns,
        kin=kit.kin,
        same_name=same_name,
    )
    return name_events(link(found, story), text, spans)


def read_clauses(
    text: str, spans: Sequence[tuple[int, int]], dates: Sequence[DateValue], kit: LanguageKit
) -> list[Clause]:
    """The sentences at these spans as clauses."""
    days = [(date.start, date.end) for date in dates]
    return [read_clause(text, span, days, kit.vocabulary, kit.rules, kit.type_of) for span in spans]
