"""A table for spreadsheets: one row for each event."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from evtx.event import Event, Extraction
from evtx.rendering.page import Page
from evtx.rendering.safe import one_line
from evtx.rendering.wording import named, voices

ROLES = (
    *("speaker", "content", "addressee", "medium"),
    *("attacker", "target", "weapon", "killed", "injured"),
    *("supplier", "recipient", "cargo", "vehicle", "origin", "destination", "via", "interceptor"),
    "place",
)
"""Roles with a column of their own; what fills other roles stands in the column `other`."""

COLUMNS = (
    *("source", "language", "document_date", "id", "type", "subtype", "trigger"),
    *("date", "earliest", "latest", "date_text", "date_anchor", "polarity", "modality", "according_to", "attribution"),
    *(*ROLES, "other", "start", "end", "rule"),
)
_FORMULA_STARTS = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def render(extractions: Iterable[Extraction], page: Page) -> Iterator[str]:
    """The line of column names, then the rows of each document."""
    yield _line(COLUMNS)
    for extraction in extractions:
        claims = {event.id: event for event in extraction.events}
        yield from (_line(_cells(event, extraction, claims)) for event in page.shown(extraction))


def cell(text: str) -> str:
    """Text on one line that no spreadsheet takes for a formula.

    >>> cell("=1+1"), cell("-"), cell("Kafra")
    ("'=1+1", "'-", 'Kafra')
    """
    plain = one_line(text)
    return f"'{plain}" if plain.startswith(_FORMULA_STARTS) else plain


def _line(cells: Sequence[str]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow([cell(text) for text in cells])
    return line.getvalue()


def _cells(event: Event, extraction: Extraction, claims: dict[str, Event]) -> list[str]:
    date, dct = event.date, extraction.dct
    days = [str(day or "") for day in (date.earliest, date.latest)] if date else ["", ""]
    others = [f"{argument.role}: {named(argument)}" for argument in event.arguments if argument.role not in ROLES]
    return [
        *(extraction.source, extraction.language, dct.edtf if dct else ""),
        *(event.id, event.type, event.subtype, "; ".join(trigger.text for trigger in event.triggers)),
        *(date.edtf if date else "", *days, date.text if date else "", date.anchor if date else ""),
        *(event.polarity, event.modality, "; ".join(voices(event, claims)), " ".join(event.attribution)),
        *("; ".join(named(argument) for argument in event.arguments if argument.role == role) for role in ROLES),
        *("; ".join(others), str(event.sentence[0]), str(event.sentence[1]), event.rule),
    ]
