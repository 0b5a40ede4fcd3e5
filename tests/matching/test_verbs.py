"""Attacks and deliveries told by verbs: subject, object and complements in every voice and word order of French."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from evtx.event import Event

EventIn = Callable[[str], Event]


@pytest.mark.parametrize(
    "marked",
    [
        "[L'aviation](attacker) [a pilonné](trigger) [le port de Kafra](target).",
        "[Lundi](date=2024-03-11), [l'aviation](attacker) [a pilonné](trigger) [le port](target).",
        "[L'aviation](attacker) [a pilonné](trigger), [dimanche](date=2024-03-10), [le port](target).",
        "[L'aviation](attacker) [pilonne](trigger) [le port](target) avec [des bombes planantes](weapon).",
        "[Le général Omar Tavi](attacker) [fera bombarder](trigger) [deux villages](target).",
        "[Des hommes armés](attacker) [ont ouvert le feu](trigger) sur [une patrouille](target).",
        "[L'armée](attacker) [a tiré](trigger) sur [la foule](target).",
        "[Les rebelles](attacker) [s'en sont pris](trigger) à [un convoi de vivres](target).",
        "[L'armée et la milice](attacker) [ont attaqué](trigger) [une école et deux immeubles](target).",
        "[Des tireurs](attacker) [ont tué](trigger) [un maire, son adjoint et deux gardes](killed).",
    ],
)
def test_active(marked: str, event_in: EventIn) -> None:
    event_in(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "[Le port](target) [a été pilonné](trigger) [lundi](date=2024-03-11) par [l'aviation](attacker).",
        "[Le port](target) [est bombardé](trigger) par [l'armée](attacker).",
        "[Quatre soldats](killed) [ont été tués](trigger) par [des inconnus](attacker).",
        "[Deux dépôts](target) [ont été incendiés](trigger) [dimanche](date=2024-03-10).",
        "[Douze drones](cargo) [ont été livrés](trigger) à [l'armée](recipient) par [la Turquie](supplier).",
        "[Des armes](cargo) [ont été acheminées](trigger) par [un convoi](vehicle) jusqu'à [Tessim](destination).",
    ],
)
def test_passive(marked: str, event_in: EventIn) -> None:
    event_in(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "[Le port](target) [bombardé](trigger) [lundi](date=2024-03-11) par [l'aviation](attacker) est vide.",
        "[Le port](target), [bombardé](trigger) par [l'aviation](attacker), est vide.",
        "[Bombardant](trigger) [le port](target), [l'aviation](attacker) a semé la panique.",
        "[L'armée](attacker) [a fini par bombarder](trigger) [le port](target).",
    ],
)
def test_participle_gerund_and_infinitive(marked: str, event_in: EventIn) -> None:
    event_in(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "[L'aviation](attacker), qui [a pilonné](trigger) [le port](target) [lundi](date=2024-03-11), se tait.",
        "[Les rebelles](attacker) qui [ont enlevé](trigger) [le maire](target) sont en fuite.",
        "La police cherche [les rebelles](attacker) qui [ont enlevé](trigger) [le maire](target).",
        "[Le port](target) que [l'aviation](attacker) [a pilonné](trigger) [lundi](date=2024-03-11) est vide.",
        "[Les rebelles](recipient), qui [ont reçu](trigger) [des missiles](cargo), se taisent.",
    ],
)
def test_in_a_relative_clause_the_antecedent_is_the_argument(marked: str, event_in: EventIn) -> None:
    event_in(marked)


def test_a_subject_holds_for_the_next_verb_too(event_in: EventIn) -> None:
    event_in("[Les rebelles](attacker) ont quitté le pont et [ont tué](trigger) [deux gardes](killed).")


def test_a_new_subject_ends_the_hold_of_the_first(event_in: EventIn) -> None:
    event_in("Le maire dort et [les rebelles](attacker) [ont tué](trigger) [deux gardes](killed).")


def test_a_clitic_is_the_object(event_in: EventIn) -> None:
    event_in("[Les rebelles](attacker) [les](killed) [ont tués](trigger).")


def test_whoever_blows_himself_up_attacks(event_in: EventIn) -> None:
    event = event_in("[Un homme](attacker) [s'est fait exploser](trigger) [devant le marché](place).")
    assert event.subtype == "suicide-bombing"


@pytest.mark.parametrize(
    "marked",
    [
        "[Un convoi](target) [a été attaqué](trigger) à [Kafra](place).",
        "[Un convoi](target) [a été attaqué](trigger) dans [la province d'Orlo](place).",
        "[Un convoi](target) [a été attaqué](trigger) à [Kafra, dans la province d'Orlo](place).",
        # What says whereabouts stays, what only says that it is the place goes.
        "[Un convoi](target) [a été attaqué](trigger) [près de Kafra](place).",
        "[Un cargo](target) [a été attaqué](trigger) [au large de Kafra](place) par [des pirates](attacker).",
    ],
)
def test_places(marked: str, event_in: EventIn) -> None:
    event_in(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "[La Turquie](supplier) [a livré](trigger) [douze drones](cargo) à [l'armée](recipient).",
        "[L'armée](recipient) [a reçu](trigger) [des obus](cargo) de [la Turquie](supplier).",
        "[Le gouvernement](supplier) [fournit](trigger) [des obus](cargo) à [la milice](recipient).",
        "[La Russie](supplier) [a vendu](trigger) [dix chars](cargo) à [l'armée](recipient).",
        "[Un cargo](vehicle) parti de [Mersin](origin) [a débarqué](trigger) [des munitions](cargo) "
        "à [Kafra](destination).",
        "[La douane](interceptor) [a saisi](trigger) [300 fusils](cargo).",
        "[Le convoi](vehicle) ne [livre](trigger) que [du blé](cargo).",
    ],
)
def test_deliveries(marked: str, event_in: EventIn) -> None:
    event = event_in(marked)
    assert (event.type, event.polarity) == ("delivery", "positive")


@pytest.mark.parametrize(
    "text",
    [
        "Les députés ont attaqué le budget.",
        "L'équipe a bombardé le but adverse.",
        "Le livre livre une image juste.",
        "Le maire a été frappé par la beauté du port.",
        "Il a livré un témoignage.",
        "Ils ont livré bataille au chômage.",
        "Elle a tiré la leçon de l'échec.",
    ],
)
def test_what_is_said_in_a_figure_is_no_event(text: str, events_in: Callable[[str], tuple[Event, ...]]) -> None:
    assert events_in(text) == ()
