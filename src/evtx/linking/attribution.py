"""In whose words an event stands: the claims whose content holds it, innermost first."""

from __future__ import annotations

from collections.abc import Sequence

from evtx.linking.linked import Linked


def attribute(events: Sequence[Linked]) -> list[Linked]:
    """Every event with the positions of the claims in whose content its trigger stands."""
    holders = [(position, event) for position, event in enumerate(events) if event.contents]
    if not holders:
        return list(events)
    return [_held(position, event, holders) for position, event in enumerate(events)]


def _held(position: int, event: Linked, holders: Sequence[tuple[int, Linked]]) -> Linked:
    attribution = _holders(position, event, holders)
    return event._replace(attribution=attribution) if attribution else event


def _holders(position: int, event: Linked, holders: Sequence[tuple[int, Linked]]) -> tuple[int, ...]:
    start, end = event.found.trigger.start, event.found.trigger.end
    around = [
        (sum(span.length for span in holder.contents), other)
        for other, holder in holders
        if other != position
        and any(span.start < end and start < span.end for span in holder.contents)
        and not _speaks_first(event, holder)
    ]
    return tuple(other for _, other in sorted(around))


def _speaks_first(event: Linked, holder: Linked) -> bool:
    """Two claims that each hold the other's trigger: the one whose content is larger holds the other."""
    mine = sum(span.length for span in event.contents)
    inside = any(span.overlaps(holder.found.trigger) for span in event.contents)
    return inside and mine > sum(span.length for span in holder.contents)
