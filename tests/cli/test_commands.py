"""Help, version and schema, and arguments that name no command."""

from __future__ import annotations

import json

import click
import pytest

from evtx.cli.commands import COMMANDS, evtx, with_command
from evtx.version import VERSION

from .conftest import Evtx


def test_the_version_is_told(evtx: Evtx) -> None:
    assert evtx("--version") == (0, f"evtx {VERSION}\n", "")


def test_without_anything_to_read_there_is_help() -> None:
    assert with_command([], piped=False) == ["--help"]
    assert with_command([], piped=True) == ["extract"]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_for_itself_and_each_option(name: str) -> None:
    command = evtx.get_command(click.Context(evtx), name)
    assert command is not None
    assert command.help
    assert all(option.help for option in command.params if isinstance(option, click.Option))


def test_an_unknown_name_is_taken_for_a_file(evtx: Evtx) -> None:
    assert "exract: there is no such file" in evtx("exract").err


def test_the_schema_is_json(evtx: Evtx) -> None:
    assert json.loads(evtx("schema").out)["title"] == "evtx output"
