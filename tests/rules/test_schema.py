"""The schemas that editors read say what the declarations say, and the built-in files keep to them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from evtx.rules.declarations import DECLARATIONS
from evtx.rules.diagnostics import Problems
from evtx.rules.locate import builtin_rules
from evtx.rules.positions import decode, plain, read_nodes
from evtx.rules.schema import FILES, schemas
from evtx.rules.sources import Source, load_sources

FOLDER = builtin_rules() / "schema"
SOURCES = [source for source in load_sources([builtin_rules()]) if source.kind != "stray"]
EXAMPLE = load_sources([Path(__file__).parents[2] / "docs" / "arrests"])


def kind_of(source: Source) -> str:
    return f"language-{source.name}" if source.kind == "language" else source.kind


def written(source: Source) -> Any:
    problems = Problems(source.path)
    root = read_nodes(decode(source.content or b"", problems) or "", problems)
    assert root is not None
    return plain(root)


def valid(value: object, kind: str) -> bool:
    return bool(jsonschema.Draft202012Validator(schemas()[kind]).is_valid(value))


def test_the_written_schemas_are_those_of_the_declarations() -> None:
    """Mend with `python -m scripts.build_schemas`."""
    assert {path.stem: json.loads(path.read_text("utf-8")) for path in FOLDER.glob("*.json")} == schemas()


@pytest.mark.parametrize("kind", FILES)
def test_each_is_a_schema_and_describes_every_key(kind: str) -> None:
    jsonschema.Draft202012Validator.check_schema(schemas()[kind])
    properties = schemas()[kind]["properties"]
    assert all(properties[key.name]["description"] == key.help for key in DECLARATIONS[FILES[kind]])


@pytest.mark.parametrize("source", [*SOURCES, *EXAMPLE], ids=lambda source: "/".join(Path(source.path).parts[-2:]))
def test_rule_files_keep_to_their_schema(source: Source) -> None:
    jsonschema.validate(written(source), schemas()[kind_of(source)])


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: "/".join(Path(source.path).parts[-2:]))
def test_each_built_in_file_names_its_schema(source: Source) -> None:
    """Mend with `python -m scripts.build_schemas`."""
    path = Path(source.path)
    mark, _, schema = path.read_text("utf-8").partition("\n")[0].partition("=")
    assert mark == "# yaml-language-server: $schema"
    assert (path.parent / schema).resolve() == (FOLDER / f"{kind_of(source)}.json").resolve()


FRAME = {"id": "fr.attack.x", "summary": "X.", "subtype": "attack"}
RULES = {"language": "fr", "event": "attack", "frames": [FRAME]}


def test_a_schema_knows_a_mistake() -> None:
    assert valid(RULES, "rules")
    assert not valid({**RULES, "frame": []}, "rules")
    assert not valid({**RULES, "frames": [{"id": "fr.attack.x"}]}, "rules")
    assert valid({**RULES, "frames": [{**FRAME, "modality": "planned"}]}, "rules")
    assert not valid({**RULES, "frames": [{**FRAME, "modality": "planed"}]}, "rules")


def test_what_yaml_makes_of_a_text_is_allowed() -> None:
    family = {"id": "fr.x", "summary": "X.", "reads": "calendar", "match": "{day}", "alone": False}
    assert valid({"language": "fr", "short_years": 1950, "words": {}, "families": [family]}, "language-dates")
