"""Words of dates that are part of a proper name: a month as a first name, a feast as a surname."""

from __future__ import annotations

import re

from evtx.times.readings import Reading, nested

_NEXT_WORD = re.compile(r"[ -]([^\W\d_]+)")
_LAST_WORD = re.compile(r"[^\W\d_]+\Z")


def is_name(reading: Reading, text: str, low: str) -> bool:
    """Whether a date without figures ends in a capital word that another capital word follows, as names do.

    After words that may well stand before a name any capital word is one. Text in capitals throughout tells nothing.
    """
    last = _LAST_WORD.search(text, reading.start, reading.end)
    if last is None or text[last.start()] == low[last.start()] or not _recurs_by_name(reading):
        return False
    if "lower" in reading.fields:
        return not text[reading.start : reading.end].isupper()
    following = _NEXT_WORD.match(text, reading.end)
    return following is not None and following[1][0].isupper() and not (last.group() + following[1]).isupper()


def _recurs_by_name(reading: Reading) -> bool:
    return any("month" in part.fields or part.operation in ("easter", "season") for part in nested(reading))
