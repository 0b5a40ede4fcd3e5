"""Which language a text is in, and that a neighbour's language is not taken for one of ours."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from evtx.language.identify import identify

RULES = Path(__file__).parents[2] / "rules"
WORDS = {
    language: frozenset(
        yaml.safe_load((RULES / language / "language.yml").read_text(encoding="utf-8"))["identify"].split()
    )
    for language in ("fr", "en")
}

FRENCH = [
    "Trois soldats tués dans une embuscade près de Malka",
    "L'armée syrienne bombarde deux villages à l'ouest d'Idleb",
    "Le ministre dément toute livraison d'armes aux rebelles",
    "Deux cargos chargés de blé ont quitté le port",
    "Une milice revendique l’attaque contre la base aérienne",
    "DES DRONES ONT VISÉ LE DÉPÔT DE CARBURANT",
    "Le porte-parole a déclaré que l'aide serait livrée jeudi.",
]
ENGLISH = [
    "Three soldiers were killed in an ambush near Malka",
    "The army shells two villages to the west of Idlib",
    "Minister says no weapons would be delivered to rebels",
    "A militia has claimed the attack on the air base",
]
NEITHER = [
    "Tres soldados murieron en una emboscada cerca de la frontera",
    "El ministro de Defensa niega la entrega de armas a los rebeldes",
    "Una milicia se atribuye el ataque contra la base aérea de la capital",
    "La policía confirma que un coche bomba explotó en la plaza",
    "Tre soldati uccisi in un agguato vicino al confine",
    "Il ministro della Difesa smentisce la consegna di armi ai ribelli",
    "La milizia rivendica l'attacco contro la base aerea della capitale",
    "Drei Soldaten wurden bei einem Angriff in der Nähe der Grenze getötet",
    "Der Minister weist die Lieferung von Waffen an die Rebellen zurück",
    "O ministro da Defesa nega a entrega de armas aos rebeldes",
    "De minister ontkent de levering van wapens aan de rebellen",
    "قتل ثلاثة جنود في كمين قرب الحدود",
    "Трое солдат погибли в засаде у границы",
    "",
    "1996 – 12:30",
    "Kaboul, Kandahar, Herat",
]


@pytest.mark.parametrize("text", FRENCH)
def test_french(text: str) -> None:
    assert identify(text, WORDS) == "fr"


@pytest.mark.parametrize("text", ENGLISH)
def test_english(text: str) -> None:
    assert identify(text, WORDS) == "en"


@pytest.mark.parametrize("text", NEITHER)
def test_no_evidence_or_another_language(text: str) -> None:
    assert identify(text, WORDS) is None


@pytest.mark.parametrize("language", ["el", "il", "der"])
def test_a_long_foreign_text_stays_foreign(language: str) -> None:
    text = "\n".join(line for line in NEITHER if f" {language} " in f" {line.lower()} ") * 20
    assert text
    assert identify(text, WORDS) is None


def test_a_tie_is_no_answer() -> None:
    words = {"xx": frozenset(("oba", "dli")), "yy": frozenset(("oba", "dli"))}
    assert identify("oba dli oba dli", words) is None


def test_words_in_another_script_do_not_count() -> None:
    text = "وقال المتحدث باسم الجيش إن القوات " * 5 + "les des une dans"
    assert identify(text, WORDS) is None


def test_languages_in_other_scripts_may_be_added() -> None:
    words = {**WORDS, "ru": frozenset(("у", "в", "и", "на"))}
    assert identify("Трое солдат погибли в засаде у границы", words) == "ru"


def test_only_the_beginning_is_read() -> None:
    assert identify("Les secours sont dans la ville. " * 200 + "The army was in the town. " * 2000, WORDS) == "fr"


@given(st.text(max_size=300))
def test_any_text_gets_a_known_language_or_none(text: str) -> None:
    assert identify(text, WORDS) in (*WORDS, None)


@pytest.mark.parametrize("language", WORDS)
def test_no_word_is_listed_twice(language: str) -> None:
    entries = [entry.lstrip("?!") for entry in WORDS[language]]
    assert sorted(entries) == sorted(set(entries))
