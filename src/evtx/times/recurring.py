"""Dates that come round again: every day, month or season that the fields of a yearless date fit."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator

from evtx.times.calendar import ONE, dates_in, easter, month_stretch, months_on, season_stretch
from evtx.times.readings import Reading
from evtx.times.stretch import Stretch, stretch

NEAR_YEARS, FAR_YEARS = 2, 10
_NEAR_MONTHS = 13


def occurrences(reading: Reading, around: dt.date) -> tuple[Stretch, ...]:
    """The stretches a recurring reading may mean, in order of time, for some years or months around a day.

    A weekday with day and month is looked for ten years back and one on; everything else within two years.
    """
    make = _MAKERS.get(reading.operation)
    if make is not None:
        return tuple(make(reading, year) for year in _years(around))
    month, day, weekday = (reading.number("month"), reading.number("day"), reading.number("weekday"))
    if month is not None and day is None:
        return tuple(month_stretch(year, month) for year in _years(around))
    if month is not None and day is not None:
        return tuple(_days(yearly(month, day, weekday, around)))
    if day is not None:
        return tuple(_days(_in_months(day, weekday, around)))
    return tuple(_days(_weekdays(weekday or 1, around)))


def _years(around: dt.date, back: int = NEAR_YEARS, on: int = NEAR_YEARS) -> range:
    return range(max(around.year - back, 2), min(around.year + on, 9997) + 1)


def _days(dates: Iterable[dt.date]) -> list[Stretch]:
    return [Stretch(day, day, "day") for day in dates]


def yearly(month: int, day: int, weekday: int | None, around: dt.date) -> list[dt.date]:
    """The same day of some years around a day: of two years on either side, of ten when it must fall on a weekday."""
    if weekday is None:
        rare = month == 2 and day == 29
        return dates_in(_years(around, 4, 4) if rare else _years(around), month, day)
    fitting = dates_in(_years(around, FAR_YEARS), month, day)
    return [date for date in fitting if date.isoweekday() == weekday]


def _in_months(day: int, weekday: int | None, around: dt.date) -> Iterator[dt.date]:
    for step in range(-_NEAR_MONTHS, _NEAR_MONTHS + 1):
        first = months_on(around.replace(day=1), step)
        date = first + ONE * (day - 1)
        if date.month == first.month and weekday in (None, date.isoweekday()):
            yield date


def _weekdays(weekday: int, around: dt.date) -> Iterator[dt.date]:
    same_week = around + ONE * (weekday - around.isoweekday())
    return (same_week + ONE * 7 * week for week in range(-3, 4))


def _easter_day(reading: Reading, year: int) -> Stretch:
    day = easter(year) + ONE * (reading.number("feast") or 0)
    return stretch(day, day, "day")


def _quarter(reading: Reading, year: int) -> Stretch:
    return month_stretch(year, ((reading.number("number") or 1) - 1) % 4 * 3 + 1, 3, "quarter")


def _half(reading: Reading, year: int) -> Stretch:
    return month_stretch(year, ((reading.number("number") or 1) - 1) % 2 * 6 + 1, 6, "half")


def _season(reading: Reading, year: int) -> Stretch:
    return season_stretch(year, reading.number("season") or 1)


IN_YEAR: dict[str, Callable[[Reading, int], Stretch]] = {
    "easter": _easter_day,
    "quarter": _quarter,
    "half": _half,
    "season": _season,
}
"""What an operation means in a given year."""

_MAKERS = IN_YEAR
