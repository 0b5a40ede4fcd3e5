"""Mentions of one event are one event; different ones stay apart."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from evtx.event import Event

EventsIn = Callable[[str], tuple[Event, ...]]


def others(events: tuple[Event, ...]) -> list[list[str]]:
    """The triggers of all events that are no claims."""
    return [[trigger.text for trigger in event.triggers] for event in events if event.type != "claim"]


@pytest.mark.parametrize(
    ("text", "triggers"),
    [
        # A demonstrative or definite noun points back.
        ("L'armée a bombardé le port lundi. Ce bombardement a tué dix civils.", ["a bombardé", "bombardement"]),
        ("L'armée a bombardé le port lundi. L'attaque a fait dix morts.", ["a bombardé", "attaque", "morts"]),
        ("La Turquie a livré douze drones. Cette livraison inquiète le maire.", ["a livré", "livraison"]),
        ("Un raid a tué dix civils à Kafra. Le bilan du raid est passé à douze morts.", ["raid", "morts"]),
        ("Des rebelles ont attaqué Kafra. L'assaut a duré une heure.", ["ont attaqué", "assaut"]),
        # The same target, the same kind, no other date.
        ("L'armée a bombardé le port. Selon le maire, l'armée a bombardé le port.", ["a bombardé", "a bombardé"]),
        # A noun that is known by now, a name within more words, the same toll.
        (
            "Des rebelles ont attaqué un convoi lundi. Le convoi a été attaqué à Kafra.",
            ["ont attaqué", "a été attaqué"],
        ),
        ("L'armée a bombardé Kafra. La ville de Kafra a été bombardée.", ["a bombardé", "a été bombardée"]),
        ("Une attaque a tué 39 civils. Les rebelles ont tué trente-neuf personnes.", ["attaque", "ont tué"]),
        # The lead tells the headline again.
        (
            "Attaque d'un bus à Kafra : 12 morts\n\nDes rebelles ont ouvert le feu sur des passagers.",
            ["ont ouvert le feu"],
        ),
        # A general word and a particular one.
        ("Le port a été attaqué. L'armée a bombardé le port, dit le maire.", ["a été attaqué", "a bombardé"]),
    ],
)
def test_mentions_of_one_event(text: str, triggers: list[str], events_in: EventsIn) -> None:
    found = others(events_in(text))
    assert len(found) == 1
    assert [trigger for trigger in found[0] if trigger in triggers] == triggers


@pytest.mark.parametrize(
    "text",
    [
        # Other dates, other places, other kinds.
        "L'armée a bombardé le port lundi. Le 3 février, elle avait bombardé le port.",
        "Des rebelles ont attaqué un convoi à Kafra. Des rebelles ont attaqué un convoi à Tessim.",
        "Le maire a été enlevé à Kafra. L'armée a bombardé Kafra.",
        # One that happened and one that did not.
        "L'armée a bombardé le port. L'armée n'a pas bombardé le port.",
        # Another number, another name, a lead of something else.
        "Des rebelles ont attaqué trois convois. Les douze convois ont été attaqués.",
        "Attaque d'un bus à Kafra\n\nL'armée a bombardé Tessim, selon le maire de Tessim.",
        # A seizure and the voyage it ended.
        "La marine a saisi 300 fusils. Le navire transportait les 300 fusils.",
        "La Turquie a livré douze drones. L'Iran a livré dix chars.",
    ],
)
def test_different_events(text: str, events_in: EventsIn) -> None:
    assert len(others(events_in(text))) == 2


def test_acts_of_speech_are_never_merged(events_in: EventsIn) -> None:
    events = events_in("Le maire a dit que le pont tenait. Le maire a dit que le pont tenait.")
    assert len(events) == 2


def test_a_merged_event_has_the_arguments_of_all_its_mentions(events_in: EventsIn) -> None:
    (event,) = events_in("L'armée a bombardé le port lundi. Ce bombardement a tué dix civils.")
    assert {(a.role, a.text) for a in event.arguments} == {
        ("attacker", "L'armée"),
        ("target", "le port"),
        ("killed", "dix civils"),
    }
    assert event.date is not None
    assert event.date.edtf == "2024-03-11"


def test_a_merged_event_has_the_most_telling_subtype(events_in: EventsIn) -> None:
    (event,) = events_in("Le port a été attaqué lundi. L'armée a bombardé le port.")
    assert event.subtype == "shelling"


def test_different_tolls_stand_side_by_side(events_in: EventsIn) -> None:
    (event,) = events_in("Un raid a tué dix civils à Kafra. Le bilan du raid est passé à douze morts.")
    assert [a.text for a in event.arguments if a.role == "killed"] == ["dix civils", "douze morts"]


def test_competing_claims_of_one_event_are_all_named(events_in: EventsIn) -> None:
    events = events_in(
        "Le maire dit que dix civils sont morts dans l'attaque. L'armée dit que l'attaque a fait deux morts."
    )
    claims = [event.id for event in events if event.type == "claim"]
    (attack,) = (event for event in events if event.type == "attack")
    assert list(attack.attribution) == claims


def test_every_mention_keeps_its_derivation(events_in: EventsIn) -> None:
    (event,) = events_in("L'armée a bombardé le port lundi. Ce bombardement a tué dix civils.")
    assert len(event.derivations) == len(event.triggers)


def test_a_definite_noun_that_points_to_nothing_is_no_event(events_in: EventsIn) -> None:
    assert others(events_in("L'attaque inquiète le maire.")) == []
