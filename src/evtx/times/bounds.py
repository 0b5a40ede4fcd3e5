"""Ranges, nights and open stretches: what two dates, or one and a preposition, cover."""

from __future__ import annotations

from itertools import pairwise

from evtx.times.calendar import ONE
from evtx.times.choosing import Choice, directed, latest_begun
from evtx.times.ground import Ground, Reckon, explicit, recurs
from evtx.times.points import shifted
from evtx.times.readings import Reading, core
from evtx.times.recurring import occurrences
from evtx.times.stretch import Stretch, edtf, stretch

_RECENT = 60


def night(reading: Reading, ground: Ground, reckon: Reckon) -> Choice | None:
    """From the evening of one day into the next: both named, one named, or the night nearest to the anchor."""
    if "last" in reading.fields:
        pair = date_range(reading, ground, reckon)
        return pair._replace(chosen=pair.chosen._replace(grain="night")) if pair else None
    of = reading.inner("of")
    evening = reckon(of, ground) if of else _evening(reading, ground)
    if evening is None or evening.chosen.first is None:
        return None
    first = evening.chosen.first
    return evening._replace(chosen=stretch(first, first + ONE, "night"))


def _evening(reading: Reading, ground: Ground) -> Choice:
    step = reading.number("step") or (1 if ground.direction == "future" else -1)
    day = ground.day - ONE if step < 0 else ground.day
    return Choice(stretch(day, day, "day"), how=f"counted from {ground.day}")


def _ends(reading: Reading, ground: Ground, reckon: Reckon) -> tuple[Choice, Choice] | None:
    """Both ends of a range; the end that says less is completed from the other."""
    first, last = _end(reading, "first"), _end(reading, "last")
    if explicit(first) and recurs(last):
        start = reckon(first, ground)
        end = _after(last, start.chosen) if start else None
    else:
        end = reckon(last, ground)
        start = _before(first, end.chosen, ground, reckon) if end else None
    return (start, end) if start and end else None


def _after(last: Reading, start: Stretch) -> Choice | None:
    return directed(occurrences(core(last), start.first), start.first, "future") if start.first else None


def _before(first: Reading, end: Stretch, ground: Ground, reckon: Reckon) -> Choice | None:
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


def date_range(reading: Reading, ground: Ground, reckon: Reckon) -> Choice | None:
    """All days from the first date to the end of the last; None when they are out of order."""
    ends = _ends(reading, ground, reckon)
    if ends is None:
        return None
    start, end = ends[0].chosen, ends[1].chosen
    if start.first is None or end.last is None or start.first > end.last:
        return None
    precision = (start.precision[0], end.precision[1])
    return ends[1]._replace(chosen=Stretch(start.first, end.last, "interval", precision))


_NAMED = ("first", "second", "third", "fourth", "last")


def several(reading: Reading, ground: Ground, reckon: Reckon) -> Choice | None:
    """Some dates named together: all days between when each touches the next, else a set."""
    found = date_range(reading, ground, reckon)
    ends = _ends(reading, ground, reckon)
    if found is None or ends is None or found.chosen.last is None:
        return found
    end = ends[1].chosen
    between = [_before(_end(reading, name), end, ground, reckon) for name in _NAMED[1:-1] if name in reading.fields]
    members = [ends[0].chosen, *(choice.chosen for choice in between if choice), end]
    if all(_touch(one, other) for one, other in pairwise(members)):
        return found
    written = tuple(edtf(member) for member in members)
    return found._replace(chosen=found.chosen._replace(grain="set", members=written))


def _touch(one: Stretch, other: Stretch) -> bool:
    return one.last is not None and other.first is not None and other.first - one.last <= ONE


def _limit(reading: Reading, ground: Ground, reckon: Reckon) -> Choice | None:
    of = reading.inner("of")
    return reckon(of, ground) if of is not None else shifted(reading, ground, reckon)


def since(reading: Reading, ground: Ground, reckon: Reckon) -> Choice | None:
    """From the beginning of a date, or from so many units ago, with no end; a past date unless it may lie ahead."""
    ground = ground if "ahead" in reading.fields else ground._replace(direction="past")
    found = _limit(reading, ground, reckon)
    if found is None or found.chosen.first is None:
        return None
    value = found.chosen
    return found._replace(chosen=Stretch(value.first, None, "open", (value.precision[0], "day"), value.approximate))


def until(reading: Reading, ground: Ground, reckon: Reckon) -> Choice | None:
    """Up to the end of a date near by, or one to come where the nearest is long past.

    A past verb tells nothing here, as what lasted until a day to come may have begun before.
    """
    near = _limit(reading, ground._replace(direction=None), reckon)
    ahead = ground.direction == "future" or (ground.direction is None and near and _long_ago(near.chosen, ground))
    found = _limit(reading, ground._replace(direction="future"), reckon) if ahead else near
    if found is None or found.chosen.last is None:
        return None
    value = found.chosen
    return found._replace(chosen=Stretch(None, value.last, "open", ("day", value.precision[1])))


def _long_ago(value: Stretch, ground: Ground) -> bool:
    return value.last is not None and (ground.day - value.last).days > _RECENT


def by(reading: Reading, ground: Ground, reckon: Reckon) -> Choice | None:
    """From the anchor to the end of a date still to come."""
    ahead = ground._replace(direction="future") if "of" in reading.fields else ground
    found = _limit(reading, ahead, reckon)
    if found is None or found.chosen.last is None or found.chosen.last < ground.day:
        return until(reading, ground, reckon)
    value = Stretch(ground.day, found.chosen.last, "interval", ("day", found.chosen.precision[1]))
    return found._replace(chosen=value)


def before(reading: Reading, ground: Ground, reckon: Reckon) -> Choice | None:
    """All that lies before a date."""
    found = _limit(reading, ground, reckon)
    if found is None or found.chosen.first is None:
        return None
    value = Stretch(None, found.chosen.first - ONE, "open", ("day", found.chosen.precision[0]))
    return found._replace(chosen=value)


def after(reading: Reading, ground: Ground, reckon: Reckon) -> Choice | None:
    """All that lies after a date."""
    found = _limit(reading, ground, reckon)
    if found is None or found.chosen.last is None:
        return None
    value = Stretch(found.chosen.last + ONE, None, "open", (found.chosen.precision[1], "day"))
    return found._replace(chosen=value)
