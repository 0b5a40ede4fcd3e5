"""Who is meant: pronouns, definite noun groups and short names, resolved to the fuller mention before them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from evtx.document import Span
from evtx.matching.found import Clause

_REFERABLE = frozenset(
    ("person", "fighters", "group", "country", "outlet", "name", "document", "vehicle", "facility", "weapon")
)


@dataclass(frozen=True, slots=True)
class Referent:
    """A mention that later words may point back to: where it is, its head noun, type, gender and number."""

    span: Span
    lemma: str
    type: str
    gender: str
    number: str
    weight: int
    named: bool


@dataclass(frozen=True, slots=True)
class Pointer:
    """Words that may point back: a pronoun, or a short name or definite noun."""

    span: Span
    lemma: str
    type: str
    gender: str
    number: str
    named: bool


def gender_number(clause: Clause, cell: int) -> tuple[str, str]:
    """Gender and number of a noun phrase, from its words that show them; empty where none does.

    The determiner and the head agree, so what either says holds for both; a coordination is plural.
    """
    phrase = clause.cells[cell]
    sentence = clause.sentence
    genders: list[str] = []
    numbers: list[str] = []
    for index in range(phrase.phrase, min(phrase.head + 1, phrase.last)):
        for reading in sentence.words[index].readings.get(sentence.tape[index], ()):
            tags = reading.tags.split()
            genders += [tag for tag in tags if tag in ("mas", "fem")]
            numbers += [tag for tag in tags if tag in ("sg", "pl")]
    coordinated = "c" in sentence.tape[phrase.head : phrase.last]
    return _single(genders), "pl" if coordinated else _single(numbers)


def _single(found: Sequence[str]) -> str:
    return found[0] if found and len(set(found)) == 1 else ""


def referents(clause: Clause, spoke: frozenset[int]) -> list[Referent]:
    """The phrases of a sentence that may be pointed back to; those that spoke and subjects weigh more."""
    found: list[Referent] = []
    for index, cell in enumerate(clause.cells):
        if cell.kind not in "NP" or cell.type not in _REFERABLE:
            continue
        gender, number = gender_number(clause, index)
        weight = 3 if index in spoke else 2 if cell.kind == "N" and _before_verb(clause, index) else 1
        found.append(
            Referent(
                Span(clause.start(index), clause.end(index)), cell.lemma, cell.type, gender, number, weight, cell.named
            )
        )
    return found


def _before_verb(clause: Clause, index: int) -> bool:
    return any(cell.kind in "VS" for cell in clause.cells[index + 1 : index + 4])


def resolve_pronoun(pointer: Pointer, before: Sequence[Sequence[Referent]]) -> Referent | None:
    """The best referent for a pronoun, sentence by sentence backwards; None when nothing agrees with it.

    `before` holds the referents of the sentences before it, nearest last, at most a few. Within a sentence the one that
    spoke wins over a subject, a subject over the rest; of two alike the first.
    """
    for sentence in reversed(before):
        agreeing = [r for r in sentence if agrees(pointer, r) and r.weight > 1]
        if agreeing:
            return max(agreeing, key=lambda referent: (referent.weight, -referent.span.start))
    return None


def agrees(pointer: Pointer, referent: Referent) -> bool:
    """Whether gender and number allow the two to be the same; what is unknown agrees with everything."""
    same_gender = not pointer.gender or not referent.gender or pointer.gender == referent.gender
    same_number = not pointer.number or not referent.number or pointer.number == referent.number
    return same_gender and same_number


def resolve_name(
    pointer: Pointer, text: str, before: Sequence[Sequence[Referent]], same: Callable[[str, str], bool]
) -> Referent | None:
    """The first, fuller mention of a name or of a definite noun (`the ministry`); None when there is none."""
    words = pointer.span.text(text)
    for sentence in before:
        for referent in sentence:
            if referent.span == pointer.span:
                continue
            other = referent.span.text(text)
            longer = len(other) > len(words)
            if pointer.named and referent.named and longer and compatible(pointer, referent) and same(words, other):
                return referent
            if not pointer.named and longer and pointer.lemma == referent.lemma and agrees(pointer, referent):
                return referent
    return None


def compatible(pointer: Pointer, referent: Referent) -> bool:
    """Whether two names may be one: their types do not differ, or one of them is unknown."""
    return pointer.type == referent.type or "name" in (pointer.type, referent.type)
