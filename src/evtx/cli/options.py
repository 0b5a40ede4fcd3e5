"""Options that several commands have, each the same in all of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import click

from evtx.cli.output import STDOUT

Command = TypeVar("Command", bound=Callable[..., int])
AUTO = "auto"

own_rules = click.option(
    "--rules", "folders", multiple=True, metavar="FOLDER", help="Add rules, or replace some by their ids."
)
output = click.option(
    "-o", "--output", default=STDOUT, metavar="FILE", help="Write to a file; it appears only when whole."
)
quiet = click.option("-q", "--quiet", is_flag=True, help="Errors only, no warnings.")


def color(help: str) -> Callable[[Command], Command]:
    """The option that asks for colour or refuses it."""
    return click.option("--color", type=click.Choice([AUTO, "always", "never"]), default=AUTO, help=help)


def date(read: str) -> Callable[[Command], Command]:
    """The option that says when what is `read` was written."""
    return click.option(
        "--date", metavar="DATE", help=f"Day, month or year of the {read}: 2020-12-16, 2020-12, '16 May 2020'."
    )


def language(help: str) -> Callable[[Command], Command]:
    """The option that names the language."""
    return click.option("--lang", default=AUTO, metavar="auto|fr", help=help)
