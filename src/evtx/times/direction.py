"""Which side of its anchor a date lies on, told by the verbs and cue words of its sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from evtx.times.cues import Cue, Word, cue_length, ends_in_participle, words_of
from evtx.times.grammar import DateGrammar

_REACH = 110
_ENDS = re.compile(r"[.!?;\n]\s|\n")
_BREAK_COST = 25
_CUES = ("future", "plan", "past")


def direction(low: str, start: int, end: int, grammar: DateGrammar) -> str | None:
    """`past` or `future` by the cue nearest to a stretch of lowered text within its sentence, None when none tells.

    Words of the list `plan` (deciding, announcing, fixing) may look either way: where one is nearest, nothing is told.
    """
    first, last = _sentence(low, start, end)
    before, after = words_of(low, first, start), words_of(low, end, last)
    costs = [
        (cost, rank)
        for rank, name in enumerate(_CUES)
        if name in grammar.cues
        for cost in _costs(before, after, grammar.cues[name], grammar.breaks, start, end)
    ]
    name = _CUES[min(costs)[1]] if costs else "plan"
    return None if name == "plan" else name


def _sentence(low: str, start: int, end: int) -> tuple[int, int]:
    first = max(start - _REACH, 0)
    breaks = [match.end() for match in _ENDS.finditer(low, first, start)]
    stop = _ENDS.search(low, end, end + _REACH)
    return breaks[-1] if breaks else first, stop.start() if stop else min(end + _REACH, len(low))


def _costs(
    before: Sequence[Word], after: Sequence[Word], cue: Cue, breaks: frozenset[str], start: int, end: int
) -> Iterator[int]:
    """How far the nearest cues before and after stand, in characters, clause words counted as farther."""
    if ends_in_participle(before, cue):
        yield 1
    for index in range(len(before) - 1, -1, -1):
        size = cue_length(before, index, cue)
        if size:
            between = before[index + size :]
            yield start - before[index + size - 1].end + _crossed(between, breaks)
            break
    for index in range(len(after)):
        if cue_length(after, index, cue):
            yield after[index].start - end + _crossed(after[:index], breaks)
            break


def _crossed(between: Sequence[Word], breaks: frozenset[str]) -> int:
    return _BREAK_COST * sum(word.form in breaks for word in between)


def said_then(low: str, start: int, cues: Cue | None) -> bool:
    """Whether a date stands right after a verb of speech, and so dates the speech and not what happened."""
    if cues is None:
        return False
    words = words_of(low, max(start - 40, 0), start)
    reach = len(words) - 1
    return any(
        index + cue_length(words, index, cues) >= max(reach, 1) and cue_length(words, index, cues)
        for index in range(len(words))
    )
