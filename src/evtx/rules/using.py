"""Special files that are well written and of no use: what the rooms that read them say, as a problem with a place."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from evtx.rules.diagnostics import Diagnostic, RuleFileError

T = TypeVar("T")
_QUOTED = re.compile(r"'([^']+)'|\"([^\"]+)\"|^([^\s:]+):")


def used(folders: Sequence[str], language: str, name: str, make: Callable[[], T]) -> T:
    """What is made of a special file; RuleFileError when it makes no sense to the room that reads it.

    `name` is that of the file, and `folders` are the rules folders in which it may stand.
    """
    try:
        return make()
    except (ValueError, LookupError, TypeError, AssertionError) as failure:
        told = f"no value for {failure}" if isinstance(failure, KeyError) else str(failure) or type(failure).__name__
        raise RuleFileError([_problem(folders, language, name, told)]) from failure


def _problem(folders: Sequence[str], language: str, name: str, told: str) -> Diagnostic:
    paths = [os.path.join(folder, language, f"{name}.yml") for folder in reversed(folders)]
    there = [path for path in paths if os.path.isfile(path)]
    sought = [word for found in _QUOTED.findall(told) for word in found if word]
    help = f"docs/rules.md says what stands in a {name}.yml; the one of the built-in rules is an example"
    for path in there:
        for number, line, column in _lines_with(path, sought):
            return Diagnostic(path, number, column, "E501", told, help, line, len(line) - column + 1)
    return Diagnostic((there or paths)[0], 1, 1, "E501", told, help)


def _lines_with(path: str, sought: Sequence[str]) -> Iterator[tuple[int, str, int]]:
    """Number, text and column of the lines that hold one of the words, those with the first word before others."""
    with open(path, encoding="utf-8") as file:
        lines = file.read().split("\n")
    for word in sought:
        for number, line in enumerate(lines, 1):
            if word in line:
                yield number, line, line.index(word) + 1
