"""`evtx schema`: the JSON Schemas of what is printed."""

from __future__ import annotations

import json

import click

from evtx.explaining.schema import explanation_schema
from evtx.rendering.schema import output_schema

SCHEMAS = {"extract": output_schema, "explain": explanation_schema}


@click.command("schema")
@click.argument("printed", metavar="[extract|explain]", type=click.Choice(list(SCHEMAS)), default="extract")
def command(printed: str) -> None:
    """Print the JSON Schema of what --format json writes, of `evtx extract` or of `evtx explain`.

    Each line of --format jsonl is what the schema of `extract` calls a document.
    """
    click.echo(json.dumps(SCHEMAS[printed](), indent=2))
