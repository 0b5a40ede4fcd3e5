"""An event on its way through linking."""

from __future__ import annotations

from typing import NamedTuple

from evtx.document import Span
from evtx.event import DateValue
from evtx.matching.found import Filler, Found


class Linked(NamedTuple):
    """An event as found, and what linking has added so far; `attribution` holds positions in the list of events."""

    found: Found
    contents: tuple[Span, ...] = ()
    fillers: tuple[Filler, ...] = ()
    attribution: tuple[int, ...] = ()
    polarity: str = "positive"
    modality: str = "asserted"
    date: DateValue | None = None
    also: tuple[Found, ...] = ()

    @property
    def speaks(self) -> bool:
        """Whether it is an act of speech."""
        return bool(self.contents) or self.found.content is not None or self.filler("speaker") is not None

    @property
    def founds(self) -> tuple[Found, ...]:
        """All mentions, in the order of the text."""
        return tuple(sorted((self.found, *self.also), key=lambda found: found.trigger.start))

    def filler(self, role: str) -> Filler | None:
        """The first filler of a role."""
        return next((filler for filler in self.fillers if filler.role == role), None)
