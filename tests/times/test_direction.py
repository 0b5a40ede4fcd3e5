"""On which side of its anchor a date lies, by verb, by cue and by nearness."""

from __future__ import annotations

from typing import Any

import pytest

CASES = [
    # text, document's date, value
    ("Le tribunal a jugé trois hommes vendredi.", "2020-12-16", "2020-12-11"),
    ("Le tribunal jugera trois hommes vendredi.", "2020-12-16", "2020-12-18"),
    ("Les ministres se réuniront mardi à Kessel.", "2020-12-16", "2020-12-22"),
    ("Une réunion est prévue lundi.", "2020-12-16", "2020-12-21"),
    ("Il promet l'envoi de deux camions vendredi.", "2020-12-16", "2020-12-18"),
    ("Trois hommes avaient été pris en septembre.", "2020-11-23", "2020-09"),
    ("Les chars pourraient être livrés dès octobre.", "2020-08-11", "2020-10"),
    ("Le pays livrera fin août vingt obusiers.", "2022-08-11", "2022-08-21/2022-08-31"),
    ("Le pont a sauté le 3 janvier.", "2020-12-16", "2020-01-03"),
    ("Le pont rouvrira le 3 janvier.", "2020-12-16", "2021-01-03"),
    ("Concert le 3 janvier au bord du lac.", "2020-12-16", "2021-01-03"),
    ("Exposition le 10 novembre au bord du lac.", "2020-12-16", "2020-11-10"),
    ("Elle met en garde contre une famine au printemps.", "2020-01-22", "2020-21"),
    ("Des villageois enlevés au printemps sont revenus.", "2020-06-16", "2020-21"),
    ("Les villageois reviendront cet été.", "2020-04-16", "2020-22"),
    ("Un convoi est passé ce week-end.", "2020-12-14", "2020-12-12/2020-12-13"),
    ("Un convoi passera ce week-end.", "2020-12-14", "2020-12-19/2020-12-20"),
    ("Des tirs ont duré toute la nuit.", "2020-12-16", "2020-12-15/2020-12-16"),
    ("Le couvre-feu durera toute la nuit.", "2020-12-16", "2020-12-16/2020-12-17"),
]


@pytest.mark.parametrize(("text", "dct", "value"), CASES)
def test_the_verb_tells_the_side(text: str, dct: str, value: str, read: Any) -> None:
    assert [date.edtf for date in read(text, dct)] == [value]


@pytest.mark.parametrize(
    "written",
    [
        "Le pont a sauté le 6 FÉVRIER 2019.",
        "Le pont a sauté le 6 fevrier 2019.",
        "Le pont a sauté le 6 fe\u0301vrier 2019.",
        "Le pont a sauté le 6\u00a0février\u202f2019.",
        "Le pont a sauté le six février 2019.",
        "Le pont a sauté le 6 févr. 2019.",
        "Le pont a sauté le 6\nfévrier 2019.",
    ],
)
def test_however_it_is_typed(written: str, read: Any) -> None:
    assert [date.edtf for date in read(written)] == ["2019-02-06"]


@pytest.mark.parametrize("written", ["aujourd'hui", "aujourd’hui", "Aujourd’hui", "AUJOURD'HUI"])
def test_both_apostrophes(written: str, read: Any) -> None:
    assert [date.text for date in read(f"{written}, le pont a sauté.")] == [written]


def test_capitals_begin_a_sentence(read: Any) -> None:
    text = "Il y a trois jours, un pont a sauté. Fin février, une digue. Vendredi, le port."
    assert [date.text for date in read(text)] == ["Il y a trois jours", "Fin février", "Vendredi"]
