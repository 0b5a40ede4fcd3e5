"""Every format is in the registry and can be written."""

from __future__ import annotations

import pytest

from evtx.event import Extraction
from evtx.rendering.formats import FORMATS, SUFFIXES, format_for, renderer
from evtx.rendering.page import Page


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_writes_every_document(name: str, extraction: Extraction) -> None:
    assert "".join(renderer(name)([extraction, extraction], Page())).count("a.txt") >= 2


def test_suffixes_name_formats_that_exist() -> None:
    assert set(SUFFIXES.values()) <= set(FORMATS)
    assert format_for("events.xlsx") is None
