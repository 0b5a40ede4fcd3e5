"""From what was reckoned to the value that users see: EDTF, bounds, alternatives and the reason in words."""

from __future__ import annotations

from collections.abc import Sequence

from evtx.event import DateValue
from evtx.times.anchors import Anchor
from evtx.times.choosing import Choice
from evtx.times.ground import comes_yearly
from evtx.times.readings import Reading, core, nested
from evtx.times.stretch import Stretch, edtf

UNRESOLVED, YEAR_UNKNOWN = "unresolved", "year_unknown"
_NAMES = {
    "text": "the words tell it",
    "dct": "reckoned from the document's date",
    "speech": "reckoned from the date of the speech",
    "last": "reckoned from the date told before",
    "weekday": "reckoned from what the weekdays allow",
    "none": "nothing to reckon from",
}


def combined(choices: Sequence[Choice], anchor: Anchor, surface: str, reading: Reading) -> DateValue:
    """One value from what a reading means on each of its grounds."""
    stretches = list(dict.fromkeys(choice.chosen for choice in choices))
    if len(stretches) == 1:
        return _value(stretches[0], choices[0], anchor, surface, reading)
    yearly = any(comes_yearly(part) for part in nested(reading))
    if anchor.name != "weekday" and not yearly:
        return _value(_joined(stretches), choices[-1], anchor, surface, reading)
    near = [choice for choice in choices if _meets(choice.chosen, anchor)] if anchor.name != "weekday" else []
    if near:
        others = tuple(other for other in stretches if other != near[0].chosen)
        return _value(near[0].chosen, near[0]._replace(others=others), anchor, surface, reading)
    return _masked(_value(stretches[0], choices[0], anchor, surface, reading), stretches)


def _meets(value: Stretch, anchor: Anchor) -> bool:
    """Whether a stretch has a day in common with the days that the anchor may be."""
    low, high = anchor.days[0][0], anchor.days[-1][1]
    return (value.first is None or value.first <= high) and (value.last is None or value.last >= low)


def _joined(stretches: Sequence[Stretch]) -> Stretch:
    """All that a date may mean when the document's day is only known as an interval."""
    firsts = [value.first for value in stretches]
    lasts = [value.last for value in stretches]
    first = None if None in firsts else min(day for day in firsts if day)
    last = None if None in lasts else max(day for day in lasts if day)
    return Stretch(first, last, "interval", stretches[0].precision)


def _value(stretch: Stretch, choice: Choice, anchor: Anchor, surface: str, reading: Reading) -> DateValue:
    written = edtf(stretch)
    note = f"; {choice.note.replace('_', ' ')}" if choice.note else ""
    return DateValue(
        edtf=written,
        earliest=stretch.first,
        latest=stretch.last,
        granularity=stretch.grain,
        text=surface,
        start=reading.start,
        end=reading.end,
        anchor=anchor.name,
        alternatives=tuple(edtf(other) for other in choice.others),
        note=choice.note,
        reason=f"{surface}: {_NAMES[anchor.name]}{', ' + choice.how if choice.how else ''}, so {written}{note}",
    )


def _masked(value: DateValue, stretches: Sequence[Stretch]) -> DateValue:
    """A value whose year is one of several: the year is masked, and every reading is an alternative."""
    written = [edtf(stretch) for stretch in stretches]
    firsts = [s.first for s in stretches if s.first]
    lasts = [s.last for s in stretches if s.last]
    masked = _without_years(written)
    return value._replace(
        edtf=masked,
        earliest=min(firsts, default=None),
        latest=max(lasts, default=None),
        alternatives=tuple(written),
        note=YEAR_UNKNOWN,
        reason=f"{value.text}: no year is given, and the weekday fits {', '.join(written)}",
    )


def _without_years(written: Sequence[str]) -> str:
    """The common shape with the year masked when only years differ, else the set of all.

    >>> _without_years(["1992-12-15", "2020-12-15"])
    'XXXX-12-15'
    >>> _without_years(["1992-12-07/1992-12-09", "2020-12-07/2020-12-09"])
    'XXXX-12-07/XXXX-12-09'
    """
    shapes = {"/".join(f"XXXX{end[4:]}" if end != ".." else end for end in text.split("/")) for text in written}
    return shapes.pop() if len(shapes) == 1 else "[" + ",".join(written) + "]"


def undated(reading: Reading, surface: str) -> DateValue:
    """The value of words that are a date, where nothing tells which."""
    plain = core(reading)
    month, day = plain.number("month"), plain.number("day")
    shown = plain.operation == "calendar" and month is not None
    masked = f"XXXX-{month:02d}" + (f"-{day:02d}" if day else "") if shown else "XXXX-XX-XX"
    return DateValue(
        edtf=masked,
        earliest=None,
        latest=None,
        granularity="day" if day or not shown else "month",
        text=surface,
        start=reading.start,
        end=reading.end,
        anchor="none",
        note=UNRESOLVED,
        reason=f"{surface}: {_NAMES['none']}, as the document has no date",
    )
