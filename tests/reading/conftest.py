"""The French header grammar, from the rule files themselves."""

from __future__ import annotations

import pytest
import yaml

from evtx.reading.header_grammar import HeaderGrammar
from evtx.rules.locate import builtin_rules


@pytest.fixture(scope="session")
def french() -> HeaderGrammar:
    files = (builtin_rules() / "fr" / name for name in ("header.yml", "dates.yml"))
    header, dates = (yaml.load(path.read_text("utf-8"), yaml.BaseLoader) for path in files)
    return HeaderGrammar.from_mappings(header, dates)
