"""Compiled date grammars kept on disk as JSON, beside the checked rules, so that a run compiles nothing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from evtx.rules.keeping import read_kept, write_kept
from evtx.times.plain import Plain
from evtx.version import VERSION

_FORMAT = 7
_MOST = 6
_KIND = "dates"


def kept_tables(mapping: Mapping[str, Any]) -> Plain:
    """The compiled tables of a date grammar: as an earlier run kept them, else made now and kept if possible."""
    import hashlib
    import json

    digest = hashlib.sha256(repr((_FORMAT, VERSION, mapping)).encode()).hexdigest()
    body = read_kept(_KIND, digest)
    try:
        if body is not None:
            tables: Plain = json.loads(body)
            return tables
    except (ValueError, RecursionError):
        pass
    from evtx.times.compiling import compiled_tables

    tables = compiled_tables(mapping)
    write_kept(_KIND, digest, json.dumps(tables, ensure_ascii=False, separators=(",", ":")), _MOST)
    return tables
