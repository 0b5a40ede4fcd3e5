"""Events told by nouns: what the noun governs, and what the verb of its clause gives to it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from evtx.event import Event

EventIn = Callable[[str], Event]


@pytest.mark.parametrize(
    "marked",
    [
        "L'[enlèvement](trigger) de [deux médecins](target) a ému la ville.",
        "L'[attaque](trigger) de [l'armée](attacker) contre [le camp](target) a surpris.",
        "L'[attaque](trigger) de [Kafra](place) a surpris la ville.",
        "Les [combats](trigger) entre [l'armée et les rebelles](attacker) ont repris.",
        "Un [raid](trigger) [américain](attacker) a tué [deux chefs](killed).",
        "Une [frappe de drone](trigger) a détruit [un dépôt](target).",
        "La [livraison](trigger) de [douze drones](cargo) à [l'armée](recipient) est en cours.",
    ],
)
def test_what_a_noun_governs(marked: str, event_in: EventIn) -> None:
    event_in(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "[Des inconnus](attacker) ont mené une [attaque](trigger) contre [le poste de Tessim](target).",
        "[L'armée](attacker) a lancé un [raid](trigger) contre [le camp](target).",
        "[L'aviation](attacker) a effectué deux [frappes](trigger) sur [le port](target).",
        "[Le poste](target) a été la cible d'une [attaque](trigger) [dimanche](date=2024-03-10).",
        "[Le maire](target) a été victime d'un [enlèvement](trigger).",
        "[Le convoi](target) est tombé dans une [embuscade](trigger) tendue par [des rebelles](attacker).",
        "Une [attaque](trigger) a visé [le consulat](target).",
        "Une [attaque](trigger) a fait [douze morts](killed) [dimanche](date=2024-03-10).",
        "Une [attaque](trigger) a blessé [trois gardes](injured).",
        "Un [affrontement](trigger) a opposé [l'armée et la milice](attacker).",
    ],
)
def test_a_light_verb_gives_the_noun_its_arguments(marked: str, event_in: EventIn) -> None:
    event_in(marked)


def test_participles_hand_their_complements_on(event_in: EventIn) -> None:
    event_in(
        "Une [attaque](trigger) menée [dimanche](date=2024-03-10) par [des inconnus](attacker) "
        "contre [un convoi](target) a surpris la ville."
    )


def test_a_noun_inside_a_name_is_no_event(events_in: Callable[[str], tuple[Event, ...]]) -> None:
    assert events_in("Le maire a visité le musée de la Frappe de Kafra.") == ()


def test_words_for_the_casualties_are_further_triggers(event_in: EventIn) -> None:
    event = event_in("L'[attaque](trigger) a fait [dix morts](killed) et [trente blessés](injured).")
    assert [trigger.text for trigger in event.triggers] == ["attaque", "morts", "blessés"]


def test_casualties_alone_are_an_attack_when_somebody_did_it(event_in: EventIn) -> None:
    event = event_in("[Quatre soldats](killed) [ont été tués](trigger) [lundi](date=2024-03-11) à [Kafra](place).")
    assert event.type == "attack"
