"""From linked events to the values that users see: texts, ids, derivations."""

from __future__ import annotations

from collections.abc import Sequence

from evtx.event import Argument, Derivation, Event, Mention, Step
from evtx.linking.linked import Linked
from evtx.matching.found import Filler, Found


def name_events(events: Sequence[Linked], text: str, sentences: Sequence[tuple[int, int]]) -> tuple[Event, ...]:
    """The events in the order of their first triggers, with ids e1, e2 ... that attribution refers to."""
    ids = ids_of(events)
    return tuple(named(events[position], id_, ids, text, sentences) for position, id_ in ids.items())


def ids_of(events: Sequence[Linked]) -> dict[int, str]:
    """Position -> id of every event, in the order of their first triggers."""
    order = sorted(range(len(events)), key=lambda position: events[position].founds[0].trigger.start)
    return {position: f"e{rank}" for rank, position in enumerate(order, 1)}


def named(event: Linked, id_: str, ids: dict[int, str], text: str, sentences: Sequence[tuple[int, int]]) -> Event:
    """One event with its words filled in."""
    founds = event.founds
    contents = tuple(Filler("content", span) for span in event.contents)
    arguments = [argument(filler, text) for filler in (*event.fillers, *contents)]
    return Event(
        id=id_,
        type=event.found.event,
        subtype=event.found.subtype,
        triggers=tuple(Mention(f.trigger.text(text), f.trigger.start, f.trigger.end) for f in founds),
        arguments=tuple(arguments),
        date=event.date,
        polarity=event.polarity,
        modality=event.modality,
        attribution=tuple(ids[position] for position in event.attribution),
        sentence=sentences[event.found.sentence],
        derivations=tuple(derivation(found, text) for found in (event.found, *event.also)),
    )


def argument(filler: Filler, text: str) -> Argument:
    """A filler with its words."""
    span = filler.span
    return Argument(filler.role, span.text(text), span.start, span.end, filler.resolved, filler.implied)


def derivation(found: Found, text: str) -> Derivation:
    """Which rule found a mention, and from which words."""
    position = found.rule.position
    spans = [("trigger", found.trigger), *((filler.role, filler.span) for filler in found.fillers)]
    steps = tuple(Step(element, span.text(text), span.start, span.end) for element, span in spans)
    return Derivation(found.rule.id, position.file, position.line, found.construction, steps)
