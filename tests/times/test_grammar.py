"""A grammar is data: another language needs no code, and a faulty one says what is wrong with it."""

from __future__ import annotations

import datetime as dt
import pickle
import time
from typing import Any

import pytest

from evtx.event import DateValue
from evtx.times.grammar import DateGrammar, compiled_grammar
from evtx.times.resolver import read_dates
from evtx.times.templates import GrammarError

DAY = dt.date(2020, 12, 16)
DCT = DateValue("2020-12-16", DAY, DAY, "day", "", 0, 0, "option")

GERMAN: dict[str, Any] = {
    "language": "de",
    "triggers": "month near unit",
    "words": {
        "month": {3: "März", 10: "Oktober"},
        "near": {-1: "gestern"},
        "unit": {"week": "Woche", "day": "Tage, Tagen"},
        "step": {-1: "letzte, letzter, letzten"},
        "number": {3: "drei"},
    },
    "phrases": {"in": "(im|am|Anfang)"},
    "families": [
        {"id": "day", "stage": "points", "reads": "calendar", "match": "[am] {day} . {month} [{year}]"},
        {"id": "month", "stage": "points", "reads": "calendar", "match": "<in> {step} {month}"},
        {"id": "near", "stage": "points", "reads": "shift", "with": {"unit": "day"}, "match": "{step:near}"},
        {"id": "week", "stage": "points", "reads": "shift", "match": "{step} {unit}"},
        {"id": "ago", "reads": "shift", "with": {"step": -1}, "match": "vor {number} {unit}"},
    ],
}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Die Brücke fiel am 3. März 2011.", "2011-03-03"),
        ("Die Brücke fiel im letzten Oktober.", "2020-10"),
        ("Gestern fiel die Brücke.", "2020-12-15"),
        ("Die Brücke fiel vor drei Tagen.", "2020-12-13"),
        ("Letzte Woche fiel die Brücke.", "2020-12-07/2020-12-13"),
    ],
)
def test_another_language_is_data(text: str, value: str) -> None:
    assert [date.edtf for date in read_dates(text, compiled_grammar(GERMAN), DCT)] == [value]


FAULTS = [
    ({"reads": "guess", "match": "a"}, "unknown operation 'guess'"),
    ({"reads": "shift", "stage": "late", "match": "a"}, "unknown stage 'late'"),
    ({"reads": "shift", "match": "a <strke>"}, "unknown phrase <strke>"),
    ({"reads": "shift", "match": "a {moon}"}, r"unknown slot \{moon\}"),
    ({"reads": "shift", "match": "(a|b"}, r"'\)' is missing"),
    ({"reads": "shift", "match": "a ] b"}, r"unexpected '\]'"),
    ({"reads": "shift", "match": "(a|)"}, "nothing between two signs"),
    ({"reads": "shift", "match": "a 12 b"}, "figure '12'"),
]


@pytest.mark.parametrize(("family", "message"), FAULTS)
def test_a_faulty_family_says_what_is_wrong(family: dict[str, Any], message: str) -> None:
    with pytest.raises(GrammarError, match=message):
        compiled_grammar({"families": [{"id": "x", **family}]})


def test_a_phrase_cannot_hold_itself() -> None:
    with pytest.raises(GrammarError, match="unknown phrase <a>"):
        compiled_grammar({"phrases": {"a": "x <a>"}, "families": [{"id": "x", "reads": "shift", "match": "<a>"}]})


def test_an_empty_grammar_finds_nothing() -> None:
    assert read_dates("Le 3 mars 2020", compiled_grammar({}), DCT) == ()


def test_a_compiled_grammar_can_be_stored(grammar: DateGrammar) -> None:
    text = "Un pont a sauté hier."
    again: DateGrammar = pickle.loads(pickle.dumps(grammar))
    assert read_dates(text, again, DCT) == read_dates(text, grammar, DCT)


HOSTILE = {
    "figures": "1" * 2_000_000,
    "months": "janvier " * 20_000,
    "months without spaces": "janvier" * 100_000,
    "years": "2020 " * 20_000,
    "slashes": "1/" * 300_000,
    "apostrophes": "l'" * 300_000,
    "openings": "dans la nuit du 3 au " * 5_000,
    "units": "il y a trois " * 10_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_cost_grows_with_length_and_no_faster(text: str, grammar: DateGrammar) -> None:
    def cost(part: str) -> float:
        grammar.memory.last.clear()
        begun = time.perf_counter()
        read_dates(part, grammar, DCT)
        return time.perf_counter() - begun

    cost(text[: len(text) // 4])
    quarter, whole = cost(text[: len(text) // 4]), cost(text)
    assert whole < 12 * quarter + 0.3
