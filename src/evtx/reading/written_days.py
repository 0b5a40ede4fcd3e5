"""Whole dates and months as header lines write them, with what stands before and after them in the line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from evtx.reading.days import Day
from evtx.reading.header_grammar import HeaderGrammar

_SHAPES = re.compile(
    r"(?<![\w.,/-])(?:"
    r"(?P<iso>[12]\d{3}-\d\d(?:-\d\d)?)(?![\d-])"
    r"|(?P<first>\d{1,2})(?P<mark>[./-])(?P<second>\d{1,2})(?P=mark)(?P<short>[12]\d{3}|\d\d)(?!\w|[./-]\d)"
    r"|(?:(?P<one>[^\W_]+\.?),?\s+)?(?P<two>[^\W_]+\.?),?\s+(?P<year>[12]\d{3})(?!\w|-\d)"
    r")"
)
_YEAR = re.compile(r"\d(?:\d{3}|\d?[./-]\d\d?[./-]\d\d)")
_REACH = 30
_LINE = re.compile(r"[^\r\n]*[^\s][^\r\n]*")
_SENTENCE_END = re.compile(r"[.!?…»”\"]\s*$")
_REGION, _CLOSING = 600, 300
_LINES = 5
_SHORT = 160


class Written(NamedTuple):
    """A date in a header line: its words, and the parts of the line before and after them.

    `title` says that the line is short and not a sentence.
    """

    day: Day
    text: str
    start: int
    before: str
    after: str
    title: bool


def written_days(text: str, grammar: HeaderGrammar) -> Iterator[Written]:
    """The dates in the first lines of a text that name at least a month and its year."""
    region = text[:_REGION]
    lines = (line for _, line in zip(range(_LINES), _LINE.finditer(region), strict=False))
    yield from _in_lines(lines, region, 0, len(region) == len(text), grammar)


def closing_days(text: str, grammar: HeaderGrammar) -> Iterator[Written]:
    """The dates in the last lines of a text, the last first."""
    start = max(text.rfind("\n", 0, len(text) - _CLOSING), 0)
    region = text[start:]
    lines = list(_LINE.finditer(region))[-_LINES:]
    yield from _in_lines(reversed(lines), region, start, True, grammar)


def _in_lines(
    lines: Iterable[re.Match[str]], region: str, offset: int, ends: bool, grammar: HeaderGrammar
) -> Iterator[Written]:
    """The dates of some lines of a region that begins at an offset and, or not, ends where the text does."""
    for line in lines:
        years = [year.start() for year in _YEAR.finditer(line[0])]
        if years:
            whole = line.end() < len(region) or ends
            title = whole and len(line[0]) <= _SHORT and not _SENTENCE_END.search(line[0])
            yield from _in_line(line[0], offset + line.start(), years, title, grammar)


def _in_line(line: str, offset: int, years: Sequence[int], title: bool, grammar: HeaderGrammar) -> Iterator[Written]:
    end = 0
    for year in years:
        found = _SHAPES.search(line, max(end, year - _REACH))
        if found is None:
            return
        end = found.end()
        day, start = _read(found, grammar)
        if day is not None and day.exists:
            words = line[start : found.end()]
            yield Written(day, words, offset + start, line[:start], line[found.end() :], title)


def _read(found: re.Match[str], grammar: HeaderGrammar) -> tuple[Day | None, int]:
    """The day, and where in the line its words begin."""
    if found["iso"]:
        return Day(*map(int, found["iso"].split("-"))), found.start()
    if found["short"]:
        numbers = int(found["first"]), int(found["second"])
        day, month = numbers if grammar.day_first else numbers[::-1]
        return Day(_full_year(found["short"], grammar.short_years), month, day), found.start()
    return _named(found, grammar)


def _named(found: re.Match[str], grammar: HeaderGrammar) -> tuple[Day | None, int]:
    """`12 March 2024`, `March 12, 2024` or `March 2024`."""
    year, one, two = int(found["year"]), found["one"] or "", found["two"]
    month, day = grammar.month(two), grammar.day(one)
    if month and day:
        return Day(year, month, day), found.start("one")
    if month:
        return Day(year, month), found.start("two")
    month, day = grammar.month(one), grammar.day(two)
    return (Day(year, month, day) if month and day else None), found.start()


def _full_year(figures: str, earliest: int) -> int:
    """The year that two figures mean, from the earliest they can mean on.

    >>> _full_year("49", 1950), _full_year("50", 1950), _full_year("2020", 1950)
    (2049, 1950, 2020)
    """
    year = int(figures)
    return year if len(figures) == 4 else earliest + (year - earliest) % 100
