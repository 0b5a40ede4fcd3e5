"""The date of a document is found where press and scrapers write it, and nowhere else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evtx.reading.header import find_header_date
from evtx.reading.header_grammar import KEYS, HeaderGrammar

LONG = "Le groupe a attaqué un convoi lundi. " * 20

FOUND = [
    (" date 2020-12 Un porte-parole a parlé.", "2020-12"),
    ("Date : 03/06/21\nTitre", "2021-06-03"),
    ("De : J. Morvan <j@exemple.fr>\nDate : mar. 12 mars 2024 à 09:14\nObjet : convoi", "2024-03-12"),
    ("PARIS, 12 mars 2024 (agence) - Le ministre a démissionné.", "2024-03-12"),
    ("GAO (Mali), 3 juin 2021 (Agence du Fleuve) — Des hommes ont fui.", "2021-06-03"),
    ("DAKAR 3 juin 2021 (Agence) - Des hommes ont fui.", "2021-06-03"),
    ("Port-au-Prince, le 3 juin 2021 -- Des hommes ont fui.", "2021-06-03"),
    ("Publié le 04/05/2023 à 18:42\n\nTitre", "2023-05-04"),
    ("Publié le 4 mai 2023 L'armée a tiré.", "2023-05-04"),
    ("Publié le 4 mai 2023 par Jeanne Roy", "2023-05-04"),
    ("Publié le : 03/06/2021 - 10:24 Modifié le : 04/06/2021 - 09:00", "2021-06-03"),
    ("Publié le 27 octobre 2024 à 20h10, mis à jour le 28 octobre 2024 à 21 h 10", "2024-10-27"),
    ("Mis à jour le 28/10/2024 | Publié le 27/10/2024", "2024-10-27"),
    ("Titre : bilan\n\nMis à jour le 28 octobre 2024 à 21 h 10\n\nTexte.", "2024-10-28"),
    ("Rapport - 22.01.2020\n\nTitre", "2020-01-22"),
    ("Rapport - janvier 2020\n\nTitre", "2020-01"),
    ("Par Hélène Roy | 20 février 2021", "2021-02-20"),
    ("Par Hélène Roy, le 20 février 2021 à 10h", "2021-02-20"),
    ("En bref - édition du lundi 27 novembre 2023", "2023-11-27"),
    ("EN DIRECT - Le conflit au Sud : le fil du jeudi 11 août 2022", "2022-08-11"),
    ("Titre\nmardi 1er mars 2022\nTexte.", "2022-03-01"),
    ("2024-03-12T18:42:00+01:00\nTexte.", "2024-03-12"),
    ("2020-12-16 Un porte-parole a parlé.", "2020-12-16"),
    ("[03/06/2021] Le conseil a parlé.", "2021-06-03"),
    ("Paris, le 4 mai 2023\n\nCommuniqué", "2023-05-04"),
    ("Communiqué du 3 juin 2023\n\nLe groupe parle.", "2023-06-03"),
    ("Communiqué n° 12 du 3 juin 2023\n\nLe groupe parle.", "2023-06-03"),
    # Under the text, where the first lines tell nothing.
    (LONG + "\n\nPARIS, le 12 mars 2024", "2024-03-12"),
    (LONG + "\n\nFait à Kessel-sur-Lac, le 3 juin 2023.\n\nPour le bureau,\nLe porte-parole", "2023-06-03"),
    (LONG + "\n\n3 juin 2023\n", "2023-06-03"),
    ("Publié le 4\u00a0mai\u202f2023", "2023-05-04"),
]

NOT_FOUND = [
    "",
    "Le 12 janvier 2021, Amar Sy a été tué.",
    "Le 12 janvier 2021 restera un jour noir.",
    "Depuis le 12 janvier 2021",
    "PARIS, 12 mars (agence) - Le ministre a démissionné.",
    "Procès des attentats du 13 novembre 2015",
    "Publié le 4 mai 2023, le rapport accuse.",
    "Le rapport publié le 4 mai 2023 révèle tout.",
    "L'attaque - 12 mars 2021 - a fait dix morts.",
    "Publié le 31/02/2023",
    LONG + "\n\nIl est mort à Paris, le 3 juin 2023",
    LONG + "\n\nLe procès aura lieu le 3 juin 2023.",
    LONG + "\n\nNé à Paris, le 3 juin 2023",
    "Titre\n" * 6 + "Publié le 04/05/2023",
    "x" * 700 + "\nPublié le 04/05/2023",
]


@pytest.mark.parametrize(("text", "edtf"), FOUND)
def test_headers_give_the_date_of_the_document(text: str, edtf: str, french: HeaderGrammar) -> None:
    date = find_header_date(text, french)
    assert date is not None
    assert date.edtf == edtf
    assert date.anchor == "header"
    assert text[date.start : date.end] == date.text


@pytest.mark.parametrize("text", NOT_FOUND)
def test_dates_of_the_story_are_not_those_of_the_document(text: str, french: HeaderGrammar) -> None:
    assert find_header_date(text, french) is None


def test_a_month_is_kept_a_month(french: HeaderGrammar) -> None:
    date = find_header_date("date 2020-12 Le conseil", french)
    assert date is not None
    assert (str(date.earliest), str(date.latest), date.granularity) == ("2020-12-01", "2020-12-31", "month")


def test_a_header_file_must_have_every_key_and_no_other() -> None:
    header = dict.fromkeys(KEYS[1:], "") | {"publisher": ""}
    with pytest.raises(ValueError, match="published is missing; publisher is no key"):
        HeaderGrammar.from_mappings(header, {})


@given(st.text(alphabet=st.sampled_from("12340/-.: \nPpublié leà janvier,()T|")))
def test_no_text_breaks_it(french: HeaderGrammar, text: str) -> None:
    date = find_header_date(text, french)
    assert date is None or text[date.start : date.end] == date.text
