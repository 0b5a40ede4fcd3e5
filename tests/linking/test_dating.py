"""Which date belongs to which event."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from evtx.event import Event

EventsIn = Callable[[str], tuple[Event, ...]]


# Read on Tuesday 12 March 2024; triggers with the dates of their events, `-` for none.
@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("Lundi, l'armée a bombardé le port.", "a bombardé 2024-03-11"),
        ("L'armée a bombardé le port lundi.", "a bombardé 2024-03-11"),
        ("L'attaque du 3 mars contre le port a fait dix morts.", "attaque 2024-03-03"),
        ("Le port, bombardé dimanche, a rouvert lundi.", "bombardé 2024-03-10"),
        ("Le convoi attaqué lundi est arrivé mardi à Kafra.", "attaqué 2024-03-11"),
        ("La Turquie livre des drones depuis 2022.", "livre 2022/.."),
        # The date of a speech is not copied to what is said, nor the other way round.
        ("Le ministre a annoncé lundi la livraison de dix chars.", "a annoncé 2024-03-11; livraison -"),
        ("Le ministre a annoncé que l'armée avait bombardé le port lundi.", "a annoncé -; avait bombardé 2024-03-11"),
        ("Le ministre a annoncé lundi que l'armée avait bombardé le port dimanche.",
         "a annoncé 2024-03-11; avait bombardé 2024-03-10"),
        ("L'armée a bombardé le port lundi, a annoncé le ministre mardi.",
         "a bombardé 2024-03-11; a annoncé 2024-03-12"),
        ("« Nous avons attaqué le port lundi », a déclaré le chef.", "avons attaqué 2024-03-11; a déclaré -"),
        # A day that is reckoned from the day of the speech.
        ("Lundi, le ministre a affirmé que l'armée avait bombardé le port la veille.",
         "a affirmé 2024-03-11; avait bombardé 2024-03-10"),
        # What looks ahead takes the day to come.
        ("L'armée livrera des vivres vendredi.", "livrera 2024-03-15"),
        # A time stamp and the date of a dateline date nothing.
        ("21h15 - L'armée a bombardé le port.", "a bombardé -"),
        ("KAFRA, 12 mars - L'armée a bombardé le port.", "a bombardé -"),
        # No evidence, no date.
        ("L'armée a bombardé le port.", "a bombardé -"),
        ("Lundi, le maire dormait. L'armée a bombardé le port.", "a bombardé -"),
    ],
)  # fmt: skip
def test_dates_and_their_events(text: str, dates: str, events_in: EventsIn) -> None:
    found = [(event.triggers[0].text, event.date.edtf if event.date else "-") for event in events_in(text)]
    assert "; ".join(" ".join(pair) for pair in found) == dates


def test_a_date_keeps_its_words_and_what_it_was_reckoned_from(events_in: EventsIn) -> None:
    (event,) = events_in("L'armée a bombardé le port lundi.")
    assert event.date is not None
    assert (event.date.text, event.date.start, event.date.end, event.date.anchor) == ("lundi", 27, 32, "dct")
