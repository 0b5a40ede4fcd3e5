"""Longest match of many templates at once over a tape of classes of cells."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import compress, repeat
from typing import Any, NamedTuple

_NO_STATE = 0
"""State 0 is the beginning, to which no move leads."""


class Element(NamedTuple):
    """What stands at a position of a template: the classes it accepts, its slot (or nothing) and the slot's kinds."""

    classes: str
    slot: str
    kinds: Sequence[str]


class Automaton(NamedTuple):
    """Deterministic tables of some templates, and their positions, from which the slots of a match are found again.

    `rows` tells for each state classes and next states in turn, as characters; `moves` is what has been read of them
    so far; `accepts` the template that a state ends or -1. `elements` tells what stands at each position, `follow`
    which positions may follow one, as characters, `ends` whether a template may end there, `begins` where one begins.
    """

    rows: list[str]
    moves: list[dict[str, int]]
    accepts: list[int]
    elements: list[Element]
    follow: list[str]
    ends: list[int]
    begins: list[str]

    def matches(self, tape: str) -> list[tuple[int, int, int]]:
        """The longest matches along a tape of classes, none overlapping another: first cell, end and template.

        Of templates that match equally far the first wins.
        """
        found: list[tuple[int, int, int]] = []
        moves, accepts, done, size = self.moves, self.accepts, 0, len(tape)
        opening = (moves[0] or self._read(0)).get
        for start in compress(range(size), map(opening, tape, repeat(_NO_STATE))):
            if start < done:
                continue
            state, end, index = opening(tape[start], _NO_STATE), 0, start + 1
            while state:
                if accepts[state] >= 0:
                    end, template = index, accepts[state]
                row = moves[state] or self._read(state)
                state = row.get(tape[index], _NO_STATE) if index < size else _NO_STATE
                index += 1
            if end:
                found.append((start, end, template))
                done = end
        return found

    def _read(self, state: int) -> dict[str, int]:
        row = self.rows[state]
        self.moves[state] = dict(zip(row[::2], map(ord, row[1::2]), strict=True)) or {"": _NO_STATE}
        return self.moves[state]

    def slots(self, template: int, tape: str, start: int, end: int) -> list[tuple[str, Sequence[str], int]]:
        """Which slot, of which kinds, each cell of a match fills; the template's earlier alternatives come first."""
        found = []
        for cell, position in enumerate(self._path(self.begins[template], tape, start, end), start):
            _, slot, kinds = self.elements[position]
            if slot:
                found.append((slot, kinds, cell))
        return found

    def _path(self, choices: str, tape: str, start: int, end: int) -> tuple[int, ...]:
        for position in map(ord, choices):
            if tape[start] not in self.elements[position][0]:
                continue
            if start + 1 == end:
                if self.ends[position]:
                    return (position,)
                continue
            rest = self._path(self.follow[position], tape, start + 1, end)
            if rest:
                return (position, *rest)
        return ()


def automaton_of(tables: Sequence[Any]) -> Automaton:
    """An automaton from the tables that `evtx.times.subsets.compiled` made, read back from JSON or not."""
    rows, accepts, distinct, numbers, follow, ends, begins = tables
    kinds = [Element(*element) for element in distinct]
    elements = [kinds[number] for number in numbers]
    return Automaton(rows, [{} for _ in rows], accepts, elements, follow, ends, begins)
