"""`evtx dates`: every date expression of a text, what it means and why."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import click

from evtx.cli import options
from evtx.cli.documents import Reader, Tally, written
from evtx.cli.extract import check_date, loaded
from evtx.cli.options import AUTO
from evtx.cli.output import STDOUT
from evtx.cli.terminal import in_color, page_width, to_terminal
from evtx.cli.usage import known
from evtx.dating import DatedDocument, DateFinder, dated_languages
from evtx.document import Document
from evtx.reading.sources import PIPE, find_sources
from evtx.rendering.dates import render_json, render_table
from evtx.rendering.page import Page

FORMATS = {"table": render_table, "json": render_json}
EPILOG = """\b
Exit codes:
  0    done, whether dates were found or not
  2    the command was not understood, or the output cannot be written
  3    a rule file has an error
  5    an input could not be read; the others were done
  70   a bug in evtx
  130  interrupted
"""


class DateEngine(NamedTuple):
    """What finds the dates of documents, and the languages in which it can."""

    read: Callable[[Document], DatedDocument]
    languages: tuple[str, ...]


class Request(NamedTuple):
    """What the arguments ask for, as written."""

    inputs: tuple[str, ...]
    form: str | None
    output: str
    date: str | None
    lang: str
    folders: tuple[str, ...]
    quiet: bool
    color: str


@click.command("dates", epilog=EPILOG)
@click.argument("inputs", metavar="[FILE, FOLDER or -]...", nargs=-1)
@click.option(
    "-f", "--format", "form", type=click.Choice(list(FORMATS)), help="Default: by the suffix of -o, or table."
)
@options.output
@options.date("documents")
@options.language("Language of the documents; default: by their words.")
@options.own_rules
@options.quiet
@options.color("Colour in tables.")
def command(**options: Any) -> int:
    """List the date expressions of files, of all .txt files of folders, or of piped text.

    For each its words, the date in EDTF (ISO 8601), the days it covers, and how it was reckoned.
    """
    return dates(Request(**options))


def dates(request: Request) -> int:
    """Do what was asked, and give the exit code."""
    check_date(request.date)
    engine = loaded(load_dates, request.folders)
    language = None if request.lang == AUTO else known(request.lang, (AUTO, *engine.languages), "language")
    reader = Reader(engine.read, language, request.date, request.quiet)
    sources = list(find_sources(request.inputs or (PIPE,)))
    tally = Tally()
    return written(_render(request)(reader.read(sources, tally), _page(request)), request.output, tally, len(sources))


def load_dates(folders: Sequence[Path]) -> DateEngine:
    """What finds dates by the built-in rules and those of further folders."""
    from evtx.rules.loading import load_rules
    from evtx.rules.locate import builtin_rules

    rules = load_rules((builtin_rules(), *folders))
    gc.enable()
    return DateEngine(DateFinder(rules).read, dated_languages(rules))


def _render(request: Request) -> Callable[[Iterable[DatedDocument], Page], Iterator[str]]:
    guessed = "json" if request.output.lower().endswith(".json") else "table"
    return FORMATS[request.form or guessed]


def _page(request: Request) -> Page:
    terminal = request.output == STDOUT and to_terminal()
    return Page(page_width(os.environ, terminal), in_color(request.color, os.environ, terminal))
