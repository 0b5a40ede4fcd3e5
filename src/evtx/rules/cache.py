"""Checked rules kept on disk as JSON, so that a run reads no YAML.

The file's name is a digest of the version, of the shape of the model and of every rule file, so that a stale cache is
never found. Whatever else is wrong with it (cut short, another user's, not writable), it is left alone and the rules
are read anew; it holds data only, and reading it runs nothing.
"""

from __future__ import annotations

import os
import sys
import zlib
from collections.abc import Callable, Sequence
from typing import Any

from evtx.rules import model
from evtx.rules.model import EventType, Frame, Pattern, RuleSet
from evtx.rules.sources import Source
from evtx.version import VERSION

FORMAT = 1
_KEPT = 12
_BUILT = (Frame, Pattern, EventType)


def read_cached(sources: Sequence[Source]) -> RuleSet | None:
    """The rules that these files gave when they were last checked; None when no usable cache says so."""
    path = os.path.join(cache_folder(), _name(sources))
    try:
        content = _own_file(path)
        checksum, _, body = content.partition(b"\n")
        if int(checksum, 16) != zlib.crc32(body):
            return None
        import json

        return _rule_set(json.loads(body))
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return None


def write_cached(sources: Sequence[Source], rules: RuleSet) -> None:
    """Keep checked rules for the next run, if the cache folder can be written."""
    import json
    import tempfile

    body = json.dumps(_plain(rules), ensure_ascii=False, separators=(",", ":")).encode()
    folder = cache_folder()
    temporary = ""
    try:
        os.makedirs(folder, mode=0o700, exist_ok=True)
        handle, temporary = tempfile.mkstemp(prefix=".rules-", dir=folder)
        with os.fdopen(handle, "wb") as file:
            file.write(b"%08x\n" % zlib.crc32(body) + body)
        os.replace(temporary, os.path.join(folder, _name(sources)))
        _forget_oldest(folder)
    except OSError:
        if temporary and os.path.exists(temporary):
            os.unlink(temporary)


def cache_folder() -> str:
    """Where the cache lies: EVTX_CACHE_DIR, else the user's cache folder on this platform."""
    chosen = os.environ.get("EVTX_CACHE_DIR")
    if chosen:
        return chosen
    home = os.path.expanduser("~")
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or os.path.join(home, "AppData", "Local")
    elif sys.platform == "darwin":
        base = os.path.join(home, "Library", "Caches")
    else:
        base = os.environ.get("XDG_CACHE_HOME") or os.path.join(home, ".cache")
    return os.path.join(base, "evtx")


def _name(sources: Sequence[Source]) -> str:
    import hashlib

    digest = hashlib.sha256(f"{FORMAT} {VERSION} {_shape()}".encode())
    for source in sources:
        digest.update(
            f"\0{source.folder}\0{source.path}\0{len(source.content or b'')}\0".encode("utf-8", "surrogateescape")
        )
        digest.update(source.content or b"")
    return f"rules-{digest.hexdigest()[:40]}.json"


def _shape() -> str:
    return " ".join(f"{kind.__name__}({','.join(kind.__slots__)})" for kind in (*_BUILT, RuleSet))


def _own_file(path: str) -> bytes:
    """The content of a file that belongs to this user and nobody else may write; OSError otherwise."""
    with open(path, "rb") as file:
        if hasattr(os, "getuid"):
            status = os.fstat(file.fileno())
            if status.st_uid != os.getuid() or status.st_mode & 0o022:
                raise PermissionError(path)
        return file.read()


def _forget_oldest(folder: str) -> None:
    """Delete all but the newest cache files."""
    names = [name for name in os.listdir(folder) if name.startswith("rules-") and name.endswith(".json")]
    paths = sorted((os.path.join(folder, name) for name in names), key=os.path.getmtime, reverse=True)
    for path in paths[_KEPT:]:
        os.unlink(path)


def _plain(value: Any) -> Any:
    """Values of the model as lists of their fields, in order."""
    if hasattr(value, "__slots__") and hasattr(value, "__dataclass_fields__"):
        return [_plain(getattr(value, name)) for name in value.__slots__]
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    return value


def _rule_set(fields: Any) -> RuleSet:
    """The rules written by `_plain`; TypeError, ValueError or KeyError when they are something else."""
    rules = _built(RuleSet)(fields)
    assert isinstance(rules, RuleSet)
    return rules


def _built(kind: Any) -> Callable[[Any], Any]:
    """A function that builds a class of the model from the list of its fields."""
    fields = [_reader(kind.__annotations__[name]) for name in kind.__slots__]
    changed = [(index, read) for index, read in enumerate(fields) if read is not None]

    def build(values: Any) -> Any:
        for index, read in changed:
            values[index] = read(values[index])
        return kind(*values)

    return build


def _reader(written: str) -> Callable[[Any], Any] | None:
    """How a field of this annotation is made from JSON; None for taking it as it is."""
    if written.startswith("tuple["):
        inner = written[len("tuple[") : -1].removesuffix(", ...")
        read = _reader(inner)
        return tuple if read is None else lambda values: tuple(map(read, values))
    if written.startswith("Mapping[str, tuple"):
        return lambda mapping: {key: tuple(values) for key, values in mapping.items()}
    kind = getattr(model, written, None)
    return _built(kind) if hasattr(kind, "__dataclass_fields__") else None
