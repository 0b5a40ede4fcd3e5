"""Verbs in conditions, and after words of fear."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from evtx.event import Event

EventsIn = Callable[[str], tuple[Event, ...]]


@pytest.mark.parametrize(
    ("text", "judgements"),
    [
        ("Si l'armée bombarde la ville, les civils fuiront.", ["hypothetical positive"]),
        ("Si les rebelles attaquent le port et incendient les dépôts, tout s'arrête.", ["hypothetical positive"] * 2),
        ("Si l'armée a bombardé la ville, elle n'a pas pris le port.", ["asserted positive"]),
        ("L'armée n'a pas bombardé la ville, même si le maire le demandait.", ["asserted negative"]),
        ("Le maire craint que l'armée ne bombarde la ville.", ["possible positive"]),
        ("Le maire craint que l'armée ne bombarde pas la colline.", ["possible negative"]),
        ("Les civils ont fui avant que les rebelles n'attaquent le camp.", ["possible positive"]),
        ("Le pont tient, à condition que l'armée bombarde la colline.", ["hypothetical positive"]),
    ],
)
def test_modality_and_polarity(text: str, judgements: list[str], events_in: EventsIn) -> None:
    attacks = [event for event in events_in(text) if event.type == "attack"]
    assert [f"{event.modality} {event.polarity}" for event in attacks] == judgements
