"""The French date grammar of the rule files, and a short way to read a text with it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from evtx.event import DateValue
from evtx.reading.typed_date import read_typed_date
from evtx.times.grammar import DateGrammar, compiled_grammar
from evtx.times.resolver import read_dates

RULES = Path(__file__).parents[2] / "rules" / "fr" / "dates.yml"

Read = Callable[..., tuple[DateValue, ...]]


@pytest.fixture(scope="session")
def mapping() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load(RULES.read_text("utf-8"))
    return loaded


@pytest.fixture(scope="session")
def grammar(mapping: dict[str, Any]) -> DateGrammar:
    return compiled_grammar(mapping)


@pytest.fixture(scope="session")
def read(grammar: DateGrammar) -> Read:
    """Reads a text; the document's date is given as typed, None when there is none."""

    def reading(text: str, dct: str | None = "2020-12-16", **more: Any) -> tuple[DateValue, ...]:
        return read_dates(text, grammar, None if dct is None else read_typed_date(dct), **more)

    return reading
