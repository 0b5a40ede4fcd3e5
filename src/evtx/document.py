"""The text as given, and the spans that point into it."""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of the document, in Unicode code points, half open.

    >>> Span(3, 7).length, Span(3, 7).overlaps(Span(6, 9)), Span(3, 7).contains(Span(3, 5))
    (4, True, True)
    """

    start: int
    end: int

    @property
    def length(self) -> int:
        """Number of code points."""
        return self.end - self.start

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether the other lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end

    def text(self, document: str) -> str:
        """The words this span covers."""
        return document[self.start : self.end]


class Document(NamedTuple):
    """A text to read: never rewritten, so that every offset stays true.

    `date` is what the user said of the document creation time, as typed; None leaves it to the header.
    `language` is a code such as `fr`, or None to tell it from the words.
    """

    text: str
    source: str = "-"
    language: str | None = None
    date: str | None = None
