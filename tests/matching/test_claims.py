"""Acts of speech: where the speaker stands, and what is said, to whom and through what."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from evtx.event import Event

EventIn = Callable[[str], Event]
EventsIn = Callable[[str], tuple[Event, ...]]

CONSTRUCTIONS = {
    "clause": [
        "[Le ministre](speaker) [a déclaré](trigger) que [le port était fermé](content).",
        "[Le ministre de la Défense, Omar Tavi](speaker), [a déclaré](trigger) que [le port est fermé](content).",
        "[Le porte-parole](speaker) [a indiqué](trigger) à [l'AFP](medium) que [deux ponts tenaient](content).",
        "[L'ONU](speaker) [affirme](trigger) dans [un rapport](medium) que [la trêve ne tient pas](content).",
        "[Le maire](speaker) [a averti](trigger) [les habitants](addressee) que [le pont allait céder](content).",
        "[Le maire](speaker), qui [affirme](trigger) que [le pont tient](content).",
    ],
    "infinitive": [
        "[Le groupe](speaker) [affirme](trigger) [avoir pris deux ponts](content).",
        "[Le groupe](speaker) [a menacé](trigger) de [frapper le port](content).",
        "[Le maire](speaker) [a promis](trigger) de [rouvrir le pont](content).",
        "[Le président](speaker) [a appelé](trigger) [les habitants](addressee) à [quitter la ville](content).",
    ],
    "incise": [
        "[Le port est fermé](content), [a déclaré](trigger) [le ministre](speaker).",
        "« [Le port est fermé](content) », [a déclaré](trigger) [lundi](date=2024-03-11) [le ministre](speaker).",
        "« [Le port](content), [a déclaré](trigger) [le ministre](speaker), [est fermé](content). »",
        "« [Le port](content) », [a déclaré](trigger) [le ministre](speaker), « [est fermé](content) ».",
    ],
    "quote": [
        "[Le ministre](speaker) [a déclaré](trigger) : « [Le port est fermé](content). »",
        "[Le ministre](speaker) [a déclaré](trigger) : « [Le port est fermé. Il le restera](content). »",
    ],
    "object": [
        "Dans [un communiqué](medium), [l'armée](speaker) [annonce](trigger) [la prise de Tessim](content).",
        "[Le ministère](speaker) [a démenti](trigger) [toute livraison d'armes](content).",
        "[L'ONU](speaker) [a condamné](trigger) [l'attaque du convoi](content).",
        "[Le groupe](speaker) [a revendiqué](trigger) [l'attaque du convoi](content).",
    ],
    "accusation": [
        "[L'armée](speaker) [a accusé](trigger) [la milice](addressee) d'[avoir attaqué le port](content).",
        "[L'armée](speaker) [accuse](trigger) [la milice](addressee) de [sabotage](content).",
    ],
    "passive": [
        "[L'attaque](content) [a été revendiquée](trigger) par [le groupe Aube](speaker).",
        "[La milice](addressee) [a été accusée](trigger) de [sabotage](content) par [l'armée](speaker).",
    ],
    "question": [
        "[Le juge](speaker) [a demandé](trigger) pourquoi [le port était fermé](content).",
    ],
    "source": [
        "[Selon](trigger) [le maire](speaker), [le pont tient](content).",
        "[Le pont tient](content), [selon](trigger) [le maire](speaker).",
        "[D'après](trigger) [un rapport de l'ONU](speaker), [le pont tient](content).",
    ],
    "noun": [
        "L'[annonce](trigger) de [la trêve](content) par [le ministre](speaker) a surpris le maire.",
    ],
}


@pytest.mark.parametrize(
    "marked",
    [pytest.param(line, id=f"{name}-{i}") for name, block in CONSTRUCTIONS.items() for i, line in enumerate(block)],
)
def test_constructions(marked: str, event_in: EventIn) -> None:
    assert event_in(marked).type == "claim"


def test_an_inverted_pronoun_belongs_to_the_trigger_and_is_the_speaker(event_in: EventIn) -> None:
    event = event_in("« [Le port est fermé](content) », [a-t-[il](speaker) déclaré](trigger).")
    assert event.triggers[0].text == "a-t-il déclaré"


@pytest.mark.parametrize(
    ("text", "subtype"),
    [
        ("Le maire souligne que le pont tient.", "statement"),
        ("Le maire annonce que le pont tient.", "announcement"),
        ("Le maire reconnaît que le pont cède.", "confirmation"),
        ("Le maire nie que le pont cède.", "denial"),
        ("L'armée accuse la milice d'avoir pris le pont.", "accusation"),
        ("Le maire met en garde les habitants contre une crue.", "warning"),
        ("Le groupe menace de prendre le pont.", "threat"),
        ("Le maire exige que le pont rouvre.", "demand"),
        ("Le maire condamne l'attaque du pont.", "condemnation"),
        ("Le groupe revendique l'attaque du pont.", "responsibility"),
        ("Le groupe affirme avoir attaqué le pont.", "statement"),
    ],
)
def test_the_subtype_follows_the_verb(text: str, subtype: str, events_in: Callable[[str], tuple[Event, ...]]) -> None:
    assert [event.subtype for event in events_in(text) if event.type == "claim"] == [subtype]


@pytest.mark.parametrize(
    "text",
    [
        "Le maire pense que le pont tient.",
        "Le maire s'est exprimé hier.",
        "Le maire a refusé de commenter.",
        "L'horloge annonce midi.",
        "Les députés ont voté une loi.",
        "Il est à noter que le pont tient.",
    ],
)
def test_what_is_no_speech(text: str, events_in: Callable[[str], tuple[Event, ...]]) -> None:
    assert [event for event in events_in(text) if event.type == "claim"] == []


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Le maire lui a dit que le pont tient.", ["speaker Le maire", "addressee lui"]),
        ("Leur chef nous a accusés de ravitailler les rebelles.", ["speaker Leur chef", "addressee nous"]),
        ("Omar Tavi, chef de la société, une entreprise de Gao, a dit que le pont tient.", ["speaker Omar Tavi"]),
        (
            "Lundi, dix experts, dont un juge, ont appelé le Mali à rouvrir le port.",
            ["addressee le Mali", "speaker dix experts"],
        ),
        ("Il poursuit en disant que le port est fermé.", ["speaker Il"]),
        ("Des gardes du Mali au Moyen-Orient ont dit que le pont tient.", ["speaker Des gardes du Mali"]),
    ],
)
def test_speakers_and_addressees(text: str, roles: list[str], events_in: EventsIn) -> None:
    claim = next(event for event in events_in(text) if event.type == "claim")
    assert [f"{a.role} {a.text}" for a in claim.arguments if a.role != "content"] == roles


@pytest.mark.parametrize(
    "text",
    [
        "Il est important de noter que la route est fermée.",
        "Il convient de souligner que la route est fermée.",
        "Le ministère refuse de dire que le pont est fermé.",
        "Les personnes qui se livrent à cette activité sont appelées mineurs.",
        "Les boissons acides, tels que les agrumes, les jus et le café, justifient un brossage avant le repas.",
    ],
)
def test_what_nobody_says(text: str, events_in: EventsIn) -> None:
    assert not [event for event in events_in(text) if event.type == "claim"]
