"""A date is read as people type it, as finely as they type it, or refused."""

from __future__ import annotations

import pytest

from evtx.reading.typed_date import TypedDateError, read_typed_date


@pytest.mark.parametrize(
    ("typed", "edtf"),
    [
        ("2020-12-16", "2020-12-16"),
        ("2020-12-16T18:42:00Z", "2020-12-16"),
        ("2020-12", "2020-12"),
        ("2020", "2020"),
        ("16/12/2020", "2020-12-16"),
        ("4/5/2023", "2023-05-04"),
        ("12/16/2020", "2020-12-16"),
        ("mardi 15 décembre 2020", "2020-12-15"),
        ("le 15 décembre 2020 à 18h30", "2020-12-15"),
        ("décembre 2020", "2020-12"),
        ("December 2020", "2020-12"),
        ("Dec. 18, 2018", "2018-12-18"),
    ],
)
def test_what_people_type_is_read_as_finely_as_typed(typed: str, edtf: str) -> None:
    date = read_typed_date(typed)
    assert (date.edtf, date.anchor, date.text) == (edtf, "option", typed)


@pytest.mark.parametrize(
    "typed",
    ["", " ", "hier", "yesterday", "15 décembre", "lundi", "2020-13", "2020-00", "2020-02-30", "0000", "soon", "\x1b["],
)
def test_what_is_no_date_with_a_year_is_refused(typed: str) -> None:
    with pytest.raises(TypedDateError, match="cannot be read as a date") as caught:
        read_typed_date(typed)
    assert "2020-12-16" in caught.value.help
