"""Known names: countries, armed groups, organisations, media, weapons, vehicles and places, and what they are."""

from __future__ import annotations

import functools
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from evtx.names.folding import fold, name_key
from evtx.names.listing import Entry, NameRow, Spelling, read_demonyms
from evtx.names.places import PlaceStore

_SHORT_CAPITALS = 4
_FORGET_AT = 200_000


class _Start(NamedTuple):
    """What may begin with a word: its key, the lengths in key words of known names and of towns, and the longest."""

    key: str
    known: frozenset[int]
    towns: frozenset[int]
    longest: int


class Gazetteer:
    """Looks names up by their words; remembers what each first word may begin.

    Known names come first, the town store after them; among names that fit the longest wins. Case and accents do not
    count for the key, but the words that a name writes with a capital must have one in the text, and a name of up to
    four capitals must be in capitals; four capitals in the text are no town.
    """

    def __init__(self, mappings: Sequence[Mapping[str, Any]], towns: PlaceStore | None) -> None:
        self._mappings = mappings
        self._row = NameRow(mappings)
        self._keys = sorted(self._row.positions)
        self._towns = towns
        self._starts: dict[str, _Start | None] = {}
        self._found: dict[tuple[str, ...], tuple[Entry, int] | None] = {}
        self._spellings: dict[str, tuple[Spelling, ...]] = {}

    @classmethod
    def from_mappings(cls, mappings: Sequence[Mapping[str, Any]], store_path: str | None) -> Gazetteer:
        """A gazetteer of loaded name files, earlier ones first in rank, and of the place store at a path if any.

        >>> names = Gazetteer.from_mappings(
        ...     [{"countries": "IQ: Iraq, Irak; Iraq; Iraqi; Iraqi; Baghdad"},
        ...      {"names": [{"type": "fighters", "names": "Al-Qaïda, Qaida"}]}], None)
        >>> names.lookup(["Al", "Qaida"])
        Entry(name='Al-Qaïda', type='fighters', country=None, also=None, size=0)
        >>> names.longest(["in", "Baghdad", "today"], 1)
        (Entry(name='Baghdad', type='place', country='IQ', also='country', size=0), 1)
        >>> names.demonym("iraqi"), names.longest(["today"], 0)
        ('IQ', None)
        """
        return cls(mappings, PlaceStore(store_path) if store_path else None)

    @functools.cached_property
    def _demonyms(self) -> Mapping[str, str]:
        return read_demonyms(self._mappings)

    def demonym(self, lemma: str) -> str | None:
        """Code of the country whose people or things a word names, `ZZ` for a people of several; None for none."""
        return self._demonyms.get(fold(lemma))

    def lookup(self, words: Sequence[str]) -> Entry | None:
        """What a whole name stands for, given its words as written; None when it is not known."""
        key = name_key(" ".join(words))
        return self._entry(key, words) or self._town(key, words)

    def longest(self, words: Sequence[str], start: int) -> tuple[Entry, int] | None:
        """The longest known name that begins at `start` of the words as written, and its number of words."""
        first = words[start]
        try:
            begins = self._starts[first]
        except KeyError:
            if len(self._starts) > _FORGET_AT:
                self._starts.clear()
            begins = self._starts[first] = self._begin(first)
        if begins is None:
            return None
        window = tuple(words[start : start + begins.longest])
        try:
            return self._found[window]
        except KeyError:
            if len(self._found) > _FORGET_AT:
                self._found.clear()
            found = self._found[window] = self._longest(begins, window)
            return found

    def _begin(self, word: str) -> _Start | None:
        key = name_key(word)
        known = frozenset(name.count(" ") + 1 for name in self._keys_from(key) if self._spelled(name))
        towns = self._towns.lengths(key) if self._towns is not None and word[:1].isupper() else frozenset[int]()
        return _Start(key, known, towns, max(known | towns)) if known or towns else None

    def _keys_from(self, first: str) -> Iterator[str]:
        for position in range(bisect_left(self._keys, first), len(self._keys)):
            key = self._keys[position]
            if not key.startswith(first):
                return
            if len(key) == len(first) or key[len(first)] == " ":
                yield key

    def _longest(self, begins: _Start, words: Sequence[str]) -> tuple[Entry, int] | None:
        keys = list(_growing_keys(begins.key, words, begins.longest))
        for count in range(len(keys), 0, -1):
            key, size = keys[count - 1]
            entry = self._entry(key, words[:count]) if size in begins.known else None
            if entry is None and size in begins.towns:
                entry = self._town(key, words[:count])
            if entry:
                return entry, count
        return None

    def _entry(self, key: str, words: Sequence[str]) -> Entry | None:
        spellings = self._spelled(key)
        if not spellings:
            return None
        written = pieces(" ".join(words))
        return next((entry for spelling, entry in spellings if capitals_agree(spelling, written)), None)

    def _spelled(self, key: str) -> tuple[Spelling, ...]:
        spellings = self._spellings.get(key)
        if spellings is None:
            spellings = self._spellings[key] = self._row.spellings(key)
        return spellings

    def _town(self, key: str, words: Sequence[str]) -> Entry | None:
        if self._towns is None or not (words[0][:1].isupper() and words[-1][:1].isupper()):
            return None
        if len(words) == 1 and len(words[0]) <= _SHORT_CAPITALS and words[0].isupper():
            return None
        found = self._towns.get(key)
        return Entry(" ".join(words), "place", found[0], None, found[1]) if found else None


def pieces(name: str) -> list[str]:
    """Words of a name as keys count them, as written.

    >>> pieces("Saint-Jean d’Acre")
    ['Saint', 'Jean', "d'", 'Acre']
    """
    return name.replace("-", " ").replace("’", "'").replace("'", "' ").split()


def capitals_agree(spelling: str, written: Sequence[str]) -> bool:
    """Whether the pieces of a name as written have the capitals that its listed spelling has.

    >>> capitals_agree("Le Monde", ["Le", "monde"]), capitals_agree("EI", ["Ei"]), capitals_agree("Daech", ["DAECH"])
    (False, False, True)
    """
    return all(map(_capital_agrees, pieces(spelling), written))


def _capital_agrees(listed_piece: str, written: str) -> bool:
    if not listed_piece[0].isupper():
        return True
    if 1 < len(listed_piece) <= _SHORT_CAPITALS and listed_piece.isupper():
        return written.isupper()
    return written[0].isupper()


def _growing_keys(first: str, words: Sequence[str], longest: int) -> Iterator[tuple[str, int]]:
    """Keys of one word, of two and so on, each with its number of key words, up to the longest name."""
    key = first
    for count in range(1, len(words) + 1):
        size = key.count(" ") + 1
        if size > longest:
            return
        yield key, size
        if count < len(words):
            key = f"{key} {name_key(words[count])}"
