"""Quotations: what stands between quotation marks, nested, and never beyond a paragraph that forgot to close one."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import NamedTuple

from evtx.language.sentences import is_line_end

# A single mark counts only at the edge of a word; inside one it is an apostrophe. The class at the front is what the
# engine searches for quickly.
_DOUBLE = re.compile(r'[«»“”"„‹›\n](?:(?<!\n)|\s*+)')
_ALL = re.compile(
    r"""[«»“”"„‹›‘’\n]
    (?: (?<![‘’\n]) | (?<=\n) \s*+ | (?<=‘) (?<!\w‘) (?=\w) | (?<=’) (?=[\s.,;:!?…)\]}»”›]|\Z) )""",
    re.VERBOSE,
)
# Closing mark -> the opening marks that it may close. “ closes in German („ “), and where ” was not at hand.
_CLOSES = {"»": "«", "›": "‹", "”": "“„”", "“": "„“", '"': '"', "’": "‘"}
# Which side of a quotation a mark stands on; the ambiguous ones tell it by their neighbours.
_AMBIGUOUS = frozenset('"“”')
_SIDES = {"«": "left", "„": "left", "‹": "left", "‘": "left", "»": "right", "›": "right", "’": "right"}
_LEFT = frozenset("([{—–-«“„‹'’/")
_RIGHT = frozenset(".,;:!?…)]}»”›-–—/")
# Deeper than people nest. Further opening marks are text, so that a text of nothing but marks costs no memory.
_DEEPEST = 8


class Quotation(NamedTuple):
    """A quotation with its marks (`start`, `end`), what is between them without white space, and how deep it is nested.

    `closed` is False when its closing mark is missing; it then ends with its paragraph, or with the one around it.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    depth: int
    closed: bool


def find_quotations(text: str) -> tuple[Quotation, ...]:
    """All quotations of a text in the order in which they open; any two are disjoint or nested.

    A quotation goes on in the next paragraph when that reopens it or closes it with its first mark. Takes time linear
    in the length of the text.

    >>> text = "« We know, he says, th’“others” will come »"
    >>> [(text[q.inner_start : q.inner_end], q.depth) for q in find_quotations(text)]
    [('We know, he says, th’“others” will come', 0), ('others', 1)]
    """
    scan = _Scan(text)
    for match in (_ALL if "‘" in text else _DOUBLE).finditer(text):
        position = match.start()
        if text[position] != "\n":
            scan.read_mark(position)
        elif is_line_end(text, position, match.end()):
            scan.end_paragraph(position, match.end())
    scan.end_paragraph(len(text), len(text))
    scan.forget_suspended()
    return tuple(sorted(scan.found, key=lambda quotation: quotation.start))


class _Scan:
    """What is open while marks are read from left to right."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.found: list[Quotation] = []
        self.opened: list[int] = []  # positions of the opening marks, outermost first
        self.suspended: list[int] = []  # those that the paragraph before left open
        self.suspended_at = 0  # where that paragraph ended
        self.paragraph = 0  # where this one begins

    def read_mark(self, position: int) -> None:
        """Open or close a quotation, or leave a stray mark alone."""
        mark = self.text[position]
        if self.suspended and self._resumes(position, mark):
            return
        side = self._side(position) if mark in _AMBIGUOUS else _SIDES[mark]
        level = None if side == "left" else self._level_closed_by(mark)
        if level is not None:
            self._close(level, position)
        elif side != "right" and len(self.opened) < _DEEPEST:
            self.opened.append(position)

    def end_paragraph(self, position: int, next_start: int) -> None:
        """Leave what is open for the next paragraph to take up; end what the one before left."""
        self.forget_suspended()
        self.suspended = self.opened
        self.opened = []
        self.suspended_at = position
        self.paragraph = next_start

    def forget_suspended(self) -> None:
        """End at its paragraph's end what was left open there."""
        self._leave(self.suspended, 0, self.suspended_at)
        self.suspended = []

    def _resumes(self, position: int, mark: str) -> bool:
        """Take up the quotation of the paragraph before, at the first mark of this one. Whether the mark is used up."""
        left_open = "".join(self.text[start] for start in self.suspended)
        reopens = position == self.paragraph and mark in left_open
        closes = position > self.paragraph and mark in "»”›" and any(mark in left_open for mark in _CLOSES[mark])
        if not reopens and not closes:
            self.forget_suspended()
            return False
        level = max(left_open.rfind(other) for other in (mark if reopens else _CLOSES[mark]))
        self.opened = self.suspended[: level + 1]
        self._leave(self.suspended[level + 1 :], level + 1, self.suspended_at)
        self.suspended = []
        return reopens

    def _level_closed_by(self, mark: str) -> int | None:
        """Which open quotation, counted from outside, the mark closes; None when it closes none."""
        closed = _CLOSES[mark]
        for level in range(len(self.opened) - 1, -1, -1):
            if self.text[self.opened[level]] in closed:
                return level
        return None

    def _side(self, position: int) -> str:
        """`left` when a word begins after the mark, `right` when one ends before it, empty when both or neither do."""
        before, after = self.text[position - 1 : position], self.text[position + 1 : position + 2]
        left = not before or before.isspace() or before in _LEFT
        right = not after or after.isspace() or after in _RIGHT
        return "" if left == right else "left" if left else "right"

    def _close(self, level: int, position: int) -> None:
        self._leave(self.opened[level + 1 :], level + 1, position)
        self._add(self.opened[level], position + 1, level, closed=True)
        del self.opened[level:]

    def _leave(self, starts: list[int], depth: int, end: int) -> None:
        """Note quotations that nothing closes, innermost first; `depth` is that of the outermost."""
        for offset in range(len(starts) - 1, -1, -1):
            self._add(starts[offset], end, depth + offset, closed=False)

    def _add(self, start: int, end: int, depth: int, closed: bool) -> None:
        """Note a quotation, unless it is empty or a single mark that nothing closes.

        A straight mark that nothing closes, most often a stray one, reaches no further than the next quotation.
        """
        if not closed and self.text[start] == '"':
            later = takewhile(lambda other: other.start > start, reversed(self.found))
            end = min((other.start for other in later), default=end)
        inner_start, inner_end = start + 1, end - 1 if closed else end
        while inner_start < inner_end and self.text[inner_start].isspace():
            inner_start += 1
        while inner_end > inner_start and self.text[inner_end - 1].isspace():
            inner_end -= 1
        if inner_start < inner_end and (closed or self.text[start] != "‘"):
            self.found.append(Quotation(start, end if closed else inner_end, inner_start, inner_end, depth, closed))
