"""Both ends of a range lie in the same course of days, whatever the document's date and the verb."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st

from evtx.event import DateValue
from evtx.times.grammar import DateGrammar, compiled_grammar
from evtx.times.resolver import read_dates

RULES = Path(__file__).parents[2] / "rules" / "fr" / "dates.yml"
MONTHS = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
]
WEEKDAYS = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]

Write = Callable[[dt.date, dt.date], str]


@cache
def grammar() -> DateGrammar:
    return compiled_grammar(yaml.safe_load(RULES.read_text("utf-8")))


def nth(day: dt.date) -> str:
    return "1er" if day.day == 1 else str(day.day)


def full(day: dt.date) -> str:
    return f"{nth(day)} {MONTHS[day.month - 1]}"


def named(day: dt.date) -> str:
    return f"{WEEKDAYS[day.weekday()]} {full(day)}"


SHARED: dict[str, Write] = {
    "du au": lambda a, b: f"du {nth(a)} au {full(b)}",
    "entre et": lambda a, b: f"entre le {nth(a)} et le {full(b)}",
    "night": lambda a, b: f"dans la nuit du {nth(a)} au {full(b)}",
    "les et": lambda a, b: f"les {nth(a)} et {full(b)}",
    "hyphen": lambda a, b: f"les {a.day}-{b.day} {MONTHS[b.month - 1]}",
    "full both": lambda a, b: f"du {full(a)} au {full(b)}",
    "with weekdays": lambda a, b: f"du {WEEKDAYS[a.weekday()]} {nth(a)} au {named(b)}",
}
ACROSS: dict[str, Write] = {
    "du au": lambda a, b: f"du {full(a)} au {full(b)}",
    "entre et": lambda a, b: f"entre le {full(a)} et le {full(b)}",
    "night": lambda a, b: f"dans la nuit du {full(a)} au {full(b)}",
    "with weekdays": lambda a, b: f"du {named(a)} au {named(b)}",
}
VERBS = ["Le port a été fermé", "Le port sera fermé", "Fermeture du port"]

modern = st.dates(dt.date(1995, 1, 1), dt.date(2034, 12, 31))


def on(text: str, first: dt.date, last: dt.date) -> DateValue:
    return DateValue(text, first, last, "day", text, 0, 0, "option")


def only(text: str, dct: DateValue) -> DateValue:
    (value,) = read_dates(text, grammar(), dct)
    return value


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("write", SHARED.values(), ids=SHARED.keys())
@given(first=modern, length=st.integers(1, 27), dct=modern)
def test_a_range_within_a_month_stays_in_it(write: Write, verb: str, first: dt.date, length: int, dct: dt.date) -> None:
    last = first + dt.timedelta(days=length)
    assume(last.month == first.month)
    words = write(first, last)
    weekdays = any(day in words for day in WEEKDAYS)
    dct = first + dt.timedelta(days=(dct - first).days % 300 - 150) if weekdays else dct
    value = only(f"{verb} {words}.", on(dct.isoformat(), dct, dct))
    assert value.earliest
    assert value.latest
    assert (value.latest - value.earliest).days == length
    assert (value.earliest.month, value.earliest.day) == (first.month, first.day)
    assert value.earliest.year == value.latest.year


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("write", ACROSS.values(), ids=ACROSS.keys())
@given(first=modern, length=st.integers(1, 100), shift=st.integers(-150, 150))
def test_a_range_across_months_is_as_long_as_it_is(
    write: Write, verb: str, first: dt.date, length: int, shift: int
) -> None:
    last = first + dt.timedelta(days=length)
    assume(last.month != first.month and dt.date(2024, 2, 29) not in (first, last))
    assume((first.month, first.day) != (2, 29) and (last.month, last.day) != (2, 29))
    day = first + dt.timedelta(days=shift)
    value = only(f"{verb} {write(first, last)}.", on(day.isoformat(), day, day))
    assert value.earliest
    assert value.latest
    assert abs((value.latest - value.earliest).days - length) <= 1  # over the end of February
    assert value.latest.year - value.earliest.year == last.year - first.year


PLAIN = [write for name, write in (*SHARED.items(), *ACROSS.items()) if name != "with weekdays"]


@pytest.mark.parametrize("write", PLAIN)
@given(first=modern, length=st.integers(1, 9), low=modern, wide=st.sampled_from([27, 30, 364]))
def test_a_document_of_some_day_in_a_month_or_year_does_not_pull_the_ends_apart(
    write: Write, first: dt.date, length: int, low: dt.date, wide: int
) -> None:
    last = first + dt.timedelta(days=length)
    assume(last.month == first.month or write in ACROSS.values())
    value = only(f"Le port a été fermé {write(first, last)}.", on("", low, low + dt.timedelta(days=wide)))
    if value.note != "year_unknown":
        assert value.earliest
        assert value.latest
        assert (value.latest - value.earliest).days <= 100
    else:
        assert all(len(written) == len(value.alternatives[0]) for written in value.alternatives)


@given(year=st.integers(1900, 2100), dct=modern)
def test_a_night_with_its_year_needs_no_document(year: int, dct: dt.date) -> None:
    (value,) = read_dates(f"Un pont a sauté dans la nuit du 17 au 18 novembre {year}.", grammar(), None)
    assert (value.edtf, value.anchor) == (f"{year}-11-17/{year}-11-18", "text")


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("en 2003, 2011 et 2019", "{2003,2011,2019}"),
        ("en 2003, en 2011 et en 2019", "{2003,2011,2019}"),
        ("en 2003 et 2004", "2003/2004"),
        ("les 3, 5 et 12 décembre", "{2020-12-03,2020-12-05,2020-12-12}"),
        ("les 12, 13 et 14 décembre", "2020-12-12/2020-12-14"),
        ("en août et en octobre", "{2020-08,2020-10}"),
        ("en août et septembre", "2020-08/2020-09"),
        ("le 12 décembre 2019 et le 3 mars 2020", "{2019-12-12,2020-03-03}"),
    ],
)
def test_dates_named_together_are_a_set_unless_they_touch(words: str, edtf: str) -> None:
    day = dt.date(2020, 12, 16)
    assert only(f"Un pont a sauté {words}.", on("2020-12-16", day, day)).edtf == edtf
