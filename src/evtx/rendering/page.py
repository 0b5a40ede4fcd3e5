"""What a renderer is told besides the events: how wide, in colour or not, and which events are wanted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from evtx.event import Event, Extraction


class Page(NamedTuple):
    """`width` in columns for tables; `types` are the event types to show, None for all."""

    width: int = 200
    color: bool = False
    types: frozenset[str] | None = None

    def shown(self, extraction: Extraction) -> tuple[Event, ...]:
        """The events of a document that are wanted; the claims they refer to may not be among them."""
        if self.types is None:
            return extraction.events
        return tuple(event for event in extraction.events if event.type in self.types)


Renderer = Callable[[Iterable[Extraction], Page], Iterator[str]]
"""Gives the output in pieces, one or more for each document as it comes."""
