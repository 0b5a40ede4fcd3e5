"""Any date written in French is read back as that date, in every family that can say it."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Callable
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st

from evtx.event import DateValue
from evtx.times.grammar import DateGrammar, compiled_grammar
from evtx.times.resolver import read_dates

RULES = Path(__file__).parents[2] / "rules" / "fr" / "dates.yml"


@cache
def grammar() -> DateGrammar:
    return compiled_grammar(_mapping())


@cache
def _mapping() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load(RULES.read_text("utf-8"))
    return loaded


def word(table: str, value: int) -> str:
    forms: str = _mapping()["words"][table][value]
    return forms.split(",")[0]


def on(day: dt.date) -> DateValue:
    return DateValue(day.isoformat(), day, day, "day", "", 0, 0, "option")


def read(words: str, dct: dt.date) -> DateValue:
    """The only date of a sentence around some words, checked to cover them."""
    text = f"Un dépôt fut détruit {words}, près du port."
    found = read_dates(text, grammar(), on(dct))
    assert [value.text for value in found] == [words], text
    assert text[found[0].start : found[0].end] == words
    parse_edtf(found[0].edtf)
    return found[0]


def ordinal(day: int) -> str:
    return "1er" if day == 1 else str(day)


def weekday(day: dt.date) -> str:
    return word("weekday", day.isoweekday())


def month(day: dt.date) -> str:
    return word("month", day.month)


FULL: dict[str, Callable[[dt.date], str]] = {
    "day month year": lambda d: f"le {ordinal(d.day)} {month(d)} {d.year}",
    "weekday day month year": lambda d: f"le {weekday(d)} {ordinal(d.day)} {month(d)} {d.year}",
    "slashes": lambda d: f"le {d.day:02d}/{d.month:02d}/{d.year}",
    "points": lambda d: f"le {d.day}.{d.month}.{d.year}",
    "iso": lambda d: f"le {d.isoformat()}",
    "capitals": lambda d: f"LE {ordinal(d.day).upper()} {month(d).upper()} {d.year}",
    "no-break spaces": lambda d: f"le {ordinal(d.day)}\u00a0{month(d)}\u202f{d.year}",
}

days = st.dates(dt.date(1800, 1, 1), dt.date(2190, 12, 31))
modern = st.dates(dt.date(1950, 1, 1), dt.date(2049, 12, 31))


@pytest.mark.parametrize("write", FULL.values(), ids=FULL.keys())
@given(day=days, dct=modern)
def test_a_whole_date_is_itself(write: Callable[[dt.date], str], day: dt.date, dct: dt.date) -> None:
    value = read(write(day), dct)
    assert (value.edtf, value.earliest, value.latest, value.anchor) == (day.isoformat(), day, day, "text")


@given(day=modern)
def test_two_figures_of_a_year_mean_the_hundred_years_from_the_first_one(day: dt.date) -> None:
    assert read(f"le {day.day:02d}/{day.month:02d}/{day.year % 100:02d}", day).earliest == day


@given(day=days, dct=modern)
def test_a_month_with_its_year_is_that_month(day: dt.date, dct: dt.date) -> None:
    assert read(f"en {month(day)} {day.year}", dct).edtf == f"{day.year}-{day.month:02d}"


@given(year=st.integers(1000, 2190), dct=modern)
def test_a_year_is_itself(year: int, dct: dt.date) -> None:
    assert read(f"en {year}", dct).edtf == f"{year}"


@given(dct=modern, back=st.integers(0, 170))
def test_a_day_of_the_months_before_needs_no_year(dct: dt.date, back: int) -> None:
    day = dct - dt.timedelta(days=back)
    assert read(f"le {ordinal(day.day)} {month(day)}", dct).earliest == day


@given(dct=modern, apart=st.integers(-170, 170))
def test_a_weekday_with_day_and_month_finds_its_year_on_both_sides(dct: dt.date, apart: int) -> None:
    day = dct + dt.timedelta(days=apart)
    value = read(f"le {weekday(day)} {ordinal(day.day)} {month(day)}", dct)
    assert (value.earliest, value.note) == (day, None)


@given(dct=modern, back=st.integers(0, 6))
def test_a_bare_weekday_is_the_last_one_up_to_today(dct: dt.date, back: int) -> None:
    day = dct - dt.timedelta(days=back)
    assert read(weekday(day), dct).earliest == day


@given(dct=modern, back=st.integers(1, 7))
def test_the_last_weekday_lies_before_today(dct: dt.date, back: int) -> None:
    day = dct - dt.timedelta(days=back)
    assert read(f"{weekday(day)} dernier", dct).earliest == day


@given(dct=modern, on_=st.integers(1, 7))
def test_the_next_weekday_lies_after_today(dct: dt.date, on_: int) -> None:
    day = dct + dt.timedelta(days=on_)
    assert read(f"{weekday(day)} prochain", dct).earliest == day


@given(dct=modern, count=st.integers(2, 999))
def test_so_many_days_ago_and_ahead(dct: dt.date, count: int) -> None:
    step = dt.timedelta(days=count)
    assert read(f"il y a {count} jours", dct).earliest == dct - step
    assert read(f"dans {count} jours", dct).earliest == dct + step


@given(dct=modern, number=st.sampled_from(sorted(_mapping()["words"]["number"])))
def test_numbers_in_words(dct: dt.date, number: int) -> None:
    unit = "jour" if number == 1 else "jours"
    assert read(f"il y a {word('number', number)} {unit}", dct).earliest == dct - dt.timedelta(days=number)


@given(dct=modern, offset=st.sampled_from([-2, -1, 0, 1, 2]))
def test_yesterday_today_tomorrow(dct: dt.date, offset: int) -> None:
    assert read(word("near", offset), dct).earliest == dct + dt.timedelta(days=offset)


@given(dct=modern)
def test_weeks_run_from_monday_to_sunday(dct: dt.date) -> None:
    monday = dct - dt.timedelta(days=dct.weekday())
    for words, weeks in (("la semaine dernière", -1), ("cette semaine", 0), ("la semaine prochaine", 1)):
        value = read(words, dct)
        first = monday + dt.timedelta(weeks=weeks)
        assert (value.earliest, value.latest) == (first, first + dt.timedelta(days=6))


@given(day=days, length=st.integers(1, 200))
def test_a_range_has_both_ends(day: dt.date, length: int) -> None:
    last = day + dt.timedelta(days=length)
    value = read(f"du {ordinal(day.day)} {month(day)} {day.year} au {ordinal(last.day)} {month(last)} {last.year}", day)
    assert value.edtf == f"{day.isoformat()}/{last.isoformat()}"


@given(day=days, length=st.integers(1, 200))
def test_the_first_end_of_a_range_takes_its_year_from_the_last(day: dt.date, length: int) -> None:
    last = day + dt.timedelta(days=length)
    value = read(f"du {ordinal(day.day)} {month(day)} au {ordinal(last.day)} {month(last)} {last.year}", day)
    assert (value.earliest, value.latest) == (day, last)


@given(day=days)
def test_since_and_until_are_open(day: dt.date) -> None:
    words = f"{ordinal(day.day)} {month(day)} {day.year}"
    assert read(f"depuis le {words}", day).edtf == f"{day.isoformat()}/.."
    assert read(f"jusqu'au {words}", day).edtf == f"../{day.isoformat()}"


@given(day=days)
def test_the_parts_of_a_month_make_the_month(day: dt.date) -> None:
    parts = [read(f"{part} {month(day)} {day.year}", day) for part in ("début", "fin")]
    middle = read(f"à la mi-{month(day)} {day.year}", day)
    ends = [value.edtf.split("/") for value in (parts[0], middle, parts[1])]
    days_named = [int(end[-2:]) for pair in ends for end in pair]
    assert days_named == [1, 10, 11, 20, 21, calendar.monthrange(day.year, day.month)[1]]


@given(day=days)
def test_a_night_covers_two_days(day: dt.date) -> None:
    after = day + dt.timedelta(days=1)
    value = read(f"dans la nuit du {ordinal(day.day)} au {ordinal(after.day)} {month(after)} {after.year}", day)
    assert (value.earliest, value.latest, value.granularity) == (day, after, "night")


@given(
    text=st.text(max_size=200)
    | st.lists(
        st.sampled_from(
            [
                "le",
                "3",
                "mars",
                "2020",
                "mardi",
                "il y a",
                "dernier",
                "fin",
                "de",
                "à",
                "du",
                "au",
                "semaine",
                ",",
                "\n\n",
                "été",
                "1er",
                "15/12",
                "hier",
                "dans",
                "la",
                "nuit",
                "99",
                "31",
                "février",
                "prochain",
                "siècle",
                "années",
                "depuis",
                "plus tard",
            ]
        ),
        max_size=30,
    ).map(" ".join),
    dct=st.none() | modern,
)
def test_whatever_the_text_offsets_cover_the_words(text: str, dct: dt.date | None) -> None:
    found = read_dates(text, grammar(), None if dct is None else on(dct))
    assert all(value.text == text[value.start : value.end] for value in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    for value in found:
        parse_edtf(value.edtf)
        assert value.earliest is None or value.latest is None or value.earliest <= value.latest
