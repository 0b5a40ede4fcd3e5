"""A calendar date told outright, by a header or by the user, as a date value."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from evtx.event import DateValue

_ONE_DAY = dt.timedelta(days=1)


class Day(NamedTuple):
    """A year, and a month and a day of it where they are told."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def first(self) -> dt.date:
        """The first day it may be; ValueError when there is no such day."""
        return dt.date(self.year, 1 if self.month is None else self.month, 1 if self.day is None else self.day)

    @property
    def last(self) -> dt.date:
        """The last day it may be.

        >>> Day(2020, 2).last, Day(2020).last
        (datetime.date(2020, 2, 29), datetime.date(2020, 12, 31))
        """
        if self.day:
            return self.first
        if not self.month or self.month == 12:
            return dt.date(self.year, 12, 31)
        return dt.date(self.year, self.month + 1, 1) - _ONE_DAY

    @property
    def granularity(self) -> str:
        """How finely it is told."""
        return "day" if self.day else "month" if self.month else "year"

    @property
    def edtf(self) -> str:
        """Its EDTF string (level 0).

        >>> Day(2020, 3).edtf
        '2020-03'
        """
        return self.first.isoformat()[: {"year": 4, "month": 7, "day": 10}[self.granularity]]

    @property
    def exists(self) -> bool:
        """Whether the calendar has it.

        >>> Day(2021, 2, 29).exists, Day(2021, 0).exists
        (False, False)
        """
        try:
            return bool(self.first)
        except ValueError:
            return False


def day_value(day: Day, text: str, start: int, anchor: str, reason: str) -> DateValue:
    """The date value of a day written at an offset."""
    return DateValue(
        edtf=day.edtf,
        earliest=day.first,
        latest=day.last,
        granularity=day.granularity,
        text=text,
        start=start,
        end=start + len(text),
        anchor=anchor,
        reason=reason,
    )
