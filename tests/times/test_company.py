"""Words of dates that are none: participles, names, habits; and stories that keep their year to themselves."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest

AUXILIARIES = ["a", "ont", "avait", "avaient", "aurait", "auraient", "ayant", "avoir", "n'a", "aura", "auront", "ait"]
ADVERBS = ["", "en outre", "déjà", "pas", "jamais", "aussi", "ainsi", "par ailleurs", "en effet", "tous", "récemment"]
REST = ["intercepté", "de passage", "dernier de la liste", "vu de 2020 personnes", "tué", "le premier à partir"]


@pytest.mark.parametrize("auxiliary", AUXILIARIES)
def test_the_participle_is_never_the_season(auxiliary: str, read: Any) -> None:
    for adverb, rest in product(ADVERBS, REST):
        assert read(f"Un navire {auxiliary} {adverb} été {rest}.") == (), (adverb, rest)
        found = read(f"Un navire {auxiliary} {adverb} été {rest} en 2019, puis en mars.")
        assert all("été" not in value.text for value in found), (adverb, rest)


@pytest.mark.parametrize("words", ["l'été dernier", "cet été", "l'été 2018", "à l'été 2019", "fin de l'été 2018"])
def test_the_season_is_found_beside_the_participle(words: str, read: Any) -> None:
    (value,) = read(f"Le fort avait en outre été rasé {words}.")
    assert words in value.text


@pytest.mark.parametrize(
    "text",
    [
        "Le maire Paul-Noël Vacher a écrit à Noël Vacher.",
        "Un disque d'Avril Vallier est sorti.",
        "Les usines de Mars Nutrition ont fermé.",
        "Le studio Juillet Films a fait faillite.",
        "Il a écrit à Pâques Durieux.",
        "Chaque année, en décembre, la ville fête ses morts.",
        "Tous les ans, en mars, le fleuve déborde.",
        "Le bourg est fêté en août de chaque année.",
        "Le marché se tient le dimanche.",
        "Le dimanche matin, le port dort.",
        "Il lit le journal du samedi.",
        "La résolution 2020-12 est close, la loi n° 2019-03 aussi.",
    ],
)
def test_names_and_habits_are_no_dates(text: str, read: Any) -> None:
    assert read(text) == ()


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("EN MARS, LA VILLE BRÛLE.", ["2020-03"]),
        ("Le poste a été attaqué le dimanche.", ["2020-12-13"]),
        ("Le poste sera fermé le dimanche.", ["2020-12-20"]),
        ("2020-12", ["2020-12"]),
        ("Rapport (2020-11), page 3.", ["2020-11"]),
        ("Fondé en 2015, le groupe a été attaqué le 12 décembre.", ["2015", "2020-12-12"]),
        ("L'accord de 2015 a été dénoncé le 8 mai.", ["2015", "2020-05-08"]),
        ("Né le 3 mars 1962, il a été arrêté le 10 novembre.", ["1962-03-03", "2020-11-10"]),
        ("Le bourg a été rasé en 2014. Un convoi y a été pris le 10 décembre.", ["2014", "2020-12-10"]),
        ("En 2011, la guerre éclate. Le 3 mars, Bara tombe.", ["2011", "2011-03-03"]),
        ("Mais en 1961, le calme revient et le 5 octobre, Bara rouvre.", ["1961", "1961-10-05"]),
    ],
)
def test_what_stands_beside_tells(text: str, values: list[str], read: Any) -> None:
    assert [value.edtf for value in read(text)] == values
