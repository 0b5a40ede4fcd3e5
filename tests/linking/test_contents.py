"""Where what is said begins and ends."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from evtx.event import Event

EventsIn = Callable[[str], tuple[Event, ...]]


@pytest.mark.parametrize(
    "marked",
    [
        # A clause runs to the end of its sentence, or to a semicolon.
        "Le maire a déclaré que [le port était fermé pour un mois].",
        "Le maire a déclaré que [le port était fermé] ; le pont tient.",
        "Le maire a déclaré dans un communiqué, lundi, que [le port était fermé].",
        "Le maire dit que [le pont, bombardé lundi, tient].",
        # It stops where the same speaker goes on, and where a source is named.
        "Le maire a déclaré que [le port était fermé], ajoutant que [le pont l'était aussi].",
        "Le maire a déclaré que [le port était fermé] et a ajouté que [le pont l'était aussi].",
        "Le maire a dit que [le port était fermé], notant que [le pont tenait], avant d'ajouter que [tout va bien].",
        "[Le port est fermé], a déclaré le maire, précisant que [deux ponts étaient coupés].",
        # But not where somebody else speaks inside what is said.
        "Le maire affirme que [le chef a dit que [le port était fermé]].",
        # What a comma sets off after the conjunction belongs to the clause, and may hold a source of its own.
        "Le maire a déclaré que [selon des témoins, [le port était fermé]].",
        # In a relative clause it ends before the verb of the clause around.
        "Le maire, qui affirme que [le pont tient], a quitté la ville.",
        "Le maire, qui dit que [le pont, qui date de 1990, tient], a quitté la ville.",
        # A nominal content ends before a relative clause.
        "L'ONU a condamné [l'attaque du convoi], qui a fait dix morts.",
        "Le maire a annoncé lundi [la fermeture du port de Kafra].",
    ],
)
def test_reported_clauses(marked: str, events_in: EventsIn) -> None:
    check(marked, events_in)


@pytest.mark.parametrize(
    "marked",
    [
        "« [Le port est fermé] », a déclaré le maire.",
        "“[Le port est fermé]”, a déclaré le maire.",
        '"[Le port est fermé]", a déclaré le maire.',
        "« [Le port est fermé !] », s'est écrié le maire.",
        # Several sentences.
        "« [Le port est fermé. Il le restera un mois] », a déclaré le maire.",
        "Le maire a déclaré : « [Le port est fermé. Deux ponts sont coupés. Nous le savons]. » Il est parti.",
        # A cue splits a quotation in two, in its sentence or with the next one.
        "« [Le port], a déclaré le maire, [restera fermé un mois]. »",
        "« [Le port est fermé] », a déclaré le maire, « [et le pont aussi] ».",
        "« [Le port est fermé] », a déclaré le maire. « [Il le restera un mois]. »",
        # A quotation inside the quotation, or inside the clause, belongs to it.
        "Le maire a déclaré : « [Le port est fermé, “définitivement”, et le pont aussi]. »",
        "Le maire affirme que [l'armée « a bombardé le port » lundi].",
        # A quotation after `que` goes on over its sentences; pronouns before the verb of the cue are not said.
        "Le maire explique que « [les uns gardent tout. Les autres n'ont rien] ». Le marché baisse.",
        "« [Le port est fermé pour longtemps] », m'a dit le maire.",
        # Words within a sentence, and a sentence that stands beside another.
        "[Le maire est « très fatigué »], a dit son adjoint.",
    ],
)
def test_quotations(marked: str, events_in: EventsIn) -> None:
    check(marked, events_in)


@pytest.mark.parametrize(
    "marked",
    [
        "[Le port est fermé], a déclaré le maire.",
        "[Le port est fermé], a déclaré le maire. Le pont tient.",
        "[Le pont tient], selon le maire.",
        "Selon le maire, [le pont tient].",
        # Time stamps and datelines are not said by anybody.
        "21h15 - [Le port est fermé], a déclaré le maire.",
        "KAFRA, 12 mars - [Le port est fermé], a déclaré le maire.",
        # After a semicolon, a connective or the conjunction of the clause that it splits.
        "Les combats ont repris ; [pas de blessé], selon la mairie.",
        "Le chef exige [une rançon], faute de quoi, menace-t-il, [deux otages seront tués].",
        "[L'équipage reconnaît], indique le rapport, [[avoir été payé par un courtier]].",
        "Le procès vise un groupe, dont [deux membres ont reconnu], d'après leur avocat, [[avoir tiré sur la foule]].",
    ],
)
def test_cues_without_quotation_marks(marked: str, events_in: EventsIn) -> None:
    check(marked, events_in)


def check(marked: str, events_in: EventsIn) -> None:
    """The contents found are the bracketed words, in the order in which they begin."""
    text = re.sub(r"[\[\]]", "", marked)
    wanted: list[str] = []
    opened: list[tuple[int, int]] = []
    position = 0
    for character in marked:
        if character == "[":
            opened.append((len(wanted), position))
            wanted.append("")
        elif character == "]":
            rank, start = opened.pop()
            wanted[rank] = text[start:position]
        else:
            position += 1
    found = [(a.start, a.text) for event in events_in(text) for a in event.arguments if a.role == "content"]
    assert [words for _, words in sorted(found, key=lambda piece: (piece[0], -len(piece[1])))] == wanted


def test_what_is_announced_in_the_sentence_before(events_in: EventsIn) -> None:
    check("[Varsovie livrera vingt obusiers à Kiev]. L'annonce a été faite par le ministre de la Défense.", events_in)


def test_an_attack_is_not_what_was_said_before(events_in: EventsIn) -> None:
    check("Un homme a tiré sur la foule. [La fusillade] n'a pas été revendiquée.", events_in)
