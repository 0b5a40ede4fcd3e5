"""Calendar arithmetic: the days that a unit, a part or a recurring date covers."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterable

from evtx.times.stretch import Stretch, stretch

ONE = dt.timedelta(days=1)
_MONTHS_IN = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
_DAYS_IN = {"day": 1, "week": 7, "weekend": 7, "fortnight": 14}
_HOURS_IN_DAY = 24
_LONGEST_MONTH = (0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def month_end(year: int, month: int) -> dt.date:
    """The last day of a month.

    >>> month_end(2020, 2)
    datetime.date(2020, 2, 29)
    """
    return dt.date(year, month, _days_in(year, month))


def _days_in(year: int, month: int) -> int:
    return 28 if month == 2 and not calendar.isleap(year) else _LONGEST_MONTH[month]


def months_on(day: dt.date, months: int) -> dt.date:
    """The same day of the month some months on, or the last day of that month; OverflowError outside years 1-9999.

    >>> months_on(dt.date(2020, 3, 31), -1)
    datetime.date(2020, 2, 29)
    """
    count = day.year * 12 + day.month - 1 + months
    if not 12 <= count < 120000:
        raise OverflowError("year out of range")
    year, month = count // 12, count % 12 + 1
    return dt.date(year, month, min(day.day, _days_in(year, month)))


def day_on(day: dt.date, unit: str, count: int) -> dt.date:
    """The day a number of units before or after another."""
    if unit in _DAYS_IN:
        return day + dt.timedelta(days=_DAYS_IN[unit] * count)
    if unit == "hour":
        return day + dt.timedelta(days=-(-abs(count) // _HOURS_IN_DAY) * (1 if count > 0 else -1))
    return months_on(day, _MONTHS_IN[unit] * count)


def month_stretch(year: int, month: int, months: int = 1, grain: str = "month") -> Stretch:
    """Whole months from the first of one."""
    first = dt.date(year, month, 1)
    last = first if months == 1 else months_on(first, months - 1)
    return stretch(first, month_end(last.year, last.month), grain)


def years(first: int, last: int, grain: str = "year") -> Stretch:
    """Whole years, both counted."""
    return stretch(dt.date(first, 1, 1), dt.date(last, 12, 31), grain)


def season_stretch(year: int, season: int) -> Stretch:
    """Three whole months; 1 spring from March, 2 summer, 3 autumn, 4 winter from December of that year.

    >>> season_stretch(2019, 4).last
    datetime.date(2020, 2, 29)
    """
    return month_stretch(year, season * 3, 3, "season")


def unit_around(day: dt.date, unit: str) -> Stretch:
    """The day, week (Monday to Sunday), weekend, month, quarter, half, year, decade or century that holds a day."""
    if unit in ("day", "hour"):
        return stretch(day, day, "day")
    monday = day - ONE * day.weekday()
    if unit in ("week", "fortnight"):
        return stretch(monday, monday + 6 * ONE, "week")
    if unit == "weekend":
        return stretch(monday + 5 * ONE, monday + 6 * ONE, "weekend")
    return _months_around(day, unit)


def _months_around(day: dt.date, unit: str) -> Stretch:
    size = _MONTHS_IN[unit]
    if size <= 12:
        return month_stretch(day.year, (day.month - 1) // size * size + 1, size, unit)
    first = max(day.year // (size // 12) * (size // 12), 1)
    return years(first, first + size // 12 - 1, unit)


def part_of(whole: Stretch, part: str) -> Stretch:
    """The beginning, middle or end of a stretch, by the convention of docs: thirds of a month, a year, a week.

    A month: days 1-10, 11-20, 21-end. A year: January-April, May-August, September-December. A week: Monday-Wednesday,
    Wednesday-Thursday, Friday-Sunday. Anything else: three equal parts.
    """
    if whole.first is None or whole.last is None or part == "whole":
        return whole
    if whole.grain == "month":
        return _third_of_month(whole.first, whole.last, part)
    if whole.grain == "year":
        month = {"begin": 1, "mid": 5, "end": 9}[part]
        return month_stretch(whole.first.year, month, 4, "half")._replace(grain="part")
    if whole.grain == "week":
        first, last = {"begin": (0, 2), "mid": (2, 3), "end": (4, 6)}[part]
        return stretch(whole.first + first * ONE, whole.first + last * ONE, "part")
    return _third(whole.first, whole.last, whole.grain, part)


def _third_of_month(first: dt.date, last: dt.date, part: str) -> Stretch:
    low, high = {"begin": (1, 10), "mid": (11, 20), "end": (21, last.day)}[part]
    return stretch(first.replace(day=low), first.replace(day=high), "part")


def _third(first: dt.date, last: dt.date, grain: str, part: str) -> Stretch:
    index = ("begin", "mid", "end").index(part)
    if grain in ("season", "quarter"):
        start = months_on(first, index)
        return month_stretch(start.year, start.month)
    if grain in ("decade", "century"):
        size = last.year - first.year + 1
        return years(first.year + size * index // 3, first.year + size * (index + 1) // 3 - 1, "interval")
    size = (last - first).days + 1
    low, high = size * index // 3, max(size * (index + 1) // 3 - 1, size * index // 3)
    return stretch(first + ONE * low, first + ONE * high, "part")


def easter(year: int) -> dt.date:
    """Western Easter Sunday (anonymous Gregorian algorithm, Meeus, Astronomical Algorithms, chapter 8).

    >>> easter(2018)
    datetime.date(2018, 4, 1)
    """
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    h = (19 * a + b - d - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    i, k = divmod(c, 4)
    tail = (32 + 2 * e + 2 * i - h - k) % 7
    month, day = divmod(h + tail - 7 * ((a + 11 * h + 22 * tail) // 451) + 114, 31)
    return dt.date(year, month, day + 1)


def dates_in(years_: Iterable[int], month: int, day: int) -> list[dt.date]:
    """The same day of the year in several years; years without it (29 February) are left out."""
    if month == 2 and day == 29:
        years_ = [year for year in years_ if calendar.isleap(year)]
    return [dt.date(year, month, day) for year in years_] if 0 < day <= _LONGEST_MONTH[month] else []
