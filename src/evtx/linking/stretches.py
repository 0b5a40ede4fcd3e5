"""Intervals of a text found by a place in it, in time that does not grow with the text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic, TypeVar

Item = TypeVar("Item")
_WIDTH = 1024


class Stretches(Generic[Item]):
    """Items that each cover an interval of the text, listed under every block of the text that they reach into.

    >>> stretches = Stretches([(0, 5, "first"), (3, 2000, "second")])
    >>> stretches.near(2, 4), stretches.near(1500, 1501), stretches.near(4000, 5000)
    (['first', 'second'], ['second'], [])
    """

    def __init__(self, items: Iterable[tuple[int, int, Item]]) -> None:
        self._blocks: dict[int, list[tuple[int, Item]]] = {}
        for order, (start, end, item) in enumerate(items):
            for block in range(start // _WIDTH, end // _WIDTH + 1):
                self._blocks.setdefault(block, []).append((order, item))

    def near(self, start: int, end: int) -> list[Item]:
        """The items that reach into the blocks of an interval, in the order given."""
        first, last = max(start, 0) // _WIDTH, max(end, 0) // _WIDTH
        if first == last:
            return [item for _, item in self._blocks.get(first, ())]
        found = {order: item for block in range(first, last + 1) for order, item in self._blocks.get(block, ())}
        return [found[order] for order in sorted(found)]
