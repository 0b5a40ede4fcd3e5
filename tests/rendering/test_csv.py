"""CSV has a row for each event, and no cell that a spreadsheet would run."""

from __future__ import annotations

import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from evtx.event import Extraction
from evtx.rendering.as_csv import cell, render
from evtx.rendering.page import Page

PAGE = Page()


def rows(extraction: Extraction, page: Page = PAGE) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO("".join(render([extraction], page)), newline="")))


def test_each_event_has_a_row_with_its_roles(extraction: Extraction) -> None:
    claim, attack, delivery, meeting = rows(extraction)
    assert (claim["id"], claim["type"], claim["speaker"]) == ("e1", "claim", "Elle [La ministre]")
    assert (claim["date"], claim["earliest"], claim["date_anchor"]) == ("2020-12-15", "2020-12-15", "text")
    assert (attack["target"], attack["killed"], attack["attacker"]) == ("Kafra", "quatre soldats", "[l'armée]")
    assert (attack["modality"], attack["polarity"]) == ("planned", "negative")
    assert (attack["according_to"], attack["attribution"]) == ("La ministre (denial)", "e1")
    assert delivery["date"] == "2020-12-07/2020-12-09"
    assert meeting["other"] == "guest: le maire"


def test_every_row_tells_its_document(extraction: Extraction) -> None:
    assert {(row["source"], row["language"], row["document_date"]) for row in rows(extraction)} == {
        ("a.txt", "fr", "2020-12")
    }


def test_only_wanted_types_have_rows(extraction: Extraction) -> None:
    assert [row["id"] for row in rows(extraction, Page(types=frozenset({"delivery"})))] == ["e3"]


def test_a_formula_is_text(extraction: Extraction) -> None:
    assert rows(extraction)[2]["cargo"] == "'=1+1"


@given(st.text(alphabet=st.sampled_from("=+-@＝\t\r\n a\x1b\u202e'\"")))
def test_no_cell_starts_a_formula_or_a_line(text: str) -> None:
    shown = cell(text)
    assert not shown.startswith(("=", "+", "-", "@", "＝", "\t"))
    assert not set(shown) & set("\n\r\t\x1b\u202e")
