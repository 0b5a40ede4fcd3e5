"""Noun phrases that come out whole: objects after places, lists, names that go on, carriers that are described."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from evtx.event import Event

EventIn = Callable[[str], Event]


@pytest.mark.parametrize(
    "marked",
    [
        "[Le clan](supplier) [a fait entrer](trigger) dans [l'enclave](destination) [des armes de poing](cargo).",
        "[L'armée](supplier) [a livré](trigger) [de la farine](cargo) à [la milice](recipient).",
        "[La junte](recipient) [a reçu](trigger) du [Qatar](supplier) [deux avions de transport](cargo).",
        "[Paris](supplier) [a fait parvenir](trigger) [des pièces détachées pour chars](cargo) à [Kiev](recipient).",
    ],
)
def test_objects_that_look_like_of_phrases(marked: str, event_in: EventIn) -> None:
    event_in(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "[Paris](supplier) [a livré](trigger) [dix tonnes de riz, de sel et de lait](cargo) aux [rebelles](recipient).",
        "[Les rebelles](interceptor) [se sont emparés](trigger) de [deux chars et d'un mortier](cargo).",
        "[L'armée](supplier) [a livré](trigger) [du lait en poudre et du riz](cargo) aux [déplacés](recipient).",
        "[L'Union libre pour les moissons](supplier) [a livré](trigger) [du riz](cargo) aux [déplacés](recipient).",
    ],
)
def test_phrases_that_go_on(marked: str, event_in: EventIn) -> None:
    event_in(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "[Un convoi](vehicle) chargé de [farine](cargo) [est entré](trigger) dans [la ville](destination).",
        "[Les soldats](interceptor) [ont refoulé](trigger) [deux camions](vehicle) remplis de [vivres](cargo).",
    ],
)
def test_carriers_described_by_a_participle(marked: str, event_in: EventIn) -> None:
    event_in(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "[La Serbie](supplier) [leur](recipient) [a fourni](trigger) [des fusils](cargo).",
        "Il [faut livrer](trigger) [des munitions](cargo) aux [rebelles](recipient).",
        "[Les soldats](interceptor) [ont saisi](trigger) [des fusils abandonnés par l'ennemi](cargo).",
        "[Un cargo](vehicle) transportant [du riz](cargo) [a quitté](trigger) [Kafra](origin) pour [Gao](destination).",
        "[Le camion](vehicle), [intercepté](trigger) à [la frontière](place), transportait des munitions.",
    ],
)
def test_what_is_no_argument_and_what_is_one(marked: str, event_in: EventIn) -> None:
    event_in(marked)


def test_phrases_before_the_subject_are_no_aside(event_in: EventIn) -> None:
    event_in(
        "Après des mois de retard, [le colonel Omar Tavi](supplier), chef de la garde, [a livré](trigger) "
        "[des fusils](cargo) à [la milice](recipient)."
    )
