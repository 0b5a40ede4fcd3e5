"""Name files as one long row: cheap to index when a run starts, read line by line only where a name is asked for."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from evtx.names.folding import fold, name_key, split_keys

NOWHERE = "ZZ"
_NO_COLUMNS: list[list[str]] = [[], [], [], [], []]


class Entry(NamedTuple):
    """A known name: its usual form, what it is, the ISO 3166 code of its country, and its other type.

    `size` is the population class of a town from the place store (see `PlaceStore`), else 0.
    """

    name: str
    type: str
    country: str | None = None
    also: str | None = None
    size: int = 0


Spelling = tuple[str, Entry]


class NameRow:
    """All names of the files in one row of cells, and the position of each by its key.

    A cell is a name, a separator of columns, a country code, or a line end. Earlier files win over later ones,
    countries over what else a file holds.
    """

    def __init__(self, mappings: Sequence[Mapping[str, Any]]) -> None:
        self._cells: list[str] = []
        self._starts: list[int] = []
        self._readers: list[Callable[[list[list[str]]], list[Spelling]]] = []
        self.positions: dict[str, int] = {}
        for mapping in reversed(mappings):
            for block, reader in _blocks(mapping):
                self._append(block, reader)

    def _append(self, block: str, reader: Callable[[list[list[str]]], list[Spelling]]) -> None:
        start = len(self._cells)
        self._starts.append(start)
        self._readers.append(reader)
        self._cells += split_cells(block)
        self.positions.update(zip(split_cells(split_keys(block)), range(start, len(self._cells)), strict=True))

    def spellings(self, key: str) -> tuple[Spelling, ...]:
        """Spellings with a key, and what they name; none when the key is not that of a name."""
        position = self.positions.get(key)
        if position is None:
            return ()
        reader = self._readers[bisect_right(self._starts, position) - 1]
        return tuple(found for found in reader(self._line(position)) if name_key(found[0]) == key)

    def _line(self, position: int) -> list[list[str]]:
        """The columns of the line around a position."""
        first = last = position
        while first > 0 and self._cells[first - 1] != "\n":
            first -= 1
        while self._cells[last] != "\n":
            last += 1
        return _columns(self._cells[first:last])


def split_cells(block: str) -> list[str]:
    r"""Cells of a block: names, and what separates columns and lines; every line is closed.

    >>> split_cells("IQ: Irak, Iraq; Iraq\n")
    ['IQ', ';', 'Irak', 'Iraq', ';', 'Iraq', '\n']
    """
    return f"{block.rstrip()}\n".replace(": ", ", ;, ").replace("; ", ", ;, ").replace("\n", ", \n, ").split(", ")[:-1]


def read_demonyms(mappings: Sequence[Mapping[str, Any]]) -> dict[str, str]:
    """Country code by folded demonym; the first that is given wins."""
    demonyms: dict[str, str] = {}
    for section, columns in (("countries", (3, 4)), ("territories", (3, 4)), ("peoples", (1, 2))):
        for mapping in mappings:
            for line in mapping.get(section, "").splitlines():
                row = _columns(split_cells(line)[:-1]) + _NO_COLUMNS
                for word in row[columns[0]] + row[columns[1]]:
                    demonyms.setdefault(fold(word), row[0][0])
    return demonyms


def _columns(cells: Sequence[str]) -> list[list[str]]:
    columns: list[list[str]] = [[]]
    for cell in cells:
        if cell == ";":
            columns.append([])
        else:
            columns[-1].append(cell)
    return columns


def _blocks(mapping: Mapping[str, Any]) -> Iterator[tuple[str, Callable[[list[list[str]]], list[Spelling]]]]:
    """Blocks of a file with what reads their lines, the strongest last."""
    for section in mapping.get("names", ()):
        yield section["names"], _variants_reader(section["type"])
    for key, type_, other in (
        ("family", "person", None),
        ("given", "person", None),
        ("metonyms", "group", "facility"),
        ("blocs", "country", "place"),
    ):
        if key in mapping:
            yield mapping[key], _each_reader(type_, other)
    for key in ("territories", "countries"):
        if key in mapping:
            yield mapping[key], _read_country


def _read_country(columns: list[list[str]]) -> list[Spelling]:
    (code,), here, english, _, _, seats, *_ = columns + _NO_COLUMNS
    country = None if code == NOWHERE else code
    entry = Entry((here or english)[0], "country", country, "place")
    named = [(name, entry) for name in here + english]
    return named + [(seat, Entry(seat, "place", country, "country")) for seat in seats]


def _each_reader(type_: str, other: str | None) -> Callable[[list[list[str]]], list[Spelling]]:
    return lambda columns: [(name, Entry(name, type_, None, other)) for name in columns[0]]


def _variants_reader(type_: str) -> Callable[[list[list[str]]], list[Spelling]]:
    def read(columns: list[list[str]]) -> list[Spelling]:
        names, country, *_ = columns + _NO_COLUMNS
        entry = Entry(names[0], type_, country[0] if country else None)
        return [(name, entry) for name in names]

    return read
