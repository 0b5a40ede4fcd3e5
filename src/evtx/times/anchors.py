"""What dates are reckoned from: the document's day, or all the days it may be."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from evtx.event import DateValue
from evtx.times.calendar import dates_in
from evtx.times.readings import Reading, core, marked

_CLOSE_BY = 2
_YEAR = 366


class Anchor(NamedTuple):
    """The days from which something may be reckoned, as first and last of each possibility, and what tells them."""

    name: str
    days: tuple[tuple[dt.date, dt.date], ...] = ()

    @property
    def known(self) -> bool:
        """Whether there is any day to reckon from."""
        return bool(self.days)


def value_anchor(value: DateValue | None, name: str) -> Anchor:
    """The anchor that a date value gives; without closed ends it is unknown."""
    if value is None or value.earliest is None or value.latest is None:
        return Anchor("none")
    return Anchor(name, ((value.earliest, value.latest),))


def document_anchor(readings: Sequence[Reading], dct: DateValue | None, years: tuple[int, int]) -> Anchor:
    """The document's day: as given, narrowed by what the text proves; without one, every day its weekdays allow.

    A weekday with day and month that the text calls its own (*this Wednesday 16 December*), or one beside *today* or
    *yesterday*, is the day of writing or tells it.
    """
    given = value_anchor(dct, "dct")
    own = [own for index, reading in enumerate(readings) if (own := _own_day(readings, index, reading))]
    if given.known:
        (low, high) = given.days[0]
        return Anchor("dct", (_narrowed(low, high, own, readings),)) if low < high else given
    days = sorted({day for date, shift in own[:1] for day in _possible(date, shift, years)})
    return Anchor("weekday" if days else "none", tuple((day, day) for day in days))


def _own_day(readings: Sequence[Reading], index: int, reading: Reading) -> tuple[Reading, int] | None:
    """The reading that dates the document, and how many days before its date the document is."""
    date = core(reading)
    if date.operation != "calendar" or not {"day", "month"} <= date.fields.keys():
        return None
    if marked(reading, "this"):
        return date, 0
    before = core(readings[index - 1]) if index else None
    if before is None or reading.start - before.end > _CLOSE_BY or before.operation != "shift":
        return None
    beside = before.word("unit") == "day" and "number" not in before.fields and "anchor" not in before.fields
    return (date, before.number("step") or 0) if beside else None


def _possible(date: Reading, shift: int, years: tuple[int, int]) -> list[dt.date]:
    return [day - dt.timedelta(days=shift) for day in fitting_days(date, years)]


def fitting_days(date: Reading, years: tuple[int, int]) -> list[dt.date]:
    """The days in a range of years that a day and month, with its weekday and year if it has them, can be."""
    year, month, day, weekday = (date.number(name) for name in ("year", "month", "day", "weekday"))
    if month is None or day is None or (weekday is None and year is None):
        return []
    span = range(years[0], years[1] + 1) if year is None else range(year, year + 1)
    return [d for d in dates_in(span, month, day) if weekday in (None, d.isoweekday())]


def _narrowed(
    low: dt.date, high: dt.date, own: Sequence[tuple[Reading, int]], readings: Sequence[Reading]
) -> tuple[dt.date, dt.date]:
    """An interval shortened to the day of writing, or to what lies after the last day told of in it."""
    for date, shift in own:
        inside = [d for d in _days_near(date, low, high, shift) if low <= d <= high]
        if inside:
            return inside[0], inside[0]
    told = [d for reading in readings for d in _days_near(core(reading), low, high, 0) if low <= d <= high]
    return (max(told), high) if told else (low, high)


def _days_near(date: Reading, low: dt.date, high: dt.date, shift: int) -> list[dt.date]:
    year, month, day, weekday = (date.number(name) for name in ("year", "month", "day", "weekday"))
    if date.operation != "calendar" or month is None or day is None or date.fields.get("step") == 1:
        return []
    span = range(low.year, high.year + 1) if year is None else range(year, year + 1)
    fitting = (d for d in dates_in(span, month, day) if weekday in (None, d.isoweekday()))
    return [d - dt.timedelta(days=shift) for d in fitting]


def solved_together(dates: Sequence[Reading], years: tuple[int, int]) -> dict[int, tuple[dt.date, ...]]:
    """For each weekday with day and month the days it can be, given that all lie within a year of one another.

    Keyed by where the date begins. Source of the idea: a year returns the same weekdays after 5, 6 or 11 years, and
    dates before and after the end of February shift apart in leap years, so that several dates narrow one another.
    """
    possible = {date.start: fitting_days(core(date), years) for date in dates}
    possible = {start: days for start, days in possible.items() if days}
    return {
        start: tuple(d for d in days if all(_reachable(d, other) for other in possible.values()))
        for start, days in possible.items()
    }


def _reachable(day: dt.date, days: Sequence[dt.date]) -> bool:
    return any(abs((day - other).days) <= _YEAR for other in days)
