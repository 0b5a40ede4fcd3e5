"""The text being read for dates, and what has been read of it so far."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from evtx.event import DateValue
from evtx.times.anchors import Anchor
from evtx.times.direction import direction
from evtx.times.grammar import DateGrammar
from evtx.times.readings import Reading
from evtx.times.stretch import Stretch

Spans = Sequence[tuple[int, int]]
SENTENCE_END = re.compile(r"[.!?;]\s|\n")


class Told(NamedTuple):
    """A date already read, as later ones may refer to it."""

    value: Stretch
    start: int
    end: int
    quotation: tuple[int, int] | None
    full: bool
    opens: bool


@dataclass(slots=True)
class Course:
    """The text being read and what has been read of it so far."""

    text: str
    low: str
    grammar: DateGrammar
    document: Anchor
    speech: Sequence[tuple[int, int, DateValue]]
    quotations: Spans
    solved: dict[int, tuple[dt.date, ...]]
    ahead: frozenset[int]
    told: list[Told] = field(default_factory=list)


def quotation_at(index: int, course: Course) -> tuple[int, int] | None:
    """The quotation around a place."""
    return next(((start, end) for start, end in course.quotations if start <= index < end), None)


def side_of(reading: Reading, course: Course) -> str | None:
    """On which side of its anchor a date lies, by the words around it, or else by what it dates."""
    told = direction(course.low, reading.start, reading.end, course.grammar)
    return "future" if told is None and reading.start in course.ahead else told
