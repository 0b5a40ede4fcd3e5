"""From readings to date values: each reckoned from its own anchor, in the order of the text."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from evtx.event import DateValue
from evtx.times.anchors import Anchor, document_anchor, solved_together, value_anchor
from evtx.times.choosing import Choice
from evtx.times.direction import direction, said_then
from evtx.times.expressions import find_readings
from evtx.times.grammar import DateGrammar
from evtx.times.ground import Ground, explicit, recurs
from evtx.times.lexicon import lowered
from evtx.times.named import is_name
from evtx.times.readings import Reading, anaphoric, core, nested
from evtx.times.reckoning import reckon
from evtx.times.stretch import Stretch
from evtx.times.values import combined, undated

Spans = Sequence[tuple[int, int]]
_FAR_BACK = 700
_STORY_AGE = 366
_STORY_SENTENCES, _LONGEST_OPENING = 2, 40
_SENTENCE_END = re.compile(r"[.!?;]\s|\n")
_WORDS = re.compile(r"[^\W\d_]+")


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
    told: list[Told] = field(default_factory=list)


def read_dates(
    text: str,
    grammar: DateGrammar,
    dct: DateValue | None,
    speech: Sequence[tuple[int, int, DateValue]] = (),
    quotations: Spans = (),
) -> tuple[DateValue, ...]:
    """Every date expression of a text with its value, in text order, none overlapping another.

    `dct` is the document's date, exact or not; `speech` are stretches of speech whose date is known, in which deictic
    words are reckoned from it; `quotations` keep dates inside them from being what later words outside refer to.
    A date that nothing settles has the note `unresolved` and no earliest and latest day.
    """
    low = lowered(text)
    readings = [reading for reading in _readings(low, grammar) if not is_name(reading, text, low)]
    if not readings:
        return ()
    document = document_anchor(readings, dct, grammar.years)
    solved = {} if document.known else solved_together([r for r in readings if _yearless_day(r)], grammar.years)
    course = Course(text, low, grammar, document, speech, quotations, solved)
    values = (_value(reading, course) for reading in readings)
    return tuple(value for value in values if value is not None)


def _readings(low: str, grammar: DateGrammar) -> tuple[Reading, ...]:
    """What is found in a text; the last is remembered, as its dates may be reckoned again after its speeches."""
    found = grammar.memory.last.get(low)
    if found is None:
        found = find_readings(low, grammar)
        grammar.memory.last.clear()
        grammar.memory.last[low] = found
    return found


def _yearless_day(reading: Reading) -> bool:
    plain = core(reading)
    return recurs(reading) and {"weekday", "day", "month"} <= plain.fields.keys()


def _value(reading: Reading, course: Course) -> DateValue | None:
    """The value of one reading; None when the calendar has no such date."""
    if _is_habit(reading, course):
        return None
    surface, told = course.text[reading.start : reading.end], explicit(reading)
    try:
        anchor, choices = _by_itself(reading) if told else _settled(reading, course)
    except OverflowError:
        return None
    if choices:
        value = combined(choices, anchor, surface, reading)
        _remember(reading, choices, anchor, told, course)
        return value
    return undated(reading, surface) if not told and not anchor.known else None


def _is_habit(reading: Reading, course: Course) -> bool:
    """Whether it is a bare weekday with its article where no verb tells that something happened or will happen then."""
    if "habit" not in reading.fields or core(reading).fields.keys() != {"weekday"}:
        return False
    return direction(course.low, reading.start, reading.end, course.grammar) is None


def _by_itself(reading: Reading) -> tuple[Anchor, tuple[Choice, ...]]:
    """What a reading means whose words tell everything."""
    found = reckon(reading, Ground(dt.date(2000, 1, 1)))
    return Anchor("text"), (found,) if found else ()


def _settled(reading: Reading, course: Course) -> tuple[Anchor, tuple[Choice, ...]]:
    """The anchor of a reading and what it means from each day of the anchor."""
    if anaphoric(reading):
        return _referred(reading, course)
    if reading.start in course.solved:
        days = course.solved[reading.start]
        return Anchor("weekday"), tuple(Choice(_one_day(day), how="by its weekday") for day in days)
    story = _told_month(reading, course) or _story(reading, course)
    if story is not None and not _surely_near(reading, course):
        found = reckon(reading, story)
        return Anchor("last", ((story.day, story.day),)), (found,) if found else ()
    anchor = _deictic_anchor(reading, course)
    if reading.operation == "by" and not anchor.known:
        return _settled(reading._replace(operation="until"), course)
    return anchor, _from_all(reading, anchor, course)


def _one_day(day: dt.date) -> Stretch:
    return Stretch(day, day, "day")


def _deictic_anchor(reading: Reading, course: Course) -> Anchor:
    if not course.speech:
        return course.document
    spoken = [value for start, end, value in course.speech if start <= reading.start and reading.end <= end]
    anchor = value_anchor(spoken[-1], "speech") if spoken else Anchor("none")
    return anchor if anchor.known else course.document


def _from_all(reading: Reading, anchor: Anchor, course: Course) -> tuple[Choice, ...]:
    """What a reading means from each day of its anchor; the verb is asked only where it can tell."""
    if not anchor.known:
        return ()
    days = tuple(dict.fromkeys(day for pair in anchor.days for day in pair))
    if not _asks_side(reading):
        return _from_days(reading, days, None)
    if "weekday" in core(reading).fields:
        plain = _from_days(reading, days, None)
        if all(choice.sure for choice in plain):
            return plain
    return _from_days(reading, days, direction(course.low, reading.start, reading.end, course.grammar))


def _from_days(reading: Reading, days: Sequence[dt.date], side: str | None) -> tuple[Choice, ...]:
    found = (reckon(reading, Ground(day, side)) for day in days)
    return tuple(choice for choice in found if choice is not None)


def _asks_side(reading: Reading) -> bool:
    """Whether some part of it could lie on either side of the anchor."""
    return any(recurs(part) or part.operation == "night" or _current(part) for part in nested(reading))


def _current(part: Reading) -> bool:
    unit = part.word("unit")
    return (part.operation == "part" and unit is not None) or (part.operation == "shift" and unit == "weekend")


def _referred(reading: Reading, course: Course) -> tuple[Anchor, tuple[Choice, ...]]:
    """An anaphoric reading, from the last date before it that fits; from the document's day when there is none."""
    side = direction(course.low, reading.start, reading.end, course.grammar)
    for earlier in _antecedents(reading, course):
        day = _base(earlier.value, reading)
        found = reckon(reading, Ground(day)) if day else None
        if found and not (side == "past" and _after_document(found.chosen, course.document)):
            return Anchor("last", ((day, day),) if day else ()), (found,)
    anchor = _deictic_anchor(reading, course)
    return anchor, _from_all(reading, anchor, course)


def _base(value: Stretch, reading: Reading) -> dt.date | None:
    """The day of an earlier date to reckon from: its last when going on, its first when going back."""
    back = any((part.number("step") or 0) < 0 for part in nested(reading))
    return (value.first or value.last) if back else (value.last or value.first)


def _after_document(value: Stretch, document: Anchor) -> bool:
    return document.known and value.first is not None and value.first > document.days[-1][1]


def _antecedents(reading: Reading, course: Course) -> Iterator[Told]:
    """Earlier dates that may be meant, best first: near ones, not in another's quotation, events before speeches."""
    inside = _quotation(reading.start, course)
    fine = _fine_enough(reading)
    speech = course.grammar.cues.get("speech")
    spoken = []
    for told in reversed(course.told):
        if reading.start - told.end > _FAR_BACK:
            break
        if told.quotation in (None, inside) and told.value.grain in fine:
            if said_then(course.low, told.start, speech):
                spoken.append(told)
            else:
                yield told
    yield from spoken


def _fine_enough(reading: Reading) -> frozenset[str]:
    unit = next((part.word("unit") for part in nested(reading) if part.word("unit")), "year")
    fine = {"day", "night", "set", "interval", "open", "part"}
    coarser = {"week": {"week", "weekend"}, "month": {"week", "month"}, "year": {"week", "month", "season", "year"}}
    return frozenset(fine | coarser.get(unit or "day", set()))


def _quotation(index: int, course: Course) -> tuple[int, int] | None:
    return next(((start, end) for start, end in course.quotations if start <= index < end), None)


def _story(reading: Reading, course: Course) -> Ground | None:
    """The ground of a yearless date that goes on a story long past, which the date right before it tells with its year.

    A year alone tells a story only where it opens its sentence, and so does any date in the same sentence: elsewhere it
    belongs to something that is only mentioned (*founded in 2003*, *the accord of 2015*).
    """
    if not course.told or not course.told[-1].full:
        return None
    if not any(recurs(part) and "month" in part.fields for part in nested(reading)):
        return None
    earlier = course.told[-1]
    between = course.text[earlier.end : reading.start]
    sentences = len(_SENTENCE_END.findall(between))
    if earlier.value.first is None or sentences > _STORY_SENTENCES or len(between) > _FAR_BACK or "\n" in between:
        return None
    day, year_only = earlier.value.first, earlier.value.grain == "year"
    if course.document.known and (course.document.days[0][0] - day).days <= _STORY_AGE:
        return None
    if (year_only or (not sentences and "," in between)) and not earlier.opens:
        return None
    if direction(course.low, reading.start, reading.end, course.grammar) == "future":
        return None
    return Ground(day, "future" if year_only else "nearest")


def _told_month(reading: Reading, course: Course) -> Ground | None:
    """The ground of days without a month, when the date before them in the sentence is a month."""
    if not course.told or course.told[-1].value.grain != "month" or not _only_days(reading):
        return None
    earlier = course.told[-1]
    if earlier.value.first is None or _SENTENCE_END.search(course.text, earlier.end, reading.start):
        return None
    return Ground(earlier.value.first, "future")


def _only_days(reading: Reading) -> bool:
    """Whether a range is of figures only."""
    return reading.operation == "range" and all(isinstance(value, int) for value in reading.fields.values())


def _opens_sentence(start: int, course: Course) -> bool:
    """Whether only a linking word stands before a place in its sentence."""
    before = course.low[max(start - _LONGEST_OPENING, 0) : start]
    words = _WORDS.findall(_SENTENCE_END.split(before)[-1])
    return all(word in course.grammar.openers for word in words)


def _surely_near(reading: Reading, course: Course) -> bool:
    """Whether a weekday with day and month fits one year near the document's, so that no story is needed."""
    days = [day for pair in course.document.days for day in pair]
    found = _from_days(reading, days, None) if "weekday" in core(reading).fields else ()
    return bool(found) and all(choice.sure for choice in found)


def _remember(reading: Reading, choices: Sequence[Choice], anchor: Anchor, told: bool, course: Course) -> None:
    """Only dates that are settled can be referred to."""
    value = choices[0].chosen
    if any(choice.chosen != value for choice in choices[1:]):
        return
    goes_on = anchor.name == "last" and bool(course.told) and course.told[-1].full
    full = (told or goes_on) and value.grain not in ("open", "decade", "century")
    place = _quotation(reading.start, course)
    opens = full and (goes_on or _opens_sentence(reading.start, course))
    course.told.append(Told(value, reading.start, reading.end, place, full, opens))
