"""What a date is reckoned from: the document, a dated speech, the date told before, or the weekdays alone."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from evtx.event import DateValue

ARTICLE = (
    "Le porte-parole a mis en garde le mardi 15 décembre contre un blocus. Un cargo avait accosté au début de la "
    "semaine dernière. Un autre était venu en octobre dernier. Le groupe a revendiqué ce mercredi 16 décembre une "
    "embuscade, trois ans après l'assassinat de son chef, le 3 janvier dernier."
)
VALUES = ["2020-12-15", "2020-12-07/2020-12-09", "2020-10", "2020-12-16", "2020-01-03"]


@pytest.mark.parametrize("dct", ["2020-12", "2020-12-16"])
def test_a_month_is_as_good_as_a_day_when_the_text_names_its_own(dct: str, read: Any) -> None:
    assert [value.edtf for value in read(ARTICLE, dct)] == VALUES


def test_without_any_date_every_year_that_the_weekdays_allow_is_given(read: Any) -> None:
    found = read(ARTICLE, None)
    assert [value.edtf for value in found] == [
        "XXXX-12-15",
        "XXXX-12-07/XXXX-12-09",
        "XXXX-10",
        "XXXX-12-16",
        "XXXX-01-03",
    ]
    assert all(right in value.alternatives for value, right in zip(found, VALUES, strict=True))
    assert found[0].alternatives == tuple(f"{year}-12-15" for year in (1992, 1998, 2009, 2015, 2020, 2026))
    assert {value.note for value in found} == {"year_unknown"}


def test_dates_on_both_sides_of_a_leap_day_narrow_one_another(read: Any) -> None:
    found = read("Le pont a sauté le vendredi 3 janvier, la digue le mardi 15 décembre.", None)
    assert found[0].alternatives == ("1992-01-03", "2020-01-03")


def test_a_month_stays_an_interval_where_nothing_narrows_it(read: Any) -> None:
    value = read("Un pont a sauté hier.", "2020-12")[0]
    assert (value.earliest, value.latest, value.anchor) == (dt.date(2020, 11, 30), dt.date(2020, 12, 30), "dct")


def test_a_month_is_narrowed_to_what_follows_the_last_day_told_of(read: Any) -> None:
    assert read("Le 10 décembre, un pont a sauté ; hier, une digue.", "2020-12")[1].edtf == "2020-12-09/2020-12-30"


def test_yesterday_beside_a_date_tells_the_day_of_writing(read: Any) -> None:
    found = read("Un pont a sauté hier, mardi 15 décembre. Une digue cède aujourd'hui.", "2020-12")
    assert [value.edtf for value in found] == ["2020-12-15", "2020-12-15", "2020-12-16"]


@pytest.mark.parametrize("words", ["hier", "mardi", "la semaine dernière", "en octobre dernier", "il y a deux ans"])
def test_nothing_is_made_up_where_there_is_nothing_to_reckon_from(words: str, read: Any) -> None:
    value = read(f"Un pont a sauté {words}.", None)[0]
    assert (value.earliest, value.latest, value.note, value.anchor) == (None, None, "unresolved", "none")


def test_words_within_a_dated_speech_are_reckoned_from_it(read: Any) -> None:
    text = "Le 3 mars 2019, il a dit : « Le pont a sauté hier. » Un autre a sauté hier."
    day = dt.date(2019, 3, 3)
    spoken = DateValue("2019-03-03", day, day, "day", "", 0, 0, "text")
    found = read(text, speech=[(text.index("«"), text.index("»"), spoken)])
    assert [(value.edtf, value.anchor) for value in found] == [
        ("2019-03-03", "text"),
        ("2019-03-02", "speech"),
        ("2020-12-15", "dct"),
    ]


def test_the_day_after_is_not_reckoned_from_another_s_quotation(read: Any) -> None:
    text = "Le 3 mars 2019, il a dit : « Le pont a sauté le 5 mai 2018. » Le lendemain, il se tut."
    quotation = (text.index("«"), text.index("»") + 1)
    assert read(text, quotations=[quotation])[-1].edtf == "2019-03-04"
    assert read(text)[-1].edtf == "2018-05-06"


def test_the_day_after_follows_what_happened_and_not_what_was_said(read: Any) -> None:
    text = "Dix soldats sont morts dans une embuscade dimanche, a annoncé mardi l'armée. Le lendemain, un pont a sauté."
    assert read(text, "2024-03-12")[-1].edtf == "2024-03-11"


def test_days_are_counted_from_the_date_told_before(read: Any) -> None:
    found = read(
        "Le cargo quitte Kessel le 3 décembre et coule, quatre jours plus tard, au large de Bara.", "2020-01-22"
    )
    assert [(value.edtf, value.anchor) for value in found] == [("2019-12-03", "dct"), ("2019-12-07", "last")]


def test_a_story_long_past_keeps_its_year(read: Any) -> None:
    found = read("Le 20 mars 2003, la guerre éclate. Le 9 avril, la capitale tombe. Le 1er mai, tout est fini.")
    assert [value.edtf for value in found] == ["2003-03-20", "2003-04-09", "2003-05-01"]


def test_a_new_paragraph_ends_a_story(read: Any) -> None:
    found = read("Le 20 mars 2003, la guerre éclate.\n\nLe 9 avril, un pont a sauté.")
    assert found[1].edtf == "2020-04-09"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Le port a été miné le lundi 16 décembre 2020.", dt.date(2020, 12, 16)),
        ("Le port a été miné le lundi 15 décembre.", dt.date(2020, 12, 15)),
    ],
)
def test_a_wrong_weekday_is_shown_and_the_day_kept(text: str, day: dt.date, read: Any) -> None:
    value = read(text)[0]
    assert (value.earliest, value.note) == (day, "weekday_conflict")


def test_a_weekday_that_fits_another_year_tells_the_year(read: Any) -> None:
    value = read("La tour est tombée le dimanche 22 décembre.")[0]
    assert (value.edtf, value.note) == ("2019-12-22", None)


@pytest.mark.parametrize("text", ["Rien.", "", "Il y a trois ponts ici, dit-on.", "\n\n\n"])
def test_a_text_without_dates_has_none(text: str, read: Any) -> None:
    assert read(text) == ()


def test_years_that_the_calendar_does_not_hold_are_no_dates(read: Any) -> None:
    assert read("Il y a neuf cents siècles, ou il y a 999 siècles.") == ()
    assert read("Le 31 février 2020, le 45/13/2020 et le 30 février.") == ()


def test_the_reason_says_how_in_words(read: Any) -> None:
    value = read("Un pont a sauté en octobre dernier.")[0]
    assert value.reason == (
        "en octobre dernier: reckoned from the document's date, the last one before 2020-12-16, so 2020-10"
    )


def test_reading_twice_gives_the_same(read: Any) -> None:
    assert read(ARTICLE) == read(ARTICLE)
