"""Stretches of time: first and last day, how fine they are, and their EDTF form."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

_MASKED = {"decade": 3, "century": 2}
_FINE = dict.fromkeys(("month", "season", "quarter", "half"), "month") | dict.fromkeys(("year", *_MASKED), "year")


class Stretch(NamedTuple):
    """Days from `first` to `last`, None where open.

    `grain` names what kind of stretch it is (day, week, weekend, month, season, quarter, half, year, decade, century,
    night, part, interval, open, set, whose `members` are written in EDTF); `precision` how finely each end is written
    in an interval (day, month or year).
    """

    first: dt.date | None
    last: dt.date | None
    grain: str
    precision: tuple[str, str] = ("day", "day")
    approximate: bool = False
    members: tuple[str, ...] = ()


def stretch(first: dt.date, last: dt.date, grain: str, approximate: bool = False) -> Stretch:
    """A closed stretch whose ends are written as finely as its grain asks."""
    fine = _FINE.get(grain, "day")
    return Stretch(first, last, grain, (fine, fine), approximate)


def bound(day: dt.date | None, precision: str) -> str:
    """One end of an interval in EDTF.

    >>> bound(dt.date(2020, 3, 1), "month"), bound(None, "day")
    ('2020-03', '..')
    """
    if day is None:
        return ".."
    return day.isoformat()[: {"year": 4, "month": 7}.get(precision, 10)]


def edtf(value: Stretch) -> str:
    """The EDTF string of a stretch (Library of Congress, 2019); weeks, quarters and parts as intervals.

    >>> edtf(stretch(dt.date(1990, 1, 1), dt.date(1999, 12, 31), "decade"))
    '199X'
    >>> edtf(stretch(dt.date(2020, 6, 1), dt.date(2020, 8, 31), "season"))
    '2020-22'
    """
    if value.members:
        return "{" + ",".join(value.members) + "}"
    if value.grain in _MASKED and value.first is not None:
        kept = _MASKED[value.grain]
        return f"{value.first.year:04d}"[:kept] + "X" * (4 - kept)
    if value.grain == "season" and value.first is not None:
        return f"{value.first.year:04d}-{20 + value.first.month // 3}"
    return _plain(value)


def _plain(value: Stretch) -> str:
    mark = "~" if value.approximate else ""
    first, last = (bound(value.first, value.precision[0]), bound(value.last, value.precision[1]))
    ends = [end if end == ".." else end + mark for end in (first, last)]
    single = first == last and value.grain in ("day", "month", "year")
    return ends[0] if single else "/".join(ends)
