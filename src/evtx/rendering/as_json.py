"""One JSON object for all documents, an event a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from evtx.event import Extraction
from evtx.rendering.objects import SCHEMA, as_json, event_object, head_object
from evtx.rendering.page import Page
from evtx.version import VERSION


def render(extractions: Iterable[Extraction], page: Page) -> Iterator[str]:
    """The object in pieces: its head, each document, its end."""
    yield f'{{"schema": {as_json(SCHEMA)}, "evtx": {as_json(VERSION)},\n "documents": ['
    separator = "\n  "
    for extraction in extractions:
        yield separator + _document(extraction, page)
        separator = ",\n  "
    yield "]}\n"


def _document(extraction: Extraction, page: Page) -> str:
    events = ",\n    ".join(as_json(event_object(event)) for event in page.shown(extraction))
    listed = f"\n    {events}" if events else ""
    head = as_json(head_object(extraction)).removesuffix("}")
    return f'{head},\n   "events": [{listed}],\n   "warnings": {as_json(list(extraction.warnings))}}}'
