"""What a date without a year or month goes on with: a story long past, or a month just told."""

from __future__ import annotations

import re

from evtx.times.course import SENTENCE_END, Course, side_of
from evtx.times.ground import Ground, recurs
from evtx.times.readings import Reading, nested

_FAR_BACK = 700
_STORY_AGE = 366
_STORY_SENTENCES, _LONGEST_OPENING = 2, 40
_WORDS = re.compile(r"[^\W\d_]+")


def told_month(reading: Reading, course: Course) -> Ground | None:
    """The ground of days without a month, when the date before them in the sentence is a month."""
    if not _only_days(reading):
        return None
    return _told_near(reading, course, ("month",), 0)


def told_day(reading: Reading, course: Course) -> Ground | None:
    """The ground of a lone day of the month, when a day or month is told not long before."""
    return _told_near(reading, course, ("month", "day", "night"), _STORY_SENTENCES)


def _told_near(reading: Reading, course: Course, grains: tuple[str, ...], most: int) -> Ground | None:
    earlier = course.told[-1] if course.told else None
    if earlier is None or earlier.value.first is None or earlier.value.grain not in grains:
        return None
    between = SENTENCE_END.findall(course.text, earlier.end, reading.start)
    return Ground(earlier.value.first, "future") if len(between) <= most else None


def _only_days(reading: Reading) -> bool:
    """Whether a range is of figures only."""
    return reading.operation == "range" and all(isinstance(value, int) for value in reading.fields.values())


def story_of(reading: Reading, course: Course) -> Ground | None:
    """The ground of a yearless date that goes on a story long past, which the date right before it tells with its year.

    A year alone tells a story only where it opens its sentence, and so does any date in the same sentence: elsewhere it
    belongs to something that is only mentioned (*founded in 2003*, *the accord of 2015*).
    """
    if not course.told or not course.told[-1].full:
        return None
    if not any(recurs(part) and "month" in part.fields for part in nested(reading)):
        return None
    earlier = course.told[-1]
    if _only_mentioned(earlier.start, course):
        return None
    between = course.text[earlier.end : reading.start]
    sentences = len(SENTENCE_END.findall(between))
    if earlier.value.first is None or sentences > _STORY_SENTENCES or len(between) > _FAR_BACK or "\n" in between:
        return None
    day, year_only = earlier.value.first, earlier.value.grain == "year"
    if course.document.known and (course.document.days[0][0] - day).days <= _STORY_AGE:
        return None
    if (year_only or (not sentences and "," in between)) and not earlier.opens:
        return None
    if side_of(reading, course) == "future":
        return None
    return Ground(day, "future" if year_only else "nearest")


def opens_sentence(start: int, course: Course) -> bool:
    """Whether only a linking word stands before a place in its sentence."""
    before = course.low[max(start - _LONGEST_OPENING, 0) : start]
    words = _WORDS.findall(SENTENCE_END.split(before)[-1])
    return all(word in course.grammar.openers for word in words)


def _only_mentioned(start: int, course: Course) -> bool:
    """Whether a date stands in the of-phrase of a noun: `after the attacks of 11 September 2001`."""
    first = _WORDS.match(course.low, start)
    form = first[0] if first else ""
    return form in course.grammar.mentions or form + "'" in course.grammar.mentions
