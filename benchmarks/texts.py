"""Documents made from the sentences of the samples, with a chosen share of sentences that tell of events.

A sentence that can hold events comes with other names and numbers each time, so that remembering it gains nothing.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import cycle
from pathlib import Path
from typing import NamedTuple

from evtx.document import Document
from evtx.event import Extraction

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
DOCUMENT_BYTES = 4_000
_SENTENCES_IN_PARAGRAPH = 4
_SEED = 2020
_NAME_OR_NUMBER = re.compile(r"(?<=\w[ ’'])[A-ZÀ-Þ]\w+|\d+")
_NAMES = 2_000
_NAME_SHAPE = ("BDFGKLMNRSTVZ", "aeiou", "bdfgklmnrstvz", "aeiou", "kv")

Extract = Callable[[Document], Extraction]
Opens = Callable[[str], bool]


class Pool(NamedTuple):
    """Sentences that tell of events, those that only hold a word some rule starts from, and those with none."""

    telling: tuple[str, ...]
    near: tuple[str, ...]
    silent: tuple[str, ...]


def sentence_pool(extract: Extract, opens: Opens, folder: Path = SAMPLES) -> Pool:
    """The French sentences of the samples, parted by what extractor and gate make of each alone.

    Of those that the gate lets pass, only sentences that hold a name or number, so that they can be varied.
    """
    texts = [path.read_text("utf-8") for path in sorted(folder.glob("fr_*.txt"))]
    sentences = list(dict.fromkeys(sentence for text in texts for sentence in _sentences(text)))
    passing = [sentence for sentence in sentences if opens(sentence)]
    variable = [sentence for sentence in passing if _NAME_OR_NUMBER.search(sentence)]
    telling = [sentence for sentence in variable if extract(Document(sentence, language="fr")).events]
    near = [sentence for sentence in variable if sentence not in set(telling)]
    return Pool(tuple(telling), tuple(near), tuple(sentence for sentence in sentences if sentence not in set(passing)))


def _sentences(text: str) -> Iterator[str]:
    from evtx.language.sentences import split_sentences

    spans = split_sentences(text, 0, len(text), frozenset())
    return (sentence for start, end in spans if (sentence := " ".join(text[start:end].split())))


def varied(sentence: str, chance: random.Random) -> str:
    """A sentence with other names and numbers; years stay, and numbers that may be days or hours stay such.

    >>> varied("On 12 May 2020 a unit from Kafra left", random.Random(1))
    'On 5 Lefik 2020 a unit from Kozak left'
    """
    return _NAME_OR_NUMBER.sub(lambda found: _other(found[0], chance), sentence)


@cache
def _names() -> tuple[str, ...]:
    """Made-up names, as many as some weeks of news hold, so that words come again as they do there.

    They end in letters that no French verb ends in, or a name could open the gate to a text without events.
    """
    chance = random.Random(_SEED)
    return tuple("".join(map(chance.choice, _NAME_SHAPE)) for _ in range(_NAMES))


def _other(word: str, chance: random.Random) -> str:
    if word[0].isupper():
        return chance.choice(_names())
    if not word.isdecimal() or len(word) == 4:
        return word
    return str(chance.randint(1, 23 if len(word) < 3 else 10 ** len(word) - 1))


def documents(telling: Sequence[str], others: Sequence[str], percent: int, size: int) -> Iterator[list[str]]:
    """Batch after batch of documents of some kilobytes, each batch of this size, with this percentage of telling
    sentences.

    Sentences are taken in a shuffled order that is the same every time, with other names and numbers each time.
    """
    sentences = _mixed(telling, others, percent)
    while True:
        yield _batch(sentences, size)


def _batch(sentences: Iterator[str], size: int) -> list[str]:
    made: list[str] = []
    while size > 0:
        text = _document(sentences)
        made.append(text)
        size -= len(text.encode())
    return made


def _mixed(telling: Sequence[str], others: Sequence[str], percent: int) -> Iterator[str]:
    tellings, rest = cycle(_shuffled(telling)), cycle(_shuffled(others))
    due, chance = 0, random.Random(_SEED)
    while True:
        due += percent
        yield varied(next(tellings if due >= 100 else rest), chance)
        due %= 100


def _shuffled(sentences: Sequence[str]) -> list[str]:
    return random.Random(_SEED).sample(sentences, len(sentences))


def _document(sentences: Iterator[str]) -> str:
    paragraphs: list[str] = []
    while sum(map(len, paragraphs)) < DOCUMENT_BYTES:
        paragraphs.append(" ".join(next(sentences) for _ in range(_SENTENCES_IN_PARAGRAPH)))
    return "\n\n".join(paragraphs)
