"""In whose words an event stands, and what that makes of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from evtx.event import Event

EventsIn = Callable[[str], tuple[Event, ...]]


def attribution(event: Event, events: tuple[Event, ...]) -> list[str]:
    """The triggers of the claims in whose content the event stands, innermost first."""
    names = {other.id: other.triggers[0].text for other in events}
    return [names[id_] for id_ in event.attribution]


def attack(events: tuple[Event, ...]) -> Event:
    return next(event for event in events if event.type != "claim")


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("L'armée a bombardé le port.", []),
        ("Le ministre affirme que l'armée a bombardé le port.", ["affirme"]),
        ("L'armée a bombardé le port, selon le maire.", ["selon"]),
        ("« Nous avons attaqué le port », a déclaré le chef.", ["a déclaré"]),
        ("Le ministre a démenti que l'armée ait bombardé le port.", ["a démenti"]),
        ("Le maire dit que le pont, bombardé lundi, tient.", ["dit"]),
        (
            "Omar Tavi a affirmé que Lina Orsel avait démenti que l'armée ait livré des armes à la milice.",
            ["avait démenti", "a affirmé"],
        ),
        ("Le porte-parole dit que le ministre a annoncé que l'armée a bombardé le port.", ["a annoncé", "dit"]),
        ("Le colonel dit que, selon des témoins, l'armée a bombardé le port.", ["selon", "dit"]),
        ("Il dément les informations de la radio selon lesquelles ses hommes ont bombardé le port.", ["dément"]),
        # A claim of responsibility for what is known does not tell of it, one for something new does.
        ("L'attaque du port a été revendiquée par les Lions de Sarr.", []),
        ("Les Lions de Sarr ont revendiqué une attaque contre le port.", ["ont revendiqué"]),
        # What the text itself asserts has no attribution, however many repeat it.
        ("L'armée a bombardé le port. Le ministre affirme que l'armée a bombardé le port.", []),
        # What stands only in the words of others has them all.
        ("Le ministre dit que l'armée a bombardé le port. L'armée a nié avoir bombardé le port.", ["dit", "a nié"]),
        # What is told after the content of a claim is not said by its speaker.
        ("Le maire a annoncé la trêve ; l'armée a bombardé le port.", []),
    ],
)
def test_the_claims_around_an_event_innermost_first(text: str, claims: list[str], events_in: EventsIn) -> None:
    events = events_in(text)
    assert attribution(attack(events), events) == claims


def test_a_claim_inside_a_claim_is_attributed_too(events_in: EventsIn) -> None:
    events = events_in("Le maire affirme que le chef a dit que le port était fermé.")
    inner = next(event for event in events if event.triggers[0].text == "a dit")
    assert attribution(inner, events) == ["affirme"]


@pytest.mark.parametrize(
    ("text", "modality", "polarity"),
    [
        ("L'armée a bombardé le port.", "asserted", "positive"),
        ("L'armée n'a pas bombardé le port.", "asserted", "negative"),
        ("L'armée ne bombarde que le port.", "asserted", "positive"),
        ("L'armée aurait bombardé le port.", "alleged", "positive"),
        ("L'armée bombardera le port demain.", "planned", "positive"),
        ("L'armée va bombarder le port.", "planned", "positive"),
        ("L'armée pourrait bombarder le port.", "possible", "positive"),
        ("L'armée a pu livrer des vivres.", "asserted", "positive"),
        ("L'armée n'a pas pu livrer les vivres.", "asserted", "negative"),
        # The claim around it decides: threatened, demanded, promised, denied.
        ("Le groupe menace de bombarder le port.", "threatened", "positive"),
        ("L'ONU demande à l'armée de livrer des vivres.", "demanded", "positive"),
        ("L'armée a promis de livrer des vivres.", "planned", "positive"),
        ("Le ministre a annoncé la livraison de dix chars à l'armée.", "planned", "positive"),
        ("Le ministre nie que l'armée ait bombardé le port.", "alleged", "positive"),
        ("Le maire a confirmé que l'armée n'avait pas bombardé le port.", "asserted", "negative"),
        # A conditional in reported speech looks ahead when it is simple, and reports hearsay when it is not.
        ("Le ministre a déclaré que l'armée bombarderait le port.", "planned", "positive"),
        ("Selon le maire, l'armée aurait bombardé le port.", "alleged", "positive"),
        # What the words of a rule say: foiled, refused, suspended.
        ("La police a déjoué un attentat contre le marché.", "planned", "negative"),
        ("L'armée a refusé de livrer des vivres à la ville.", "planned", "negative"),
        ("La Turquie a suspendu la livraison de drones à l'armée.", "planned", "negative"),
        ("Toute livraison de missiles serait une faute.", "hypothetical", "positive"),
        # What somebody means to do, or refuses to do.
        ("La France a accepté de livrer dix chars à Kiev.", "planned", "positive"),
        ("La France a refusé lundi de livrer dix chars.", "planned", "negative"),
        ("Les soldats n'ont pas refusé de tirer sur la foule.", "planned", "positive"),
    ],
)
def test_whether_it_happened(text: str, modality: str, polarity: str, events_in: EventsIn) -> None:
    event = attack(events_in(text))
    assert (event.modality, event.polarity) == (modality, polarity)


def test_a_claim_is_not_made_a_threat_by_what_it_tells_of(events_in: EventsIn) -> None:
    events = events_in("Le maire affirme que le chef menace de bombarder le port.")
    assert [event.modality for event in events] == ["asserted", "asserted", "threatened"]


def test_nobody_claimed_it(events_in: EventsIn) -> None:
    claim = next(e for e in events_in("L'attaque du port n'a pas été revendiquée.") if e.type == "claim")
    assert (claim.subtype, claim.polarity) == ("responsibility", "negative")
    assert [a.role for a in claim.arguments] == ["content"]
