"""The place store: towns of the world, read from a file that is mapped into memory when first asked."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    import marisa_trie

# A record: ISO 3166 code of the country, population class.
RECORD = "<2sB"
# Least population of each class; class 1 is below the first.
CLASSES = (5_000, 15_000, 100_000, 1_000_000)


def population_class(population: int) -> int:
    """Class of a town by its population: 1 below 5,000, then from 5,000, 15,000, 100,000 and 1,000,000 up to 5.

    >>> population_class(800), population_class(15_000), population_class(2_000_000)
    (1, 3, 5)
    """
    return 1 + sum(population >= least for least in CLASSES)


class PlaceStore:
    """Towns by key (see `name_key`). The file is opened at the first question; OSError when it cannot be."""

    def __init__(self, path: str) -> None:
        self._path = path

    @functools.cached_property
    def _trie(self) -> marisa_trie.RecordTrie:
        import marisa_trie

        return marisa_trie.RecordTrie(RECORD).mmap(self._path)

    def get(self, key: str) -> tuple[str, int] | None:
        """Country code and population class of the town with this key; None when there is none."""
        records = self._trie.get(key)
        if not records:
            return None
        code, size = cast("tuple[bytes, int]", records[0])
        return code.decode("ascii"), size

    def begins(self, key: str) -> bool:
        """Whether some town's key is this one or begins with it and a further word."""
        return key in self._trie or bool(self._trie.has_keys_with_prefix(key + " "))
