"""`evtx rules`: the rule author's bench, one file per command."""

from __future__ import annotations

import click

from evtx.cli.lazy import LazyGroup

COMMANDS = {
    "list": "evtx.cli.rules.list",
    "show": "evtx.cli.rules.show",
    "new": "evtx.cli.rules.new",
    "mark": "evtx.cli.rules.mark",
    "check": "evtx.cli.rules.check",
    "test": "evtx.cli.rules.test",
}
"""Names of commands, and the modules whose `command` they are."""


@click.group("rules", cls=LazyGroup, modules=COMMANDS, invoke_without_command=True)
@click.pass_context
def command(context: click.Context) -> None:
    """See, write and test rules.

    Every command reads the built-in rules, and with `--rules FOLDER` your own beside them.
    """
    if context.invoked_subcommand is None:
        click.echo(context.get_help())
