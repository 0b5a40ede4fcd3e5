"""Numbers in digits and words, read from a table of a language's number words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

_HUNDRED = 100
_TWENTY = 20
_GROUP = 3
_SPACES = "\u00a0\u202f\u2009 "


class _Sum(NamedTuple):
    """A number half read: what its scales made so far, the group below the next scale, and what was read last."""

    total: float = 0
    group: float = 0
    last: float = -1
    scale: float = float("inf")

    @property
    def value(self) -> float:
        return self.total + self.group


class Written(NamedTuple):
    """A number as written: its value, and how many pieces it takes."""

    value: float
    length: int


@dataclass(frozen=True, slots=True)
class Numerals:
    """A language's number words and how they combine (see `quantities.yml`)."""

    small: Mapping[str, int]
    hundred: frozenset[str]
    scales: Mapping[str, int]
    bare_scale: int
    sums: Mapping[float, frozenset[int]]
    product: tuple[int, int]
    link: frozenset[str]
    linked: frozenset[int]
    half: frozenset[str]
    digits: re.Pattern[str]
    decimal: str

    @classmethod
    def from_mapping(cls, mapping: Mapping[str, Any]) -> Numerals:
        """Number words of a `quantities.yml`, as loaded; KeyError when a key is missing."""
        first, second = map(int, mapping["product"].split())
        return cls(
            small=valued_words(mapping["numbers"]),
            hundred=frozenset(mapping["hundred"].split()),
            scales=valued_words(mapping["scales"]),
            bare_scale=int(mapping["bare_scale"]),
            sums=_sums(mapping["sums"]),
            product=(first, second),
            link=frozenset(mapping["link"].split()),
            linked=frozenset(map(int, mapping["linked"].split())),
            half=frozenset(mapping["half"].split()),
            digits=_digits_pattern(mapping["decimal"], mapping["thousands"]),
            decimal=mapping["decimal"],
        )

    def read(self, pieces: Sequence[str], start: int) -> Written | None:
        """The longest number that begins at a piece (a lower-case word without hyphens, or digits); None for none."""
        state, stop = _Sum(), start
        while stop < len(pieces):
            step = self._step(state, pieces, stop)
            if step is None:
                break
            state, taken = step
            stop += taken
        if stop == start:
            return None
        extra = self._half(state, pieces, stop)
        return Written(state.value + extra, stop - start + (2 if extra else 0))

    def _step(self, state: _Sum, pieces: Sequence[str], position: int) -> tuple[_Sum, int] | None:
        piece = pieces[position]
        if piece[0].isdigit():
            return self._add_digits(state, piece)
        if piece in self.link:
            return self._add_linked(state, pieces, position)
        added = self._add_word(state, piece)
        return None if added is None else (added, 1)

    def _add_digits(self, state: _Sum, piece: str) -> tuple[_Sum, int] | None:
        value = self.digits_value(piece)
        if value is None or state.group or state.last == 0 or value >= state.scale:
            return None
        return state._replace(group=value, last=0 if value else -2), 1

    def _add_linked(self, state: _Sum, pieces: Sequence[str], position: int) -> tuple[_Sum, int] | None:
        value = self.small.get(pieces[position + 1]) if position + 1 < len(pieces) else None
        if value not in self.linked or state.last < _TWENTY or value not in self.sums.get(state.last, ()):
            return None
        return state._replace(group=state.group + value, last=value), 2

    def _add_word(self, state: _Sum, word: str) -> _Sum | None:
        if word in self.hundred:
            return self._times_hundred(state)
        if word in self.scales:
            return self._times_scale(state, self.scales[word])
        value = self.small.get(word)
        return None if value is None else self._plus(state, value)

    def _plus(self, state: _Sum, value: int) -> _Sum | None:
        if not state.group and state.last != 0:
            return state._replace(group=value, last=value) if value or not state.total else None
        if (state.last, value) == self.product:
            product = state.last * value
            return state._replace(group=state.group - state.last + product, last=product)
        fits = 0 < value < _HUNDRED if state.last == _HUNDRED else value in self.sums.get(state.last, ())
        return state._replace(group=state.group + value, last=value) if fits else None

    def _times_hundred(self, state: _Sum) -> _Sum | None:
        if not state.group and state.last != 0:
            return state._replace(group=_HUNDRED, last=_HUNDRED)
        if 1 < state.group < _TWENTY and state.last == state.group:
            return state._replace(group=state.group * _HUNDRED, last=_HUNDRED)
        return None

    def _times_scale(self, state: _Sum, scale: int) -> _Sum | None:
        factor = state.group or (1 if scale == self.bare_scale and state.last != 0 else 0)
        if not factor or scale >= state.scale:
            return None
        return _Sum(state.total + factor * scale, 0, scale, scale)

    def _half(self, state: _Sum, pieces: Sequence[str], stop: int) -> float:
        """Half of the last scale, when the words for *and a half* follow."""
        follows = stop + 1 < len(pieces) and pieces[stop] in self.link and pieces[stop + 1] in self.half
        return (state.scale if state.total and not state.group else 1) / 2 if follows else 0

    def digits_value(self, piece: str) -> float | None:
        """Value of a number in digits; None when it is none.

        Groups of three may be apart by spaces or what the language puts there.
        """
        if not self.digits.fullmatch(piece):
            return None
        whole, _, decimals = piece.partition(self.decimal)
        plain = "".join(filter(str.isdigit, whole))
        return float(f"{plain}.{decimals}") if decimals else int(plain)


def valued_words(block: str) -> dict[str, int]:
    r"""Words with the value that their line begins with.

    >>> valued_words("1 un une\n2 deux")
    {'un': 1, 'une': 1, 'deux': 2}
    """
    rows = (line.split() for line in block.splitlines() if line.strip())
    return {word: int(value) for value, *words in rows for word in words}


def join_groups(tokens: Sequence[str]) -> Iterator[tuple[str, int]]:
    """Tokens with their number, groups of three digits that were apart made one.

    >>> list(join_groups(["près", "12", "000", "hommes"]))
    [('près', 1), ('12000', 2), ('hommes', 1)]
    """
    position = 0
    while position < len(tokens):
        stop = position + 1
        if tokens[position].isdecimal() and len(tokens[position]) <= _GROUP:
            while stop < len(tokens) and tokens[stop].isdecimal() and len(tokens[stop]) == _GROUP:
                stop += 1
        yield "".join(tokens[position:stop]), stop - position
        position = stop


def _sums(block: str) -> dict[float, frozenset[int]]:
    sums: dict[float, frozenset[int]] = {}
    for line in block.splitlines():
        firsts, _, bounds = line.partition(":")
        low, _, high = bounds.strip().partition("-")
        sums.update(dict.fromkeys(map(float, firsts.split()), frozenset(range(int(low), int(high) + 1))))
    return sums


def _digits_pattern(decimal: str, thousands: str) -> re.Pattern[str]:
    apart = "".join(_SPACES if mark == "space" else re.escape(mark) for mark in thousands.split())
    return re.compile(rf"(?:\d{{1,3}}(?:[{apart}]\d{{3}})+|\d+)(?:{re.escape(decimal)}\d+)?")
