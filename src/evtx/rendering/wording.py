"""How values read to a person: dates, arguments, how sure, according to whom."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from evtx.event import Argument, DateValue, Event

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_TOLD = ("text", "header", "option")
_UNNAMED = "unnamed source"
_QUOTES = (("«", "»", " "), ("“", "”", ""))
_NOT = {"claim": "not said"}
_NOT_HAPPENED = "did not happen"


def readable(date: DateValue) -> str:
    """A date in words: a day, a month, a year, a stretch of days, or one that is open."""
    about = "about " if "~" in date.edtf else ""
    if date.earliest is None and date.latest is None:
        return "not settled"
    if date.earliest is None:
        return f"until {about}{_end(date.latest, date.edtf)}"
    if date.latest is None:
        return f"since {about}{_end(date.earliest, date.edtf)}"
    if date.note == "year_unknown":
        return f"{_without_year(date)}, year unknown"
    return about + stretch(date.earliest, date.latest)


def stretch(first: dt.date, last: dt.date) -> str:
    """A stretch of days as people write it.

    >>> stretch(dt.date(2020, 12, 7), dt.date(2020, 12, 9)), stretch(dt.date(2020, 10, 1), dt.date(2020, 10, 31))
    ('7–9 Dec 2020', 'Oct 2020')
    >>> stretch(dt.date(2020, 1, 1), dt.date(2021, 12, 31)), stretch(dt.date(2020, 11, 28), dt.date(2021, 2, 28))
    ('2020–2021', '28 Nov 2020 – 28 Feb 2021')
    """
    if first == last:
        return _day(first)
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
    if first.day == 1 and (last + dt.timedelta(days=1)).day == 1:
        return _joined(_month(first), _month(last), first.year, last.year)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{_day(last)}"
    return _joined(_day(first), _day(last), first.year, last.year)


def _end(day: dt.date | None, edtf: str) -> str:
    """The closed end of an open interval, no finer than the EDTF string writes it."""
    written = edtf.replace("..", "").strip("/~")
    if day is None or len(written) == len("2020"):
        return written
    return _month(day) if len(written) == len("2020-12") else _day(day)


def _joined(first: str, last: str, first_year: int, last_year: int) -> str:
    if first == last:
        return first
    begun = first.removesuffix(f" {first_year}") if first_year == last_year else first
    return f"{begun} – {last}"


def _day(day: dt.date) -> str:
    return f"{day.day} {_month(day)}"


def _month(day: dt.date) -> str:
    return f"{_MONTHS[day.month - 1]} {day.year}"


def _without_year(date: DateValue) -> str:
    """Day and month of a date whose year is masked."""
    parts = date.edtf.split("/")[0].split("-")[1:]
    words = [str(int(part)) if index else _MONTHS[int(part) - 1] for index, part in enumerate(parts) if part.isdigit()]
    return " ".join(reversed(words)) or date.text


def reckoned(date: DateValue) -> bool:
    """Whether the words of the date alone do not tell it."""
    return date.anchor not in _TOLD


def named(argument: Argument) -> str:
    """The words of an argument; what other parts of the text supply stands in brackets.

    >>> named(Argument("speaker", "She", 0, 3, resolved="The minister"))
    'She [The minister]'
    """
    if argument.implied:
        return f"[{argument.resolved or argument.text}]"
    return f"{argument.text} [{argument.resolved}]" if argument.resolved else argument.text


def closed(text: str) -> str:
    """Words cut out of a quotation, with the mark that was cut off put back for the eye.

    >>> closed("the plane « landed in May"), closed("landed » in May"), closed("‘no’ and “yes”")
    ('the plane « landed in May »', '« landed » in May', '‘no’ and “yes”')
    >>> closed('to have "taken nothing'), closed('taken nothing" yet')
    ('to have "taken nothing"', '"taken nothing" yet')
    """
    for opening, closing, gap in _QUOTES:
        depth, unopened = 0, 0
        for mark in filter((opening + closing).__contains__, text):
            depth += 1 if mark == opening else -1
            unopened, depth = (unopened + 1, 0) if depth < 0 else (unopened, depth)
        text = (opening + gap) * unopened + text + (gap + closing) * depth
    return _closed_straight(text) if text.count('"') % 2 else text


def _closed_straight(text: str) -> str:
    """Words with an odd number of straight marks, the last of which opens or closes by what stands before it."""
    before = text[: text.rindex('"')][-1:]
    return f'{text}"' if not before.strip("(") or before.isspace() else f'"{text}'


def standing(event: Event) -> tuple[str, ...]:
    """In words what sets an event apart from one plainly told as having happened."""
    modality = () if event.modality == "asserted" else (event.modality,)
    polarity = () if event.polarity == "positive" else (_NOT.get(event.type, _NOT_HAPPENED),)
    return modality + polarity


def voices(event: Event, claims: Mapping[str, Event]) -> tuple[str, ...]:
    """According to whom: the speakers of the claims an event stands in, innermost first, and how they put it."""
    return tuple(dict.fromkeys(_voice(claims[claim]) for claim in event.attribution if claim in claims))


def _voice(claim: Event) -> str:
    speakers = [argument.resolved or argument.text for argument in claim.arguments if argument.role == "speaker"]
    speaker = " and ".join(speakers) or _UNNAMED
    return speaker if claim.subtype == "statement" else f"{speaker} ({claim.subtype})"
