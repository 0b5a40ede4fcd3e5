"""Who speaks and acts where the words leave it open: inherited speakers, pronouns, short names, agents."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from evtx.event import Argument, Event

EventsIn = Callable[[str], tuple[Event, ...]]


def arguments(events: tuple[Event, ...], role: str) -> list[Argument]:
    return [a for event in events for a in event.arguments if a.role == role]


@pytest.mark.parametrize(
    "text",
    [
        "Le maire a annoncé la trêve, affirmant que le pont tenait, notant que la ville était calme.",
        "Le maire a déclaré que le port était fermé et a ajouté que le pont tenait.",
        "« Le port est fermé », a déclaré le maire, ajoutant que le pont tenait.",
    ],
)
def test_a_chain_of_speech_has_one_speaker(text: str, events_in: EventsIn) -> None:
    claims = events_in(text)
    assert len(claims) > 1
    assert {a.text.lower() for a in arguments(claims, "speaker")} == {"le maire"}
    assert all(any(a.role == "speaker" for a in claim.arguments) for claim in claims)


def test_an_inherited_speaker_is_marked_as_implied(events_in: EventsIn) -> None:
    speakers = arguments(events_in("Le maire a annoncé la trêve, affirmant que le pont tenait."), "speaker")
    assert [speaker.implied for speaker in speakers] == [False, True]


def test_another_speaker_is_not_inherited(events_in: EventsIn) -> None:
    events = events_in("Le pont tient, a dit le maire, et le port est fermé, a précisé son adjoint.")
    assert [a.text for a in arguments(events, "speaker")] == ["le maire", "son adjoint"]


@pytest.mark.parametrize(
    ("text", "pronoun", "meant"),
    [
        ("Le maire a annoncé la trêve. Il a affirmé que le pont tenait.", "Il", "Le maire"),
        ("L'agence Lumen a annoncé la trêve. Elle a affirmé que le pont tenait.", "Elle", "L'agence Lumen"),
        ("Lina Orsel a annoncé la trêve. Elle a affirmé que le pont tenait.", "Elle", "Lina Orsel"),
        ("Les deux chefs ont annoncé la trêve. Ils ont affirmé que tout va bien.", "Ils", "Les deux chefs"),
        ("Le groupe Aube a annoncé la trêve. Celui-ci a affirmé que le pont tenait.", "Celui-ci", "Le groupe Aube"),
        # The nearest sentence with somebody who agrees in gender and number.
        ("Le maire a annoncé la trêve. Les rebelles ont pilonné le port. Il a dit que le pont tenait.", "Il",
         "Le maire"),
        # The number decides: the rebels, not the mayor.
        ("Les rebelles ont attaqué le port, a dit le maire. Ils ont annoncé la trêve.", "Ils", "Les rebelles"),
        # Who spoke comes before who only acted.
        ("Le tireur a attaqué le port, a dit le maire. Il a annoncé la trêve.", "Il", "le maire"),
    ],
)  # fmt: skip
def test_pronouns(text: str, pronoun: str, meant: str, events_in: EventsIn) -> None:
    found = [a for a in arguments(events_in(text), "speaker") if a.text == pronoun]
    assert [a.resolved for a in found] == [meant]


def test_a_pronoun_without_anybody_who_agrees_stays_open(events_in: EventsIn) -> None:
    speaker = arguments(events_in("Les deux chefs ont annoncé la trêve. Elle a dit que le pont tenait."), "speaker")[-1]
    assert (speaker.text, speaker.resolved) == ("Elle", None)


@pytest.mark.parametrize(
    ("first", "short"),
    [
        ("Le général Omar Tavi", "Tavi"),
        ("Le ministère de la Défense du Kavir", "Le ministère"),
        ("Abou Omar al-Tavi", "M. Al-Tâvi"),
        ("Le porte-parole de l'armée", "Le porte-parole"),
    ],
)
def test_short_names_and_definite_nouns_stand_for_the_full_ones(first: str, short: str, events_in: EventsIn) -> None:
    events = events_in(f"{first} a annoncé la trêve. {short} a affirmé que le pont tenait.")
    assert [a.resolved for a in arguments(events, "speaker")] == [None, first]


def test_another_name_stands_for_nobody_else(events_in: EventsIn) -> None:
    events = events_in("Le général Omar Tavi a annoncé la trêve. Lina Orsel a affirmé que le pont tenait.")
    assert [a.resolved for a in arguments(events, "speaker")] == [None, None]


@pytest.mark.parametrize(
    ("text", "role", "agent"),
    [
        ("Le groupe menace de bombarder le port.", "attacker", "Le groupe"),
        ("Le groupe dit avoir bombardé le port.", "attacker", "Le groupe"),
        ("Le ministre a démenti avoir livré des armes à la milice.", "supplier", "Le ministre"),
        ("L'armée a promis de livrer des vivres.", "supplier", "L'armée"),
        # Who is asked or accused acts, not who speaks.
        ("Le ministre a appelé la milice à livrer ses armes.", "supplier", "la milice"),
        ("L'ONU demande à l'armée de livrer des vivres.", "supplier", "l'armée"),
        ("Le ministre accuse l'armée d'avoir bombardé le port.", "attacker", "l'armée"),
    ],
)
def test_who_acts_in_an_infinitive(text: str, role: str, agent: str, events_in: EventsIn) -> None:
    assert [(a.text, a.implied) for a in arguments(events_in(text), role)] == [(agent, True)]


@pytest.mark.parametrize(
    "text",
    [
        "Le groupe Aube a revendiqué l'attaque du convoi.",
        "L'attaque du convoi a été revendiquée par le groupe Aube.",
        "Le groupe Aube a revendiqué avoir attaqué le convoi.",
        "Le convoi a été bombardé lundi. Le groupe Aube a revendiqué le bombardement du convoi.",
    ],
)
def test_who_claims_responsibility_is_the_attacker(text: str, events_in: EventsIn) -> None:
    attacks = [event for event in events_in(text) if event.type == "attack"]
    assert [a.text.lower() for a in arguments(tuple(attacks), "attacker")] == ["le groupe aube"]
