"""What the commands need of the rest of evtx, loaded when a command runs."""

from __future__ import annotations

import gc
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from evtx.document import Document
from evtx.event import Extraction


class Engine(NamedTuple):
    """Something that reads documents, with the event types and languages that its rules know."""

    extract: Callable[[Document], Extraction]
    types: tuple[str, ...]
    languages: tuple[str, ...]


LoadEngine = Callable[[Sequence[Path]], Engine]
"""Loads the rules, with those of further folders added, and makes an engine of them; RuleFileError as of the loader."""


def load_engine(folders: Sequence[Path]) -> Engine:
    """The engine with the built-in rules and those of further folders."""
    from evtx import load_rules
    from evtx.languages import readable_languages
    from evtx.pipeline import Extractor

    rules = load_rules(folders)
    types = tuple(event.id for event in rules.events)
    gc.freeze()
    gc.enable()
    return Engine(Extractor(rules).extract, types, tuple(readable_languages(rules)))
