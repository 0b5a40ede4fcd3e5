"""The document's date as a person types it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from evtx.event import DateValue
from evtx.reading.days import Day, day_value

_ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2})(?:[T ]\d.*)?)?)?")
_LANGUAGES = ("fr", "en")
_PARTS = {"day": 3, "time": 3, "month": 2, "year": 1}


class TypedDateError(ValueError):
    """What was typed is not a date with a year; `help` says how dates may be written."""

    help = 'write it like 2020-12-16, 2020-12, 16/12/2020 or "16 December 2020", with the year'


def read_typed_date(typed: str, languages: Sequence[str] = _LANGUAGES) -> DateValue:
    """The day, month or year that was typed; TypedDateError when it is none or has no year.

    Figures are read as day, month, year unless only another order is possible. Words that would mean another day
    tomorrow are refused. Anything but ISO dates is left to dateparser, in the languages given.

    >>> read_typed_date("2020-12").edtf, read_typed_date("2020-12-16T18:42").granularity
    ('2020-12', 'day')
    """
    day = _iso_day(typed.strip()) or _parsed_day(typed, languages)
    if day is None or not day.exists:
        raise TypedDateError(f"{typed!r} cannot be read as a date")
    value = day_value(day, typed, 0, "option", f"{typed}: given as the document's date")
    return value._replace(end=0)


def _iso_day(typed: str) -> Day | None:
    found = _ISO.fullmatch(typed)
    return Day(*(int(part) for part in found.groups() if part)) if found else None


def _parsed_day(typed: str, languages: Sequence[str]) -> Day | None:
    from dateparser.date import DateDataParser

    settings = {"DATE_ORDER": "DMY", "REQUIRE_PARTS": ["year"], "PARSERS": ["absolute-time"]}
    found = DateDataParser(languages=list(languages), settings=settings).get_date_data(typed)
    if found.date_obj is None or found.period not in _PARTS:
        return None
    parts = found.date_obj.year, found.date_obj.month, found.date_obj.day
    return Day(*parts[: _PARTS[found.period]])
