"""Which files a rules folder holds, and what kind each is: told by its name and place."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

SPECIAL_FILES = frozenset(("language", "header", "grammar", "constructions", "dates", "names", "generation", "words"))
"""The files of a language's folder that hold no rules but what the engine must know of the language."""

MAX_BYTES = 4_000_000
"""The size from which a file is not read whole; it is refused then."""

_NAMES = "names"


class Source(NamedTuple):
    """A rule file as bytes.

    `folder` is the one that was given, `path` that of the file in it. `kind` is `events`, `names`, `rules`, `language`
    (a special file of a language, `name` says which) or `stray`; `language` is the name of its folder, empty at the
    top. `content` is None when the file cannot be read; `trouble` then says why.
    """

    folder: str
    path: str
    kind: str
    language: str
    name: str
    content: bytes | None
    trouble: str = ""


def load_sources(folders: Sequence[Path]) -> tuple[Source, ...]:
    """All rule files of these folders, folder by folder, each in the order of its paths.

    A folder may be a single rule file instead. What does not exist gives a source with a trouble.
    """
    return tuple(source for folder in folders for source in _sources(str(folder)))


def _sources(folder: str) -> Iterator[Source]:
    if not os.path.isdir(folder):
        yield _read(folder, folder, "rules" if folder.endswith(".yml") else "stray", "")
        return
    try:
        found = list(_in_folder(folder))
    except OSError as error:
        yield _unreadable(folder, folder, error.strerror or type(error).__name__)
        return
    yield from found or (_unreadable(folder, folder, "it holds no rule file"),)


def _in_folder(folder: str) -> Iterator[Source]:
    yield from _files(folder, folder, "")
    for name in _listed(folder):
        path = os.path.join(folder, name)
        if name != "schema" and os.path.isdir(path):
            yield from _files(folder, path, name)


def _unreadable(folder: str, path: str, trouble: str) -> Source:
    return Source(folder, path, "stray", "", "", None, trouble)


def _listed(folder: str) -> list[str]:
    return sorted(name for name in os.listdir(folder) if name[0] not in "._")


def _files(root: str, folder: str, inside: str) -> Iterator[Source]:
    for name in _listed(folder):
        if name.endswith((".yml", ".yaml")):
            yield _read(root, os.path.join(folder, name), _kind(name, inside), inside)


def _kind(name: str, inside: str) -> str:
    """What a file is, by its name and the folder that it is in.

    >>> _kind("dates.yml", "fr"), _kind("attacks.yml", "fr"), _kind("events.yml", ""), _kind("attacks.yaml", "fr")
    ('language', 'rules', 'events', 'stray')
    """
    stem, suffix = os.path.splitext(name)
    if suffix != ".yml":
        return "stray"
    if inside == _NAMES:
        return "names"
    if not inside:
        return "events" if stem == "events" else "rules"
    return "language" if stem in SPECIAL_FILES else "rules"


def _read(folder: str, path: str, kind: str, inside: str) -> Source:
    name = os.path.splitext(os.path.basename(path))[0]
    language = "" if inside == _NAMES else inside
    try:
        status = os.stat(path)
        if not stat.S_ISREG(status.st_mode):
            return _unreadable(folder, path, "it is no ordinary file")
        with open(path, "rb") as file:
            content = file.read() if status.st_size <= MAX_BYTES else file.read(MAX_BYTES + 1)
    except OSError as error:
        return _unreadable(folder, path, error.strerror or type(error).__name__)
    return Source(folder, path, kind, language, name, content)
