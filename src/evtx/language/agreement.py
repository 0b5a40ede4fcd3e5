"""Gender and number of words: whether a participle agrees with a noun."""

from __future__ import annotations

from evtx.language.tokens import Sentence


def features(sentence: Sentence, index: int) -> frozenset[str]:
    """The genders and numbers that a noun or participle may have together, as the lexicon writes them."""
    readings = sentence.words[index].readings.get(sentence.tape[index], ())
    return frozenset(agreement for reading in readings for agreement in agreements(reading.tags))


def numbers(sentence: Sentence, first: int, last: int) -> frozenset[str]:
    """The numbers that the finite verb of a group from word `first` to `last` may have; none where it does not tell."""
    finite = next((i for i in range(first, last) if sentence.tape[i] in "VHE"), first)
    readings = (reading for found in sentence.words[finite].readings.values() for reading in found)
    return frozenset(reading.tags[-2:] for reading in readings if reading.tags[-2:] in ("sg", "pl"))


def agreements(tags: str) -> list[str]:
    """Gender and number in the tags of a reading; each of those that a form may have where it does not show them.

    >>> agreements("ppas fem sg"), agreements("epi pl")
    (['fem sg'], ['mas pl', 'fem pl'])
    """
    found = tags.split()
    genders = [gender for gender in ("mas", "fem") if gender in found] or ["mas", "fem"]
    numbers = [number for number in ("sg", "pl") if number in found] or ["sg", "pl"]
    return [f"{gender} {number}" for gender in genders for number in numbers]
