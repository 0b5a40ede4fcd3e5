"""Where dates may stand in a text: the words around trigger words, as tapes of cells.

A text is cut at spaces into chunks. What a chunk holds does not depend on its neighbours, but for a few that may join
with them, and most chunks come again and again, so it is remembered: for all whether a date may stand around it, for
those that lie near a date their cells.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, compress, repeat
from typing import NamedTuple

from evtx.times.lexicon import Chunk, Lexicon
from evtx.times.readings import Reading

_LEFT, _RIGHT = 7, 8
_LONGEST_WINDOW = 4000
_BLOCK, _LONGEST_CHUNK, _MOST_CHUNKS = 1_000_000, 40, 100_000
_UNKNOWN, _ALONE = "?", "."
_OPENING_SIGNS = "\"'«“„‘([-–—\u00a0\u202f"
_WORDS = re.compile(r"[^\W\d_]+|\d+(?:[./-]\d+)*")
_COMBINING = re.compile("[\u0300-\u036f]")
_COMBINED_WORDS = re.compile(r"(?:[^\W\d_][\u0300-\u036f]*)+|\d+(?:[./-]\d+)*")


class Guard(NamedTuple):
    """The chunks of which one must stand before a trigger word of many meanings, or after it."""

    before: frozenset[str]
    after: frozenset[str]


class Triggers(NamedTuple):
    """Words around which a date may stand; some of them only in certain company."""

    words: frozenset[str]
    guards: Mapping[str, Guard]


class Beside(NamedTuple):
    """The words of a chunk that count beside a date: their places, how long they are, the directions that they show by
    themselves and those for which they may begin a cue, as bits, and how much farther they make what lies beyond.
    """

    words: tuple[tuple[int, int, int, int, int], ...]


class Memory(NamedTuple):
    """What is already known of chunks. A memory only, with no effect on what is found."""

    triggers: dict[str, str]
    chunks: dict[str, Chunk]
    beside: dict[str, Beside]
    last: dict[str, tuple[Reading, ...]]


class Window(NamedTuple):
    """A stretch of text as a tape of cells, and what it was made of."""

    start: int
    texts: Sequence[str]
    chunks: Sequence[Chunk]

    @property
    def classes(self) -> str:
        """What templates see of the cells."""
        return "".join([chunk[1] for chunk in self.chunks])


class Tokens(NamedTuple):
    """The cells of a window, and where its chunks begin: with which cell, and where in the text."""

    cells: str
    chunks: Sequence[Chunk]
    firsts: Sequence[int]
    starts: Sequence[int]

    def place(self, first: int, last: int) -> tuple[int, int]:
        """Where a run of cells stands in the text."""
        begin, end = bisect_right(self.firsts, first) - 1, bisect_right(self.firsts, last) - 1
        start = self.starts[begin] + self.chunks[begin].places[first - self.firsts[begin]][0]
        return start, self.starts[end] + self.chunks[end].places[last - self.firsts[end]][1]


def tokens_of(window: Window) -> Tokens:
    """The cells of a window with their places."""
    cells = [chunk[0] for chunk in window.chunks]
    firsts = list(accumulate(map(len, cells), initial=0))
    starts = list(accumulate([len(text) + 1 for text in window.texts], initial=window.start))
    return Tokens("".join(cells), window.chunks, firsts, starts)


def windows(low: str, triggers: Triggers, lexicon: Lexicon, memory: Memory) -> Iterator[Window]:
    """The stretches of lowered text in which a date may stand, in order, none overlapping another."""
    start = 0
    while start < len(low):
        end = low.find(" ", start + _BLOCK)
        end = len(low) if end < 0 else end
        texts = low[start:end].split(" ")
        yield from _block_windows(texts, start, triggers, lexicon, memory)
        start = end + 1


def _block_windows(
    texts: list[str], start: int, triggers: Triggers, lexicon: Lexicon, memory: Memory
) -> Iterator[Window]:
    done = 0
    for first, last in _stretches(_triggering(texts, triggers, memory), len(texts)):
        start += sum(map(len, texts[done:first])) + first - done
        done = first
        yield _window(start, texts[first:last], lexicon, memory)


def _stretches(indexes: Iterator[int], size: int) -> Iterator[tuple[int, int]]:
    """First chunk and end of the stretches around triggers."""
    first, last = 0, -1
    for index in indexes:
        if index - _LEFT > last >= 0 or last - first > _LONGEST_WINDOW:
            yield first, last
            first = max(index - _LEFT, last)
        elif last < 0:
            first = max(index - _LEFT, 0)
        last = min(index + _RIGHT, size)
    if last >= 0:
        yield first, last


def _triggering(texts: list[str], triggers: Triggers, memory: Memory) -> Iterator[int]:
    """The indexes of chunks around which a date may stand."""
    known = memory.triggers
    for index in compress(range(len(texts)), map(known.get, texts, repeat(_UNKNOWN))):
        text = texts[index]
        word = known[text] if text in known else _remembered(text, triggers, known)
        if word and (word == _ALONE or _accompanied(texts, index, triggers.guards[word])):
            yield index


def _remembered(text: str, triggers: Triggers, known: dict[str, str]) -> str:
    word = _trigger_of(text, triggers)
    if len(text) <= _LONGEST_CHUNK and len(known) < _MOST_CHUNKS:
        known[text] = word
    return word


def _accompanied(texts: list[str], index: int, guard: Guard) -> bool:
    following = texts[index + 1] if index + 1 < len(texts) else ""
    before = texts[index - 1].rpartition("\n")[2].lstrip(_OPENING_SIGNS) if index else ""
    return before in guard.before or following[:4].isdigit() or following.rstrip(",.;:!?") in guard.after


def _trigger_of(text: str, triggers: Triggers) -> str:
    """`_ALONE` for a chunk that holds a trigger, a guarded word that begins it, or nothing."""
    word = text.rstrip(",.")
    if word.isalpha():
        return "" if word not in triggers.words else word if word in triggers.guards else _ALONE
    pattern = _COMBINED_WORDS if _COMBINING.search(text) else _WORDS
    found = ""
    for match in pattern.finditer(text):
        form = match.group()
        if form in triggers.guards:
            found = found or _guarded(text, match.start(), triggers.guards[form], form)
        elif form in triggers.words or (form[0] <= "9" and _may_be_date(form)):
            return _ALONE
    return found


def _guarded(text: str, start: int, guard: Guard, form: str) -> str:
    before = text[:start]
    if any(before.endswith(word) for word in guard.before):
        return _ALONE
    return form if before.endswith("-") or not any(map(str.isalpha, before)) else ""


def _may_be_date(figures: str) -> bool:
    return len(figures) == 4 or (4 < len(figures) <= 10 and not figures.isdigit()) or "/" in figures[:3]


def _window(start: int, texts: list[str], lexicon: Lexicon, memory: Memory) -> Window:
    known = memory.chunks
    chunks = [known.get(text) or _chunk(text, lexicon, memory) for text in texts]
    opens = 0
    for _, _, _, begins, continues in chunks:
        if opens and opens & continues:
            whole = " ".join(texts)
            return Window(start, [whole], [lexicon.chunk(whole)])
        opens = begins
    return Window(start, texts, chunks)


def _chunk(text: str, lexicon: Lexicon, memory: Memory) -> Chunk:
    chunk = lexicon.chunk(text)
    if len(text) <= _LONGEST_CHUNK and len(memory.chunks) < _MOST_CHUNKS:
        memory.chunks[text] = chunk
    return chunk
