"""What a user asks to have explained: a text, or a file with or without a line."""

from __future__ import annotations

import os
import re
from typing import NamedTuple

from evtx.explaining.whole import Lines
from evtx.reading.failure import ReadingError

_PLACE = re.compile(r"(?P<path>.+?):(?P<first>\d+)(?:-(?P<last>\d+))?")
_NAME = re.compile(r"\S*[\w)]\.[A-Za-z]\w{0,4}(?::\d+(?:-\d+)?)?")


class Asked(NamedTuple):
    """A text as given, or the path of a file and the lines of it; the other is None."""

    text: str | None
    path: str | None = None
    lines: Lines | None = None


def asked(written: str) -> Asked:
    """What an argument means; ReadingError when it is the name of a file that is not there, or of a folder.

    >>> asked("The army shelled the village.").text, asked("-").path
    ('The army shelled the village.', '-')
    """
    if written == "-":
        return Asked(None, written)
    if os.path.isdir(written):
        raise ReadingError(written, "is a folder", "name a file in it; folders are for evtx extract")
    if os.path.exists(written):
        return Asked(None, written)
    place = _PLACE.fullmatch(written)
    if place and os.path.isfile(place["path"]):
        first = int(place["first"])
        return Asked(None, place["path"], Lines(first, int(place["last"] or first)))
    if is_name(written):
        name = place["path"] if place else written
        raise ReadingError(name, "there is no such file", "check the name, or give a sentence in quotation marks")
    return Asked(written)


def is_name(written: str) -> bool:
    """Whether what was written looks like the name of a file rather than a text.

    >>> is_name("articles/may.txt"), is_name("may.txt:12"), is_name("A raid hit Kafra. Two died."), is_name("Raid")
    (True, True, False, False)
    """
    return not re.search(r"\s", written) and (os.sep in written or bool(_NAME.fullmatch(written)))
