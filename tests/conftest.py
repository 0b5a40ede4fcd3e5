"""The built-in rules, read once, and short ways to read a French text with them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

import evtx
from evtx.event import Event
from evtx.language.tokens import Sentence, read_sentence
from evtx.languages import LanguageKit, prepare
from evtx.matching.found import Clause
from evtx.pipeline import Extractor
from evtx.reading.typed_date import read_typed_date
from evtx.rules.diagnostics import Piece, Problems
from evtx.rules.examples import read_markup
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
        return read_sentence(text, (0, len(text)), dates, kit.sentences.vocabulary, kit.grammar)

    return words


@pytest.fixture(scope="session")
def clause_of(kit: LanguageKit) -> Callable[[str], Clause]:
    """One sentence as cells and tape."""

    def clause(text: str) -> Clause:
        dates = read_dates(text, kit.dates, read_typed_date(DAY))
        return kit.sentences.read(text, (0, len(text)), [(date.start, date.end) for date in dates], 0)[0]

    return clause


@pytest.fixture(scope="session")
def events_in(extractor: Extractor) -> Callable[[str], tuple[Event, ...]]:
    """All events of a French text written on `DAY`."""

    def events(text: str) -> tuple[Event, ...]:
        return extractor.extract(evtx.Document(text, language="fr", date=DAY)).events

    return events


class Marked(NamedTuple):
    """A text without its markup, and its marks: role, start, end and value."""

    text: str
    marks: tuple[tuple[str, int, int, str | None], ...]

    @classmethod
    def read(cls, written: str) -> Marked:
        """A text marked up as in rule files: `[words](role)`, `[words](date=EDTF)`."""
        found = read_markup(Piece(written, 1, 1), Problems("test"))
        assert found is not None, written
        marks = tuple((m.mark.role, m.mark.start, m.mark.end, m.mark.value) for m in found.marks)
        return cls(found.text, marks)


@pytest.fixture(scope="session")
def event_in(events_in: Callable[[str], tuple[Event, ...]]) -> Callable[[str], Event]:
    """The event of a marked text; its trigger, all arguments that the words give it, and its date must be as marked."""

    def event(written: str) -> Event:
        marked = Marked.read(written)
        found = events_in(marked.text)
        first = next((start, end) for role, start, end, _ in marked.marks if role == "trigger")
        told = "\n".join(map(describe, found))
        hit = [e for e in found if any((t.start, t.end) == first for t in e.triggers)]
        assert hit, f"no event at the trigger; found:\n{told}"
        wanted = {(role, marked.text[start:end]) for role, start, end, _ in marked.marks if role not in _NO_ROLES}
        given = {(a.role, a.text) for a in hit[0].arguments if not a.implied or (a.role, a.text) in wanted}
        assert given == wanted, told
        dates = [value for role, _, _, value in marked.marks if role == "date"]
        assert ([hit[0].date.edtf] if hit[0].date else []) == dates, told
        return hit[0]

    return event


_NO_ROLES = frozenset(("trigger", "date"))


def describe(event: Event) -> str:
    """An event in one line, for messages."""
    arguments = ", ".join(f"{a.role}{'*' if a.implied else ''}={a.text!r}" for a in event.arguments)
    date = event.date.edtf if event.date else "no date"
    return f"{event.type}/{event.subtype} {event.triggers[0].text!r} ({arguments}) {date} by {event.rule}"
