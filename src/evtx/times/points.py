"""Points and units of time: one operation, one small function."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from evtx.times.calendar import day_on, month_stretch, part_of, unit_around, years
from evtx.times.choosing import Choice, directed, only_near, stepped, with_weekday
from evtx.times.ground import Ground, Reckon, recurs
from evtx.times.readings import Reading, core
from evtx.times.recurring import IN_YEAR, occurrences, yearly
from evtx.times.stretch import Stretch, stretch

# How many days away the month may be that a weekday with a day leaves unnamed: the one before, this or the next.
_NEAR = 45


def calendar_date(reading: Reading, ground: Ground, reckon: Reckon) -> Choice | None:
    """A day, weekday, month or year; a season, quarter or moving feast."""
    if "year" in reading.fields:
        return _dated(reading, ground, reckon)
    step = reading.number("step")
    if step:
        return stepped(occurrences(reading, ground.day), ground.day, step)
    weekday, month, day = reading.number("weekday"), reading.number("month"), reading.number("day")
    if weekday and month and day:
        dates = yearly(month, day, None, ground.day)
        sure = only_near(dates, weekday, ground.day)
        if sure:
            return sure
        return with_weekday(yearly(month, day, weekday, ground.day), dates, weekday, ground.day, ground.direction)
    if weekday and day:
        return _weekday_of_month(reading, ground)
    return directed(occurrences(reading, ground.day), ground.day, ground.direction or _usual(reading))


def _weekday_of_month(reading: Reading, ground: Ground) -> Choice | None:
    """A weekday with a day of a month that is not named, which is a month near by; the weekday alone when none fits."""
    days = [day for day in occurrences(reading, ground.day) if day.first and _is_near(day.first, ground.day)]
    if days:
        return directed(days, ground.day, ground.direction)
    weekday = reading._replace(fields={name: value for name, value in reading.fields.items() if name != "day"})
    choice = directed(occurrences(weekday, ground.day), ground.day, ground.direction or _usual(weekday))
    return choice._replace(note="weekday_conflict") if choice else None


def _is_near(day: dt.date, anchor: dt.date) -> bool:
    return abs((day - anchor).days) <= _NEAR


def _usual(reading: Reading) -> str | None:
    """Without a telling verb a bare weekday or month lies in the past, anything finer where it is nearest."""
    bare = "day" not in reading.fields and reading.operation == "calendar" and "this" not in reading.fields
    return "past" if bare else None


def _dated(reading: Reading, ground: Ground, reckon: Reckon) -> Choice | None:
    year, within = reading.number("year"), reading.inner("year")
    if within is not None:
        outer = reckon(within, ground)
        year = outer.chosen.first.year if outer and outer.chosen.first else None
    if year is None:
        return None
    if reading.operation in IN_YEAR:
        return Choice(IN_YEAR[reading.operation](reading, year))
    return _in_year(reading, year)


def _in_year(reading: Reading, year: int) -> Choice | None:
    month, day, weekday = (reading.number("month"), reading.number("day"), reading.number("weekday"))
    if month is None:
        return Choice(years(year, year))
    if day is None:
        return Choice(month_stretch(year, month))
    try:
        date = dt.date(year, month, day)
    except ValueError:
        return None
    note = "weekday_conflict" if weekday not in (None, date.isoweekday()) else None
    return Choice(stretch(date, date, "day"), note=note)


def named_day(reading: Reading, _: Ground, __: Reckon) -> Choice | None:
    """A day whose name is its date."""
    date = dt.date.fromisoformat(reading.word("date") or "")
    return Choice(stretch(date, date, "day"))


def decade(reading: Reading, _: Ground, __: Reckon) -> Choice | None:
    """Ten years; two figures mean this century below 20, the last one above, and both for 20."""
    year = reading.number("number") or 0
    if year >= 100:
        return Choice(years(year // 10 * 10, year // 10 * 10 + 9, "decade"))
    old, new = (years(first + year // 10 * 10, first + year // 10 * 10 + 9, "decade") for first in (1900, 2000))
    return Choice(old, (new,) if year == 20 else ()) if year >= 20 else Choice(new)


def century(reading: Reading, _: Ground, __: Reckon) -> Choice | None:
    """A hundred years, as people count them: the twentieth from 1900 to 1999."""
    first = max(((reading.number("number") or 1) - 1) * 100, 1)
    return Choice(years(first, first // 100 * 100 + 99, "century"))


# What half a unit is counted in, and how many of these a whole one has.
_HALVES = {"year": ("month", 12), "month": ("day", 30), "week": ("day", 7)}


def shifted(reading: Reading, ground: Ground, reckon: Reckon) -> Choice | None:
    """A number of units before or after the anchor, or another date; rough where the unit is coarse and counted."""
    unit, number = reading.word("unit") or "day", reading.number("number")
    step = reading.number("step") or 0
    count = step * (1 if number is None else number)
    if "half" in reading.fields and unit in _HALVES:
        unit, size = _HALVES[unit]
        count = count * size + step * size // 2
    base = ground.day
    of = reading.inner("of")
    if of is not None:
        outer = reckon(of, ground)
        if outer is None or outer.chosen.first is None:
            return None
        base = outer.chosen.first
    if unit == "weekend" and number is None:
        return _weekend(base, count, ground.direction)
    moved = unit_around(day_on(base, unit, count), unit)
    rough = number is not None and (unit not in ("day", "hour") or "half" in reading.fields)
    return Choice(moved._replace(approximate=rough), how=f"counted from {base}")


def _weekend(day: dt.date, step: int, direction: str | None) -> Choice | None:
    choices = [unit_around(day_on(day, "week", week), "weekend") for week in range(-2, 3)]
    return stepped(choices, day, step) if step else directed(choices, day, direction)


def last_units(reading: Reading, ground: Ground, __: Reckon) -> Choice | None:
    """From so many units ago to the anchor, or from the anchor on."""
    step = reading.number("step") or -1
    far = day_on(ground.day, reading.word("unit") or "day", step * (reading.number("number") or 1))
    first, last = sorted((far, ground.day))
    return Choice(stretch(first, last, "interval"), how=f"counted from {ground.day}")


def part(reading: Reading, ground: Ground, reckon: Reckon) -> Choice | None:
    """The beginning, middle or end of a date, or of the current week, month or year."""
    which, of, unit = reading.word("part") or "whole", reading.inner("of"), reading.word("unit")
    if unit is not None:
        wholes = [unit_around(day_on(ground.day, unit, step), unit) for step in (-1, 0, 1)]
        return _current(wholes, which, ground)
    if of is None:
        return None
    if recurs(of):
        parts = [part_of(whole, which) for whole in occurrences(core(of), ground.day)]
        return directed(parts, ground.day, ground.direction)
    whole = reckon(of, ground)
    return whole._replace(chosen=part_of(whole.chosen, which)) if whole else None


def _current(wholes: Sequence[Stretch], part: str, ground: Ground) -> Choice | None:
    """A part of the current week, month or year; of the one before or after when the verb rules the current one out."""
    before, now, after = (part_of(whole, part) for whole in wholes)
    if ground.direction == "past" and now.first and now.first > ground.day:
        return Choice(before, how=f"the last one up to {ground.day}")
    if ground.direction == "future" and now.last and now.last < ground.day:
        return Choice(after, how=f"the first one from {ground.day}")
    return Choice(now, how=f"counted from {ground.day}")


def within(reading: Reading, ground: Ground, reckon: Reckon) -> Choice | None:
    """A weekday, day or month inside a longer stretch."""
    whole = _outer(reading, ground, reckon)
    sought = core(reading.inner("of") or reading)
    if whole is None or whole.chosen.first is None or whole.chosen.last is None:
        return None
    first, last = whole.chosen.first, whole.chosen.last
    fitting = [v for v in occurrences(sought, first) if v.first and v.last and first <= v.first and v.last <= last]
    return Choice(fitting[0], how=whole.how) if fitting else None


def _outer(reading: Reading, ground: Ground, reckon: Reckon) -> Choice | None:
    outer, unit = reading.inner("in"), reading.word("unit") or "month"
    if outer is not None:
        return reckon(outer, ground)
    return Choice(
        unit_around(day_on(ground.day, unit, reading.number("step") or 0), unit), how=f"counted from {ground.day}"
    )


def same(reading: Reading, ground: Ground, reckon: Reckon) -> Choice | None:
    """What the inner reading means; roughly, when the words say so."""
    of = reading.inner("of")
    if of is None:
        return None
    found = reckon(of, ground)
    if found is None or "rough" not in reading.fields:
        return found
    return found._replace(chosen=found.chosen._replace(approximate=True))
