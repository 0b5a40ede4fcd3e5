"""From a reading and an anchor day to stretches of time: one operation, one small function."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from evtx.times.calendar import ONE, day_on, month_stretch, part_of, unit_around, years
from evtx.times.choosing import (
    Choice,
    directed,
    first_unfinished,
    latest_begun,
    nearest,
    stepped,
    with_weekday,
)
from evtx.times.readings import Reading, core
from evtx.times.recurring import IN_YEAR, occurrences
from evtx.times.stretch import Stretch, stretch


@dataclass(frozen=True, slots=True)
class Ground:
    """What a date is reckoned from: a day, and the side of it that the verb shows (`past`, `future` or neither).

    `following` asks for the first fitting date from the day on, as in a story told in order.
    """

    day: dt.date
    direction: str | None = None
    following: bool = False


def reckon(reading: Reading, ground: Ground) -> Choice | None:
    """What a reading means on its ground; None when there is no such date.

    Raises OverflowError for years that the calendar does not hold.
    """
    return _OPERATIONS[reading.operation](reading, ground)


def explicit(reading: Reading) -> bool:
    """Whether the words alone tell the date, down to the year."""
    plain = core(reading)
    operation, fields = plain.operation, plain.fields
    if operation in ("named", "decade", "century"):
        return True
    if operation in ("calendar", *IN_YEAR):
        return "year" in fields and all(explicit(part) for part in _parts(plain))
    if operation in ("range", "both"):
        return any(explicit(part) for part in _parts(plain))
    return operation not in ("shift", "lastn", "night") and bool(_parts(plain)) and all(map(explicit, _parts(plain)))


def _parts(reading: Reading) -> list[Reading]:
    return [value for value in reading.fields.values() if isinstance(value, Reading)]


def recurs(reading: Reading) -> bool:
    """Whether the words name a day, month or season without telling which of many."""
    plain = core(reading)
    return plain.operation in ("calendar", *IN_YEAR) and not plain.fields.keys() & {
        "year",
        "step",
    }


def _calendar(reading: Reading, ground: Ground) -> Choice | None:
    if "year" in reading.fields:
        return _dated(reading, ground)
    plain = occurrences(reading, ground.day)
    step = reading.number("step")
    if step:
        return stepped(plain, ground.day, step)
    return _recurring(reading, plain, ground)


def _recurring(reading: Reading, choices: Sequence[Stretch], ground: Ground) -> Choice | None:
    if ground.following:
        return directed(choices, ground.day, "future")
    weekday = reading.number("weekday")
    if weekday and reading.number("month"):
        fields = {key: value for key, value in reading.fields.items() if key != "weekday"}
        dates = occurrences(replace(reading, fields=fields), ground.day)
        return with_weekday(choices, dates, weekday, ground.day, ground.direction)
    return directed(choices, ground.day, ground.direction or _usual(reading))


def _usual(reading: Reading) -> str | None:
    """Without a telling verb a bare weekday or month lies in the past, anything finer where it is nearest."""
    bare = "day" not in reading.fields and reading.operation == "calendar" and "this" not in reading.fields
    return "past" if bare else None


def _dated(reading: Reading, ground: Ground) -> Choice | None:
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
    month, day, weekday = (
        reading.number("month"),
        reading.number("day"),
        reading.number("weekday"),
    )
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


def _named(reading: Reading, _: Ground) -> Choice | None:
    date = dt.date.fromisoformat(reading.word("date") or "")
    return Choice(stretch(date, date, "day"))


def _decade(reading: Reading, _: Ground) -> Choice | None:
    year = reading.number("number") or 0
    if year >= 100:
        return Choice(years(year // 10 * 10, year // 10 * 10 + 9, "decade"))
    old, new = (years(first + year // 10 * 10, first + year // 10 * 10 + 9, "decade") for first in (1900, 2000))
    return Choice(old, (new,) if year == 20 else ()) if year >= 20 else Choice(new)


def _century(reading: Reading, _: Ground) -> Choice | None:
    first = max(((reading.number("number") or 1) - 1) * 100, 1)
    return Choice(years(first, first // 100 * 100 + 99, "century"))


def _shift(reading: Reading, ground: Ground) -> Choice | None:
    unit, number = reading.word("unit") or "day", reading.number("number")
    count = (reading.number("step") or 0) * (1 if number is None else number)
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
    rough = number is not None and unit not in ("day", "hour")
    return Choice(replace(moved, approximate=rough), how=f"reckoned from {base}")


def _weekend(day: dt.date, step: int, direction: str | None) -> Choice | None:
    choices = [unit_around(day_on(day, "week", week), "weekend") for week in range(-2, 3)]
    return stepped(choices, day, step) if step else directed(choices, day, direction)


def _lastn(reading: Reading, ground: Ground) -> Choice | None:
    step = reading.number("step") or -1
    far = day_on(
        ground.day,
        reading.word("unit") or "day",
        step * (reading.number("number") or 1),
    )
    first, last = sorted((far, ground.day))
    return Choice(stretch(first, last, "interval"), how=f"reckoned from {ground.day}")


def _part(reading: Reading, ground: Ground) -> Choice | None:
    part, of, unit = (
        reading.word("part") or "whole",
        reading.inner("of"),
        reading.word("unit"),
    )
    if unit is not None:
        wholes = [unit_around(day_on(ground.day, unit, step), unit) for step in (-1, 0, 1)]
        return _current(wholes, part, ground)
    if of is None:
        return None
    if recurs(of):
        return directed(
            [part_of(w, part) for w in occurrences(core(of), ground.day)],
            ground.day,
            _side(ground),
        )
    whole = reckon(of, ground)
    return replace(whole, chosen=part_of(whole.chosen, part)) if whole else None


def _side(ground: Ground) -> str | None:
    return "future" if ground.following else ground.direction


def _current(wholes: Sequence[Stretch], part: str, ground: Ground) -> Choice | None:
    """A part of the current week, month or year; of the one before or after when the verb rules the current one out."""
    before, now, after = (part_of(whole, part) for whole in wholes)
    side = _side(ground)
    if side == "past" and now.first and now.first > ground.day:
        return Choice(before, how=f"the last one up to {ground.day}")
    if side == "future" and now.last and now.last < ground.day:
        return Choice(after, how=f"the first one from {ground.day}")
    return Choice(now, how=f"reckoned from {ground.day}")


def _within(reading: Reading, ground: Ground) -> Choice | None:
    whole = _outer(reading, ground)
    sought = core(reading.inner("of") or reading)
    if whole is None or whole.chosen.first is None or whole.chosen.last is None:
        return None
    first, last = whole.chosen.first, whole.chosen.last
    fitting = [v for v in occurrences(sought, first) if v.first and v.last and first <= v.first and v.last <= last]
    return Choice(fitting[0], how=whole.how) if fitting else None


def _outer(reading: Reading, ground: Ground) -> Choice | None:
    outer, unit = reading.inner("in"), reading.word("unit") or "month"
    if outer is not None:
        return reckon(outer, ground)
    return Choice(
        unit_around(day_on(ground.day, unit, reading.number("step") or 0), unit),
        how=f"reckoned from {ground.day}",
    )


def _same(reading: Reading, ground: Ground) -> Choice | None:
    of = reading.inner("of")
    if of is None:
        return None
    found = reckon(of, ground)
    return (
        replace(found, chosen=replace(found.chosen, approximate=True)) if found and "rough" in reading.fields else found
    )


def _night(reading: Reading, ground: Ground) -> Choice | None:
    if "last" in reading.fields:
        pair = _range(reading, ground)
        return replace(pair, chosen=replace(pair.chosen, grain="night")) if pair else None
    of = reading.inner("of")
    evening = reckon(of, ground) if of else _evening(reading, ground)
    if evening is None or evening.chosen.first is None:
        return None
    first = evening.chosen.first
    return replace(evening, chosen=stretch(first, first + ONE, "night"))


def _evening(reading: Reading, ground: Ground) -> Choice:
    step = reading.number("step") or (1 if ground.direction == "future" else -1)
    day = ground.day - ONE if step < 0 else ground.day
    return Choice(stretch(day, day, "day"), how=f"reckoned from {ground.day}")


def _ends(reading: Reading, ground: Ground) -> tuple[Choice, Choice] | None:
    """Both ends of a range; the end that says less is completed from the other."""
    first, last = _end(reading, "first"), _end(reading, "last")
    if explicit(first) and recurs(last):
        start = reckon(first, ground)
        end = (
            directed(
                occurrences(core(last), start.chosen.first),
                start.chosen.first,
                "future",
            )
            if start and (start.chosen.first)
            else None
        )
        return (start, end) if start and end else None
    end = reckon(last, ground)
    if end is None or end.chosen.last is None:
        return None
    start = _before(first, end.chosen, ground)
    return (start, end) if start else None


def _before(first: Reading, end: Stretch, ground: Ground) -> Choice | None:
    if not recurs(first) or end.last is None:
        return reckon(first, ground)
    found = latest_begun(occurrences(core(first), end.last), end.last)
    return Choice(found) if found else None


def _end(reading: Reading, name: str) -> Reading:
    """An end of a range as a reading: figures alone are a day of the month."""
    inner, number = reading.inner(name), reading.number(name)
    if inner is not None:
        return inner
    return Reading("calendar", {"day": number or 1}, reading.start, reading.end, reading.family)


def _range(reading: Reading, ground: Ground) -> Choice | None:
    ends = _ends(reading, ground)
    if ends is None:
        return None
    start, end = ends[0].chosen, ends[1].chosen
    if start.first is None or end.last is None or start.first > end.last:
        return None
    precision = (start.precision[0], end.precision[1])
    return replace(ends[1], chosen=Stretch(start.first, end.last, "interval", precision))


def _both(reading: Reading, ground: Ground) -> Choice | None:
    """Two dates named together: the days between when they touch, else a set."""
    found = _range(reading, ground)
    if found is None or found.chosen.first is None or found.chosen.last is None:
        return found
    first, last = found.chosen.first, found.chosen.last
    apart = found.chosen.precision == ("day", "day") and last - first > ONE and "every" not in reading.fields
    return replace(found, chosen=replace(found.chosen, grain="set", members=(first, last))) if apart else found


def _limit(reading: Reading, ground: Ground) -> Choice | None:
    of = reading.inner("of")
    return reckon(of, ground) if of is not None else _shift(reading, ground)


def _since(reading: Reading, ground: Ground) -> Choice | None:
    found = _limit(reading, ground)
    if found is None or found.chosen.first is None:
        return None
    value = found.chosen
    return replace(
        found,
        chosen=Stretch(value.first, None, "open", (value.precision[0], "day"), value.approximate),
    )


def _until(reading: Reading, ground: Ground) -> Choice | None:
    """Up to the end of a date; what lasted until then may have begun before, so a past verb does not tell."""
    found = _limit(
        reading,
        replace(ground, direction="future" if ground.direction == "future" else None),
    )
    if found is None or found.chosen.last is None:
        return None
    value = found.chosen
    return replace(found, chosen=Stretch(None, value.last, "open", ("day", value.precision[1])))


def _by(reading: Reading, ground: Ground) -> Choice | None:
    """From the anchor to the end of a date still to come."""
    found = _limit(
        reading,
        ground if "of" not in reading.fields else replace(ground, direction="future"),
    )
    if found is None or found.chosen.last is None or found.chosen.last < ground.day:
        return _until(reading, ground)
    value = Stretch(ground.day, found.chosen.last, "interval", ("day", found.chosen.precision[1]))
    return replace(found, chosen=value)


def _before_it(reading: Reading, ground: Ground) -> Choice | None:
    found = _limit(reading, ground)
    if found is None or found.chosen.first is None:
        return None
    value = Stretch(None, found.chosen.first - ONE, "open", ("day", found.chosen.precision[0]))
    return replace(found, chosen=value)


def _after_it(reading: Reading, ground: Ground) -> Choice | None:
    found = _limit(reading, ground)
    if found is None or found.chosen.last is None:
        return None
    value = Stretch(found.chosen.last + ONE, None, "open", (found.chosen.precision[1], "day"))
    return replace(found, chosen=value)


_OPERATIONS: dict[str, Callable[[Reading, Ground], Choice | None]] = {
    "calendar": _calendar,
    "season": _calendar,
    "quarter": _calendar,
    "half": _calendar,
    "easter": _calendar,
    "named": _named,
    "decade": _decade,
    "century": _century,
    "shift": _shift,
    "lastn": _lastn,
    "part": _part,
    "within": _within,
    "same": _same,
    "night": _night,
    "range": _range,
    "both": _both,
    "since": _since,
    "until": _until,
    "before": _before_it,
    "after": _after_it,
    "by": _by,
}
