"""Templates compiled to patterns over the tape."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from evtx.matching.cells import TYPE_LETTERS
from evtx.matching.roles import ANY
from evtx.matching.tape import GLUE, Window, window, without_asides

VERB, NOUN, PHRASE = "[VS]..", "N..", "P.."
CONTENT = {
    "clause": r'(?P<clause>[^.;,q"]..)',
    "infinitive": "(?P<infinitive>[IJ]..)",
    "attribute": r"(?P<attribute>[ABN]..)",
    "quote": r'"..(?P<quote>[^"]..)',
    "before": r"^(?P<before>(?:[^@]..)+)",
}


_AS_CAPTURED: Mapping[str, int] = MappingProxyType({})


class TapePattern(NamedTuple):
    """One template of a construction or pattern rule: its id, the tape pattern, and the template as it was written.

    `required` are characters without which the pattern cannot match; looking for them first is much cheaper.
    """

    id: str
    source: str
    required: str = ""
    template: str = ""


class TapeMatch(NamedTuple):
    """A pattern that matched in a window; spans are asked for in cells of the clause.

    `moved` are elements that stand for another cell than the one captured, `also` other cells that its subject may be.
    """

    pattern: TapePattern
    match: re.Match[str]
    window: Window
    moved: Mapping[str, int] = _AS_CAPTURED
    also: Sequence[int] = ()

    def cells(self, name: str) -> list[int]:
        """The cells that an element captured, none when the template has no such element."""
        if name in self.moved:
            return [self.moved[name]]
        if name not in self.match.re.groupindex:
            return []
        start = self.match.start(name)
        return [self.window.cell_at(start)] if start >= 0 else []

    def names(self) -> Iterator[str]:
        """The elements that captured something."""
        return (name for name in self.match.re.groupindex if self.match.start(name) >= 0)


@cache
def compiled(source: str) -> re.Pattern[str]:
    """The compiled pattern, compiled on first use: most runs need only a few."""
    return re.compile(source)


def first_match(patterns: Sequence[TapePattern], views: Sequence[Window]) -> TapeMatch | None:
    """The first of several patterns that matches in one of the views of a trigger."""
    tape = views[-1].tape
    for pattern in patterns:
        for character in pattern.required:
            if character not in tape:
                break
        else:
            search = compiled(pattern.source).search
            for view in views:
                match = search(view.tape)
                if match is not None:
                    return TapeMatch(pattern, match, view)
    return None


def views(tape: str, cell: int, last_cell: int) -> tuple[Window, ...]:
    """The stretch around a trigger without its asides, where it has some, and as it stands."""
    whole = window(tape, cell, last_cell)
    bare = without_asides(whole)
    return (whole,) if bare is None else (bare, whole)


def any_type(types: Iterable[str]) -> str:
    """A tape pattern for one cell's type letter; `.` where any type will do."""
    letters = "".join(sorted(TYPE_LETTERS[type_] for type_ in types if type_ in TYPE_LETTERS))
    return f"[{letters}_]".replace("$", r"\$") if letters else "."


def narrowed(types: frozenset[str]) -> str:
    """The same for a template's own restriction, where an untyped noun does not do."""
    return "." if types is ANY else any_type(types).replace("_]", "]")


def sequence(parts: Iterable[str]) -> str:
    """Elements one after the other, with whatever adjuncts between them."""
    return GLUE.join(part for part in parts if part)
