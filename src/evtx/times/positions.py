"""The positions of templates: every element of every template, and which may follow which.

Source: Glushkov, The abstract theory of automata (1961), as in Berry and Sethi (1986).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from evtx.times.nodes import Choice, Item, Node


class Fragment(NamedTuple):
    """What a part of a template begins and ends with, as positions."""

    empty: bool
    first: tuple[int, ...]
    last: tuple[int, ...]


@dataclass(slots=True)
class Positions:
    """Templates laid side by side; position -> its element, what may follow it, and the template that it ends."""

    items: list[Item] = field(default_factory=list)
    follow: list[list[int]] = field(default_factory=list)
    final: dict[int, int] = field(default_factory=dict)
    begins: list[list[int]] = field(default_factory=list)


def laid(templates: Iterable[Node]) -> Positions:
    """The positions of some templates, numbered in their order."""
    positions = Positions()
    for number, node in enumerate(templates):
        fragment = _lay(node, positions)
        positions.begins.append(list(fragment.first))
        positions.final.update(dict.fromkeys(fragment.last, number))
    return positions


def _lay(node: Node, positions: Positions) -> Fragment:
    if isinstance(node, Item):
        positions.items.append(node)
        positions.follow.append([])
        here = (len(positions.items) - 1,)
        return Fragment(False, here, here)
    fragments = [_lay(part, positions) for part in node.parts]
    if isinstance(node, Choice):
        first = tuple(p for f in fragments for p in f.first)
        last = tuple(p for f in fragments for p in f.last)
        return Fragment(node.empty or any(f.empty for f in fragments), first, last)
    return _chained(fragments, positions)


def _chained(fragments: list[Fragment], positions: Positions) -> Fragment:
    whole = Fragment(True, (), ())
    for part in fragments:
        for position in whole.last:
            positions.follow[position].extend(part.first)
        first = whole.first + part.first if whole.empty else whole.first
        last = part.last + whole.last if part.empty else part.last
        whole = Fragment(whole.empty and part.empty, first, last)
    return whole
