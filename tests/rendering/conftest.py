"""A small document with a claim, an attack in it, a delivery and an event of a type of its own."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from evtx.event import Argument, DateValue, Derivation, Event, Extraction, Mention

WEEK = DateValue(
    edtf="2020-12-07/2020-12-09",
    earliest=dt.date(2020, 12, 7),
    latest=dt.date(2020, 12, 9),
    granularity="part",
    text="au début de la semaine dernière",
    start=60,
    end=91,
    anchor="dct",
)
DAY = DateValue("2020-12-15", dt.date(2020, 12, 15), dt.date(2020, 12, 15), "day", "mardi 15 décembre", 5, 22, "text")


def event(id_: str, kind: str, subtype: str, *arguments: Argument, **changes: Any) -> Event:
    plain: dict[str, Any] = {
        "triggers": (Mention("a annoncé", 10, 19),),
        "date": None,
        "polarity": "positive",
        "modality": "asserted",
        "attribution": (),
    }
    return Event(
        id=id_,
        type=kind,
        subtype=subtype,
        arguments=arguments,
        sentence=(0, 100),
        derivations=(Derivation("fr.some.rule", "fr/some.yml", 3, "active"),),
        **{**plain, **changes},
    )


@pytest.fixture
def extraction() -> Extraction:
    """Everything a renderer may meet."""
    return Extraction(
        source="a.txt",
        language="fr",
        dct=DateValue("2020-12", dt.date(2020, 12, 1), dt.date(2020, 12, 31), "month", "2020-12", 6, 13, "header"),
        events=(
            event(
                "e1",
                "claim",
                "denial",
                Argument("speaker", "Elle", 0, 4, resolved="La ministre"),
                Argument("content", "avoir livré des obus", 20, 40),
                date=DAY,
            ),
            event(
                "e2",
                "attack",
                "shelling",
                Argument("attacker", "l'armée", 0, 7, implied=True),
                Argument("target", "Kafra", 8, 13),
                Argument("killed", "quatre soldats", 14, 28),
                modality="planned",
                polarity="negative",
                attribution=("e1",),
            ),
            event("e3", "delivery", "supply", Argument("cargo", "=1+1", 0, 4), date=WEEK, attribution=("e1",)),
            event("e4", "meeting", "summit", Argument("guest", "le maire", 0, 8)),
        ),
        warnings=("something to know",),
    )
