"""The rules as they are shipped, read once."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from evtx.language.lexicon import Lexicon
from evtx.names.gazetteer import Gazetteer
from evtx.names.nouns import NounTypes

RULES = Path(__file__).parents[2] / "rules"


def read(path: Path) -> Mapping[str, Any]:
    loaded: Mapping[str, Any] = yaml.safe_load(path.read_text("utf-8"))
    return loaded


@pytest.fixture(scope="session")
def name_files() -> Mapping[str, Mapping[str, Any]]:
    return {path.name: read(path) for path in sorted((RULES / "names").glob("*.yml"))}


@pytest.fixture(scope="session")
def french_names() -> Mapping[str, Any]:
    return read(RULES / "fr" / "names.yml")


@pytest.fixture(scope="session")
def gazetteer(name_files: Mapping[str, Mapping[str, Any]], french_names: Mapping[str, Any]) -> Gazetteer:
    return Gazetteer.from_mappings([*name_files.values(), french_names], str(RULES / "names" / "places.marisa"))


@pytest.fixture(scope="session")
def noun_types(french_names: Mapping[str, Any]) -> NounTypes:
    return NounTypes.from_mapping(french_names)


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return Lexicon.open(RULES / "fr")


@pytest.fixture(scope="session")
def leaf_types() -> frozenset[str]:
    return frozenset(read(RULES / "events.yml")["types"]["leaves"].split())
