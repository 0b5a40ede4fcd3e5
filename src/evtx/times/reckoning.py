"""From a reading and its ground to a stretch of time."""

from __future__ import annotations

from collections.abc import Callable

from evtx.times import bounds, points
from evtx.times.choosing import Choice
from evtx.times.ground import Ground, Reckon
from evtx.times.readings import Reading


def reckon(reading: Reading, ground: Ground) -> Choice | None:
    """What a reading means on its ground; None when there is no such date.

    Raises OverflowError for years that the calendar does not hold.
    """
    return _OPERATIONS[reading.operation](reading, ground, reckon)


_OPERATIONS: dict[str, Callable[[Reading, Ground, Reckon], Choice | None]] = {
    "calendar": points.calendar_date,
    "season": points.calendar_date,
    "quarter": points.calendar_date,
    "half": points.calendar_date,
    "easter": points.calendar_date,
    "named": points.named_day,
    "decade": points.decade,
    "century": points.century,
    "shift": points.shifted,
    "lastn": points.last_units,
    "part": points.part,
    "within": points.within,
    "same": points.same,
    "night": bounds.night,
    "range": bounds.date_range,
    "several": bounds.several,
    "since": bounds.since,
    "until": bounds.until,
    "before": bounds.before,
    "after": bounds.after,
    "by": bounds.by,
}
