"""Words put together to a sentence: contracted, elided, with a capital and the places of what fills the roles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from evtx.authoring.generating.grammar import GenerationGrammar
from evtx.rules.model import Mark

_CLOSING = frozenset(".,:")
_NO_GAP = frozenset(".,")


class Bit(NamedTuple):
    """A word, and the role whose words it belongs to (empty for none)."""

    word: str
    role: str = ""


class WrittenSentence(NamedTuple):
    """A sentence with its marks."""

    text: str
    marks: tuple[Mark, ...]


def write(bits: Sequence[Bit], grammar: GenerationGrammar) -> WrittenSentence:
    """The words as a sentence."""
    text = ""
    spans: dict[str, tuple[int, int]] = {}
    for bit in _elided(_tidied(_melted(bits, grammar)), grammar):
        if text and not text.endswith("'") and bit.word not in _NO_GAP:
            text += " "
        start = len(text)
        text += bit.word
        if bit.role:
            spans[bit.role] = (spans.get(bit.role, (start, 0))[0], len(text))
    marks = tuple(Mark(start, end, role, None) for role, (start, end) in spans.items())
    return WrittenSentence(text[:1].upper() + text[1:], marks)


def _melted(bits: Sequence[Bit], grammar: GenerationGrammar) -> list[Bit]:
    """Neighbours such as a preposition and an article as one word, which belongs to no role."""
    melted: list[Bit] = []
    for bit, following in zip(bits, [*bits[1:], Bit("")], strict=True):
        joined = grammar.joins.get((melted[-1].word, bit.word)) if melted else None
        if joined and not (bit.word in grammar.elided and _opens_with_vowel(following, grammar)):
            melted[-1] = Bit(joined, melted[-1].role)
        else:
            melted.append(bit)
    return melted


def _tidied(bits: Iterable[Bit]) -> Iterator[Bit]:
    """Without a comma before another stop, or two of them."""
    kept: list[Bit] = []
    for bit in bits:
        if kept and kept[-1].word == "," and bit.word in _CLOSING:
            kept.pop()
        kept.append(bit)
    yield from kept


def _elided(bits: Iterable[Bit], grammar: GenerationGrammar) -> Iterator[Bit]:
    """Words before a vowel without their last letter."""
    listed = list(bits)
    for bit, following in zip(listed, [*listed[1:], Bit("")], strict=True):
        elided = bit.word in grammar.elided and _opens_with_vowel(following, grammar)
        yield bit._replace(word=f"{bit.word[:-1]}'") if elided else bit


def _opens_with_vowel(bit: Bit, grammar: GenerationGrammar) -> bool:
    return bit.word[:1].lower() in grammar.vowels
