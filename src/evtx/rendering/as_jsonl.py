"""One JSON object a line, a document each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from evtx.event import Extraction
from evtx.rendering.objects import as_json, event_object, head_object
from evtx.rendering.page import Page


def render(extractions: Iterable[Extraction], page: Page) -> Iterator[str]:
    """A line for each document."""
    for extraction in extractions:
        events = [event_object(event) for event in page.shown(extraction)]
        document = {**head_object(extraction), "events": events, "warnings": list(extraction.warnings)}
        yield as_json(document) + "\n"
