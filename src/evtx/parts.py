"""Very long texts in parts: where to cut them, and the events of a part at their place in the whole.

A part is read as a text of its own, so that time and memory do not depend on the length of the whole. What a pronoun or
a relative date points to is looked for within the part.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from evtx.event import Argument, DateValue, Derivation, Event, Mention, Step

LONGEST = 100_000
"""How many characters a part may have: a long report is read whole, a book is not."""

Placed = TypeVar("Placed", Mention, Argument, Step, DateValue)


def parts_of(text: str, longest: int = LONGEST) -> Iterator[tuple[int, int]]:
    r"""Where the parts of a text begin and end: they cover it, and end with a line, a sentence or a word if possible.

    >>> list(parts_of("One line.\nAnother one. And so on", 15))
    [(0, 10), (10, 23), (23, 32)]
    """
    start = 0
    while len(text) - start > longest:
        end = start + longest
        cuts = (text.rfind(mark, start, end) + len(mark) for mark in ("\n", ". ", " "))
        cut = next((cut for cut in cuts if cut > start + longest // 2), end)
        yield start, cut
        start = cut
    yield start, len(text)


def placed(event: Event, by: int, earlier: int) -> Event:
    """An event of a part that begins at `by`, with the offsets of the whole and counted on from `earlier` events."""
    return event._replace(
        id=_counted(event.id, earlier),
        triggers=tuple(_moved(trigger, by) for trigger in event.triggers),
        arguments=tuple(_moved(argument, by) for argument in event.arguments),
        date=_moved(event.date, by) if event.date else None,
        attribution=tuple(_counted(id_, earlier) for id_ in event.attribution),
        sentence=(event.sentence[0] + by, event.sentence[1] + by),
        derivations=tuple(_placed_derivation(derivation, by) for derivation in event.derivations),
    )


def _placed_derivation(derivation: Derivation, by: int) -> Derivation:
    return derivation._replace(steps=tuple(_moved(step, by) for step in derivation.steps))


def _moved(value: Placed, by: int) -> Placed:
    return value._replace(start=value.start + by, end=value.end + by)


def _counted(id_: str, earlier: int) -> str:
    return f"e{int(id_.removeprefix('e')) + earlier}"
