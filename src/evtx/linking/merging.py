"""Which mentions are one event: several words for one attack or delivery become one event with all their arguments."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from evtx.linking.linked import Linked
from evtx.matching.found import Clause, Filler, Found

# How many sentences a definite noun points back, and how many a mention with a shared argument.
_NEAR = 2
_WITHIN = 4
# How many mentions of an event, the last ones, a further one is compared with.
_COMPARED = 20
_TELLING = ("cargo", "place", "destination", "target")
_OBJECTS = ("target", "cargo")
_DEFINING = ("target", "killed", "attacker", "cargo", "vehicle", "recipient", "destination", "place")
_OWN = ("target", "place", "cargo", "recipient", "destination")
_CASUALTIES = frozenset(("killed", "injured"))
_NEW_CLAUSE = re.compile("[VS].*c.*N")
_REAL = frozenset(("asserted", "alleged"))


class Kin(NamedTuple):
    """What decides whether two mentions may be one.

    `generic` are the subtypes that say no more than the type; `fold` folds words for comparison; `definite` and
    `demonstrative` tell of the noun phrase at a cell whether it points to something already named, `sequel` whether it
    tells of what came before or after.
    """

    generic: frozenset[str]
    fold: Callable[[str], str]
    definite: Callable[[Clause, int], bool]
    demonstrative: Callable[[Clause, int], bool]
    sequel: Callable[[Clause, int], bool]


class Scene(NamedTuple):
    """What merging looks at besides the events: the clauses, the text, and what decides."""

    clauses: Sequence[Clause]
    text: str
    kin: Kin

    def key(self, filler: Filler) -> str:
        """A filler's words folded for comparison, those it stands for where it is resolved; empty for a pronoun."""
        if filler.type == "pronoun" and not filler.resolved:
            return ""
        return self.kin.fold(filler.resolved or filler.span.text(self.text))

    def keys(self, event: Linked, roles: Sequence[str]) -> set[tuple[str, str]]:
        """The fillers of some roles as roles and folded words."""
        found = ((filler.role, self.key(filler)) for filler in event.fillers if filler.role in roles)
        return {pair for pair in found if pair[1]}


def merge(events: Sequence[Linked], scene: Scene) -> list[list[int]]:
    """Groups of positions that are one event, each in the order of the text; acts of speech stay single."""
    groups: list[list[int]] = []
    near: list[list[int]] = []
    for position, event in enumerate(events):
        speaks = event.found.content is not None or bool(event.contents)
        near = [group for group in near if event.found.sentence - events[group[-1]].found.sentence <= _WITHIN]
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


def belongs(event: Linked, group: Sequence[Linked], scene: Scene) -> bool:
    """Whether a mention is one more mention of the event of a group."""
    return not conflicting(event, group, scene) and bool(kinship(event, group, scene))


def kinship(event: Linked, group: Sequence[Linked], scene: Scene) -> str:
    """What makes a mention one more mention of a group's event, empty when nothing does.

    An `argument` that both name, one `clause` for both, `casualties` that it adds, or a noun that points `back`.
    """
    distance = event.found.sentence - group[-1].found.sentence
    if shares(event, group, scene):
        return "argument"
    if distance == 0 and same_clause(event.found, group[-1].found, scene.clauses, scene.kin):
        return "clause"
    if distance <= 1 and adds_casualties(event, group, scene):
        return "casualties"
    near = event.found.anaphoric or 0 < distance <= _NEAR
    return "back" if points_back(event, group, scene) and near else ""


def points_back(event: Linked, group: Sequence[Linked], scene: Scene) -> bool:
    """Whether a mention is a noun that has nothing of its own and stands for an event already told.

    A demonstrative may stand for any; an article does with nouns that say no more than the type (`the attack`), that
    name the same subtype, or that count casualties.
    """
    found = event.found
    if found.verb is not None or any(filler.role in _OWN for filler in event.fillers):
        return False
    clause = scene.clauses[found.sentence]
    if any(filler.cell == found.cell for filler in event.fillers) or scene.kin.demonstrative(clause, found.cell):
        return True
    told = {other.found.subtype for other in group} - scene.kin.generic
    plain = found.subtype == found.event or found.subtype in told
    return plain and scene.kin.definite(clause, found.cell)


def adds_casualties(event: Linked, group: Sequence[Linked], scene: Scene) -> bool:
    """Whether a mention tells only of casualties, and of a kind that the group told nothing of yet."""
    roles = {filler.role for filler in event.fillers}
    told = {filler.role for other in group for filler in other.fillers}
    return bool(roles) and roles <= _CASUALTIES and event.found.subtype in scene.kin.generic and not roles & told


def conflicting(event: Linked, group: Sequence[Linked], scene: Scene) -> bool:
    """Whether subtype, date, polarity, modality or what is told keep a mention apart from a group."""
    return any(conflict(event, other, scene) for other in group)


def conflict(event: Linked, other: Linked, scene: Scene) -> str:
    """Why two mentions cannot be one event, in a word: `subtype`, `polarity` and so on; empty when they can."""
    pair = {event.found.subtype, other.found.subtype}
    if len(pair) == 2 and not pair & scene.kin.generic:
        return "subtype"
    if {event.polarity, other.polarity} == {"positive", "negative"}:
        return "polarity"
    if (event.modality in _REAL) != (other.modality in _REAL) and not event.found.anaphoric:
        return "modality"
    if event.date is not None and other.date is not None and not overlap(event, other):
        return "date"
    if event.found.sentence != other.found.sentence and different(event, other, scene, _TELLING):
        return "arguments"
    apart = told_by_verbs(event, other) or parted(event.found, other.found, scene.clauses)
    return "objects" if apart and different(event, other, scene, _OBJECTS) else ""


def parted(event: Found, other: Found, clauses: Sequence[Clause]) -> bool:
    """Whether another clause of the sentence begins between two triggers: `the delivery was stopped and tanks came`."""
    low, high = sorted((event.cell, other.cell))
    kinds = "".join(cell.kind for cell in clauses[event.sentence].cells[low + 1 : high])
    return event.sentence == other.sentence and _NEW_CLAUSE.search(kinds) is not None


def told_by_verbs(event: Linked, other: Linked) -> bool:
    """Whether two verbs tell of them, neither as what the other led to: `delivered tanks and supplied shells`."""
    return all(found.verb is not None and found.verb.mood != "gerund" for found in (event.found, other.found))


def different(event: Linked, other: Linked, scene: Scene, roles: Sequence[str]) -> bool:
    """Whether both name what tells events apart, and name it differently."""
    for role in roles:
        mine, theirs = scene.keys(event, (role,)), scene.keys(other, (role,))
        if mine and theirs and not mine & theirs:
            return True
    return False


def overlap(event: Linked, other: Linked) -> bool:
    """Whether the dates of two mentions are the same or may mean a common day."""
    a, b = event.date, other.date
    if a is None or b is None or a.edtf == b.edtf:
        return True
    if not (a.earliest and b.earliest and a.latest and b.latest):
        return False
    return a.earliest <= b.latest and b.earliest <= a.latest


def counts(event: Found) -> bool:
    """Whether a mention tells of casualties and no more: `ten dead after a raid` is one event."""
    return {filler.role for filler in event.fillers} <= _CASUALTIES | {"place"}


def same_clause(event: Found, other: Found, clauses: Sequence[Clause], kin: Kin) -> bool:
    """Whether one trigger stands in the clause of the other, with nothing between that would begin a new event."""
    low, high = sorted((event.cell, other.cell))
    if kin.sequel(clauses[event.sentence], high) and not (counts(event) or counts(other)):
        return False
    return not any(cell.kind in ";:qwls" for cell in clauses[event.sentence].cells[low + 1 : high])


def shares(event: Linked, group: Sequence[Linked], scene: Scene) -> bool:
    """Whether a mention names an argument of the group again: the same words in the same role."""
    mine = scene.keys(event, _DEFINING)
    return bool(mine) and any(mine & scene.keys(other, _DEFINING) for other in group)


def union(group: Sequence[Linked], scene: Scene) -> Linked:
    """One event of several mentions: the most telling subtype, all arguments, the first date."""
    if len(group) == 1:
        return group[0]
    generic = scene.kin.generic
    lead = min(group, key=lambda e: (e.found.anaphoric, e.found.subtype in generic, e.found.trigger.start))
    fillers: list[Filler] = []
    for event in sorted(group, key=lambda e: e.found.trigger.start):
        for filler in event.fillers:
            if not any(same_filler(other, filler, scene) for other in fillers):
                fillers.append(filler)
    asserted = any(not event.attribution for event in group)
    attribution: tuple[int, ...] = () if asserted else tuple(dict.fromkeys(p for e in group for p in e.attribution))
    strongest = next((e for e in group if e.modality == "asserted"), lead)
    return lead._replace(
        fillers=tuple(fillers),
        date=next((event.date for event in group if event.date), None),
        attribution=attribution,
        modality=strongest.modality,
        also=tuple(event.found for event in group if event is not lead),
    )


def same_filler(one: Filler, other: Filler, scene: Scene) -> bool:
    """Whether two fillers are the same words, or the same in other words, in one role."""
    if one.role != other.role:
        return False
    return one.span.overlaps(other.span) or (bool(scene.key(one)) and scene.key(one) == scene.key(other))
