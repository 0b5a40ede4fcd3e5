"""The place store: towns of the world, read from a file that is mapped into memory when first asked.

It is two files: `places.marisa`, a trie from keys to records, and `places.json`, which says what the first must be.
`scripts/build_places.py` makes them.
"""

from __future__ import annotations

import functools
import json
import zlib
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Protocol

# A record: ISO 3166 code of the country, population class.
RECORD = "<2sB"
# Least population of each class; class 1 is below the first.
CLASSES = (5_000, 15_000, 100_000, 1_000_000)
# So many towns with one first word have all the lengths there are.
_ENOUGH = 500


class PlaceStoreError(Exception):
    """A place store that is not there or not whole; says which file and what to do."""


class _Towns(Protocol):
    """What is asked of a `marisa_trie.RecordTrie`, which has no types."""

    def get(self, key: str) -> list[tuple[bytes, int]] | None: ...

    def __contains__(self, key: str) -> bool: ...

    def iterkeys(self, prefix: str) -> Iterator[str]: ...


class PlaceStore:
    """Towns by key (see `name_key`). The file is opened at the first question; PlaceStoreError when it cannot be."""

    def __init__(self, path: str) -> None:
        self._path = Path(path)

    @functools.cached_property
    def _towns(self) -> _Towns:
        return open_towns(self._path)

    def get(self, key: str) -> tuple[str, int] | None:
        """Country code and population class of the town with this key; None when there is none."""
        records = self._towns.get(key)
        if not records:
            return None
        code, size = records[0]
        return code.decode("ascii"), size

    def lengths(self, key: str) -> frozenset[int]:
        """Numbers of words of the towns whose key is this one or begins with it and a further word."""
        longer = islice(self._towns.iterkeys(key + " "), _ENOUGH)
        own = key.count(" ") + 1
        return frozenset(town.count(" ") + 1 for town in longer) | ({own} if key in self._towns else frozenset())


def open_towns(path: Path) -> _Towns:
    """The trie at a path, mapped into memory; PlaceStoreError when it is missing, cut or changed.

    A trie that is not whole must be refused: the library would read beyond its end.
    """
    import marisa_trie

    try:
        content = path.read_bytes()
        listed = json.loads(path.with_suffix(".json").read_bytes())
        if (len(content), zlib.crc32(content)) != (listed["bytes"], listed["crc32"]):
            raise PlaceStoreError(f"{path}: the place store is damaged; build it again or install anew")
        towns: _Towns = marisa_trie.RecordTrie(RECORD).mmap(str(path))
    except OSError as error:
        raise PlaceStoreError(f"{error.filename or path}: the place store cannot be read ({error.strerror})") from error
    except (ValueError, KeyError, TypeError) as error:
        raise PlaceStoreError(f"{path.with_suffix('.json')}: the place store is damaged ({error})") from error
    return towns


def population_class(population: int) -> int:
    """Class of a town by its population: 1 below 5,000, then from 5,000, 15,000, 100,000 and 1,000,000 up to 5.

    >>> population_class(800), population_class(15_000), population_class(2_000_000)
    (1, 3, 5)
    """
    return 1 + sum(population >= least for least in CLASSES)
