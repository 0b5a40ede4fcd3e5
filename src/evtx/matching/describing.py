"""Participles that only describe the carrier of another event: their phrases are told of that event."""

from __future__ import annotations

from collections.abc import Sequence

from evtx.matching.found import Clause, Filler, Found

# Roles that the carrier may have in the event that is told, and the one that it has in both then.
_CARRIED = ("vehicle", "cargo")
# Who stops a carrier, and the roles that tell of the voyage that he ends, an event of its own.
_STOPPER = "interceptor"
_VOYAGE = frozenset(("origin", "destination", "via"))


def without_descriptions(found: Sequence[Found], clause: Clause) -> list[Found]:
    """The events, those that describe the carrier of another made part of it: `lorries laden with flour came in`."""
    kept = list(found)
    for event in found:
        if clause.cells[event.cell].kind != "B":
            continue
        told = next((other for other in kept if other is not event and describes(event, other, clause)), None)
        if told is not None:
            kept[kept.index(told)] = enriched(told, event)
            kept.remove(event)
    return kept


def describes(event: Found, other: Found, clause: Clause) -> bool:
    """Whether a participle's carrier is the carrier or the load of an event that another word tells.

    Who is stopped is not described by that: it is an event of its own.
    """
    carrier = event.filler(_CARRIED[0])
    if carrier is None or carrier.cell < 0 or other.event != event.event or clause.cells[other.cell].kind == "B":
        return False
    if event.agent_role == _STOPPER:
        return False
    if other.agent_role == _STOPPER and any(filler.role in _VOYAGE for filler in event.fillers):
        return False
    return any(filler.span.overlaps(carrier.span) and filler.role in _CARRIED for filler in other.fillers)


def enriched(told: Found, description: Found) -> Found:
    """An event with the phrases of a participle that describes its carrier."""
    carrier = description.filler(_CARRIED[0])
    fillers = [_as_carrier(filler, carrier) for filler in told.fillers]
    held = {filler.role for filler in fillers}
    return told._replace(fillers=(*fillers, *(f for f in description.fillers if f.role not in held)))


def _as_carrier(filler: Filler, carrier: Filler | None) -> Filler:
    same = carrier is not None and filler.span.overlaps(carrier.span) and filler.role in _CARRIED
    return filler._replace(role=_CARRIED[0]) if same else filler
