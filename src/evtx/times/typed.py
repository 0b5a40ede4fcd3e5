"""Dates that people type or that files carry: read in full or in part, nothing filled in."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from functools import cache
from importlib import import_module
from typing import Protocol

from evtx.event import DateValue
from evtx.times.calendar import month_stretch, years
from evtx.times.readings import written_date
from evtx.times.stretch import Stretch, edtf, stretch

LANGUAGES = ("fr", "en")
_TIME = r"(?:[T ]\d{1,2}[:h]\d{0,2}(?::\d{2})?(?:[.,]\d+)?\s*(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?"
_FIGURES = re.compile(
    rf"(?P<iso>\d{{4}}-\d{{2}}-\d{{2}}){_TIME}|(?P<short>\d{{4}}-\d{{2}}|\d{{1,2}}/\d{{4}}|\d{{4}})"
    rf"|(?P<local>\d{{1,2}}([/.-])\d{{1,2}}\4\d{{4}}){_TIME}|(?P<packed>\d{{8}})"
)


class _Found(Protocol):
    """What dateparser read: a date, and which parts of it were written."""

    date_obj: dt.datetime | None
    period: str
    parts: tuple[str, ...] | None


class _Reader(Protocol):
    """The one call of dateparser that is used here."""

    def get_date_data(self, date_string: str, /) -> _Found:
        """Reads one date."""


def parse_typed_date(text: str, day_first: bool = True, languages: Sequence[str] = LANGUAGES) -> DateValue | None:
    """The date that a person wrote, as exact as it was written; None when it is none.

    Figures are read here (ISO 8601 first); anything with words goes to dateparser, of which only the parts that it
    really found are kept. A year, or a month with its year, stays an interval. A day without its year is no date.

    >>> value = parse_typed_date("2020-12")
    >>> value.edtf, value.earliest, value.latest
    ('2020-12', datetime.date(2020, 12, 1), datetime.date(2020, 12, 31))
    """
    written = text.strip()
    match = _FIGURES.fullmatch(written)
    value = _from_figures(match, day_first) if match else _from_words(written, tuple(languages))
    return _date_value(value, text) if value is not None else None


def _from_figures(match: re.Match[str], day_first: bool) -> Stretch | None:
    if match["packed"]:
        packed = match["packed"]
        fields = written_date(f"{packed[:4]}-{packed[4:6]}-{packed[6:]}", day_first, 0)
    elif match["short"] and match["short"].isdigit():
        fields = {"year": int(match["short"])}
    else:
        fields = written_date(match["iso"] or match["short"] or match["local"], day_first, 0)
    return _stretch(fields.get("year"), fields.get("month"), fields.get("day")) if fields else None


def _stretch(year: int | None, month: int | None, day: int | None) -> Stretch | None:
    if not year:
        return None
    if month is None:
        return years(year, year)
    if day is None:
        return month_stretch(year, month)
    date = dt.date(year, month, day)
    return stretch(date, date, "day")


def _from_words(written: str, languages: tuple[str, ...]) -> Stretch | None:
    if len(written) > 80 or not any(sign.isdigit() for sign in written):
        return None
    found = _parser(languages).get_date_data(written)
    date, known = found.date_obj, frozenset(found.parts or ())
    if date is None or "year" not in known or (found.period == "time" and "day" not in known):
        return None
    return _stretch(date.year, date.month if "month" in known else None, date.day if "day" in known else None)


@cache
def _parser(languages: tuple[str, ...]) -> _Reader:
    """Dateparser's reader for explicit dates only, so that nothing is reckoned from today."""
    settings = {"PARSERS": ["absolute-time"], "DATE_ORDER": "DMY", "STRICT_PARSING": False}
    reader: _Reader = import_module("dateparser.date").DateDataParser(languages=list(languages), settings=settings)
    return reader


def _date_value(value: Stretch, text: str) -> DateValue:
    written = edtf(value)
    return DateValue(
        edtf=written,
        earliest=value.first,
        latest=value.last,
        granularity=value.grain,
        text=text,
        start=0,
        end=len(text),
        anchor="option",
        reason=f"{text}: as typed, so {written}",
    )
