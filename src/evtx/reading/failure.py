"""What a source that cannot be read says."""

from __future__ import annotations


class ReadingError(Exception):
    """A source could not be read: which one, what is wrong with it, and how to mend it.

    >>> print(ReadingError("a.txt", "is not there", "check the name"))
    a.txt: is not there
    """

    def __init__(self, source: str, message: str, help: str) -> None:
        super().__init__(source, message, help)
        self.source = source
        self.message = message
        self.help = help

    def __str__(self) -> str:
        return f"{self.source}: {self.message}"
