"""From readings to date values: each reckoned from its own anchor, in the order of the text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from evtx.event import DateValue
from evtx.times.anchors import Anchor, document_anchor, solved_together, value_anchor
from evtx.times.choosing import Choice
from evtx.times.course import Course, Spans, Told, quotation_at, side_of
from evtx.times.direction import said_then
from evtx.times.expressions import find_readings
from evtx.times.grammar import DateGrammar
from evtx.times.ground import Ground, explicit, recurs
from evtx.times.lexicon import lowered
from evtx.times.named import is_name
from evtx.times.readings import Reading, anaphoric, core, nested
from evtx.times.reckoning import reckon
from evtx.times.stories import opens_sentence, story_of, told_day, told_month
from evtx.times.stretch import Stretch
from evtx.times.values import combined, undated

_FAR_BACK = 700


def read_dates(
    text: str,
    grammar: DateGrammar,
    dct: DateValue | None,
    speech: Sequence[tuple[int, int, DateValue]] = (),
    quotations: Spans = (),
    ahead: frozenset[int] = frozenset(),
) -> tuple[DateValue, ...]:
    """Every date expression of a text with its value, in text order, none overlapping another.

    `dct` is the document's date, exact or not; `speech` are stretches of speech whose date is known, in which deictic
    words are reckoned from it; `quotations` keep dates inside them from being what later words outside refer to;
    `ahead` are the starts of dates of what is planned, which lie ahead where no verb near them tells otherwise.
    A date that nothing settles has the note `unresolved` and no earliest and latest day.
    """
    low = lowered(text)
    readings = [reading for reading in _readings(low, grammar) if not is_name(reading, text, low)]
    if not readings:
        return ()
    document = document_anchor(readings, dct, grammar.years)
    solved = {} if document.known else solved_together([r for r in readings if _yearless_day(r)], grammar.years)
    course = Course(text, low, grammar, document, speech, quotations, solved, ahead)
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
    if _is_habit(reading, course) or ("lone" in reading.fields and not _lone_day(reading, course)[1]):
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
    return side_of(reading, course) is None


def _by_itself(reading: Reading) -> tuple[Anchor, tuple[Choice, ...]]:
    """What a reading means whose words tell everything."""
    found = reckon(reading, Ground(dt.date(2000, 1, 1)))
    return Anchor("text"), (found,) if found else ()


def _settled(reading: Reading, course: Course) -> tuple[Anchor, tuple[Choice, ...]]:
    """The anchor of a reading and what it means from each day of the anchor."""
    if "lone" in reading.fields:
        return _lone_day(reading, course)
    if anaphoric(reading):
        return _referred(reading, course)
    if reading.start in course.solved:
        days = course.solved[reading.start]
        return Anchor("weekday"), tuple(Choice(_one_day(day), how="by its weekday") for day in days)
    story = told_month(reading, course) or story_of(reading, course)
    if story is not None and not _surely_near(reading, course):
        found = reckon(reading, story)
        return Anchor("last", ((story.day, story.day),)), (found,) if found else ()
    anchor = _deictic_anchor(reading, course)
    if reading.operation == "by" and not anchor.known:
        return _settled(reading._replace(operation="until"), course)
    return anchor, _from_all(reading, anchor, course)


def _lone_day(reading: Reading, course: Course) -> tuple[Anchor, tuple[Choice, ...]]:
    """A day without its month, in the month of the date told before or the next; not where it would be yet to come."""
    ground = told_day(reading, course)
    found = reckon(reading, ground) if ground else None
    if ground is None or found is None:
        return Anchor("none"), ()
    if side_of(reading, course) == "past" and _after_document(found.chosen, course.document):
        return Anchor("none"), ()
    return Anchor("last", ((ground.day, ground.day),)), (found,)


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
    if not _asksside_of(reading):
        return _from_days(reading, days, None)
    if "weekday" in core(reading).fields:
        plain = _from_days(reading, days, None)
        if all(choice.sure for choice in plain):
            return plain
    return _from_days(reading, days, side_of(reading, course))


def _from_days(reading: Reading, days: Sequence[dt.date], side: str | None) -> tuple[Choice, ...]:
    found = (reckon(reading, Ground(day, side)) for day in days)
    return tuple(choice for choice in found if choice is not None)


def _asksside_of(reading: Reading) -> bool:
    """Whether some part of it could lie on either side of the anchor."""
    return any(recurs(part) or part.operation == "night" or _current(part) for part in nested(reading))


def _current(part: Reading) -> bool:
    unit = part.word("unit")
    return (part.operation == "part" and unit is not None) or (part.operation == "shift" and unit == "weekend")


def _referred(reading: Reading, course: Course) -> tuple[Anchor, tuple[Choice, ...]]:
    """An anaphoric reading, from the last date before it that fits; from the document's day when there is none."""
    side = side_of(reading, course)
    for earlier in _antecedents(reading, course):
        day = _base(earlier.value, reading)
        found = reckon(reading, Ground(day)) if day else None
        if found and not (side == "past" and _after_document(found.chosen, course.document)):
            return Anchor("last", ((day, day),) if day else ()), (found,)
    anchor = Anchor("none") if _points_back(reading) else _deictic_anchor(reading, course)
    return anchor, _from_all(reading, anchor, course)


def _points_back(reading: Reading) -> bool:
    """Whether it is the very date told before (`that day`), which is never the day of writing."""
    return all((part.number("step") or 0) == 0 and "number" not in part.fields for part in nested(reading))


def _base(value: Stretch, reading: Reading) -> dt.date | None:
    """The day of an earlier date to reckon from: its last when going on, its first when going back."""
    back = any((part.number("step") or 0) < 0 for part in nested(reading))
    return (value.first or value.last) if back else (value.last or value.first)


def _after_document(value: Stretch, document: Anchor) -> bool:
    return document.known and value.first is not None and value.first > document.days[-1][1]


def _antecedents(reading: Reading, course: Course) -> Iterator[Told]:
    """Earlier dates that may be meant, best first: near ones, not in another's quotation, events before speeches."""
    inside = quotation_at(reading.start, course)
    fine = _fine_enough(reading)
    speech = course.grammar.cues.get("speech")
    spoken = []
    for told in reversed(course.told):
        if reading.start - told.end > _FAR_BACK:
            break
        today = _points_back(reading) and told.value == _document_day(course)
        if told.quotation in (None, inside) and told.value.grain in fine and not today:
            if said_then(course.low, told.start, speech):
                spoken.append(told)
            else:
                yield told
    yield from spoken


def _document_day(course: Course) -> Stretch | None:
    return _one_day(course.document.days[0][0]) if course.document.known else None


def _fine_enough(reading: Reading) -> frozenset[str]:
    unit = next((part.word("unit") for part in nested(reading) if part.word("unit")), "year")
    fine = {"day", "night", "set", "interval", "open", "part"}
    coarser = {"week": {"week", "weekend"}, "month": {"week", "month"}, "year": {"week", "month", "season", "year"}}
    return frozenset(fine | coarser.get(unit or "day", set()))


def _remember(reading: Reading, choices: Sequence[Choice], anchor: Anchor, told: bool, course: Course) -> None:
    """Only dates that are settled can be referred to."""
    value = choices[0].chosen
    if any(choice.chosen != value for choice in choices[1:]):
        return
    goes_on = anchor.name == "last" and bool(course.told) and course.told[-1].full
    full = (told or goes_on) and value.grain not in ("open", "decade", "century")
    place = quotation_at(reading.start, course)
    opens = full and (goes_on or opens_sentence(reading.start, course))
    course.told.append(Told(value, reading.start, reading.end, place, full, opens))


def _surely_near(reading: Reading, course: Course) -> bool:
    """Whether a weekday with day and month fits one year near the document's, so that no story is needed."""
    days = [day for pair in course.document.days for day in pair]
    found = _from_days(reading, days, None) if "weekday" in core(reading).fields else ()
    return bool(found) and all(choice.sure for choice in found)
