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
CORPUS_BYTES = 1_000_000
_SENTENCES_IN_PARAGRAPH = 4
_SEED = 2020

Extract = Callable[[Document], Extraction]


class Pool(NamedTuple):
    """Sentences with and without events."""

    telling: tuple[str, ...]
    plain: tuple[str, ...]


def sentence_pool(extract: Extract, folder: Path = SAMPLES, language: str = "fr") -> Pool:
    """The sentences of the samples of a language, parted by whether the extractor finds an event in them alone."""
    texts = [path.read_text("utf-8") for path in sorted(folder.glob(f"{language}*.txt"))]
    texts = texts or [path.read_text("utf-8") for path in sorted(folder.glob("*.txt"))]
    sentences = list(dict.fromkeys(sentence for text in texts for sentence in _sentences(text)))
    telling = {sentence for sentence in sentences if extract(Document(sentence, language=language)).events}
    return Pool(tuple(s for s in sentences if s in telling), tuple(s for s in sentences if s not in telling))


def _sentences(text: str) -> Iterator[str]:
    from evtx.language.sentences import split_sentences

    spans = split_sentences(text, 0, len(text), frozenset())
    return (sentence for start, end in spans if (sentence := " ".join(text[start:end].split())))


def documents(pool: Pool, percent: int, size: int = CORPUS_BYTES) -> list[str]:
    """Documents of some kilobytes, as many as make up the size, with this percentage of telling sentences.

    Sentences are taken in a shuffled order that is the same every time, over and over.
    """
    made: list[str] = []
    sentences = _mixed(pool, percent)
    while size > 0:
        text = _document(sentences)
        made.append(text)
        size -= len(text.encode())
    return made


def _mixed(pool: Pool, percent: int) -> Iterator[str]:
    telling, plain = (cycle(_shuffled(part)) for part in (pool.telling, pool.plain))
    due = 0
    while True:
        due += percent
        yield next(telling) if due >= 100 else next(plain)
        due %= 100


def _shuffled(sentences: Sequence[str]) -> list[str]:
    return random.Random(_SEED).sample(sentences, len(sentences))


def _document(sentences: Iterator[str]) -> str:
    paragraphs: list[str] = []
    while sum(map(len, paragraphs)) < DOCUMENT_BYTES:
        paragraphs.append(" ".join(next(sentences) for _ in range(_SENTENCES_IN_PARAGRAPH)))
    return "\n\n".join(paragraphs)
