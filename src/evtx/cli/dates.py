"""`evtx dates`: every date expression of a text, what it means and why."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import click

from evtx.cli.documents import Reader, Tally
from evtx.cli.extract import AUTO, INTERRUPTED, check_date, loaded
from evtx.cli.messages import say
from evtx.cli.output import STDOUT, writing
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
@click.option("-o", "--output", default=STDOUT, metavar="FILE", help="Write to a file; it appears only when whole.")
@click.option("--date", metavar="DATE", help="Day, month or year of the documents: 2020-12-16, 2020-12, '16 May 2020'.")
@click.option("--lang", default=AUTO, metavar="auto|fr", help="Language of the documents; default: by their words.")
@click.option("--rules", "folders", multiple=True, metavar="FOLDER", help="Add rules, or replace some by their ids.")
@click.option("-q", "--quiet", is_flag=True, help="Errors only, no warnings.")
@click.option("--color", type=click.Choice([AUTO, "always", "never"]), default=AUTO, help="Colour in tables.")
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
    try:
        with writing(request.output) as write:
            for piece in _render(request)(reader.read(sources, tally), _page(request)):
                write(piece)
    except KeyboardInterrupt:
        kept = "" if request.output == STDOUT else f"; {request.output} was not written"
        say(f"evtx: interrupted after {tally.done} of {len(sources)} inputs{kept}")
        return INTERRUPTED
    return tally.exit_code(())


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
