"""What dates are reckoned from, and what kind of thing a reading says."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import NamedTuple

from evtx.times.choosing import Choice
from evtx.times.readings import Reading, core
from evtx.times.recurring import IN_YEAR


class Ground(NamedTuple):
    """What a date is reckoned from: a day, and where to look from there (`past`, `future`, `nearest`, or not told)."""

    day: dt.date
    direction: str | None = None


_CALENDAR = frozenset(("calendar", *IN_YEAR))

Reckon = Callable[[Reading, Ground], Choice | None]
"""How a reading inside another is reckoned."""


def explicit(reading: Reading) -> bool:
    """Whether the words alone tell the date, down to the year."""
    plain = core(reading)
    operation, fields = plain.operation, plain.fields
    if operation in ("named", "decade", "century"):
        return True
    if operation in _CALENDAR:
        return "year" in fields and all(explicit(part) for part in _parts(plain))
    parts = _parts(plain)
    if operation in ("range", "several") or (operation == "night" and "last" in fields):
        return any(map(explicit, parts)) and all(explicit(part) or recurs(part) for part in parts)
    return operation not in ("shift", "lastn", "night", "by") and bool(parts) and all(map(explicit, parts))


def _parts(reading: Reading) -> list[Reading]:
    return [value for value in reading.fields.values() if isinstance(value, Reading)]


def recurs(reading: Reading) -> bool:
    """Whether the words name a day, month or season without telling which of many."""
    plain = core(reading)
    return plain.operation in _CALENDAR and not plain.fields.keys() & {"year", "step"}


def comes_yearly(reading: Reading) -> bool:
    """Whether the words name a day, month or season of the year without telling the year."""
    plain = core(reading)
    return recurs(plain) and ("month" in plain.fields or plain.operation in IN_YEAR)
