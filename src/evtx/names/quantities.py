"""Amounts: numbers with what is said around them, rough counts and ranges."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from evtx.names.nouns import listed
from evtx.names.numbers import Numerals, Written, join_groups, valued_words

_SEVERAL = 2
_MANY = 10


class Quantity(NamedTuple):
    """An amount as the words give it.

    `value` is the figure that is named, None when there is none. `low` and `high` are the bounds that the words set,
    None where they set none; both are the value when it is exact. Tens, hundreds or thousands with no number lie
    between two and ten of them. `approximate` is false only for an exact number.
    """

    value: float | None
    low: float | None
    high: float | None
    approximate: bool


class _Pieces(NamedTuple):
    """Lower-case words without hyphens, and for each the number of tokens read when it ends, 0 inside a token."""

    words: Sequence[str]
    ends: Sequence[int]


class _Found(NamedTuple):
    quantity: Quantity
    length: int


@dataclass(frozen=True, slots=True)
class Quantities:
    """Reads amounts in a language's words (see `quantities.yml`)."""

    numerals: Numerals
    collectives: Mapping[str, int]
    exact: frozenset[str]
    of: frozenset[str]
    several: Mapping[str, tuple[tuple[str, ...], ...]]
    plural: frozenset[str]
    bounds: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
    trailing: frozenset[tuple[str, ...]]
    between: frozenset[str]
    between_link: frozenset[str]
    range_links: frozenset[str]

    @classmethod
    def from_mapping(cls, mapping: Mapping[str, Any]) -> Quantities:
        """The reader of a `quantities.yml`, as loaded; KeyError when a key is missing."""
        several: dict[str, tuple[tuple[str, ...], ...]] = {}
        for phrase in map(_words, listed(mapping["several"])):
            several[phrase[0]] = (*several.get(phrase[0], ()), phrase)
        return cls(
            numerals=Numerals.from_mapping(mapping),
            collectives=valued_words(mapping["collectives"].replace("-", "_")),
            exact=frozenset(mapping["exact"].replace("-", "_").split()),
            of=frozenset(mapping["of"].split()),
            several=several,
            plural=frozenset(listed(mapping["plural"])),
            bounds=_bounds(mapping["bounds"]),
            trailing=frozenset(map(_words, listed(mapping["trailing"]))),
            between=frozenset(mapping["between"].split()),
            between_link=frozenset(mapping["between_link"].split()),
            range_links=frozenset(mapping["range_links"].split()),
        )

    def read(self, tokens: Sequence[str], start: int = 0) -> tuple[Quantity, int] | None:
        """The amount that begins at a token, with the words around it, and its number of tokens; None for none.

        A token is a word as written, a number in digits, or several words joined by spaces.
        """
        pieces = self._pieces(tokens[start:])
        found = self._between(pieces.words) or self._bounded(pieces.words)
        if found is None or not pieces.ends[found.length - 1]:
            return None
        return found.quantity, pieces.ends[found.length - 1]

    def _pieces(self, tokens: Sequence[str]) -> _Pieces:
        words: list[str] = []
        ends: list[int] = []
        read = 0
        for token, count in join_groups(tokens):
            read += count
            parts = (token,) if token[:1].isdigit() else self._split(token.lower())
            words += parts
            ends += [0] * (len(parts) - 1) + [read] * bool(parts)
        return _Pieces(words, ends)

    def _split(self, token: str) -> tuple[str, ...]:
        whole = token.replace("-", "_")
        return (whole,) if whole in self.collectives else _words(token)

    def _between(self, words: Sequence[str]) -> _Found | None:
        if not words or words[0] not in self.between:
            return None
        low = self.numerals.read(words, 1)
        middle = 1 + low.length if low else len(words)
        high = self.numerals.read(words, middle + 1) if words[middle : middle + 1] and low else None
        if low is None or high is None or words[middle] not in self.between_link:
            return None
        return _Found(Quantity(None, low.value, high.value, True), middle + 1 + high.length)

    def _bounded(self, words: Sequence[str]) -> _Found | None:
        before = self._bound_at(words, 0)
        skipped = len(before[0]) if before else 0
        amount = self._amount(words, skipped)
        if before and (amount is None or self._collective(words, skipped)[1]):
            return self._amount(words, 0)
        if amount is None:
            return None
        if before:
            return _Found(_bound(amount.quantity, before[1]), skipped + amount.length)
        after = self._bound_at(words, amount.length)
        if after and after[0] in self.trailing:
            return _Found(_bound(amount.quantity, after[1]), amount.length + len(after[0]))
        return amount

    def _bound_at(self, words: Sequence[str], position: int) -> tuple[tuple[str, ...], str] | None:
        if position >= len(words):
            return None
        candidates = self.bounds.get(words[position], ())
        return next((bound for bound in candidates if self._stands(bound[0], words, position)), None)

    def _stands(self, phrase: Sequence[str], words: Sequence[str], position: int) -> bool:
        taken = words[position : position + len(phrase)]
        return len(taken) == len(phrase) and all(map(self._same, phrase, taken))

    def _same(self, wanted: str, word: str) -> bool:
        return wanted == word or (wanted in self.of and word in self.of)

    def _amount(self, words: Sequence[str], start: int) -> _Found | None:
        number = self.numerals.read(words, start)
        if number:
            return self._counted(words, start, number)
        several = self._several_at(words, start)
        if several:
            unit, length = self._collective(words, start + several)
            return _Found(_some_of(unit), several + length)
        if words[start : start + 1] and words[start] in self.plural:
            unit, length = self._collective(words, start + 1)
            return _Found(_some_of(unit), 1 + length) if length else None
        unit, length = self._collective(words, start)
        return _Found(_some_of(unit), length) if length else None

    def _counted(self, words: Sequence[str], start: int, number: Written) -> _Found:
        stop = start + number.length
        unit, length = self._collective(words, stop)
        if length:
            exact = length == 1 and number.value > 1 and words[stop] in self.exact
            return _Found(_exactly(number.value * unit, approximate=not exact), number.length + length)
        upper = self._upper_end(words, stop, number.value)
        if upper:
            return _Found(Quantity(None, number.value, upper.value, True), number.length + 1 + upper.length)
        return _Found(_exactly(number.value, approximate=False), number.length)

    def _upper_end(self, words: Sequence[str], position: int, low: float) -> Written | None:
        if position >= len(words) or words[position] not in self.range_links:
            return None
        upper = self.numerals.read(words, position + 1)
        return upper if upper and upper.value > low else None

    def _several_at(self, words: Sequence[str], position: int) -> int:
        """Number of words of the determiner of an untold number that stands here; 0 for none."""
        if position >= len(words):
            return 0
        phrases = self.several.get(words[position], ())
        return next((len(phrase) for phrase in phrases if self._stands(phrase, words, position)), 0)

    def _collective(self, words: Sequence[str], start: int) -> tuple[float, int]:
        """Value of the collectives in a row that begin here and their number of words; (1, 0) for none."""
        unit, stop = self._unit(words, start), start + 1
        if unit is None:
            return 1, 0
        while stop + 1 < len(words) and words[stop] in self.of:
            factor = self._unit(words, stop + 1) or self.numerals.scales.get(words[stop + 1])
            if factor is None:
                break
            unit, stop = unit * factor, stop + 2
        return unit, stop - start

    def _unit(self, words: Sequence[str], position: int) -> float | None:
        return self.collectives.get(words[position]) if position < len(words) else None


def _words(phrase: str) -> tuple[str, ...]:
    return tuple(phrase.lower().replace("’", "'").replace("-", " ").replace("'", "' ").split())


def _bounds(block: str) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """Phrases by first word, longest first, each with what it makes of a number."""
    bounds: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for line in block.splitlines():
        kind, _, phrases = line.partition(":")
        for phrase in map(_words, listed(phrases)):
            bounds.setdefault(phrase[0], []).append((phrase, kind.strip()))
    return {first: tuple(sorted(found, key=lambda bound: -len(bound[0]))) for first, found in bounds.items()}


def _exactly(value: float, *, approximate: bool) -> Quantity:
    return Quantity(value, None, None, True) if approximate else Quantity(value, value, value, False)


def _some_of(unit: float) -> Quantity:
    return Quantity(None, _SEVERAL * unit, _MANY * unit if unit > 1 else None, True)


def _bound(amount: Quantity, kind: str) -> Quantity:
    """The amount under a bound: what is near it has none below, what is above it none on top."""
    least = amount.value if amount.low is None else amount.low
    most = amount.value if amount.high is None else amount.high
    sides = {"nearly": (None, most), "above": (least, None), "least": (least, None), "below": (None, most)}
    low, high = sides.get(kind, (None, most) if kind == "most" else (None, None))
    return Quantity(amount.value, low, high, True)
