"""What makes two mentions one event, and what keeps them apart."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from evtx.linking.linked import Linked
from evtx.linking.referents import Referent, apart, referent, same
from evtx.matching.found import Clause, Filler, Found

# How many sentences a definite noun points back.
_NEAR = 2
_TELLING = ("cargo", "place", "destination", "target")
_WHERE = ("target", "place", "destination")
_OBJECTS = ("target", "cargo")
_DEFINING = ("target", "killed", "attacker", "cargo", "vehicle", "recipient", "destination", "place")
_OWN = ("target", "place", "cargo", "recipient", "destination")
_CASUALTIES = frozenset(("killed", "injured"))
# The headline is the first sentence; the lead, one of the next, tells the same again.
_HEADLINE = 0
_LEAD = 3
# So many casualties are hardly counted twice by chance.
_FEW = 6
_STOPS = '.!?…»"”'
_NEW_CLAUSE = re.compile("[VS].*c.*N")
_REAL = frozenset(("asserted", "alleged"))


class Kin(NamedTuple):
    """What decides whether two mentions may be one.

    `generic` are the subtypes that say no more than the type, `distinct` those never told in the words of another;
    `fold` folds words for comparison; `definite` and `demonstrative` tell of the noun phrase at a cell whether it
    points to something already named, `sequel` whether it tells of what came before or after;
    `numbers` are words that count.
    """

    generic: frozenset[str]
    distinct: frozenset[str]
    fold: Callable[[str], str]
    definite: Callable[[Clause, int], bool]
    demonstrative: Callable[[Clause, int], bool]
    sequel: Callable[[Clause, int], bool]
    numbers: Mapping[str, int]


class Scene(NamedTuple):
    """What merging looks at besides the events: the clauses, the text, and what decides."""

    clauses: Sequence[Clause]
    text: str
    kin: Kin

    @property
    def headed(self) -> bool:
        """Whether the text begins with a headline: a first line of its own that ends in no stop."""
        first = self.clauses[0].sentence if self.clauses else None
        return (
            first is not None
            and self.text[first.end : first.end + 1] in "\r\n"
            and self.text[first.end - 1] not in _STOPS
        )

    def key(self, filler: Filler) -> str:
        """A filler's words folded for comparison, those it stands for where it is resolved; empty for a pronoun."""
        if filler.type == "pronoun" and not filler.resolved:
            return ""
        return self.kin.fold(filler.resolved or filler.span.text(self.text))

    def referents(self, event: Linked, role: str) -> list[Referent]:
        """What the fillers of a role stand for, pronouns without a known antecedent left out."""
        clause = self.clauses[event.found.sentence]
        found = ((filler, self.key(filler)) for filler in event.fillers if filler.role == role)
        return [referent(filler, key, clause, self.kin.definite, self.kin.numbers) for filler, key in found if key]


def belongs(event: Linked, group: Sequence[Linked], scene: Scene) -> bool:
    """Whether a mention is one more mention of the event of a group."""
    return not conflicting(event, group, scene) and bool(kinship(event, group, scene))


def kinship(event: Linked, group: Sequence[Linked], scene: Scene) -> str:
    """What makes a mention one more mention of a group's event, empty when nothing does.

    An `argument` that both name, the same `toll`, a `headline` that it tells in full, one `clause` for both,
    `casualties` that it adds, or a noun that points `back`.
    """
    distance = event.found.sentence - group[-1].found.sentence
    if any(shared(event, group, scene)):
        return "argument"
    if any(same_toll(event, other, scene) for other in group):
        return "toll"
    if retells(event, group, scene):
        return "headline"
    if distance == 0 and same_clause(event.found, group[-1].found, scene.clauses, scene.kin):
        return "clause"
    if distance <= 1 and adds_casualties(event, group, scene):
        return "casualties"
    near = event.found.anaphoric or 0 < distance <= _NEAR
    return "back" if points_back(event, group, scene) and near else ""


def points_back(event: Linked, group: Sequence[Linked], scene: Scene) -> bool:
    """Whether a mention is a noun that has nothing of its own and stands for an event already told.

    A demonstrative may stand for any; an article does with nouns that say no more than the type (`the attack`), that
    name the same subtype or the first one told, or that count casualties.
    """
    found = event.found
    if found.verb is not None or any(filler.role in _OWN for filler in event.fillers):
        return False
    clause = scene.clauses[found.sentence]
    if any(filler.cell == found.cell for filler in event.fillers) or scene.kin.demonstrative(clause, found.cell):
        return True
    told = {other.found.subtype for other in group} - scene.kin.generic
    plain = found.subtype == found.event or found.subtype in told or not told
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
    if len(pair) == 2 and (pair & scene.kin.distinct or not pair & scene.kin.generic):
        return "subtype"
    if {event.polarity, other.polarity} == {"positive", "negative"}:
        return "polarity"
    if (event.modality in _REAL) != (other.modality in _REAL) and not event.found.anaphoric:
        return "modality"
    if event.date is not None and other.date is not None and not overlap(event, other):
        return "date"
    if event.found.sentence != other.found.sentence and different(event, other, scene, _TELLING):
        retold = leads(event, other, scene) and not disjoint(event, other, scene)
        return "" if retold or same_toll(event, other, scene) else "arguments"
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
    return any(
        mine and theirs and not any(same(his, one) for one in mine for his in theirs)
        for mine, theirs in ((scene.referents(event, role), scene.referents(other, role)) for role in roles)
    )


def disjoint(event: Linked, other: Linked, scene: Scene) -> bool:
    """Whether what both name in a role has names or numbers that differ, or both name other towns."""
    mine, theirs = towns(event, scene), towns(other, scene)
    return bool(mine and theirs and not mine & theirs) or any(
        mine and theirs and all(apart(his, one) for one in mine for his in theirs)
        for mine, theirs in ((scene.referents(event, role), scene.referents(other, role)) for role in _DEFINING)
    )


def towns(event: Linked, scene: Scene) -> set[str]:
    """The bare names of what is hit and of where that is: either may be said of a town."""
    return {one.key for role in _WHERE for one in scene.referents(event, role) if one.names and one.key in one.names}


def leads(event: Linked, other: Linked, scene: Scene) -> bool:
    """Whether a mention stands in the lead, and the other in a headline above it."""
    return other.found.sentence == _HEADLINE < event.found.sentence <= _LEAD and scene.headed


def retells(event: Linked, group: Sequence[Linked], scene: Scene) -> bool:
    """Whether a mention is the first that tells in full what a headline announced."""
    return all(leads(event, other, scene) for other in group)


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


def shared(event: Linked, group: Sequence[Linked], scene: Scene) -> Iterator[tuple[str, str]]:
    """The arguments of the group that a mention names again in the same role: roles and folded words."""
    for role in _DEFINING:
        told = [one for other in group for one in scene.referents(other, role)]
        for mine in scene.referents(event, role) if told else ():
            if any(same(his, mine) for his in told):
                yield role, mine.key


def same_toll(event: Linked, other: Linked, scene: Scene) -> bool:
    """Whether both count the same number of dead, or of wounded, and more than a few."""
    return any(
        {one.number for one in scene.referents(event, role)}
        & {one.number for one in scene.referents(other, role) if (one.number or 0) > _FEW}
        for role in _CASUALTIES
    )
