"""What a language's special files say where they say nothing, so that a small folder is enough for a new language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from evtx.rules.declarations import DECLARATIONS, LANGUAGE_FILES

NEEDED = frozenset(("language", "grammar", "constructions"))
"""The special files without which no text of a language can be read; each other one adds what it says."""

_EMPTY: Mapping[str, Any] = {"table": {}, "items": []}
# Files whose readers have defaults of their own, for which an empty text is something else than none.
_OWN_DEFAULTS: Mapping[str, Mapping[str, Any]] = {"dates": {"words": {}, "families": []}}


def completed(files: Mapping[str, Mapping[str, Any]]) -> dict[str, dict[str, Any]]:
    """The special files of a language with every key that may be absent, and every file that may be.

    >>> sorted(completed({"language": {"identify": "the"}})["language"])
    ['abbreviations', 'identify', 'language', 'quotation_marks']
    """
    return {name: {**_defaults(name), **files.get(name, {})} for name in LANGUAGE_FILES}


def _defaults(name: str) -> Mapping[str, Any]:
    if name in _OWN_DEFAULTS:
        return _OWN_DEFAULTS[name]
    return {key.name: _EMPTY.get(key.kind, "") for key in DECLARATIONS[LANGUAGE_FILES[name]]}
