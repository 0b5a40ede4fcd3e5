"""Documents made from the sentences of the samples, with a chosen share of sentences that tell of events."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from itertools import cycle
from pathlib import Path
from typing import NamedTuple

from evtx.document import Document
from evtx.event import Extraction

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
DOCUMENT_BYTES = 4_000
_SENTENCES_IN_PARAGRAPH = 4
_SEED = 2020

Extract = Callable[[Document], Extraction]
Opens = Callable[[str], bool]


class Pool(NamedTuple):
    """Sentences that tell of events, those that only hold a word some rule starts from, and those with none."""

    telling: tuple[str, ...]
    near: tuple[str, ...]
    silent: tuple[str, ...]


def sentence_pool(extract: Extract, opens: Opens, folder: Path = SAMPLES) -> Pool:
    """The French sentences of the samples, parted by what extractor and gate make of each alone."""
    texts = [path.read_text("utf-8") for path in sorted(folder.glob("fr_*.txt"))]
    sentences = list(dict.fromkeys(sentence for text in texts for sentence in _sentences(text)))
    telling = [sentence for sentence in sentences if extract(Document(sentence, language="fr")).events]
    others = [sentence for sentence in sentences if sentence not in set(telling)]
    near = [sentence for sentence in others if opens(sentence)]
    return Pool(tuple(telling), tuple(near), tuple(sentence for sentence in others if sentence not in set(near)))


def _sentences(text: str) -> Iterator[str]:
    from evtx.language.sentences import split_sentences

    spans = split_sentences(text, 0, len(text), frozenset())
    return (sentence for start, end in spans if (sentence := " ".join(text[start:end].split())))


def documents(telling: Sequence[str], others: Sequence[str], percent: int, size: int) -> list[str]:
    """Documents of some kilobytes, as many as make up the size, with this percentage of telling sentences.

    Sentences are taken in a shuffled order that is the same every time, over and over.
    """
    made: list[str] = []
    sentences = _mixed(telling, others, percent)
    while size > 0:
        text = _document(sentences)
        made.append(text)
        size -= len(text.encode())
    return made


def _mixed(telling: Sequence[str], others: Sequence[str], percent: int) -> Iterator[str]:
    tellings, rest = cycle(_shuffled(telling)), cycle(_shuffled(others))
    due = 0
    while True:
        due += percent
        yield next(tellings if due >= 100 else rest)
        due %= 100


def _shuffled(sentences: Sequence[str]) -> list[str]:
    return random.Random(_SEED).sample(sentences, len(sentences))


def _document(sentences: Iterator[str]) -> str:
    paragraphs: list[str] = []
    while sum(map(len, paragraphs)) < DOCUMENT_BYTES:
        paragraphs.append(" ".join(next(sentences) for _ in range(_SENTENCES_IN_PARAGRAPH)))
    return "\n\n".join(paragraphs)
