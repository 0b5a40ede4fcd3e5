"""Errors of the user's making, each with its exit code and the way to mend it."""

from __future__ import annotations

from collections.abc import Sequence

import click

RULES = 3


class UsageProblem(click.UsageError):
    """The command cannot do what was asked; exit code 2."""

    def __init__(self, message: str, help: str) -> None:
        super().__init__(message)
        self.help = help


class RuleProblem(click.ClickException):
    """Rule files cannot be used; exit code 3."""

    exit_code = RULES
    help = "mend the rule files, or leave out --rules"


def known(written: str, names: Sequence[str], what: str) -> str:
    """A name that is among those known; UsageProblem with the nearest one when it is not.

    >>> known("attack", ("claim", "attack"), "event type")
    'attack'
    """
    if written in names:
        return written
    from difflib import get_close_matches

    near = get_close_matches(written, names, 1)
    guess = f"did you mean {near[0]}? " if near else ""
    raise UsageProblem(f"unknown {what} {written!r}", f"{guess}there are: {', '.join(names)}")


def split_list(written: Sequence[str]) -> tuple[str, ...]:
    """The words of an option that may be given several times or as a list with commas.

    >>> split_list(["claim,attack", "delivery"])
    ('claim', 'attack', 'delivery')
    """
    return tuple(word.strip() for part in written for word in part.split(",") if word.strip())
