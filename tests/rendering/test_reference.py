"""The output reference describes every field, column and value that the program writes."""

from __future__ import annotations

from pathlib import Path

import pytest

from evtx.rendering.as_csv import COLUMNS, ROLES
from evtx.rendering.schema import output_schema

REFERENCE = (Path(__file__).parents[2] / "docs" / "output.md").read_text("utf-8")


def fields() -> list[str]:
    schema = output_schema()
    parts = [schema, *schema["$defs"].values()]
    return sorted({name for part in parts for name in part["properties"]})


@pytest.mark.parametrize("name", fields())
def test_every_field_is_described(name: str) -> None:
    assert f"`{name}`" in REFERENCE


@pytest.mark.parametrize("name", [name for name in COLUMNS if name not in ROLES])
def test_every_column_is_described(name: str) -> None:
    assert f"`{name}`" in REFERENCE


def test_every_role_modality_and_anchor_is_described() -> None:
    definitions = output_schema()["$defs"]
    modalities = definitions["event"]["properties"]["modality"]["enum"]
    anchors = definitions["date"]["properties"]["anchor"]["enum"]
    assert [name for name in (*ROLES, *modalities, *anchors) if f"`{name}`" not in REFERENCE] == []
