"""From folders of rule files to rules; what was checked once comes from the cache, without reading YAML."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from evtx.rules.cache import read_cached, write_cached
from evtx.rules.diagnostics import RuleFileError
from evtx.rules.sources import load_sources

if TYPE_CHECKING:
    from pathlib import Path

    from evtx.rules.checking import Loaded
    from evtx.rules.model import RuleExamples, RuleSet


def load_rules(folders: Sequence[Path]) -> RuleSet:
    """The rules of these folders; a later one adds to those before it and overrides them by id.

    RuleFileError lists all problems of all files.
    """
    sources = load_sources(folders)
    cached = read_cached(sources)
    if cached is not None:
        return cached
    from evtx.rules.checking import check_sources

    rules = _sound(check_sources(sources)).rules
    write_cached(sources, rules)
    return rules


def load_examples(folders: Sequence[Path]) -> tuple[RuleExamples, ...]:
    """The examples of all rules of these folders, in the order of the rules; RuleFileError as for `load_rules`."""
    return _sound(load_sound(folders)).examples


def load_sound(folders: Sequence[Path]) -> Loaded:
    """The rules and examples of the files that are sound, and the problems of those that are left out."""
    from evtx.rules.checking import check_sources

    return check_sources(load_sources(folders))


def _sound(loaded: Loaded) -> Loaded:
    if loaded.diagnostics:
        raise RuleFileError(loaded.diagnostics)
    return loaded
