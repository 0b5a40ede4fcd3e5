"""Known names: countries, armed groups, organisations, media, weapons, vehicles and places, and what they are."""

from __future__ import annotations

import functools
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from evtx.names.folding import fold, name_key, split_keys
from evtx.names.places import PlaceStore

NOWHERE = "ZZ"
_NO_COLUMNS = ["", "", "", "", ""]
_LONGEST_TOWN = 6
_SHORT_CAPITALS = 4
_FORGET_AT = 200_000
# A continent is a place too, a seat of power a building.
_OTHER_TYPE = {"country": "place", "group": "facility"}


class Entry(NamedTuple):
    """A known name: its usual form, what it is, the ISO 3166 code of its country, and its other type.

    `size` is the population class of a town from the place store (see `PlaceStore`), else 0.
    """

    name: str
    type: str
    country: str | None = None
    also: str | None = None
    size: int = 0


class _Start(NamedTuple):
    """What may begin with a word: its key, the lengths in key words of known names, and whether towns are among it."""

    key: str
    lengths: tuple[int, ...]
    towns: bool


class _Line(NamedTuple):
    """A line of a name file, as it stands; `read` makes the spellings and their entries of it."""

    text: str
    type: str
    read: Callable[[str, str], list[tuple[str, Entry]]]


class Gazetteer:
    """Looks names up by their words; remembers what each first word may begin.

    Known names come first, the town store after them; among names that fit the longest wins. Case and accents do not
    count for the key, but the words that a name writes with a capital must have one in the text, and a name of up to
    four capitals must be in capitals.
    """

    def __init__(
        self, known: Mapping[str, _Line], read_demonyms: Callable[[], Mapping[str, str]], towns: PlaceStore | None
    ) -> None:
        self._known = known
        self._keys = sorted(known)
        self._read_demonyms = read_demonyms
        self._towns = towns
        self._starts: dict[str, _Start | None] = {}
        self._spellings: dict[str, tuple[tuple[str, Entry], ...]] = {}

    @classmethod
    def from_mappings(cls, mappings: Sequence[Mapping[str, Any]], store_path: str | None) -> Gazetteer:
        """A gazetteer of loaded name files, earlier ones first in rank, and of the place store at a path if any.

        >>> names = Gazetteer.from_mappings(
        ...     [{"countries": "IQ: Irak, Iraq; Iraq; irakien; Iraqi; Bagdad"},
        ...      {"names": [{"type": "fighters", "names": "Al-Qaïda, Qaida"}]}], None)
        >>> names.lookup(["Al", "Qaida"])
        Entry(name='Al-Qaïda', type='fighters', country=None, also=None, size=0)
        >>> names.longest(["à", "Bagdad", "hier"], 1)
        (Entry(name='Bagdad', type='place', country='IQ', also='country', size=0), 1)
        >>> names.demonym("irakien"), names.longest(["hier"], 0)
        ('IQ', None)
        """
        known: dict[str, _Line] = {}
        for mapping in reversed(mappings):
            _index_lists(known, mapping)
            _index_tables(known, mapping)
        return cls(known, functools.partial(_demonyms, mappings), PlaceStore(store_path) if store_path else None)

    @functools.cached_property
    def _demonyms(self) -> Mapping[str, str]:
        return self._read_demonyms()

    def demonym(self, lemma: str) -> str | None:
        """Code of the country whose people or things a word names; `ZZ` for a people of several; None for no demonym."""
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
        return None if begins is None else self._longest(begins, words, start)

    def _begin(self, word: str) -> _Start | None:
        key = name_key(word)
        lengths = tuple(sorted({known.count(" ") + 1 for known in self._keys_from(key)}))
        towns = self._towns is not None and word[:1].isupper() and self._towns.begins(key)
        return _Start(key, lengths, towns) if lengths or towns else None

    def _keys_from(self, first: str) -> Iterator[str]:
        for position in range(bisect_left(self._keys, first), len(self._keys)):
            key = self._keys[position]
            if not key.startswith(first):
                return
            if len(key) == len(first) or key[len(first)] == " ":
                yield key

    def _longest(self, begins: _Start, words: Sequence[str], start: int) -> tuple[Entry, int] | None:
        longest = _LONGEST_TOWN if begins.towns else 1
        keys = list(_growing_keys(begins.key, words, start, max(longest, *begins.lengths, 1)))
        for count in range(len(keys), 0, -1):
            key, size = keys[count - 1]
            taken = words[start : start + count]
            entry = self._entry(key, taken) if size in begins.lengths else None
            entry = entry or (self._town(key, taken) if begins.towns else None)
            if entry:
                return entry, count
        return None

    def _entry(self, key: str, words: Sequence[str]) -> Entry | None:
        line = self._known.get(key)
        if line is None:
            return None
        spellings = self._spellings.get(key)
        if spellings is None:
            read = line.read(line.text, line.type)
            spellings = self._spellings[key] = tuple(pair for pair in read if name_key(pair[0]) == key)
        written = pieces(" ".join(words))
        return next((entry for spelling, entry in spellings if capitals_agree(spelling, written)), None)

    def _town(self, key: str, words: Sequence[str]) -> Entry | None:
        if self._towns is None or not (words[0][:1].isupper() and words[-1][:1].isupper()):
            return None
        found = self._towns.get(key)
        return Entry(" ".join(words), "place", found[0], None, found[1]) if found else None


def pieces(name: str) -> list[str]:
    """Words of a name as keys count them, as written.

    >>> pieces("base d’Ain al-Assad")
    ['base', "d'", 'Ain', 'al', 'Assad']
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


def _growing_keys(first: str, words: Sequence[str], start: int, longest: int) -> Iterator[tuple[str, int]]:
    """Keys of one word, of two and so on, each with its number of key words, up to the longest name."""
    key = first
    size = key.count(" ") + 1
    stop = start + 1
    while size <= longest:
        yield key, size
        if stop == len(words):
            return
        key = f"{key} {name_key(words[stop])}"
        size = key.count(" ") + 1
        stop += 1


def _index_tables(known: dict[str, _Line], mapping: Mapping[str, Any]) -> None:
    for section in ("territories", "countries"):
        for line, keys in _paired_lines(mapping.get(section, "")):
            columns = keys.partition(": ")[2].split(";") + _NO_COLUMNS
            for column in (columns[4], columns[1], columns[0]):
                known.update(dict.fromkeys(_names_of(column), _Line(line, section, _read_country)))


def _index_lists(known: dict[str, _Line], mapping: Mapping[str, Any]) -> None:
    for section, kind in (("blocs", "country"), ("metonyms", "group")):
        for line, keys in _paired_lines(mapping.get(section, "")):
            known.update(dict.fromkeys(_names_of(keys), _Line(line, kind, _read_each)))
    for part in mapping.get("names", ()):
        kind = part["type"]
        for line, keys in _paired_lines(part["names"]):
            known.update(dict.fromkeys(_names_of(keys.split(";")[0]), _Line(line, kind, _read_variants)))


def _demonyms(mappings: Sequence[Mapping[str, Any]]) -> Mapping[str, str]:
    demonyms: dict[str, str] = {}
    for section, columns in (("countries", (2, 3)), ("territories", (2, 3)), ("peoples", (0, 1))):
        for line in (line for mapping in mappings for line in fold(mapping.get(section, "")).splitlines()):
            code, _, rest = line.partition(": ")
            parts = rest.split(";") + _NO_COLUMNS
            for word in _names_of(parts[columns[0]]) + _names_of(parts[columns[1]]):
                demonyms.setdefault(word, code.upper())
    return demonyms


def _paired_lines(block: str) -> Iterator[tuple[str, str]]:
    """Lines of a block, each with the same line folded as keys are."""
    return zip(block.splitlines(), split_keys(block).splitlines(), strict=True)


def _names_of(column: str) -> list[str]:
    names = column.strip()
    return names.split(", ") if names else []


def _read_country(line: str, _: str) -> list[tuple[str, Entry]]:
    code, _, rest = line.partition(": ")
    columns = list(map(_names_of, rest.split(";") + _NO_COLUMNS))
    french, english, seats = columns[0], columns[1], columns[4]
    country = None if code == NOWHERE else code
    entry = Entry(french[0], "country", country, "place")
    return [(name, entry) for name in french + english] + [
        (seat, Entry(seat, "place", country, "country")) for seat in seats
    ]


def _read_each(line: str, kind: str) -> list[tuple[str, Entry]]:
    return [(name, Entry(name, kind, None, _OTHER_TYPE[kind])) for name in _names_of(line)]


def _read_variants(line: str, kind: str) -> list[tuple[str, Entry]]:
    names, _, country = line.partition(";")
    spellings = _names_of(names)
    entry = Entry(spellings[0], kind, country.strip() or None)
    return [(spelling, entry) for spelling in spellings]
