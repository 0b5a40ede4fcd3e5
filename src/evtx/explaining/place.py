"""Words of a part of a document, at their place in the whole."""

from __future__ import annotations

from typing import NamedTuple

from evtx.document import Span
from evtx.event import Mention


class Place(NamedTuple):
    """A part of a document: its text, where it begins in the whole, and the whole."""

    text: str
    base: int
    whole: str

    def words(self, start: int, end: int) -> Mention:
        """The words between two offsets of the part, with the offsets of the whole."""
        return Mention(self.text[start:end], start + self.base, end + self.base)

    def span(self, span: Span) -> Mention:
        """The words of a span of the part."""
        return self.words(span.start, span.end)

    def line(self, start: int) -> int:
        """The line of the document on which an offset of the part stands, from 1."""
        return self.whole.count("\n", 0, start + self.base) + 1

    def column(self, start: int) -> int:
        """Its column, from 1."""
        position = start + self.base
        return position - self.whole.rfind("\n", 0, position)
