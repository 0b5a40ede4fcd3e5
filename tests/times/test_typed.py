"""What people type for a date, and what they do not mean."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys

import pytest
from dateparser.date import DateDataParser
from hypothesis import given, settings
from hypothesis import strategies as st

from evtx.times.typed import parse_typed_date

READ = {
    "2020-12-16": "2020-12-16",
    "2020-12": "2020-12",
    "12/2020": "2020-12",
    "2020": "2020",
    " 16/12/2020 ": "2020-12-16",
    "16.12.2020": "2020-12-16",
    "20201216": "2020-12-16",
    "2020-12-16T10:00:00Z": "2020-12-16",
    "2020-12-16 10:30": "2020-12-16",
    "16 décembre 2020": "2020-12-16",
    "mercredi 16 décembre 2020": "2020-12-16",
    "décembre 2020": "2020-12",
    "1er janvier 2021": "2021-01-01",
    "December 16th, 2020": "2020-12-16",
    "Wed, 16 Dec 2020 10:00:00 +0100": "2020-12-16",
}


@pytest.mark.parametrize(("typed", "value"), READ.items())
def test_a_date_is_as_exact_as_it_was_typed(typed: str, value: str) -> None:
    found = parse_typed_date(typed)
    assert found is not None
    assert (found.edtf, found.text, found.anchor) == (value, typed, "option")


@pytest.mark.parametrize(
    "typed", ["", "demain", "hier", "16 décembre", "2020-13", "31/02/2020", "0000", "abc", "x" * 99]
)
def test_what_is_no_whole_date_is_none(typed: str) -> None:
    assert parse_typed_date(typed) is None


@settings(max_examples=60, deadline=None)
@given(day=st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31)))
def test_figures_agree_with_dateparser(day: dt.date) -> None:
    typed = f"{day.day:02d}/{day.month:02d}/{day.year}"
    found = parse_typed_date(typed)
    theirs = DateDataParser(languages=["fr"], settings={"DATE_ORDER": "DMY"}).get_date_data(typed).date_obj
    assert found is not None
    assert theirs is not None
    assert found.earliest == found.latest == theirs.date()


def test_figures_do_not_load_dateparser() -> None:
    code = (
        "import sys; from evtx.times.typed import parse_typed_date as p; import evtx.times.resolver;"
        "p('2020-12'); p('16/12/2020'); sys.exit('dateparser' in sys.modules or 'babel' in sys.modules)"
    )
    assert (
        subprocess.run([sys.executable, "-c", code], env={"PYTHONPATH": ":".join(sys.path)}, check=False).returncode
        == 0
    )
