"""Which near misses a person is shown: for each word the nearest, the rest only counted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from evtx.event import Mention
from evtx.explaining.reading import AUXILIARY
from evtx.explaining.values import Miss, SentenceExplained


class Depth(NamedTuple):
    """From which nearness on a rule is shown with what it wanted, and how many of a word; then the same for a word that
    tells an event already.
    """

    least: int
    most: int
    least_beside: int
    most_beside: int


NEAREST = Depth(40, 3, 80, 2)
"""What is worth reading at first: of a word that tells an event, only rules that fitted but for one thing."""
EVERYTHING = Depth(0, 1000, 0, 1000)
"""All, for one rule that is asked about."""


class Tries(NamedTuple):
    """A word with the rules that it nearly started, and those farther off; `event` is the id of one that it tells."""

    word: Mention
    event: str | None
    nearest: tuple[Miss, ...]
    others: tuple[Miss, ...]


def tries(sentence: SentenceExplained, depth: Depth) -> Iterator[Tries]:
    """The near misses of a sentence by words, those that are worth reading."""
    auxiliaries = {token.words.start for token in sentence.tokens if token.chosen.word_class == AUXILIARY}
    for word, found in groupby(sentence.misses, key=lambda miss: miss.word):
        event = told_by(word, sentence)
        least, most = depth[2:] if event else depth[:2]
        one = sorted_out(word, event, list(found), least, most)
        if one.nearest or (not event and word.start not in auxiliaries):
            yield one


def told_by(word: Mention, sentence: SentenceExplained) -> str | None:
    """The event whose trigger holds a word."""
    holding = (told for told in sentence.told if told.trigger.start <= word.start < told.trigger.end)
    return next((told.event or "an event left out" for told in holding), None)


def sorted_out(word: Mention, event: str | None, misses: Sequence[Miss], least: int, most: int) -> Tries:
    """The nearest misses of a word, each rule once, and the others."""
    first = {miss.rule.id: miss for miss in reversed(misses) if miss.near >= least}
    nearest = [miss for miss in misses if first.get(miss.rule.id) is miss][:most]
    shown = {miss.rule.id for miss in nearest}
    return Tries(word, event, tuple(nearest), tuple(miss for miss in misses if miss.rule.id not in shown))
