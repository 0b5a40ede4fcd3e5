"""Calendar arithmetic and EDTF, against independent sources."""

from __future__ import annotations

import datetime as dt
from importlib import import_module

import edtf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from evtx.times.calendar import day_on, easter, months_on, part_of, unit_around, years
from evtx.times.stretch import Stretch, stretch
from evtx.times.stretch import edtf as written

days = st.dates(dt.date(1600, 1, 1), dt.date(2400, 12, 31))


@given(year=st.integers(1583, 4099))
def test_easter(year: int) -> None:
    assert easter(year) == import_module("dateutil.easter").easter(year)


@given(day=days, months=st.integers(-1200, 1200))
def test_months_on_keeps_the_day_or_takes_the_last(day: dt.date, months: int) -> None:
    moved = months_on(day, months)
    assert (moved.year * 12 + moved.month) - (day.year * 12 + day.month) == months
    assert moved.day == day.day or (moved.day < day.day and (moved + dt.timedelta(days=1)).day == 1)


@given(day=days, unit=st.sampled_from(["day", "week", "month", "quarter", "half", "year", "decade", "century"]))
def test_a_unit_holds_its_day_and_the_next_begins_where_it_ends(day: dt.date, unit: str) -> None:
    here = unit_around(day, unit)
    assert here.first is not None
    assert here.last is not None
    assert here.first <= day <= here.last
    assert unit_around(here.last + dt.timedelta(days=1), unit).first == here.last + dt.timedelta(days=1)


@given(day=days, unit=st.sampled_from(["month", "year", "season", "decade", "century"]))
def test_three_parts_cover_a_unit(day: dt.date, unit: str) -> None:
    whole = unit_around(day, "quarter" if unit == "season" else unit)
    begin, mid, end = (part_of(whole, part) for part in ("begin", "mid", "end"))
    assert (begin.first, end.last) == (whole.first, whole.last)
    assert begin.last is not None
    assert mid.last is not None
    assert (mid.first, end.first) == (begin.last + dt.timedelta(days=1), mid.last + dt.timedelta(days=1))


def test_out_of_the_calendar_is_an_error() -> None:
    with pytest.raises(OverflowError):
        day_on(dt.date(2020, 1, 1), "century", 100)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (years(2020, 2020), "2020"),
        (years(1900, 1999, "century"), "19XX"),
        (stretch(dt.date(2020, 3, 1), dt.date(2020, 3, 31), "month", approximate=True), "2020-03~"),
        (Stretch(dt.date(2020, 3, 1), None, "open"), "2020-03-01/.."),
        (Stretch(None, dt.date(2020, 3, 1), "open"), "../2020-03-01"),
        (
            Stretch(dt.date(2020, 3, 1), dt.date(2020, 3, 9), "set", members=("2020-03-01", "2020-03-09")),
            "{2020-03-01,2020-03-09}",
        ),
        (stretch(dt.date(2020, 12, 1), dt.date(2021, 2, 28), "season"), "2020-24"),
    ],
)
def test_edtf_of_a_stretch(value: Stretch, text: str) -> None:
    assert written(value) == text
    assert edtf.parse_edtf(text) is not None
