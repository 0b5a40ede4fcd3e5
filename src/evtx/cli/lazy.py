"""Groups of commands that import a command's module when the command is asked for (click documents this use)."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any

import click

from evtx.cli.usage import known


class LazyGroup(click.Group):
    """A group whose commands are named by the modules that they are the `command` of."""

    def __init__(self, *args: Any, modules: Mapping[str, str], **options: Any) -> None:
        super().__init__(*args, **options)
        self._modules = modules

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Every name."""
        return list(self._modules)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name, None when there is none."""
        if cmd_name not in self._modules:
            return None
        command: click.Command = import_module(self._modules[cmd_name]).command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the arguments begin with; UsageProblem with the nearest one when there is none."""
        if args and not args[0].startswith("-"):
            known(args[0], list(self._modules), "command")
        return super().resolve_command(ctx, args)
