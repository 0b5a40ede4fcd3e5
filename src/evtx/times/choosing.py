"""Choosing among the stretches that a date may mean: before, after or nearest to its anchor."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from evtx.times.stretch import Stretch

_TYPO_REACH = 60
_CLOSE = 550


class Choice(NamedTuple):
    """The stretch chosen, the others that fit as well, and how it was chosen, in words.

    `sure` says that no verb could have told otherwise.
    """

    chosen: Stretch
    others: tuple[Stretch, ...] = ()
    how: str = ""
    note: str | None = None
    sure: bool = False


def distance(value: Stretch, day: dt.date) -> int:
    """Days from a day to a closed stretch, 0 inside it."""
    if value.first is None or value.last is None:
        return 0
    return max((value.first - day).days, (day - value.last).days, 0)


def nearest(choices: Sequence[Stretch], day: dt.date) -> Stretch | None:
    """The stretch nearest to a day, the earlier of two equally near."""
    return min(choices, key=lambda value: distance(value, day), default=None)


def latest_begun(choices: Sequence[Stretch], day: dt.date) -> Stretch | None:
    """The latest stretch that begins on a day or before."""
    return next((value for value in reversed(choices) if value.first is not None and value.first <= day), None)


def first_unfinished(choices: Sequence[Stretch], day: dt.date) -> Stretch | None:
    """The first stretch that ends on a day or after."""
    return next((value for value in choices if value.last is not None and value.last >= day), None)


def stepped(choices: Sequence[Stretch], day: dt.date, step: int) -> Choice | None:
    """The last stretch wholly before a day (step -1) or the first wholly after it (step 1).

    A day of the very same week may also mean that of the week before or after: it is given among the others.
    """
    before = [value for value in choices if value.last is not None and value.last < day]
    after = [value for value in choices if value.first is not None and value.first > day]
    ordered = before[::-1] if step < 0 else after
    if not ordered:
        return None
    chosen, how = (ordered[0], "the last one before" if step < 0 else "the next one after")
    return Choice(chosen, tuple(ordered[1:2]) if _same_week(chosen, day) else (), f"{how} {day}")


def _same_week(value: Stretch, day: dt.date) -> bool:
    first = value.first
    return first is not None and value.grain == "day" and first.isocalendar()[:2] == day.isocalendar()[:2]


def directed(choices: Sequence[Stretch], day: dt.date, direction: str | None) -> Choice | None:
    """The stretch on the side of a day that the verb shows (`past` or `future`), else the nearest."""
    if direction == "past" and (before := latest_begun(choices, day)):
        return Choice(before, how=f"the last one up to {day}")
    if direction == "future" and (after := first_unfinished(choices, day)):
        return Choice(after, how=f"the first one from {day}")
    near = nearest(choices, day)
    return Choice(near, how=f"the nearest to {day}") if near else None


def only_near(dates: Sequence[dt.date], weekday: int, day: dt.date) -> Choice | None:
    """The nearest date when it falls on a weekday and no other for a year and a half does."""
    close = [date for date in dates if date.isoweekday() == weekday and abs((date - day).days) <= _CLOSE]
    if len(close) != 1 or any(abs((date - day).days) < abs((close[0] - day).days) for date in dates):
        return None
    return Choice(_one_day(close[0]), how=f"the nearest to {day}, on that weekday", sure=True)


def with_weekday(
    fitting: Sequence[dt.date], dates: Sequence[dt.date], weekday: int, day: dt.date, direction: str | None
) -> Choice | None:
    """The date whose weekday fits, unless the plain date is near and its weekday is one off: then a slip, noted."""
    close = [date for date in fitting if abs((date - day).days) <= _CLOSE]
    plain = directed(_days(dates), day, direction)
    if plain is None or plain.chosen.first is None or plain.chosen.first.isoweekday() == weekday:
        return plain
    slip = (plain.chosen.first.isoweekday() - weekday) % 7 in (1, 6) and distance(plain.chosen, day) <= _TYPO_REACH
    settled = directed(_days(close), day, direction) or directed(_days(fitting), day, None)
    if slip or settled is None:
        return Choice(plain.chosen, tuple(_days(close)), plain.how, "weekday_conflict")
    return Choice(settled.chosen, how=f"{settled.how}, on that weekday")


def _one_day(date: dt.date) -> Stretch:
    return Stretch(date, date, "day")


def _days(dates: Sequence[dt.date]) -> list[Stretch]:
    return [_one_day(date) for date in dates]
