"""Example markup written from marks: the way back from what `evtx.rules.examples` reads."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from evtx.rules.model import Mark


class Markup(NamedTuple):
    """A line of example markup, and the marks that it could not hold since they cross others."""

    line: str
    left_out: tuple[Mark, ...]


def write_markup(text: str, marks: Iterable[Mark]) -> Markup:
    r"""A text with marks written into it; brackets and backslashes of the text get a backslash.

    Marks may stand in marks, those that begin before others end within them are left out.

    >>> write_markup("He said [yes].", [Mark(0, 2, "speaker", None), Mark(8, 13, "content", None)]).line
    '[He](speaker) said [\\[yes\\]](content).'
    """
    kept: list[Mark] = []
    left_out: list[Mark] = []
    for mark in sorted(set(marks), key=_outermost_first):
        (left_out if any(crosses(mark, other) for other in kept) else kept).append(mark)
    return Markup(_written(text, kept), tuple(left_out))


def _outermost_first(mark: Mark) -> tuple[bool, int, int, str]:
    """Triggers first, since no example can be without one; then by where they begin, the longest first."""
    return mark.role != "trigger", mark.start, -mark.end, mark.role


def crosses(one: Mark, other: Mark) -> bool:
    """Whether two marks overlap and neither holds the other.

    >>> crosses(Mark(0, 5, "a", None), Mark(3, 8, "b", None)), crosses(Mark(0, 5, "a", None), Mark(3, 5, "b", None))
    (True, False)
    """
    first, second = sorted((one, other), key=lambda mark: (mark.start, -mark.end))
    return first.start < second.start < first.end < second.end


def _written(text: str, marks: Sequence[Mark]) -> str:
    out = ""
    opened: list[Mark] = []
    waiting = sorted(marks, key=lambda mark: (mark.start, -mark.end, mark.role))
    for index in range(len(text) + 1):
        while opened and opened[-1].end == index:
            out += _closing(opened.pop())
        while waiting and waiting[0].start == index:
            opened.append(waiting.pop(0))
            out += "["
        out += escaped(text[index : index + 1])
    return out


def _closing(mark: Mark) -> str:
    return f"]({mark.role})" if mark.value is None else f"]({mark.role}={mark.value})"


def escaped(text: str) -> str:
    r"""A text in which brackets and backslashes stand for themselves in markup.

    >>> print(escaped("a [b] \\ c"))
    a \[b\] \\ c
    """
    return text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")
