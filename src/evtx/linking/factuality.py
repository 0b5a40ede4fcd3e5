"""Whether an event happened, by the words around it: polarity and modality."""

from __future__ import annotations

from collections.abc import Sequence

from evtx.linking.linked import Linked
from evtx.matching.found import Clause

_INSIDE_WINS = frozenset(("threatened", "demanded", "hypothetical", "alleged"))


def judge(events: Sequence[Linked], clauses: Sequence[Clause]) -> list[Linked]:
    """Every event with its polarity and modality, from its verb, its rule and the claims around it."""
    return [judged(event, events, clauses) for event in events]


def judged(event: Linked, events: Sequence[Linked], clauses: Sequence[Clause]) -> Linked:
    """An event with its polarity and modality."""
    judgement = (polarity(event), modality(event, events, clauses))
    if judgement == (event.polarity, event.modality):
        return event
    return event._replace(polarity=judgement[0], modality=judgement[1])


def polarity(event: Linked) -> str:
    """Negative when the verb is negated, or when the rule says so and the verb is not."""
    verb = event.found.verb
    negated = verb.negative if verb is not None else event.found.negated
    by_rule = event.found.rule.polarity == "negative"
    return "negative" if negated != by_rule else "positive"


def modality(event: Linked, events: Sequence[Linked], clauses: Sequence[Clause]) -> str:
    """Modality by the innermost evidence: the rule, the claims around it, then mood and tense."""
    own = own_modality(event, clauses[event.found.sentence])
    if event.found.rule.modality and own == "asserted":
        own = event.found.rule.modality
    for position in event.attribution:
        claim = events[position]
        inside = claim.found.rule.inside
        if not event.speaks and (inside in _INSIDE_WINS or (inside and own == "asserted")):
            return inside
        if claim.found.subtype == "announcement" and _is_nominal(event, claim) and own == "asserted":
            return "planned"
        if own == "alleged" and future_in_past(event, claim):
            return "planned"
    return own


def _is_nominal(event: Linked, claim: Linked) -> bool:
    content = claim.found.content
    return (
        event.found.verb is None
        and content is not None
        and content.kind == "noun"
        and (content.cell == event.found.cell and claim.found.sentence == event.found.sentence)
    )


def own_modality(event: Linked, clause: Clause) -> str:
    """What the form of the verb says; for a noun, the verb that it is the subject of."""
    verb = event.found.verb
    if verb is None:
        return hypothetical_subject(event, clause)
    if verb.mood == "conditional":
        return verb.modality if verb.modality == "possible" else "alleged"
    if verb.modality:
        return verb.modality
    return "planned" if verb.mood == "future" else "asserted"


def hypothetical_subject(event: Linked, clause: Clause) -> str:
    """A noun that is the subject of a conditional verb is hypothetical: `any delivery would be a red line`."""
    cells = clause.cells
    if cells[event.found.cell].kind != "N":
        return "asserted"
    for cell in cells[event.found.cell + 1 :]:
        if cell.verb is not None:
            return "hypothetical" if cell.verb.mood == "conditional" and not cell.verb.compound else "asserted"
        if cell.kind not in 'PRT"A':
            break
    return "asserted"


def future_in_past(event: Linked, claim: Linked) -> bool:
    """A simple conditional in reported speech looks ahead from then: `said that it would strike`."""
    verb = event.found.verb
    return verb is not None and not verb.compound and claim.found.verb is not None
