"""Who is meant: pronouns, definite noun groups and short names, resolved to a fuller mention before them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from evtx.document import Span
from evtx.matching.cells import Cell
from evtx.matching.found import Clause
from evtx.names.folding import name_key, skeleton

_REFERABLE = frozenset(
    ("person", "fighters", "group", "country", "outlet", "name", "document", "vehicle", "facility", "weapon")
)
_ACTORS = frozenset(("person", "fighters", "group", "country", "outlet", "name", "document"))
# How many sentences back a pronoun may point.
_BACK = 3
# How many mentions of a name or noun are looked at.
_MOST = 100


class Pronouns(NamedTuple):
    """A language's pronouns: form -> gender and number, empty strings for what a form does not show."""

    features: Mapping[str, tuple[str, str]]

    def of(self, form: str) -> tuple[str, str]:
        """Gender and number of a pronoun."""
        return self.features.get(form.lower(), ("", ""))

    def any_in(self, text: str) -> bool:
        """Whether one of them stands in a text."""
        return not self.features.keys().isdisjoint(text.lower().split())


class Referent(NamedTuple):
    """A mention that later words may point back to; `weight` is 3 for who spoke, 2 for a subject, 1 for the rest."""

    sentence: int
    cell: int
    span: Span
    lemma: str
    type: str
    weight: int
    names: tuple[str, ...]


class Mentions:
    """The mentions of a document that words may point back to, indexed by sentence, head noun and name."""

    def __init__(self, clauses: Sequence[Clause], spoke: Iterable[tuple[int, int]], pronouns: Pronouns) -> None:
        self._clauses = clauses
        self._pronouns = pronouns
        self._agreement: dict[tuple[int, int], tuple[str, str]] = {}
        speakers = frozenset(spoke)
        self._sentences = [_referents(number, clause, speakers) for number, clause in enumerate(clauses)]
        self._by_lemma: dict[str, list[Referent]] = {}
        self._by_name: dict[str, list[Referent]] = {}
        for referent in (referent for sentence in self._sentences for referent in sentence):
            self._by_lemma.setdefault(referent.lemma, []).append(referent)
            for name in referent.names:
                self._by_name.setdefault(name, []).append(referent)

    def pronoun(self, form: str, sentence: int, start: int) -> Span | None:
        """What a pronoun stands for, looking back sentence by sentence; None when nothing agrees with it.

        Within a sentence the one that spoke wins over a subject; of two alike the first. The rest do not count.
        """
        wanted = self._pronouns.of(form)
        for number in range(sentence, max(-1, sentence - _BACK - 1), -1):
            agreeing = [
                referent
                for referent in self._sentences[number]
                if referent.weight > 1
                and referent.type in _ACTORS
                and referent.span.end <= start
                and self._agrees(wanted, referent)
            ]
            if agreeing:
                best = max(agreeing, key=lambda referent: (referent.weight, -referent.span.start))
                return self.phrase(best.sentence, best.cell) or best.span
        return None

    def phrase(self, sentence: int, cell: int) -> Span | None:
        """The fuller mention of a name or of a definite noun group; None when there is none before it."""
        clause = self._clauses[sentence]
        group = clause.cells[cell]
        start = clause.start(cell)
        names = head_names(clause, group)
        if names:
            return self._named(names, group, start)
        length = clause.end(cell) - start
        wanted = self.agreement(sentence, cell)
        for referent in self._before(self._by_lemma.get(group.lemma, ()), start):
            if referent.span.length > length and self._agrees(wanted, referent):
                return referent.span
        return None

    @staticmethod
    def _before(referents: Sequence[Referent], start: int) -> Sequence[Referent]:
        """The last of the referents that begin before a place in the text, the nearest first."""
        count = bisect_left(referents, start, key=lambda referent: referent.span.start)
        return referents[max(0, count - _MOST) : count][::-1]

    def _named(self, names: tuple[str, ...], group: Cell, start: int) -> Span | None:
        for referent in islice(self._by_name.get(names[-1], ()), _MOST):
            earlier = referent.span.start < start
            fuller = len(referent.names) > len(names) or (len(names) == 1 and referent.names != names)
            same_last = referent.names[-1] == names[-1] or len(names) == 1
            if earlier and fuller and same_last and _compatible(group.type, referent.type):
                return referent.span
        return None

    def agreement(self, sentence: int, cell: int) -> tuple[str, str]:
        """Gender and number of the noun phrase at a cell, empty strings for what its words do not show."""
        key = (sentence, cell)
        if key not in self._agreement:
            self._agreement[key] = gender_number(self._clauses[sentence], cell)
        return self._agreement[key]

    def _agrees(self, wanted: tuple[str, str], referent: Referent) -> bool:
        found = self.agreement(referent.sentence, referent.cell)
        return all(not one or not other or one == other for one, other in zip(wanted, found, strict=True))


def _referents(number: int, clause: Clause, spoke: frozenset[tuple[int, int]]) -> list[Referent]:
    return [
        Referent(
            number,
            index,
            Span(clause.start(index), clause.end(index)),
            cell.lemma,
            cell.type,
            3 if (number, index) in spoke else 2 if cell.kind == "N" and _before_verb(clause, index) else 1,
            head_names(clause, cell),
        )
        for index, cell in enumerate(clause.cells)
        if cell.kind in "NP" and cell.type in _REFERABLE
    ]


def _before_verb(clause: Clause, index: int) -> bool:
    return any(cell.kind in "VS" for cell in clause.cells[index + 1 : index + 4])


def _compatible(one: str, other: str) -> bool:
    return one == other or "name" in (one, other)


def head_names(clause: Clause, cell: Cell) -> tuple[str, ...]:
    """The names in a noun phrase that are its own, as keys that fold spellings; those of its complements are not.

    A spokesman of organisation X is not called X.
    """
    if not cell.named:
        return ()
    sentence = clause.sentence
    names: list[str] = []
    for index in range(cell.phrase, cell.last):
        letter = sentence.tape[index]
        if letter == "U":
            names.append(name_sound(sentence.words[index].form))
        elif letter in "OM" and index > cell.head and not names:
            return ()
    return tuple(name for name in names if name)


@lru_cache(maxsize=50_000)
def name_sound(form: str) -> str:
    """A key under which the usual spellings of a transliterated name are one; empty for abbreviations such as titles.

    >>> name_sound("al-Quraïchi") == name_sound("Al-Quraichi"), name_sound("Mr.")
    (True, '')
    """
    return "" if form.endswith(".") else skeleton(form) or name_key(form)


def gender_number(clause: Clause, cell: int) -> tuple[str, str]:
    """Gender and number of a noun phrase, from its words that show them; empty where none does.

    The determiner and the head agree, so what either says holds for both; a coordination is plural.
    """
    phrase, sentence = clause.cells[cell], clause.sentence
    genders: set[str] = set()
    numbers: set[str] = set()
    for index in range(phrase.phrase, min(phrase.head + 1, phrase.last)):
        for reading in sentence.words[index].readings.get(sentence.tape[index], ()):
            tags = reading.tags.split()
            genders.update(tag for tag in tags if tag in ("mas", "fem"))
            numbers.update(tag for tag in tags if tag in ("sg", "pl"))
    coordinated = "c" in sentence.tape[phrase.head : phrase.last]
    return _single(genders), "pl" if coordinated else _single(numbers)


def _single(found: set[str]) -> str:
    return next(iter(found)) if len(found) == 1 else ""
