"""`evtx extract`: the main job, from files, folders or a pipe to tables or data."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import click

from evtx.cli import options
from evtx.cli.documents import Reader, Tally, written
from evtx.cli.engine import LoadEngine
from evtx.cli.options import AUTO
from evtx.cli.output import STDOUT
from evtx.cli.terminal import in_color, page_width, to_terminal
from evtx.cli.usage import RuleProblem, UsageProblem, known, split_list
from evtx.reading.sources import PIPE, find_sources
from evtx.rendering.formats import FORMATS, format_for, renderer
from evtx.rendering.page import Page

T = TypeVar("T")

EPILOG = """\b
Exit codes:
  0    done, whether events were found or not
  1    there are events of a type named with --fail-on
  2    the command was not understood, or the output cannot be written
  3    a rule file has an error
  5    an input could not be read; the others were done
  70   a bug in evtx
  130  interrupted
"""


class Request(NamedTuple):
    """What the arguments ask for, as written."""

    inputs: tuple[str, ...]
    form: str | None
    output: str
    date: str | None
    lang: str
    types: tuple[str, ...]
    folders: tuple[str, ...]
    fail_on: tuple[str, ...]
    quiet: bool
    color: str


@click.command("extract", epilog=EPILOG)
@click.argument("inputs", metavar="[FILE, FOLDER or -]...", nargs=-1)
@click.option(
    "-f", "--format", "form", type=click.Choice(list(FORMATS)), help="Default: by the suffix of -o, or table."
)
@options.output
@options.date("documents")
@options.language("Language of the documents; default: by their words.")
@click.option("--type", "types", multiple=True, metavar="TYPE,...", help="Show only claim, attack or delivery.")
@options.own_rules
@click.option("--fail-on", multiple=True, metavar="TYPE,...", help="Exit with 1 when there are events of this type.")
@options.quiet
@options.color("Colour in tables.")
@click.pass_obj
def command(load: LoadEngine, /, **options: Any) -> int:
    """Find events in files, in all .txt files of folders, or in piped text.

    The output goes to stdout, everything else there is to say to stderr.
    """
    return extract(Request(**options), load)


def extract(request: Request, load: LoadEngine) -> int:
    """Do what was asked, and give the exit code."""
    render = renderer(_form(request))
    check_date(request.date)
    engine = loaded(load, request.folders)
    shown = [known(name, engine.types, "event type") for name in split_list(request.types)]
    failing = [known(name, engine.types, "event type") for name in split_list(request.fail_on)]
    language = None if request.lang == AUTO else known(request.lang, (AUTO, *engine.languages), "language")
    reader = Reader(engine.extract, language, request.date, request.quiet)
    sources = list(find_sources(request.inputs or (PIPE,)))
    tally = Tally()
    pieces = render(reader.read(sources, tally), _page(request, frozenset(shown) or None))
    return written(pieces, request.output, tally, len(sources), failing)


def _form(request: Request) -> str:
    if request.form:
        return request.form
    form = "table" if request.output == STDOUT else format_for(request.output)
    if form is None:
        formats = ", ".join(FORMATS)
        raise UsageProblem(f"no format is known for {request.output}", f"name one with --format: {formats}")
    return form


def check_date(typed: str | None) -> None:
    """UsageProblem when what was typed for the documents' date is none."""
    if typed is None:
        return
    from evtx.reading.typed_date import TypedDateError, read_typed_date

    try:
        read_typed_date(typed)
    except TypedDateError as failure:
        raise UsageProblem(f"--date {failure}", failure.help) from failure


def loaded(load: Callable[[Sequence[Path]], T], folders: Sequence[str]) -> T:
    """What is loaded with the rules of further folders; UsageProblem or RuleProblem when they cannot be used."""
    from evtx.rules.diagnostics import RuleFileError

    for folder in folders:
        if not os.path.isdir(folder):
            wrong = "is not a folder" if os.path.exists(folder) else "there is no such folder"
            raise UsageProblem(f"--rules {folder}: {wrong}", "name a folder that holds rule files")
    try:
        return load([Path(folder) for folder in folders])
    except RuleFileError as failure:
        raise RuleProblem(f"rules cannot be used\n\n{failure}\n") from failure


def _page(request: Request, types: frozenset[str] | None) -> Page:
    terminal = request.output == STDOUT and to_terminal()
    return Page(page_width(os.environ, terminal), in_color(request.color, os.environ, terminal), types)
