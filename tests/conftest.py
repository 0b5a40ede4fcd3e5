"""The built-in rules, read once, and short ways to read a French text with them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import evtx
from evtx.event import Event
from evtx.language.tokens import Sentence, read_sentence
from evtx.languages import LanguageKit, prepare
from evtx.matching.found import Clause
from evtx.pipeline import Extractor, read_clauses
from evtx.reading.typed_date import read_typed_date
from evtx.rules.model import RuleSet
from evtx.times.resolver import read_dates

DAY = "2024-03-12"  # a Tuesday; what dates in the tests' sentences are read against


@pytest.fixture(scope="session")
def rules() -> RuleSet:
    return evtx.load_rules()


@pytest.fixture(scope="session")
def extractor(rules: RuleSet) -> Extractor:
    return Extractor(rules)


@pytest.fixture(scope="session")
def kit(rules: RuleSet) -> LanguageKit:
    return prepare(rules, "fr")


@pytest.fixture(scope="session")
def samples() -> tuple[Path, ...]:
    """The gold files of the samples."""
    return tuple(sorted((Path(__file__).parents[1] / "samples").glob("*.gold.json")))


@pytest.fixture(scope="session")
def read_words(kit: LanguageKit) -> Callable[[str], Sentence]:
    """The words of one sentence."""

    def words(text: str) -> Sentence:
        dates = [(date.start, date.end) for date in read_dates(text, kit.dates, read_typed_date(DAY))]
        return read_sentence(text, (0, len(text)), dates, kit.vocabulary, kit.grammar)

    return words


@pytest.fixture(scope="session")
def clause_of(kit: LanguageKit) -> Callable[[str], Clause]:
    """One sentence as cells and tape."""

    def clause(text: str) -> Clause:
        dates = read_dates(text, kit.dates, read_typed_date(DAY))
        return read_clauses(text, [(0, len(text))], dates, kit)[0]

    return clause


@pytest.fixture(scope="session")
def events_in(extractor: Extractor) -> Callable[[str], tuple[Event, ...]]:
    """All events of a French text written on `DAY`."""

    def events(text: str) -> tuple[Event, ...]:
        return extractor.extract(evtx.Document(text, language="fr", date=DAY)).events

    return events
