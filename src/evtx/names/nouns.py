"""What common nouns stand for: the type of a noun group is the type of its head."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple


class NounTypes:
    """Types of the common nouns of a language."""

    def __init__(
        self,
        single: Mapping[str, str],
        long: Mapping[str, Sequence[tuple[str, str]]],
        agreement: Agreement,
    ) -> None:
        self._single = single
        self._long = long
        self._agreement = agreement
        self._read: dict[str, tuple[_LongNoun, ...]] = {}

    @classmethod
    def from_mapping(cls, mapping: Mapping[str, Any]) -> NounTypes:
        """Types as a `names.yml` gives them, once loaded; KeyError when a key is missing.

        >>> types = NounTypes.from_mapping({
        ...     "nouns": [{"type": "group", "words": "head"}, {"type": "facility", "words": "head post"}],
        ...     "agreement_endings": "s", "plural_endings": "s", "of_words": "of"})
        >>> types.type_of("head"), types.type_at(["a", "head", "here"], 1)
        ('group', ('group', 1))
        >>> types.type_at(["head", "posts"], 0), types.type_at(["he"], 0, form="Heads")
        (('facility', 2), ('group', 1))
        """
        single: dict[str, str] = {}
        long: dict[str, list[tuple[str, str]]] = {}
        for section in mapping["nouns"]:
            kind = section["type"]
            entries = listed(section["words"])
            single.update(dict.fromkeys(entries, kind))
            for entry in filter(_is_long, entries):
                long.setdefault(entry.partition(" ")[0], []).append((entry, kind))
        agreement = Agreement(
            _longest_first(mapping["agreement_endings"].split()),
            tuple(mapping["plural_endings"].split()),
            frozenset(mapping["of_words"].split()),
        )
        return cls(single, long, agreement)

    def type_of(self, lemma: str) -> str | None:
        """Type of a noun by its lemma; None when it is not listed."""
        return self._single.get(lemma)

    def type_at(self, words: Sequence[str], start: int, form: str = "") -> tuple[str, int] | None:
        """Type of the longest noun that begins at `start`, and its number of words; None when nothing is listed.

        The word at `start` is a lemma; those after it may be forms or lemmas. `form` is the first word as written: a
        noun listed under it, or under its singular, comes before the lemma, for a lexicon may give a noun that was a
        feminine or a plural under another (*glasses* under *glass*).
        """
        following = words[start + 1 :]
        for first in (*self._agreement.singulars(form.lower()), words[start]):
            found = self._type_of_row(first, following)
            if found:
                return found
        return None

    def _type_of_row(self, first: str, following: Sequence[str]) -> tuple[str, int] | None:
        if first in self._long:
            for noun in self._long_nouns(first):
                if tuple(map(self._agreement.stem, following[: len(noun.rest)])) == noun.rest:
                    return noun.type, 1 + len(noun.rest)
        found = self._single.get(first)
        return None if found is None else (found, 1)

    def _long_nouns(self, lemma: str) -> tuple[_LongNoun, ...]:
        found = self._read.get(lemma)
        if found is None:
            nouns = (_LongNoun(self._rest(entry), kind) for entry, kind in self._long[lemma])
            found = self._read[lemma] = tuple(sorted(nouns, key=lambda noun: -len(noun.rest)))
        return found

    def _rest(self, entry: str) -> tuple[str, ...]:
        return tuple(map(self._agreement.stem, entry.replace("'", "' ").split()[1:]))


class _LongNoun(NamedTuple):
    """A noun of several words: the stems of those after its first, and its type."""

    rest: tuple[str, ...]
    type: str


class Agreement(NamedTuple):
    """When two words are forms of one for the purpose of a listed noun: endings, longest first, and words for *of*."""

    endings: tuple[str, ...]
    plurals: tuple[str, ...]
    of_words: frozenset[str]

    def singulars(self, form: str) -> Iterator[str]:
        """A form and what it may be the plural of, as a whole and part by part; nothing for no form."""
        if form:
            yield form
            yield from (form.removesuffix(ending) for ending in self.plurals if form.endswith(ending))
            if "-" in form:
                yield "-".join(map(self._singular, form.split("-")))

    def _singular(self, form: str) -> str:
        return next((form.removesuffix(ending) for ending in self.plurals if form.endswith(ending)), form)

    def stem(self, word: str) -> str:
        """A word without its longest ending; words that say *of* are all the same.

        >>> agreement = Agreement(("men", "s"), ("s",), frozenset(("of", "o'")))
        >>> agreement.stem("Gunmen"), agreement.stem("tanks"), agreement.stem("o'")
        ('gun', 'tank', '')
        """
        lower = word.lower()
        if lower in self.of_words:
            return ""
        ending = next(
            (ending for ending in self.endings if lower.endswith(ending) and len(lower) > len(ending) + 1), ""
        )
        return lower[: len(lower) - len(ending)]


def listed(block: str) -> list[str]:
    r"""Entries of a block: separated by a comma and a space, or by line ends.

    >>> listed("army, home guard\ncontingent")
    ['army', 'home guard', 'contingent']
    """
    return block.strip().replace("\n", ", ").split(", ") if block else []


def _is_long(entry: str) -> bool:
    return " " in entry


def _longest_first(endings: Sequence[str]) -> tuple[str, ...]:
    return tuple(sorted(endings, key=len, reverse=True))
