"""The document's date as a person types it, or as a file carries it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Any

from evtx.event import DateValue
from evtx.reading.days import Day, day_value

_TIME = r"(?:(?:T|,?\s+)\d{1,2}[:h]\S*(?:\s\S+)?)?"
_FIGURES = re.compile(
    r"(?P<iso>\d{4}(?:-\d{1,2}){0,2})"
    rf"|(?P<timed>\d{{4}}-\d{{1,2}}-\d{{1,2}}){_TIME}"
    r"|(?P<packed>\d{8})"
    r"|(?P<month>\d{1,2})[/.-](?P<year>\d{4})"
    rf"|(?P<one>\d{{1,2}})(?P<mark>[/.-])(?P<two>\d{{1,2}})(?P=mark)(?P<of>\d{{4}}){_TIME}"
)
_WORD = re.compile(r"(?<!\w)[^\W\d_]{2,}\.?,?")
_LANGUAGES = ("fr", "en")
_LONGEST = 80
_PARTS = (("year",), ("year", "month"), ("year", "month", "day"))


class TypedDateError(ValueError):
    """What was typed is not a date with a year; `help` says how dates may be written."""

    help = 'write it like 2020-12-16, 2020-12, 16/12/2020 or "16 December 2020", with the year'


def read_typed_date(typed: str, languages: Sequence[str] = _LANGUAGES) -> DateValue:
    """The day, month or year that was typed; TypedDateError when it is none or has no year, or another weekday.

    Figures are read here, as day, month, year unless only another order is possible. Words are left to dateparser, in
    the languages given, of which only the parts that stand there are kept; those that would mean another day tomorrow
    are refused.

    >>> read_typed_date("2020-12").edtf, read_typed_date("2020-12-16T18:42").granularity
    ('2020-12', 'day')
    """
    written = " ".join(typed.split())
    figures = _FIGURES.fullmatch(written)
    day = _from_figures(figures) if figures else _from_words(written, tuple(languages))
    if day is None or not day.exists:
        raise TypedDateError(f"{typed!r} cannot be read as a date")
    value = day_value(day, typed, 0, "option", f"{typed}: given as the document's date")
    return value._replace(end=0)


def _from_figures(found: re.Match[str]) -> Day:
    if found["iso"] or found["timed"]:
        return Day(*map(int, (found["iso"] or found["timed"]).split("-")))
    if found["packed"]:
        packed = found["packed"]
        return Day(int(packed[:4]), int(packed[4:6]), int(packed[6:]))
    if found["month"]:
        return Day(int(found["year"]), int(found["month"]))
    usual = Day(int(found["of"]), int(found["two"]), int(found["one"]))
    return usual if usual.exists else Day(usual.year, usual.day, usual.month)


def _from_words(written: str, languages: tuple[str, ...]) -> Day | None:
    """The day that words give; TypedDateError when they name a weekday that it is not."""
    if len(written) > _LONGEST or not any(sign.isdigit() for sign in written):
        return None
    day = _parsed(written, languages)
    if day is not None and day.day is not None:
        for word in _WORD.finditer(written):
            weekday = _weekday(word.group(), languages)
            rest = written[: word.start()] + written[word.end() :]
            if weekday not in (None, day.first.isoweekday()) and _parsed(rest.strip(), languages) == day:
                raise TypedDateError(f"{written!r} cannot be read as a date: {day.edtf} is another day of the week")
    return day


def _parsed(written: str, languages: tuple[str, ...]) -> Day | None:
    """What dateparser reads in words, as far as they go."""
    found = _reader(languages).get_date_data(written)
    parts = tuple(part for part in found.parts or () if part != "time")
    if found.date_obj is None or parts not in _PARTS:
        return None
    return Day(*(getattr(found.date_obj, part) for part in parts))


def _weekday(word: str, languages: tuple[str, ...]) -> int | None:
    """The day of the week that a word names: by itself it is a whole day, which no other word is.

    >>> _weekday("lundi", ("fr",)), _weekday("mars", ("fr",))
    (1, None)
    """
    found = _reader(languages).get_date_data(word)
    whole = found.date_obj is not None and found.parts == _PARTS[-1]
    return found.date_obj.isoweekday() if whole else None


@cache
def _reader(languages: tuple[str, ...]) -> Any:
    """Dateparser's reader of explicit dates only, so that nothing is reckoned from today."""
    from dateparser.date import DateDataParser

    settings = {"DATE_ORDER": "DMY", "PARSERS": ["absolute-time"]}
    return DateDataParser(languages=list(languages), settings=settings)
