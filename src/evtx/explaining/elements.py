"""How far a template matched around a trigger, element by element."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from evtx.matching.compiling import chained
from evtx.matching.patterns import views
from evtx.matching.tape import TRIGGER, WIDTH, Window

_SKIP = "..."
_OPTION = "?"


class Piece(NamedTuple):
    """An element of a template as it is written, and the cells of the clause that it matched."""

    written: str
    cells: tuple[int, ...]


class Reach(NamedTuple):
    """The longest run of a template's elements that stands around its trigger.

    `before` and `after` are the elements that were wanted next on either side, empty where nothing was; `part` is the
    share of the elements besides the trigger that stand there.
    """

    pieces: tuple[Piece, ...]
    before: str
    after: str
    part: float


def reach(tape: str, index: int, elements: Sequence[tuple[str, str]]) -> Reach:
    """How far a template got whose trigger word is the cell at `index`.

    A trigger that is one phrase with a role may not stand there itself: then nothing matched, and that was wanted.
    """
    shown = views(tape, index, index + 1)
    wanted = [written for written, part in elements if counts(part)]
    for first, after in runs(elements):
        found = next(filter(None, (pieces(elements[first:after], view) for view in shown)), None)
        if found is not None:
            before = next((written for written, part in reversed(elements[:first]) if counts(part)), "")
            following = next((written for written, part in elements[after:] if counts(part)), "")
            done = sum(counts(part) for _, part in elements[first:after])
            return Reach(found, before, following, (done - 1) / max(len(wanted) - 1, 1))
    return Reach((), "", next((written for written, part in elements if TRIGGER in part), ""), 0.0)


def counts(part: str) -> bool:
    """Whether an element must be there: it is no skip and no option."""
    return part != _SKIP and not part.startswith(_OPTION)


def runs(elements: Sequence[tuple[str, str]]) -> Iterator[tuple[int, int]]:
    """The runs of elements around the trigger, the longest first: where each begins and the element after it."""
    trigger = next((rank for rank, (_, part) in enumerate(elements) if TRIGGER in part and counts(part)), 0)
    every = ((first, after) for first in range(trigger + 1) for after in range(trigger + 1, len(elements) + 1))
    yield from sorted(every, key=lambda run: (-sum(counts(part) for _, part in elements[slice(*run)]), run[0] - run[1]))


def pieces(elements: Sequence[tuple[str, str]], view: Window) -> tuple[Piece, ...] | None:
    """The cells that each of some elements matches in a view of the tape; None when they do not stand there."""
    parts = [marked(part, rank) for rank, (_, part) in enumerate(elements)]
    match = re.search(chained(parts), view.tape)
    if match is None:
        return None
    found = (
        Piece(written, cells(match, f"_{rank}", view)) for rank, (written, part) in enumerate(elements) if part != _SKIP
    )
    return tuple(piece for piece in found if piece.cells)


def marked(part: str, rank: int) -> str:
    """The tape pattern of an element with its match kept under a name."""
    if part == _SKIP:
        return part
    return f"?(?P<_{rank}>{part[1:]})" if part.startswith(_OPTION) else f"(?P<_{rank}>{part})"


def cells(match: re.Match[str], name: str, view: Window) -> tuple[int, ...]:
    """The cells of the clause under a name of a match."""
    start, end = match.span(name)
    return tuple(view.cells[start // WIDTH : -(-end // WIDTH)]) if start >= 0 else ()
