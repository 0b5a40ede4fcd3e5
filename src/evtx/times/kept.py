"""Compiled date grammars kept on disk as JSON, beside the checked rules, so that a run compiles nothing.

A file's name is a digest of the version and of the grammar it was made from, so that a stale one is never found. Data
only: reading it runs nothing, and one that is damaged, or that others may write, is left alone.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any
from zlib import crc32

from evtx.rules.cache import cache_folder
from evtx.times.plain import Plain
from evtx.version import VERSION

_FORMAT = 7
_MOST = 6
_PREFIX, _SUFFIX = "dates-", ".json"


def kept_tables(mapping: Mapping[str, Any]) -> Plain:
    """The compiled tables of a date grammar: as an earlier run kept them, else made now and kept if possible."""
    import hashlib
    import json

    written = repr((_FORMAT, VERSION, mapping))
    name = f"{_PREFIX}{hashlib.sha256(written.encode()).hexdigest()[:40]}{_SUFFIX}"
    path = os.path.join(cache_folder(), name)
    try:
        checksum, _, body = _own_text(path).partition("\n")
        if int(checksum, 16) != crc32(body.encode()):
            raise ValueError(path)
        tables: Plain = json.loads(body)
        return tables
    except (OSError, ValueError):
        from evtx.times.compiling import compiled_tables

        tables = compiled_tables(mapping)
        body = json.dumps(tables, ensure_ascii=False, separators=(",", ":"))
        _keep(path, f"{crc32(body.encode()):08x}\n{body}")
        return tables


def _own_text(path: str) -> str:
    """The content of a file that belongs to this user and nobody else may write; OSError otherwise."""
    with open(path, encoding="utf-8") as file:
        if hasattr(os, "getuid"):
            status = os.fstat(file.fileno())
            if status.st_uid != os.getuid() or status.st_mode & 0o022:
                raise PermissionError(path)
        return file.read()


def _keep(path: str, content: str) -> None:
    import tempfile

    folder = os.path.dirname(path)
    try:
        os.makedirs(folder, mode=0o700, exist_ok=True)
        with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=folder, prefix=".dates-", delete=False) as file:
            file.write(content)
        os.replace(file.name, path)
        _forget_oldest(folder)
    except OSError:
        return


def _forget_oldest(folder: str) -> None:
    names = [name for name in os.listdir(folder) if name.startswith(_PREFIX) and name.endswith(_SUFFIX)]
    paths = sorted((os.path.join(folder, name) for name in names), key=os.path.getmtime, reverse=True)
    for path in paths[_MOST:]:
        os.unlink(path)
