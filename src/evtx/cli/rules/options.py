"""What the commands about rules have in common: their options, and rules that are loaded or told to be wrong."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

import click

from evtx.authoring.bench import Bench, open_bench
from evtx.cli import options
from evtx.cli.extract import loaded
from evtx.cli.options import Command
from evtx.cli.output import STDOUT, writing
from evtx.cli.terminal import in_color, page_width, to_terminal
from evtx.rendering.page import Page

UNBROKEN = 4_000
JSON, TABLE, PLAIN, TEXT = "json", "table", "plain", "text"

own_rules = options.own_rules
color = options.color("Use colour.")


def form(default: str, *forms: str) -> Callable[[Command], Command]:
    """The option that names a format; `default` says which one is taken without it."""
    return click.option("-f", "--format", "form", type=click.Choice(forms), help=f"Default: {default}.")


def bench(folders: Iterable[str], more: Sequence[Path] = ()) -> Bench:
    """The built-in rules with those of further folders; UsageProblem or RuleProblem when they cannot be used.

    `more` are folders or single files that are there.
    """
    return loaded(lambda given: open_bench((*given, *more)), tuple(folders))


def page(wanted: str) -> Page:
    """The page that stdout is, in colour as wanted."""
    terminal = to_terminal()
    return Page(page_width(os.environ, terminal), in_color(wanted, os.environ, terminal))


def unbroken(wanted: str) -> Page:
    """The same for running text, which is not cut into lines where no terminal would."""
    shown = page(wanted)
    return shown if to_terminal() else shown._replace(width=UNBROKEN)


def write_out(pieces: Iterator[str]) -> int:
    """Write all pieces to stdout, and give the exit code of success."""
    with writing(STDOUT) as write:
        for piece in pieces:
            write(piece)
    return 0
