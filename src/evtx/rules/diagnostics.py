"""What is wrong with a rule file: where, what, and how to mend it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

_TOO_LONG = 160
_LONGEST_WORD = 60


class Piece(NamedTuple):
    """A stretch of one line of a file; line and column of its first character count from 1."""

    text: str
    line: int
    column: int

    def part(self, start: int, end: int | None = None) -> Piece:
        """A part of it, by string indices.

        >>> Piece("with -> weapon", 3, 7).part(8)
        Piece(text='weapon', line=3, column=15)
        """
        return Piece(self.text[start:end], self.line, self.column + start)

    def strip(self) -> Piece:
        """Without white space at its ends."""
        return Piece(self.text.strip(), self.line, self.column + len(self.text) - len(self.text.lstrip()))

    def split(self, separator: str) -> list[Piece]:
        """The stripped parts between separators, empty ones too.

        >>> [part.column for part in Piece("a, toward", 1, 1).split(",")]
        [1, 4]
        """
        parts: list[Piece] = []
        start = 0
        for text in self.text.split(separator):
            parts.append(self.part(start, start + len(text)).strip())
            start += len(text) + len(separator)
        return parts

    def words(self) -> list[Piece]:
        """The words between white space."""
        return [part for part in self.split(" ") if part.text]


class Diagnostic(NamedTuple):
    """A problem in a rule file. `excerpt` is the source line, `width` the number of characters the carets mark."""

    path: str
    line: int
    column: int
    code: str
    message: str
    help: str = ""
    excerpt: str = ""
    width: int = 1

    @property
    def severity(self) -> str:
        """`warning` for what only looks wrong, `error` for what cannot be used."""
        return "warning" if self.code.startswith("W") else "error"

    def __str__(self) -> str:
        """The problem as people read it, with the source line and carets below the culprit.

        >>> help = "did you mean <strike>?"
        >>> print(Diagnostic("a.yml", 4, 8, "E203", "unknown phrase <strke>", help, "match: <strke>", 7))
        a.yml:4:8: error[E203]: unknown phrase <strke>
            4 | match: <strke>
              |        ^^^^^^^
              = help: did you mean <strike>?
        """
        return "\n".join(self._rendered())

    def _rendered(self) -> Iterable[str]:
        yield f"{self.path}:{self.line}:{self.column}: {self.severity}[{self.code}]: {self.message}"
        margin = " " * max(5, len(str(self.line)) + 4)
        if self.excerpt.strip():
            shown, offset = _shown(self.excerpt, self.column - 1)
            yield f"{str(self.line).rjust(len(margin))} | {shown}"
            carets = "^" * max(1, min(self.width, len(shown) - offset))
            yield f"{margin} | {' ' * offset}{carets}"
        if self.help:
            yield f"{margin} = help: {self.help}"


def _shown(excerpt: str, offset: int) -> tuple[str, int]:
    """The line with everything that a terminal might obey made harmless, cut around the culprit when very long."""
    start = max(0, offset - _TOO_LONG // 2) if len(excerpt) > _TOO_LONG else 0
    visible = "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in excerpt)
    return visible[start : start + _TOO_LONG], offset - start


class RuleFileError(Exception):
    """Rule files that cannot be used; `diagnostics` lists every problem of every file."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics = tuple(sorted(set(diagnostics)))
        super().__init__("\n\n".join(map(str, self.diagnostics)))


class Problems:
    """Gathers the problems of one file."""

    def __init__(self, path: str, text: str = "") -> None:
        self.path = path
        self.found: list[Diagnostic] = []
        self._lines = text.split("\n")

    def line(self, number: int) -> str:
        """A line of the file by its number; empty when it has fewer."""
        return self._lines[number - 1] if 0 < number <= len(self._lines) else ""

    def report(self, code: str, at: Piece, message: str, help: str = "") -> None:
        """Add a problem with this piece of the file."""
        excerpt = self.line(at.line)
        width = max(1, len(at.text))
        self.found.append(Diagnostic(self.path, at.line, at.column, code, message, help, excerpt, width))


def did_you_mean(word: str, known: Iterable[str], show: str = "{}") -> str:
    """A way to mend a misspelt word: the closest known one, else all of them when they are few.

    >>> did_you_mean("atacker", ["attacker", "target"])
    'did you mean attacker?'
    >>> did_you_mean("zzz", ["positive", "negative"])
    'one of: negative, positive'
    """
    import difflib

    options = sorted(known)
    close = difflib.get_close_matches(word[:_LONGEST_WORD], options, n=1, cutoff=0.6)
    if close:
        return f"did you mean {show.format(close[0])}?"
    return f"one of: {', '.join(map(show.format, options))}" if 0 < len(options) <= 30 else ""
