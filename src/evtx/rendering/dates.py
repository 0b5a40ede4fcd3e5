"""Date expressions for people and for programs: a table with the reasons in words, and JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from evtx.dating import DatedDocument
from evtx.event import DateValue, Extraction
from evtx.rendering.cells import words
from evtx.rendering.objects import Object, as_json, date_object, head_object
from evtx.rendering.page import Page
from evtx.rendering.safe import one_line
from evtx.rendering.tables import heading, printed
from evtx.rendering.wording import readable
from evtx.version import VERSION

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.table import Table

SCHEMA = "evtx-dates/1"
_WIDE = 110


def render_table(documents: Iterable[DatedDocument], page: Page) -> Iterator[str]:
    """The dates of each document under its name."""
    gap = ""
    for document in documents:
        yield gap + printed(_document(document, page), page)
        gap = "\n"


def _document(document: DatedDocument, page: Page) -> Iterator[RenderableType]:
    yield words(heading(_head(document)), "bold")
    yield _table(document, page) if document.dates else words("  no dates found")


def _head(document: DatedDocument) -> Extraction:
    return Extraction(document.source, document.language, document.dct, (), document.warnings)


def _table(document: DatedDocument, page: Page) -> Table:
    from rich import box
    from rich.table import Table

    table = Table(
        title=f"Dates ({len(document.dates)})",
        box=box.SIMPLE_HEAD,
        title_justify="left",
        title_style="bold",
        header_style="bold",
        pad_edge=False,
    )
    wide = page.width >= _WIDE
    table.add_column("Line", justify="right")
    for title in ("Words", "Date", *(("Days",) if wide else ())):
        table.add_column(title, overflow="fold")
    table.add_column("Why", ratio=1 if not wide else None, overflow="fold")
    for date in document.dates:
        days = [words(readable(date))] if wide else []
        line = document.text.count("\n", 0, date.start) + 1
        table.add_row(words(str(line)), words(one_line(date.text)), words(date.edtf, "bold"), *days, words(why(date)))
    return table


def why(date: DateValue) -> str:
    """The reason in words, without what the table says already, and what else the words might mean.

    >>> from evtx import find_dates
    >>> [why(date) for date in find_dates("Un pont a sauté mardi dernier.", dct="2020-12-16")]
    ["reckoned from the document's date, the last one before 2020-12-16; or 2020-12-08"]
    """
    told = one_line(date.reason).removeprefix(f"{one_line(date.text)}: ")
    shown = told.replace(f", so {date.edtf}", "", 1)
    return shown + (f"; or {', '.join(date.alternatives)}" if date.alternatives and not date.note else "")


def render_json(documents: Iterable[DatedDocument], _: Page) -> Iterator[str]:
    """One object for all documents, in pieces; a date a line."""
    yield f'{{"schema": {as_json(SCHEMA)}, "evtx": {as_json(VERSION)},\n "documents": ['
    separator = "\n  "
    for document in documents:
        yield separator + _json_document(document)
        separator = ",\n  "
    yield "]}\n"


def _json_document(document: DatedDocument) -> str:
    dates = ",\n    ".join(as_json(_object(date)) for date in document.dates)
    listed = f"\n    {dates}" if dates else ""
    head = as_json(head_object(_head(document))).removesuffix("}")
    return f'{head},\n   "dates": [{listed}],\n   "warnings": {as_json(list(document.warnings))}}}'


def _object(date: DateValue) -> Object:
    return {**date_object(date), "reason": date.reason}
