"""Dates and attributions read as people would say them."""

from __future__ import annotations

import datetime as dt

import pytest

from evtx.event import DateValue, Extraction
from evtx.rendering.wording import named, readable, standing, voices


def day(written: str | None) -> dt.date | None:
    return dt.date.fromisoformat(written) if written else None


@pytest.mark.parametrize(
    ("edtf", "earliest", "latest", "said"),
    [
        ("2020-12-15", "2020-12-15", "2020-12-15", "15 Dec 2020"),
        ("2020-12-07/2020-12-09", "2020-12-07", "2020-12-09", "7–9 Dec 2020"),
        ("2020-11-28/2020-12-03", "2020-11-28", "2020-12-03", "28 Nov – 3 Dec 2020"),
        ("2020-12-28/2021-01-03", "2020-12-28", "2021-01-03", "28 Dec 2020 – 3 Jan 2021"),
        ("2020-10", "2020-10-01", "2020-10-31", "Oct 2020"),
        ("2020-10/2020-12", "2020-10-01", "2020-12-31", "Oct – Dec 2020"),
        ("2020", "2020-01-01", "2020-12-31", "2020"),
        ("199X", "1990-01-01", "1999-12-31", "1990–1999"),
        ("2020-12~", "2020-12-01", "2020-12-31", "about Dec 2020"),
        ("2020-12-15/..", "2020-12-15", None, "since 15 Dec 2020"),
        ("2024-01/..", "2024-01-01", None, "since Jan 2024"),
        ("../2020", None, "2020-12-31", "until 2020"),
        ("XXXX-12-15", None, None, "not settled"),
    ],
)
def test_dates_are_readable(edtf: str, earliest: str | None, latest: str | None, said: str) -> None:
    assert readable(DateValue(edtf, day(earliest), day(latest), "day", "", 0, 0, "text")) == said


def test_a_masked_year_is_said_to_be_unknown() -> None:
    masked = DateValue("XXXX-12-15", day("1992-12-15"), day("2020-12-15"), "day", "", 0, 0, "weekday")
    assert readable(masked._replace(note="year_unknown")) == "15 Dec, year unknown"


def test_what_other_words_supply_stands_in_brackets(extraction: Extraction) -> None:
    claim, attack, *_ = extraction.events
    assert named(claim.arguments[0]) == "Elle [La ministre]"
    assert named(attack.arguments[0]) == "[l'armée]"


def test_what_plainly_happened_needs_no_word(extraction: Extraction) -> None:
    claim, attack, *_ = extraction.events
    assert standing(claim) == ()
    assert standing(attack) == ("planned", "did not happen")
    assert standing(claim._replace(polarity="negative")) == ("not said",)


def test_voices_are_the_speakers_of_the_claims_around(extraction: Extraction) -> None:
    claim, attack, *_ = extraction.events
    assert voices(attack, {"e1": claim}) == ("La ministre (denial)",)
    assert voices(attack, {"e1": claim._replace(arguments=(), subtype="statement")}) == ("unnamed source",)
    assert voices(attack, {}) == ()
