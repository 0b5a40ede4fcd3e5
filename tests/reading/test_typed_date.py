"""A date is read as people type it, as finely as they type it, or refused."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys

import pytest
from dateparser.date import DateDataParser
from hypothesis import given, settings
from hypothesis import strategies as st

from evtx.reading.typed_date import TypedDateError, read_typed_date

READ = [
    ("2020-12-16", "2020-12-16"),
    ("2020-12-16T18:42:00Z", "2020-12-16"),
    ("2020-12-16 10:30", "2020-12-16"),
    ("2020-12-16T10:00:00+01:00", "2020-12-16"),
    ("2020-12", "2020-12"),
    ("12/2020", "2020-12"),
    ("2020", "2020"),
    ("20201216", "2020-12-16"),
    ("16/12/2020", "2020-12-16"),
    (" 16/12/2020 ", "2020-12-16"),
    ("16.12.2020", "2020-12-16"),
    ("16/12/2020 18:30", "2020-12-16"),
    ("4/5/2023", "2023-05-04"),
    ("12/16/2020", "2020-12-16"),
    ("mardi 15 décembre 2020", "2020-12-15"),
    ("le mardi 15 décembre 2020", "2020-12-15"),
    ("mar. 15 déc. 2020", "2020-12-15"),
    ("le 15 décembre 2020 à 18h30", "2020-12-15"),
    ("16 mars 2020", "2020-03-16"),
    ("décembre 2020", "2020-12"),
    ("1er janvier 2021", "2021-01-01"),
    ("December 2020", "2020-12"),
    ("December 16th, 2020", "2020-12-16"),
    ("Dec. 18, 2018", "2018-12-18"),
    ("Wed, 16 Dec 2020 10:00:00 +0100", "2020-12-16"),
]


@pytest.mark.parametrize(("typed", "edtf"), READ)
def test_what_people_type_is_read_as_finely_as_typed(typed: str, edtf: str) -> None:
    date = read_typed_date(typed)
    assert (date.edtf, date.anchor, date.text) == (edtf, "option", typed)


NONE = ["", " ", "hier", "yesterday", "15 décembre", "16 décembre", "lundi", "2020-13", "2020-00", "2020-02-30", "0000"]
FALSE = [
    "soon",
    "\x1b[",
    "31/02/2020",
    "32/13/2020",
    "abc",
    "x" * 99,
    "2020 " * 40,
    "18 2020",
    "il y a 3 ans",
    "demain",
]


@pytest.mark.parametrize("typed", NONE + FALSE)
def test_what_is_no_date_with_a_year_is_refused(typed: str) -> None:
    with pytest.raises(TypedDateError, match="cannot be read as a date") as caught:
        read_typed_date(typed)
    assert "2020-12-16" in caught.value.help


@pytest.mark.parametrize(
    "typed", ["lundi 16 décembre 2020", "le mardi 16 décembre 2020", "Monday 16 December 2020", "Tue, 16 Dec 2020"]
)
def test_another_weekday_is_a_contradiction(typed: str) -> None:
    with pytest.raises(TypedDateError, match="2020-12-16 is another day of the week"):
        read_typed_date(typed)


@settings(max_examples=60, deadline=None)
@given(day=st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31)))
def test_figures_agree_with_dateparser(day: dt.date) -> None:
    found = read_typed_date(f"{day.day:02d}/{day.month:02d}/{day.year}")
    reader = DateDataParser(languages=["fr"], settings={"DATE_ORDER": "DMY"})
    theirs = reader.get_date_data(f"{day.day:02d}/{day.month:02d}/{day.year}").date_obj
    assert theirs is not None
    assert found.earliest == found.latest == theirs.date()


def test_figures_do_not_load_dateparser() -> None:
    code = (
        "import sys; from evtx.reading.typed_date import read_typed_date as read; import evtx.times.resolver;"
        "read('2020-12'); read('16/12/2020'); sys.exit('dateparser' in sys.modules or 'babel' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", code], env={"PYTHONPATH": ":".join(sys.path)}, check=False)
    assert run.returncode == 0
