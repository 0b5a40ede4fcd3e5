"""What the words of a date expression say, before anything is reckoned: an operation and its fields.

Operations: `calendar` (weekday, day, month, year, holiday), `easter`, `named`, `season`, `quarter`, `half`, `decade`,
`century`; `shift` (a number of units from an anchor), `lastn` (the last or next so many), `part` (beginning, middle,
end), `within` (a weekday, day or month inside a longer stretch), `night`, `range`, `several`, `since`, `until`,
`before`, `after`, `by`; `same` (only wider words); `nothing` (words that look like a date and are none).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import NamedTuple


class Reading(NamedTuple):
    """A date expression with its fields, and where it stands."""

    operation: str
    fields: Mapping[str, int | str | Reading]
    start: int
    end: int
    family: str
    alone: bool = True

    def number(self, name: str) -> int | None:
        """A field that holds a whole number, None when absent."""
        value = self.fields.get(name)
        return value if isinstance(value, int) else None

    def word(self, name: str) -> str | None:
        """A field that holds a word, None when absent."""
        value = self.fields.get(name)
        return value if isinstance(value, str) else None

    def inner(self, name: str) -> Reading | None:
        """A field that holds another reading, None when absent."""
        value = self.fields.get(name)
        return value if isinstance(value, Reading) else None


def nested(reading: Reading) -> Iterator[Reading]:
    """A reading and all readings inside it."""
    yield reading
    for value in reading.fields.values():
        if isinstance(value, Reading):
            yield from nested(value)


def anaphoric(reading: Reading) -> bool:
    """Whether it is reckoned from an earlier date of the text."""
    fields = reading.fields
    if fields.get("anchor") == "last":
        return True
    return any(anaphoric(value) for value in fields.values() if isinstance(value, Reading))


def core(reading: Reading) -> Reading:
    """The reading without wrappers that only widen the words."""
    while reading.operation == "same":
        inner = reading.fields.get("of")
        if not isinstance(inner, Reading):
            break
        reading = inner
    return reading


def marked(reading: Reading, name: str) -> bool:
    """Whether the reading or one of its wrappers carries a field."""
    inner = reading.inner("of")
    here = name in reading.fields
    return here or (reading.operation == "same" and inner is not None and marked(inner, name))


def written_date(figures: str, day_first: bool, century_start: int) -> dict[str, int] | None:
    """Fields of a date in figures; None when there is no such day.

    >>> written_date("15.12.20", True, 1950)
    {'day': 15, 'month': 12, 'year': 2020}
    >>> written_date("12/2020", True, 1950)
    {'month': 12, 'year': 2020}
    """
    parts = [int(part) for part in figures.replace("/", "-").replace(".", "-").split("-")]
    names = _order(figures, len(parts), day_first)
    fields = dict(zip(names, parts, strict=True))
    if "year" in fields and fields["year"] < 100:
        fields["year"] += century_start - century_start % 100 + (100 if fields["year"] < century_start % 100 else 0)
    names = ("day", "month", "year")
    ordered: dict[str, int] = {name: fields[name] for name in names if name in fields}
    return ordered if _exists(ordered) else None


def _order(figures: str, size: int, day_first: bool) -> tuple[str, ...]:
    if figures[:4].isdigit():
        return ("year", "month", "day")[:size]
    if size == 3:
        return ("day", "month", "year") if day_first else ("month", "day", "year")
    if len(figures.rpartition("/")[2]) == 4:
        return ("month", "year")
    return ("day", "month") if day_first else ("month", "day")


def _exists(fields: Mapping[str, int]) -> bool:
    try:
        dt.date(fields.get("year", 2000), fields.get("month", 1), fields.get("day", 1))
    except ValueError:
        return False
    return True
