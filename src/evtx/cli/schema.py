"""`evtx schema`: the JSON Schema of the output."""

from __future__ import annotations

import json

import click

from evtx.rendering.schema import output_schema


@click.command("schema")
def command() -> None:
    """Print the JSON Schema of what --format json writes.

    Each line of --format jsonl is what this schema calls a document.
    """
    click.echo(json.dumps(output_schema(), indent=2))
