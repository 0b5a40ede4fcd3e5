"""Which mentions are one event: several words for one attack or delivery become one event with all their arguments."""

from __future__ import annotations

from collections.abc import Sequence

from evtx.linking.kinship import Scene, belongs
from evtx.linking.linked import Linked
from evtx.matching.found import Filler

WITHIN = 4
"""How many sentences back a mention is compared with events told before."""
# How many mentions of an event, the last ones, a further one is compared with.
_COMPARED = 20


def merge(events: Sequence[Linked], scene: Scene) -> list[list[int]]:
    """Groups of positions that are one event, each in the order of the text; acts of speech stay single."""
    groups: list[list[int]] = []
    near: list[list[int]] = []
    for position, event in enumerate(events):
        speaks = event.found.content is not None or bool(event.contents)
        near = [group for group in near if event.found.sentence - events[group[-1]].found.sentence <= WITHIN]
        home = None if speaks else find_home(event, events, near, scene)
        if home is None:
            groups.append([position])
            near += [] if event.contents else groups[-1:]
        else:
            home.append(position)
    return groups


def find_home(event: Linked, events: Sequence[Linked], groups: Sequence[list[int]], scene: Scene) -> list[int] | None:
    """The group that the event belongs to, of those told of near by; None when it is a new event.

    The latest that fits; a noun that only points back means the one of them that is spoken of most.
    """
    fitting = [
        group
        for group in reversed(groups)
        if events[group[0]].found.event == event.found.event
        and belongs(event, [events[other] for other in group[-_COMPARED:]], scene)
    ]
    if event.found.anaphoric and not any(events[g[-1]].found.sentence == event.found.sentence for g in fitting[:1]):
        return max(fitting, key=len, default=None)
    return fitting[0] if fitting else None


def union(group: Sequence[Linked], scene: Scene) -> Linked:
    """One event of several mentions: the most telling subtype, all arguments, the first date."""
    generic = scene.kin.generic
    if len(group) == 1:
        return specified(group[0], group, generic)
    lead = min(group, key=lambda e: (e.found.anaphoric, e.found.subtype in generic, e.found.trigger.start))
    fillers: list[Filler] = []
    for event in sorted(group, key=lambda e: e.found.trigger.start):
        for filler in event.fillers:
            if not any(same_filler(other, filler, scene) for other in fillers):
                fillers.append(filler)
    asserted = any(not event.attribution for event in group)
    attribution: tuple[int, ...] = () if asserted else tuple(dict.fromkeys(p for e in group for p in e.attribution))
    strongest = next((e for e in group if e.modality == "asserted"), lead)
    return specified(lead, group, generic)._replace(
        fillers=tuple(fillers),
        date=next((event.date for event in group if event.date), None),
        attribution=attribution,
        modality=strongest.modality,
        also=tuple(event.found for event in group if event is not lead),
    )


def specified(lead: Linked, group: Sequence[Linked], generic: frozenset[str]) -> Linked:
    """An event whose words tell no subtype with the one that arguments of its mentions tell."""
    told = next((event.found.told for event in group if event.found.told), "")
    return lead._replace(found=lead.found._replace(subtype=told)) if told and lead.found.subtype in generic else lead


def same_filler(one: Filler, other: Filler, scene: Scene) -> bool:
    """Whether two fillers are the same words, or the same in other words, in one role."""
    if one.role != other.role:
        return False
    return one.span.overlaps(other.span) or (bool(scene.key(one)) and scene.key(one) == scene.key(other))
