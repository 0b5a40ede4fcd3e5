"""The French date set: sentences with their dates, and whether what a reader finds in them is right."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

SET = Path(__file__).with_name("dates_fr.txt")
TRAPS = "none"
_MARKED = re.compile(r"\[([^\]]*)\]")

Span = tuple[dt.date | None, dt.date | None]
"""First and last day, None where open."""


class Found(NamedTuple):
    """A date that a reader found: where, and the days it covers."""

    start: int
    end: int
    span: Span


class Item(NamedTuple):
    """A sentence with the place of its date, and the spans of days that count as right; no place in a trap."""

    family: str
    dct: dt.date
    text: str
    place: tuple[int, int] | None
    accepted: frozenset[Span]


class Score(NamedTuple):
    """How many dates of a family there are, how many were found, and how many of those rightly."""

    wanted: int
    found: int
    right: int


def items(path: Path = SET) -> list[Item]:
    """The sentences of a date set."""
    lines = path.read_text("utf-8").splitlines()
    return [_item(line) for line in lines if line and not line.startswith("#")]


def _item(line: str) -> Item:
    family, dct, marked, values = (part.strip() for part in line.split("|"))
    found = _MARKED.search(marked)
    place = (found.start(), found.end() - 2) if found else None
    accepted = frozenset(_span(value) for value in values.split(" or ")) if values else frozenset()
    return Item(family, dt.date.fromisoformat(dct), _MARKED.sub(r"\1", marked), place, accepted)


def _span(value: str) -> Span:
    first, _, last = value.strip().partition("/")
    return bounds(first)[0], bounds(last or first)[1]


def bounds(written: str) -> Span:
    """First and last day of a day, month or year in ISO 8601; both None for `..`.

    >>> bounds("2024-02")
    (datetime.date(2024, 2, 1), datetime.date(2024, 2, 29))
    """
    if written == "..":
        return None, None
    year, month, day = (int(part) for part in (*written.split("-"), "0", "0")[:3])
    if day:
        return dt.date(year, month, day), dt.date(year, month, day)
    end = month or 12
    return dt.date(year, month or 1, 1), dt.date(year, end, calendar.monthrange(year, end)[1])


def is_right(item: Item, found: Sequence[Found]) -> bool:
    """Whether one of the dates found overlaps that of the sentence and covers the days that it means.

    Several within its words count as one from the first to the last, as some readers give the ends of a range apart.
    """
    here = [date.span for date in found if _overlaps(item, date)]
    firsts, lasts = [first for first, _ in here if first], [last for _, last in here if last]
    joined = {(min(firsts), max(lasts))} if firsts and lasts else set()
    return not item.accepted.isdisjoint(joined.union(here))


def _overlaps(item: Item, found: Found) -> bool:
    return item.place is not None and found.start < item.place[1] and item.place[0] < found.end


def scored(answers: Sequence[tuple[Item, Sequence[Found]]]) -> Iterator[tuple[str, Score]]:
    """The score of every family of dates."""
    for family in dict.fromkeys(item.family for item, _ in answers if item.family != TRAPS):
        here = [(item, found) for item, found in answers if item.family == family]
        met = sum(any(_overlaps(item, date) for date in found) for item, found in here)
        yield family, Score(len(here), met, sum(is_right(item, found) for item, found in here))


def false_dates(answers: Sequence[tuple[Item, Sequence[Found]]]) -> int:
    """How many dates were found in sentences without any."""
    return sum(len(found) for item, found in answers if item.family == TRAPS)
