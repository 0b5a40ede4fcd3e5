"""Which side of its anchor a date lies on, told by the verbs and cue words of its sentence."""

from __future__ import annotations

import re
from collections.abc import Mapping

_REACH = 110
_ENDS = re.compile(r"[.!?;\n]\s|\n")
_COMMA_COST = 25
_CUES = ("future", "plan", "past")


def direction(low: str, start: int, end: int, cues: Mapping[str, re.Pattern[str]]) -> str | None:
    """`past` or `future` by the cue nearest to a stretch of lowered text within its sentence, None when none tells.

    Words of the list `plan` (deciding, announcing, fixing) may look either way: where one is nearest, nothing is told.
    """
    before, after = _sides(low, start, end)
    found = [
        (cost, name)
        for name in _CUES
        if name in cues
        for cost in (_before(before, cues[name]), _after(after, cues[name]))
        if cost is not None
    ]
    if not found:
        return None
    nearest = min(found, key=lambda pair: pair[0])[1]
    return None if nearest == "plan" else nearest


def _sides(low: str, start: int, end: int) -> tuple[str, str]:
    before = low[max(start - _REACH, 0) : start]
    breaks = [match.end() for match in _ENDS.finditer(before)]
    after = low[end : end + _REACH]
    stop = _ENDS.search(after)
    return before[breaks[-1] :] if breaks else before, after[: stop.start()] if stop else after


def _before(words: str, cue: re.Pattern[str]) -> int | None:
    """How far back the last cue ends; earlier ones are no nearer."""
    ends = [match.end() for match in cue.finditer(words)]
    return _cost(words[ends[-1] :]) if ends else None


def _after(words: str, cue: re.Pattern[str]) -> int | None:
    match = cue.search(words)
    return _cost(words[: match.start()]) if match else None


def _cost(between: str) -> int:
    return len(between) + _COMMA_COST * between.count(",")


def said_then(low: str, start: int, cues: Mapping[str, re.Pattern[str]]) -> bool:
    """Whether a date stands right after a verb of speech, and so dates the speech and not what happened."""
    cue = cues.get("speech")
    return cue is not None and any(
        match.end() >= 38 for match in cue.finditer(low[max(start - 42, 0) : start].rjust(42))
    )
