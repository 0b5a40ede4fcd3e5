"""Where the output goes: stdout, or a file that appears only when it is whole."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import IO

from evtx.cli.usage import UsageProblem

STDOUT = "-"
_HELP = "name a file in a folder that exists, that you may write to and that has room"

Sink = Callable[[str], object]
"""Takes the output piece by piece."""


@contextmanager
def writing(path: str) -> Iterator[Sink]:
    """A sink for stdout (`-`) or a file, in UTF-8.

    A file is written beside its place under another name and moved there at the end, so that it is whole or not there
    at all; what is no regular file, such as a named pipe, is written to directly. UsageProblem when writing fails.
    """
    try:
        with _opened(path) as file:
            yield lambda text: file.write(text.encode("utf-8", "replace"))
    except BrokenPipeError:
        raise
    except OSError as failure:
        place = "the output" if path == STDOUT else path
        raise UsageProblem(f"cannot write {place}: {(failure.strerror or str(failure)).lower()}", _HELP) from failure


@contextmanager
def _opened(path: str) -> Iterator[IO[bytes]]:
    if path == STDOUT:
        if sys.stdout is None:
            raise OSError("it is closed")
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
    elif os.path.exists(path) and not os.path.isfile(path):
        with open(path, "wb") as file:
            yield file
    else:
        yield from _replacing(os.path.realpath(path))


def _replacing(path: str) -> Iterator[IO[bytes]]:
    """A new file that takes the place of another when all went well and is removed when not."""
    folder, name = os.path.split(path)
    draft = os.path.join(folder, f".{name}.{os.getpid()}.part")
    try:
        with open(draft, "xb") as file:
            yield file
        with suppress(FileNotFoundError):
            os.chmod(draft, os.stat(path).st_mode)
        os.replace(draft, path)
    except BaseException:
        with suppress(OSError):
            os.unlink(draft)
        raise
