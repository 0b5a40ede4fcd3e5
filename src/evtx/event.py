"""What evtx gives back: events with their triggers, arguments, dates and derivation."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple


class Mention(NamedTuple):
    """Words of the document, with their offsets (code points, half open)."""

    text: str
    start: int
    end: int


class DateValue(NamedTuple):
    """A date read from the text.

    `edtf` is an EDTF string (level 0, and 1 or 2 where the words need it); `earliest` and `latest` are the first and
    last day it may mean, None where open. `anchor` says what it was reckoned from: `text` (the words suffice), `dct`
    (document creation time), `speech` (a dated act of speech around it), `last` (the last date before it), `weekday`
    (solved from weekdays), `header`, `option`, or `none`. `reason` says in words how the value came about.
    """

    edtf: str
    earliest: dt.date | None
    latest: dt.date | None
    granularity: str
    text: str
    start: int
    end: int
    anchor: str
    alternatives: tuple[str, ...] = ()
    note: str | None = None
    reason: str = ""


class Argument(NamedTuple):
    """A mention with a role; `resolved` is the fuller name a pronoun or short form stands for, None when it needs none.

    `implied` marks an argument that another clause or claim supplies, not the words around the trigger.
    """

    role: str
    text: str
    start: int
    end: int
    resolved: str | None = None
    implied: bool = False


class Step(NamedTuple):
    """One line of a derivation: an element of a rule and the words that it matched."""

    element: str
    text: str
    start: int
    end: int


class Derivation(NamedTuple):
    """Why an event was found: the rule, where it stands, and what matched what."""

    rule: str
    file: str
    line: int
    construction: str
    steps: tuple[Step, ...] = ()


class Event(NamedTuple):
    """A claim, an attack or a delivery (or another type that the rules define); see docs/output.md for the fields."""

    id: str
    type: str
    subtype: str
    triggers: tuple[Mention, ...]
    arguments: tuple[Argument, ...]
    date: DateValue | None
    polarity: str
    modality: str
    attribution: tuple[str, ...]
    sentence: tuple[int, int]
    derivations: tuple[Derivation, ...]

    @property
    def rule(self) -> str:
        """Id of the rule that found the event first."""
        return self.derivations[0].rule


class Extraction(NamedTuple):
    """All that was read from one document."""

    source: str
    language: str
    dct: DateValue | None
    events: tuple[Event, ...]
    warnings: tuple[str, ...] = ()
