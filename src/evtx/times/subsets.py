"""From templates to the tables of an automaton, made beforehand and kept as plain JSON.

The positions of the templates are made deterministic (subset construction, Rabin and Scott 1959). Cells that no
template tells apart form one class, so that the tables stay small; numbers are kept as characters, which read fast.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from evtx.times.nodes import Item, Node
from evtx.times.positions import Positions, laid

_FIRST_CLASS = 0x100


def compiled(templates: Iterable[Node], classes: Mapping[str, str]) -> list[Any]:
    """The tables of some templates over classes of cells; see `evtx.times.automaton.Automaton` for what they hold."""
    positions = laid(templates)
    names = {item.cells: _names(item.cells, classes) for item in positions.items}
    elements = [(names[item.cells], item.slot or "") for item in positions.items]
    distinct = {element: number for number, element in enumerate(dict.fromkeys(elements))}
    rows, accepts = _determined(positions, [names for names, _ in elements])
    ends = [int(position in positions.final) for position in range(len(elements))]
    return [
        rows,
        accepts,
        [[names, *_slot(slot)] for names, slot in distinct],
        [distinct[element] for element in elements],
        ["".join(map(chr, following)) for following in positions.follow],
        ends,
        ["".join(map(chr, begin)) for begin in positions.begins],
    ]


def _names(cells: frozenset[str], classes: Mapping[str, str]) -> str:
    return "".join(sorted({classes[cell] for cell in cells}))


def _slot(slot: str) -> tuple[str, list[str]]:
    """The name of a slot and the kinds of words that it takes."""
    name, _, kinds = slot.partition(":")
    return name, (kinds or name).split("|")


def classes_of(templates: Iterable[Node]) -> dict[str, str]:
    """A class for every cell of some templates, the same for cells that none of them tells apart."""
    sets = {item.cells for template in templates for item in _items(template)}
    holding: dict[str, list[int]] = {}
    for index, cells in enumerate(sorted(sets, key=sorted)):
        for cell in cells:
            holding.setdefault(cell, []).append(index)
    names: dict[tuple[int, ...], str] = {}
    for cell in sorted(holding):
        names.setdefault(tuple(holding[cell]), chr(_FIRST_CLASS + len(names)))
    return {cell: names[tuple(indexes)] for cell, indexes in holding.items()}


def _items(node: Node) -> Iterator[Item]:
    if isinstance(node, Item):
        yield node
    else:
        for part in node.parts:
            yield from _items(part)


def _determined(positions: Positions, classes: list[str]) -> tuple[list[str], list[int]]:
    """Moves and accepted templates of the states, which are sets of positions; state 0 is the beginning."""
    opening = tuple(sorted({position for begin in positions.begins for position in begin}))
    numbers: dict[tuple[int, ...], int] = {}
    states, rows, accepts = list[tuple[int, ...]]([()]), list[str](), list[int]()
    for number, state in enumerate(states):
        onward = {following for position in state for following in positions.follow[position]} if number else opening
        reached: dict[str, list[int]] = {}
        for position in onward:
            for name in classes[position]:
                reached.setdefault(name, []).append(position)
        row = ""
        for name, found in sorted(reached.items()):
            target = tuple(sorted(found))
            if target not in numbers:
                numbers[target] = len(states)
                states.append(target)
            row += name + chr(numbers[target])
        rows.append(row)
        accepts.append(min((positions.final[p] for p in state if p in positions.final), default=-1))
    return rows, accepts


def matches_without(tables: list[Any], absent: set[str]) -> bool:
    """Whether some tape without cells of these classes matches."""
    rows, accepts = tables[:2]
    reached, todo = {0}, [0]
    while todo:
        state = todo.pop()
        if accepts[state] >= 0:
            return True
        row = rows[state]
        new = {ord(target) for name, target in zip(row[::2], row[1::2], strict=True) if name not in absent} - reached
        reached |= new
        todo += new
    return False
