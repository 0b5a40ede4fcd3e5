"""Files kept from one run for the next, in the user's cache folder: whole, the user's own, or not there.

What is kept is told by the name, a digest of all that it was made from, so that nothing stale is found. It is data;
reading it runs nothing.
"""

from __future__ import annotations

import os
import sys
import zlib
from contextlib import suppress

SUFFIX = ".json"


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


def read_kept(kind: str, digest: str) -> str | None:
    """What an earlier run kept under a digest; None when there is nothing, or nothing to be trusted.

    A file that others own or may write, that was cut short or changed, is left alone.
    """
    try:
        content = _own_file(os.path.join(cache_folder(), _name(kind, digest)))
        checksum, _, body = content.partition(b"\n")
        if int(checksum, 16) != zlib.crc32(body):
            return None
        return body.decode("utf-8", "surrogatepass")
    except (OSError, ValueError):
        return None


def write_kept(kind: str, digest: str, text: str, most: int) -> None:
    """Keep a text for the next run, if the cache folder can be written, and no more than `most` of its kind."""
    import tempfile

    body = text.encode("utf-8", "surrogatepass")
    folder = cache_folder()
    temporary = ""
    try:
        os.makedirs(folder, mode=0o700, exist_ok=True)
        handle, temporary = tempfile.mkstemp(prefix=f".{kind}-", dir=folder)
        with os.fdopen(handle, "wb") as file:
            file.write(b"%08x\n" % zlib.crc32(body) + body)
        os.replace(temporary, os.path.join(folder, _name(kind, digest)))
        _forget_oldest(folder, kind, most)
    except OSError:
        if temporary:
            with suppress(OSError):
                os.unlink(temporary)


def _name(kind: str, digest: str) -> str:
    return f"{kind}-{digest[:40]}{SUFFIX}"


def _own_file(path: str) -> bytes:
    """The content of a file that belongs to this user and nobody else may write; OSError otherwise."""
    with open(path, "rb") as file:
        if hasattr(os, "getuid"):
            status = os.fstat(file.fileno())
            if status.st_uid != os.getuid() or status.st_mode & 0o022:
                raise PermissionError(path)
        return file.read()


def _forget_oldest(folder: str, kind: str, most: int) -> None:
    """Delete all but the newest files of a kind."""
    names = [name for name in os.listdir(folder) if name.startswith(f"{kind}-") and name.endswith(SUFFIX)]
    paths = sorted((os.path.join(folder, name) for name in names), key=os.path.getmtime, reverse=True)
    for path in paths[most:]:
        os.unlink(path)
