"""`evtx rules check`: everything that is wrong with rule files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from evtx.authoring.linting.check import check_folders
from evtx.authoring.scope import scope_of
from evtx.cli.rules.options import JSON, TEXT, form, own_rules, write_out
from evtx.cli.usage import RULES, UsageProblem
from evtx.rendering.objects import as_json
from evtx.rules.diagnostics import Diagnostic

EPILOG = """\b
Exit codes:
  0  no errors (with --strict: and no warnings)
  2  the command was not understood
  3  there are errors
"""


@click.command("check", epilog=EPILOG)
@click.argument("paths", metavar="[FILE or FOLDER]...", nargs=-1)
@click.option("--strict", is_flag=True, help="Warnings count as errors.")
@own_rules
@form("text", TEXT, JSON)
def command(paths: tuple[str, ...], strict: bool, folders: tuple[str, ...], form: str | None) -> int:
    """Tell every problem of rule files: of the built-in ones, or of files and folders of your own.

    An error keeps rules from being used. A warning is about a rule that can be used and does not do what it seems to:
    a word that no lexicon has, a template that never matches. docs/errors.md explains each code.
    """
    for path in (*paths, *folders):
        if not Path(path).exists():
            raise UsageProblem(f"{path}: there is no such file or folder", "name rule files, or folders of them")
    scope = scope_of(map(Path, paths))
    found = check_folders((*map(Path, folders), *scope.folders))
    # An event type that was replaced may make other files wrong.
    problems = [problem for problem in found if problem.severity == "error" or scope.holds(problem.path)]
    write_out((_as_json if form == JSON else _as_text)(problems))
    wrong = problems if strict else [problem for problem in problems if problem.severity == "error"]
    return RULES if wrong else 0


def _as_text(problems: Sequence[Diagnostic]) -> Iterator[str]:
    """The problems as people read them, and how many there are."""
    for problem in problems:
        yield f"{problem}\n\n"
    errors = sum(problem.severity == "error" for problem in problems)
    yield f"{_counted(errors, 'error')}, {_counted(len(problems) - errors, 'warning')}\n"


def _counted(number: int, what: str) -> str:
    """A number of things in words.

    >>> _counted(1, "error"), _counted(2, "error"), _counted(0, "error")
    ('1 error', '2 errors', 'no errors')
    """
    return f"{number or 'no'} {what}{'' if number == 1 else 's'}"


def _as_json(problems: Sequence[Diagnostic]) -> Iterator[str]:
    """The problems for editors and build servers."""
    yield as_json([_object(problem) for problem in problems]) + "\n"


def _object(problem: Diagnostic) -> dict[str, Any]:
    fields = problem._asdict()
    return {**fields, "severity": problem.severity}
