"""Longest match of many templates at once over a tape of cells.

A position automaton (Glushkov 1961) whose deterministic states are made when first needed (as in Thompson's lazy DFA).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Item:
    """One element of a template: the cells it accepts, and the slot it fills (None for plain words)."""

    cells: frozenset[str]
    slot: str | None = None


@dataclass(frozen=True, slots=True)
class Sequence:
    """Elements one after the other."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several elements; `empty` when it may be absent."""

    parts: tuple[Node, ...]
    empty: bool = False


Node = Item | Sequence | Choice


class Fragment(NamedTuple):
    """What a part of a template begins and ends with, as positions."""

    empty: bool
    first: tuple[int, ...]
    last: tuple[int, ...]


@dataclass(slots=True)
class State:
    """A deterministic state: its positions, the template it accepts (or -1) and the moves found so far."""

    positions: tuple[int, ...]
    accepts: int
    moves: dict[str, State | None] = field(default_factory=dict)
    onward: dict[frozenset[str], list[int]] | None = None


@dataclass(slots=True)
class Automaton:
    """Templates to be matched together; add them all, then match."""

    items: list[Item] = field(default_factory=list)
    follow: list[list[int]] = field(default_factory=list)
    final: dict[int, int] = field(default_factory=dict)
    begins: dict[int, tuple[int, ...]] = field(default_factory=dict)
    root: State = field(default_factory=lambda: State((), -1))
    states: dict[tuple[int, ...], State] = field(default_factory=dict)
    first_cells: frozenset[str] = frozenset()

    def add(self, node: Node, template: int) -> None:
        """Adds a template under a number; of templates that match equally far the lowest number wins."""
        fragment = self._lay(node, template)
        self.begins[template] = fragment.first
        for position in fragment.last:
            self.final[position] = template

    def _lay(self, node: Node, template: int) -> Fragment:
        if isinstance(node, Item):
            self.items.append(node)
            self.follow.append([])
            here = (len(self.items) - 1,)
            return Fragment(False, here, here)
        fragments = [self._lay(part, template) for part in node.parts]
        if isinstance(node, Choice):
            first = tuple(p for f in fragments for p in f.first)
            last = tuple(p for f in fragments for p in f.last)
            return Fragment(node.empty or any(f.empty for f in fragments), first, last)
        return self._chain(fragments)

    def _chain(self, fragments: list[Fragment]) -> Fragment:
        whole = Fragment(True, (), ())
        for part in fragments:
            for position in whole.last:
                self.follow[position].extend(part.first)
            first = whole.first + part.first if whole.empty else whole.first
            last = part.last + whole.last if part.empty else part.last
            whole = Fragment(whole.empty and part.empty, first, last)
        return whole

    @property
    def starts(self) -> frozenset[str]:
        """The cells with which some template begins."""
        if not self.first_cells:
            firsts = {self.items[p].cells for positions in self.begins.values() for p in positions}
            self.first_cells = frozenset[str]().union(*firsts)
        return self.first_cells

    def longest(self, tape: str, start: int) -> tuple[int, int]:
        """End of the longest match from a cell and its template; (-1, -1) when there is none."""
        state: State | None = self.root
        best = (-1, -1)
        for index in range(start, len(tape)):
            cell = tape[index]
            assert state is not None
            moves = state.moves
            state = moves[cell] if cell in moves else self._move(state, cell)
            if state is None:
                break
            if state.accepts >= 0:
                best = (index + 1, state.accepts)
        return best

    def _move(self, state: State, cell: str) -> State | None:
        if state.onward is None:
            state.onward = self._onward(state)
        positions = tuple(sorted({q for cells, targets in state.onward.items() if cell in cells for q in targets}))
        reached = self._state(positions) if positions else None
        state.moves[cell] = reached
        return reached

    def _onward(self, state: State) -> dict[frozenset[str], list[int]]:
        """The positions that may follow a state, by the cells that they accept."""
        sources = self.begins.values() if state is self.root else (self.follow[p] for p in state.positions)
        onward: dict[frozenset[str], list[int]] = {}
        for targets in sources:
            for position in targets:
                onward.setdefault(self.items[position].cells, []).append(position)
        return onward

    def _state(self, positions: tuple[int, ...]) -> State:
        if positions not in self.states:
            accepted = [self.final[p] for p in positions if p in self.final]
            self.states[positions] = State(positions, min(accepted, default=-1))
        return self.states[positions]

    def slots(self, template: int, tape: str, start: int, end: int) -> tuple[tuple[str, int], ...]:
        """Which cell of a match fills which slot; the template's earlier alternatives come first."""
        path = self._path(self.begins[template], tape, start, end)
        return tuple((slot, start + i) for i, p in enumerate(path) if (slot := self.items[p].slot) is not None)

    def _path(self, choices: tuple[int, ...], tape: str, start: int, end: int) -> tuple[int, ...]:
        for position in choices:
            if tape[start] not in self.items[position].cells:
                continue
            if start + 1 == end:
                if position in self.final:
                    return (position,)
                continue
            rest = self._path(tuple(self.follow[position]), tape, start + 1, end)
            if rest:
                return (position, *rest)
        return ()
