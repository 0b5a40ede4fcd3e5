"""The commands by name, and how arguments find theirs."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click

from evtx.cli import messages
from evtx.cli.engine import LoadEngine, load_engine
from evtx.cli.lazy import LazyGroup
from evtx.version import VERSION

COMMANDS = {
    "extract": "evtx.cli.extract",
    "explain": "evtx.cli.explain",
    "dates": "evtx.cli.dates",
    "rules": "evtx.cli.rules",
    "score": "evtx.cli.score",
    "schema": "evtx.cli.schema",
}
"""Names of commands, and the modules whose `command` they are."""

DEFAULT = "extract"
_USAGE_HELP = "evtx --help shows the commands, evtx COMMAND --help what each understands"
_OWN_OPTIONS = ("--help", "-h", "--version")


@click.command(cls=LazyGroup, modules=COMMANDS, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(VERSION, prog_name="evtx", message="%(prog)s %(version)s")
def evtx() -> None:
    """Find claims, attacks and deliveries, with their dates, in news text.

    `extract` is the default: `evtx article.txt`, `evtx FOLDER` and `cat article.txt | evtx` all extract events.
    """


def with_command(arguments: Sequence[str], piped: bool) -> list[str]:
    """The arguments with the default command put in where they name none; help when there is nothing to read.

    >>> with_command(["article.txt"], False), with_command([], True), with_command([], False)
    (['extract', 'article.txt'], ['extract'], ['--help'])
    """
    if not arguments and not piped:
        return ["--help"]
    if arguments and arguments[0] in (*COMMANDS, *_OWN_OPTIONS):
        return list(arguments)
    return [DEFAULT, *arguments]


def run(arguments: Sequence[str], load: LoadEngine = load_engine) -> int:
    """The exit code of the command that the arguments ask for; a usage error is told on stderr and gives 2."""
    piped = sys.stdin is not None and not sys.stdin.isatty()
    try:
        with evtx.make_context("evtx", with_command(arguments, piped), obj=load) as context:
            code = evtx.invoke(context)
    except click.exceptions.Exit as left:
        return left.exit_code
    except click.ClickException as failure:
        messages.error(failure.format_message(), getattr(failure, "help", _USAGE_HELP))
        return failure.exit_code
    return code if isinstance(code, int) else 0
