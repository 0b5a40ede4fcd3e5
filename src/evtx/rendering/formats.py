"""The registry of output formats: one module each, imported only when it is used."""

from __future__ import annotations

import os
from importlib import import_module

from evtx.rendering.page import Renderer

FORMATS = {
    "table": "evtx.rendering.tables",
    "json": "evtx.rendering.as_json",
    "jsonl": "evtx.rendering.as_jsonl",
    "csv": "evtx.rendering.as_csv",
}
"""Names of formats, as users write them, and the modules whose `render` writes them."""

SUFFIXES = {"": "table", ".txt": "table", ".json": "json", ".jsonl": "jsonl", ".ndjson": "jsonl", ".csv": "csv"}
"""What the suffix of an output file asks for."""


def format_for(path: str) -> str | None:
    """The format that the suffix of an output file asks for, None when no format has it.

    >>> format_for("out/events.JSON"), format_for("events.html")
    ('json', None)
    """
    return SUFFIXES.get(os.path.splitext(path)[1].lower())


def renderer(name: str) -> Renderer:
    """The renderer of a format; KeyError when there is none of that name."""
    render: Renderer = import_module(FORMATS[name]).render
    return render
