"""Who or what the words of an argument stand for, as far as their form tells, and whether two may be one."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import NamedTuple

from evtx.language.words import LETTERS
from evtx.matching.found import Clause, Filler

_WORD = re.compile(r"\d+(?:[ \u00a0\u202f.]\d{3})*|[^\W\d_]+(?:-[^\W\d_]+)*")
_NOT_DIGIT = re.compile(r"\D")


class Referent(NamedTuple):
    """What an argument stands for: its words folded, lemma of its head, names in it, how many, and whether known.

    `definite` says that the words point to something known; `key` is empty for a pronoun that stands for nothing told.
    """

    key: str
    head: str = ""
    names: frozenset[str] = frozenset()
    number: int | None = None
    definite: bool = False


def referent(
    filler: Filler,
    key: str,
    clause: Clause,
    definite: Callable[[Clause, int], bool],
    numbers: Mapping[str, int],
) -> Referent:
    """The referent of an argument of an event in a clause; `key` are its words folded for comparison."""
    starts = clause.sentence.starts
    words = clause.sentence.words[bisect_left(starts, filler.span.start) : bisect_left(starts, filler.span.end)]
    name = LETTERS["name"]
    names = frozenset(word.lower for word in words if name in word.letters and word.form[0].isupper())
    number = next((found for word in words if (found := number_of(word.form, numbers)) is not None), None)
    own = filler.cell >= 0 and bool(words)
    head = clause.cells[filler.cell].lemma if own and filler.cell < len(clause.cells) else ""
    return Referent(key, head, names, number, bool(head) and definite(clause, filler.cell))


def number_of(word: str, numbers: Mapping[str, int]) -> int | None:
    """The number that figures or a word give, compounds by their parts; None for one, which is an article as well.

    >>> numbers = {"one": 1, "four": 4, "twenty": 20}
    >>> number_of("1 200", numbers), number_of("twenty-four", numbers), number_of("one", numbers)
    (1200, 24, None)
    """
    if word[0].isdigit():
        return int(_NOT_DIGIT.sub("", word) or 0)
    plain = word.lower()
    if plain in numbers:
        return numbers[plain] if numbers[plain] > 1 else None
    parts = [numbers.get(part, 0) for part in plain.split("-")]
    descending = all(first > second for first, second in pairwise(parts))
    return sum(parts) if len(parts) > 1 and all(parts) and descending else None


def same(one: Referent, other: Referent) -> bool:
    """Whether two arguments name the same: in the same words, by a common name, or by a noun that now is known.

    >>> same(Referent("town of kafra", "town", frozenset({"kafra"})), Referent("kafra", "", frozenset({"kafra"})))
    True
    >>> same(Referent("convoy", "convoy"), Referent("convoy army", "convoy", definite=True))
    True
    """
    if not one.key or not other.key:
        return False
    if one.key == other.key:
        return True
    if one.names and other.names:
        return one.names <= other.names or other.names <= one.names
    counted = one.number is None or other.number is None or one.number == other.number
    return bool(one.head) and one.head == other.head and other.definite and counted


def apart(one: Referent, other: Referent) -> bool:
    """Whether two arguments name different things by names or numbers of their own."""
    if same(one, other):
        return False
    if one.names and other.names:
        return not one.names & other.names
    return one.number is not None and other.number is not None and one.number != other.number
