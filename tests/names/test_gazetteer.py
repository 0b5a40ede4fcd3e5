"""Known names in running text, and demonyms."""

from __future__ import annotations

from pathlib import Path

import pytest

from evtx.names.gazetteer import Gazetteer
from evtx.names.places import PlaceStore, PlaceStoreError

LONGEST = [
    ("Irak", "Irak", "country", "IQ", 1),
    ("États-Unis", "États-Unis", "country", "US", 1),
    ("République démocratique du Congo", "République démocratique du Congo", "country", "CD", 4),
    ("Corée du Nord", "Corée du Nord", "country", "KP", 3),
    ("Bagdad", "Bagdad", "place", "IQ", 1),
    ("Hezbollah libanais", "Hezbollah", "fighters", "LB", 1),
    ("État islamique au Khorassan", "État islamique au Khorassan", "fighters", "AF", 4),
    ("Otan", "OTAN", "group", None, 1),
    ("Quai d’Orsay", "Quai d'Orsay", "group", "FR", 2),
    ("Quai d' Orsay", "Quai d'Orsay", "group", "FR", 3),
    ("AFP", "AFP", "outlet", "FR", 1),
    ("Al Jazeera", "Al-Jazira", "outlet", "QA", 2),
    ("Bayraktar TB2", "Bayraktar", "weapon", None, 2),
    ("Su-35", "Su-35", "vehicle", None, 1),
    ("détroit d'Ormuz", "détroit d'Ormuz", "place", None, 2),
    ("Ain al-Assad", "base d'Ain al-Assad", "facility", "IQ", 2),
    ("Mossoul", "Mossoul", "place", "IQ", 1),
    ("Alep", "Alep", "place", "SY", 1),
    ("Khan Younès", "Khan Younès", "place", "PS", 2),
    ("Port-au-Prince", "Port-au-Prince", "place", "HT", 1),
]


@pytest.mark.parametrize(("text", "name", "type_", "country", "length"), LONGEST)
def test_the_longest_name_is_found(
    gazetteer: Gazetteer, text: str, name: str, type_: str, country: str | None, length: int
) -> None:
    found = gazetteer.longest(["à", *text.split(), "hier"], 1)
    assert found is not None
    entry, taken = found
    assert (entry.name, entry.type, entry.country, taken) == (name, type_, country, length)


@pytest.mark.parametrize(
    "text",
    ["hier", "Les", "Le monde change", "ei", "Tous", "Selon", "Hors de question", "mali", "Un", "La croix", "us"],
)
def test_ordinary_words_are_no_names(gazetteer: Gazetteer, text: str) -> None:
    assert gazetteer.longest(text.split(), 0) is None


def test_short_capitals_must_be_capitals(gazetteer: Gazetteer) -> None:
    assert gazetteer.lookup(["EI"]) is not None
    assert gazetteer.lookup(["Ei"]) is None


def test_a_whole_name_is_looked_up_and_a_part_of_one_is_not(gazetteer: Gazetteer) -> None:
    assert gazetteer.lookup(["Hachd", "al-Chaabi"]) is not None
    assert gazetteer.lookup(["Corps", "des", "gardiens"]) is None


def test_seats_of_government_may_stand_for_their_country(gazetteer: Gazetteer) -> None:
    entry = gazetteer.lookup(["Téhéran"])
    assert entry is not None
    assert (entry.type, entry.country, entry.also) == ("place", "IR", "country")


def test_big_towns_are_known_by_their_size(gazetteer: Gazetteer) -> None:
    big, small = gazetteer.lookup(["Istanbul"]), gazetteer.lookup(["Orsay"])
    assert big is not None
    assert small is not None
    assert big.size > small.size > 0


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("irakien", "IQ"),
        ("américain", "US"),
        ("nord-coréen", "KP"),
        ("russe", "RU"),
        ("malien", "ML"),
        ("kurde", "ZZ"),
        ("Ukrainian", "UA"),
        ("rouge", None),
    ],
)
def test_demonyms(gazetteer: Gazetteer, word: str, code: str | None) -> None:
    assert gazetteer.demonym(word) == code


def test_earlier_files_win() -> None:
    first = {"names": [{"type": "fighters", "names": "Serval"}]}
    second = {"names": [{"type": "vehicle", "names": "Serval"}]}
    entry = Gazetteer.from_mappings([first, second], None).lookup(["Serval"])
    assert entry is not None
    assert entry.type == "fighters"


def test_a_missing_place_store_is_named(tmp_path: Path) -> None:
    with pytest.raises(PlaceStoreError, match=r"none\.marisa"):
        PlaceStore(str(tmp_path / "none.marisa")).get("paris")


def test_a_damaged_place_store_is_refused(tmp_path: Path) -> None:
    folder = Path(__file__).parents[2] / "rules" / "names"
    content = (folder / "places.marisa").read_bytes()
    (tmp_path / "places.marisa").write_bytes(content[: len(content) // 2])
    (tmp_path / "places.json").write_bytes((folder / "places.json").read_bytes())
    with pytest.raises(PlaceStoreError, match="damaged"):
        PlaceStore(str(tmp_path / "places.marisa")).lengths("paris")
