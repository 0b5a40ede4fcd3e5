"""In whose words an event stands: the claims whose content holds it, innermost first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from evtx.linking.linked import Linked
from evtx.linking.stretches import Stretches
from evtx.matching.found import Clause

_OWNING = "responsibility"


class Holder(NamedTuple):
    """A claim by what it says: where that begins and ends, how long it is, and the claim's place among the events."""

    start: int
    end: int
    size: int
    position: int
    claim: Linked


def attribute(events: Sequence[Linked]) -> list[Linked]:
    """Every event with the positions of the claims in whose content its trigger stands."""
    claims = (holder(position, event) for position, event in enumerate(events) if event.contents)
    holders = Stretches((claim.start, claim.end, claim) for claim in claims)
    return [_held(position, event, holders) for position, event in enumerate(events)]


def told(events: Sequence[Linked], clauses: Sequence[Clause], definite: Callable[[Clause, int], bool]) -> list[Linked]:
    """The events, those that a claim of responsibility takes as known told by the text itself.

    `The attack was claimed by X` and `X claimed the attack` say that there was one; `X claimed an attack` does not.
    """
    return [
        event._replace(
            attribution=tuple(p for p in event.attribution if not known(event, events[p], clauses, definite))
        )
        if event.attribution and not event.speaks
        else event
        for event in events
    ]


def known(event: Linked, claim: Linked, clauses: Sequence[Clause], definite: Callable[[Clause, int], bool]) -> bool:
    """Whether a claim of responsibility speaks of an event as of something known."""
    content = claim.found.content
    if claim.found.subtype != _OWNING or content is None or event.found.sentence != claim.found.sentence:
        return False
    if content.cell != event.found.cell:
        return False
    bare = all(filler.implied or filler.role == event.found.agent_role for filler in event.fillers)
    return content.kind == "subject" or (bare and definite(clauses[event.found.sentence], content.cell))


def holder(position: int, claim: Linked) -> Holder:
    """A claim that has contents, as a holder of other events."""
    starts, ends = zip(*claim.contents, strict=True)
    return Holder(min(starts), max(ends), _size(claim), position, claim)


def _held(position: int, event: Linked, holders: Stretches[Holder]) -> Linked:
    attribution = _holders(position, event, holders)
    return event._replace(attribution=attribution) if attribution else event


def _holders(position: int, event: Linked, holders: Stretches[Holder]) -> tuple[int, ...]:
    start, end = event.found.trigger.start, event.found.trigger.end
    around = [
        (size, other)
        for first, last, size, other, claim in holders.near(start, end)
        if first < end and start < last and other != position and _holds(claim, event)
    ]
    return tuple(other for _, other in sorted(around))


def _holds(claim: Linked, event: Linked) -> bool:
    trigger = event.found.trigger
    return any(span.overlaps(trigger) for span in claim.contents) and not _speaks_first(event, claim)


def _speaks_first(event: Linked, claim: Linked) -> bool:
    """Two claims that each hold the other's trigger: the one whose content is larger holds the other."""
    inside = any(span.overlaps(claim.found.trigger) for span in event.contents)
    return inside and _size(event) > _size(claim)


def _size(claim: Linked) -> int:
    return sum(span.length for span in claim.contents)
