"""What the user names - files, folders, a pipe - and the text in it."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from typing import BinaryIO, NamedTuple

from evtx.reading.decode import Decoded, decode
from evtx.reading.failure import ReadingError

PIPE = "-"
SUFFIXES = (".txt", ".text")
"""What the names of text files in a folder end with; a file named by the user may be called anything."""


class Source(NamedTuple):
    """Something to read: a file by its path as the user would write it, or `-` for what is piped in."""

    name: str

    @property
    def title(self) -> str:
        """What to call it when speaking to people."""
        return title_of(self.name)

    @property
    def identity(self) -> str:
        """The same for two names of one file."""
        return self.name if self.name == PIPE else os.path.realpath(self.name)


def title_of(name: str) -> str:
    """What to call a source of this name when speaking to people.

    >>> title_of("-"), title_of("a.txt")
    ('standard input', 'a.txt')
    """
    return "standard input" if name == PIPE else name


def find_sources(named: Sequence[str]) -> Iterator[Source | ReadingError]:
    """Every source in the order named, folders gone through in sorted order, none twice.

    What cannot be found or opened comes as the error in its place, so that the others can still be read.
    """
    seen: set[str] = set()
    for name in named:
        for found in _below(name) if os.path.isdir(name) else (Source(name),):
            if isinstance(found, ReadingError):
                yield found
            elif found.identity not in seen:
                seen.add(found.identity)
                yield found


def _below(folder: str) -> Iterator[Source | ReadingError]:
    """The text files under a folder, and the folders under it that cannot be opened."""
    closed: list[OSError] = []
    empty = True
    for root, folders, files in os.walk(folder, onerror=closed.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if name.lower().endswith(SUFFIXES) and not name.startswith("."):
                empty = False
                yield Source(os.path.join(root, name))
    yield from (_unopened(str(failure.filename), failure) for failure in closed)
    if empty and not closed:
        kinds = " or ".join(SUFFIXES)
        yield ReadingError(folder, f"holds no file that ends in {kinds}", "name the files themselves, or rename them")


def read_source(source: Source, pipe: BinaryIO) -> Decoded:
    """The text of a source; ReadingError when it is not there, not to be opened, or no text."""
    try:
        if source.name == PIPE:
            return decode(pipe.read(), source.title)
        with open(source.name, "rb") as file:
            return decode(file.read(), source.name)
    except OSError as failure:
        raise _unopened(source.name, failure) from failure


def _unopened(name: str, failure: OSError) -> ReadingError:
    if isinstance(failure, FileNotFoundError):
        return ReadingError(name, "there is no such file", "check the name and the folder you are in")
    if isinstance(failure, PermissionError):
        return ReadingError(name, "you may not read it", "change its permissions or ask its owner")
    reason = (failure.strerror or str(failure)).lower()
    return ReadingError(name, f"cannot be read: {reason}", "check that the disk and the file are sound")
