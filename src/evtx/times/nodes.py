"""Templates as trees: what is matched over a tape of cells."""

from __future__ import annotations

from typing import NamedTuple


class Item(NamedTuple):
    """One element of a template: the cells it accepts, and the slot it fills (None for plain words)."""

    cells: frozenset[str]
    slot: str | None = None


class Sequence(NamedTuple):
    """Elements one after the other."""

    parts: tuple[Node, ...]


class Choice(NamedTuple):
    """One of several elements; `empty` when it may be absent."""

    parts: tuple[Node, ...]
    empty: bool = False


Node = Item | Sequence | Choice
