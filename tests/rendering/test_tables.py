"""Tables are for reading: complete, dated, attributed, within the width, and harmless."""

from __future__ import annotations

from typing import Any

import pytest

from evtx.event import Argument, Extraction
from evtx.rendering.page import Page
from evtx.rendering.tables import render

WIDTHS = [60, 80, 100, 150, 200]


def table(extraction: Extraction, **page: Any) -> str:
    return "".join(render([extraction], Page(**page)))


@pytest.mark.parametrize("width", WIDTHS)
def test_no_line_is_wider_than_the_page(width: int, extraction: Extraction) -> None:
    assert max(map(len, table(extraction, width=width).splitlines())) <= width


@pytest.mark.parametrize("width", WIDTHS)
def test_each_type_has_its_table_with_all_that_was_found(width: int, extraction: Extraction) -> None:
    output = table(extraction, width=width)
    words = " ".join(output.split())
    for title in ("a.txt · fr · dated 2020-12 (header)", "Claims (1)", "Attacks (1)", "Deliveries (1)", "Meeting (1)"):
        assert title in words
    for told in ("15 Dec 2020", "2020-12-15", "7–9 Dec 2020", "2020-12-07/", "2020-12-09*", "Kafra", "[l'armée]"):
        assert told in words
    for told in ("denial", "planned", "quatre soldats", "=1+1", "le maire"):
        assert told in words


def test_brackets_and_stars_are_explained_where_they_stand(extraction: Extraction) -> None:
    output = table(extraction)
    assert "[ ] supplied from elsewhere in the text" in output
    assert "* reckoned from" in output
    plain = extraction._replace(events=extraction.events[3:])
    assert "supplied" not in table(plain)
    assert "reckoned" not in table(plain)


def test_attacks_say_according_to_whom_even_when_claims_are_not_shown(extraction: Extraction) -> None:
    output = table(extraction, types=frozenset({"attack"}))
    assert "According to" in output
    assert "La ministre (denial)" in output
    assert "Claims" not in output


def test_who_comes_before_what(extraction: Extraction) -> None:
    titles = next(line for line in table(extraction).splitlines() if "Claim" in line and "When" in line).split()
    assert titles[:3] == ["When", "Who", "Claim"]


def test_brackets_of_the_text_itself_are_not_explained(extraction: Extraction) -> None:
    quoted = Argument("content", "[sic] nothing", 0, 13)
    assert "supplied" not in table(extraction._replace(events=(extraction.events[0]._replace(arguments=(quoted,)),)))


@pytest.mark.parametrize("width", WIDTHS)
def test_a_quotation_cut_short_is_closed_for_the_eye(width: int, extraction: Extraction) -> None:
    cut = Argument("content", "l'avion « est parti", 0, 19)
    event = extraction.events[0]._replace(arguments=(cut,))
    assert "l'avion « est parti »" in table(extraction._replace(events=(event,)), width=width)


def test_an_event_that_did_not_happen_says_so(extraction: Extraction) -> None:
    assert "planned, did not happen" in table(extraction, width=100)


def test_nothing_found_is_said(extraction: Extraction) -> None:
    assert "no events found" in table(extraction._replace(events=()))


def test_piped_text_has_no_colour_and_a_terminal_has(extraction: Extraction) -> None:
    assert "\x1b[" not in table(extraction)
    assert "\x1b[" in table(extraction, color=True)


def test_markup_and_escape_sequences_in_the_text_are_shown_not_obeyed(extraction: Extraction) -> None:
    nasty = Argument("speaker", "[red]\x1b[31mX\x07\u202e\n:smile:", 0, 5)
    output = table(extraction._replace(events=(extraction.events[0]._replace(arguments=(nasty,)),)))
    assert "[red]␛[31mX␇<U+202E> :smile:" in output
    assert "\x1b" not in output


def test_documents_stand_apart_under_their_names(extraction: Extraction) -> None:
    output = "".join(render([extraction, extraction._replace(source="-")], Page()))
    assert "\n\nstandard input · fr" in output
