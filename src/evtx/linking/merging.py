"""Which mentions are one event: several words for one attack or delivery become one event with all their arguments."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from evtx.linking.linked import Linked
from evtx.matching.found import Clause, Filler, Found

_NEAR = 2
_WITHIN = 4
_TELLING = ("cargo", "place", "destination")
_DEFINING = ("target", "killed", "attacker", "cargo", "vehicle", "recipient", "destination", "place")


class Kin(NamedTuple):
    """What decides whether two mentions may be one: which subtypes go together, how words are folded."""

    generic: frozenset[str]
    fold: Callable[[str], str]
    definite: Callable[[Clause, int], bool]


def merge(events: Sequence[Linked], clauses: Sequence[Clause], text: str, kin: Kin) -> list[list[int]]:
    """Groups of positions that are one event, each in the order of the text; acts of speech stay single."""
    groups: list[list[int]] = []
    for position, event in enumerate(events):
        home = (
            None
            if event.found.content is not None or event.contents
            else find_home(position, events, groups, clauses, text, kin)
        )
        if home is None:
            groups.append([position])
        else:
            home.append(position)
    return groups


def find_home(
    position: int, events: Sequence[Linked], groups: Sequence[list[int]], clauses: Sequence[Clause], text: str, kin: Kin
) -> list[int] | None:
    """The latest group that the event belongs to, None when it is a new event."""
    event = events[position]
    for group in reversed(groups):
        others = [events[other] for other in group]
        if others[0].found.event != event.found.event or others[0].contents:
            continue
        if belongs(event, others, clauses, text, kin):
            return group
    return None


def belongs(event: Linked, group: Sequence[Linked], clauses: Sequence[Clause], text: str, kin: Kin) -> bool:
    """Whether a mention is one more mention of the event of a group."""
    distance = event.found.sentence - group[-1].found.sentence
    if distance > _WITHIN or conflicting(event, group, text, kin):
        return False
    if distance == 0:
        return same_clause(event.found, group[-1].found, clauses) or shares(event, group, text, kin)
    if shares(event, group, text, kin):
        return True
    clause = clauses[event.found.sentence]
    counted = any(f.cell == event.found.cell for f in event.fillers)
    pointing = counted or kin.definite(clause, event.found.cell)
    bare = event.found.verb is None and pointing and not own_arguments(event)
    return bare and (event.found.anaphoric or distance <= _NEAR)


def own_arguments(event: Linked) -> list[Filler]:
    """The arguments that tell an event from others."""
    return [f for f in event.fillers if f.role in ("target", "place", "cargo", "recipient", "destination")]


def conflicting(event: Linked, group: Sequence[Linked], text: str, kin: Kin) -> bool:
    """Whether subtype, date or polarity keep a mention apart from a group."""
    for other in group:
        if other.date and event.date and other.date.edtf != event.date.edtf and not _overlap(event, other):
            return True
        pair = {event.found.subtype, other.found.subtype}
        if len(pair) == 2 and not pair & kin.generic:
            return True
        if {event.polarity, other.polarity} == {"positive", "negative"}:
            return True
        if different(event, other, text, kin):
            return True
    return False


def different(event: Linked, other: Linked, text: str, kin: Kin) -> bool:
    """Whether both name what tells events apart, and name it differently."""
    if event.found.sentence == other.found.sentence:
        return False
    for role in _TELLING:
        mine = {_key(f, text, kin) for f in event.fillers if f.role == role} - {""}
        theirs = {_key(f, text, kin) for f in other.fillers if f.role == role} - {""}
        if mine and theirs and not mine & theirs:
            return True
    return False


def _overlap(event: Linked, other: Linked) -> bool:
    a, b = event.date, other.date
    if not (a and b and a.earliest and b.earliest and a.latest and b.latest):
        return False
    return a.earliest <= b.latest and b.earliest <= a.latest


def same_clause(event: Found, other: Found, clauses: Sequence[Clause]) -> bool:
    """Whether one trigger stands in the clause of the other, with nothing between that would begin a new event."""
    low, high = sorted((event.cell, other.cell))
    kinds = [cell.kind for cell in clauses[event.sentence].cells[low + 1 : high]]
    return not any(kind in ";:qwls" for kind in kinds)


def shares(event: Linked, group: Sequence[Linked], text: str, kin: Kin) -> bool:
    """Whether a mention names an argument of the group again: the same words in the same role."""
    mine = {(f.role, _key(f, text, kin)) for f in event.fillers if f.role in _DEFINING}
    theirs = {(f.role, _key(f, text, kin)) for other in group for f in other.fillers if f.role in _DEFINING}
    return bool({pair for pair in mine if pair[1]} & theirs)


def _key(filler: Filler, text: str, kin: Kin) -> str:
    return "" if filler.type == "pronoun" else kin.fold(filler.resolved or filler.span.text(text))


def union(group: Sequence[Linked], kin: Kin, text: str) -> Linked:
    """One event of several mentions: the most telling subtype, all arguments, the first date."""
    lead = min(group, key=lambda e: (e.found.anaphoric, e.found.subtype in kin.generic, e.found.trigger.start))
    fillers: list[Filler] = []
    for event in sorted(group, key=lambda e: e.found.trigger.start):
        for filler in event.fillers:
            if not any(f.role == filler.role and _same(f, filler, text, kin) for f in fillers):
                fillers.append(filler)
    dated = next((event.date for event in group if event.date), None)
    asserted = any(not event.attribution for event in group)
    attribution: tuple[int, ...] = () if asserted else tuple(dict.fromkeys(p for e in group for p in e.attribution))
    strongest = next((e for e in group if e.modality == "asserted"), lead)
    return lead._replace(
        fillers=tuple(fillers),
        date=dated,
        attribution=attribution,
        modality=strongest.modality,
        also=tuple(event.found for event in group if event is not lead),
    )


def _same(one: Filler, other: Filler, text: str, kin: Kin) -> bool:
    return one.span.overlaps(other.span) or (
        bool(_key(one, text, kin)) and _key(one, text, kin) == _key(other, text, kin)
    )
