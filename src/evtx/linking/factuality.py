"""Whether an event happened, by the words around it: polarity and modality."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from evtx.linking.linked import Linked
from evtx.matching.found import Clause

_INSIDE_WINS = frozenset(("threatened", "demanded", "hypothetical", "alleged"))


def judge(events: Sequence[Linked], clauses: Sequence[Clause]) -> list[Linked]:
    """Every event with its polarity and modality, from its verb, its rule and the claims around it."""
    return [judged(event, events, clauses) for event in events]


class Verdict(NamedTuple):
    """A modality, what it comes from, and the position of the claim that it comes from, -1 for none.

    `source` is `form` (mood and tense of the verb), `modal` (a verb that governs it), `conditional`, `future`,
    `subject` (it is the subject of a conditional), `rule`, `inside` (what the claim does to its content), `announced`
    or `future in past`.
    """

    modality: str
    source: str
    claim: int = -1


def judged(event: Linked, events: Sequence[Linked], clauses: Sequence[Clause]) -> Linked:
    """An event with its polarity and modality."""
    judgement = (polarity(event), modality(event, events, clauses).modality)
    if judgement == (event.polarity, event.modality):
        return event
    return event._replace(polarity=judgement[0], modality=judgement[1])


def polarity(event: Linked) -> str:
    """Negative when the verb is negated or, and not both, the rule says so; a rule may fix it as positive."""
    if event.found.rule.polarity == "positive":
        return "positive"
    verb = event.found.verb
    negated = verb.negative if verb is not None else event.found.negated
    by_rule = event.found.rule.polarity == "negative"
    return "negative" if negated != by_rule else "positive"


def modality(event: Linked, events: Sequence[Linked], clauses: Sequence[Clause]) -> Verdict:
    """Modality by the innermost evidence: the rule, the claims around it, then mood and tense."""
    verdict = own_modality(event, clauses[event.found.sentence])
    if event.found.rule.modality and verdict.modality == "asserted":
        verdict = Verdict(event.found.rule.modality, "rule")
    own = verdict.modality
    for position in event.attribution:
        claim = events[position]
        inside = claim.found.rule.inside
        if not event.speaks and (inside in _INSIDE_WINS or (inside and own == "asserted")):
            return Verdict(inside, "inside", position)
        if claim.found.subtype == "announcement" and _is_nominal(event, claim) and own == "asserted":
            return Verdict("planned", "announced", position)
        if own == "alleged" and future_in_past(event, claim):
            return Verdict("planned", "future in past", position)
    return verdict


def _is_nominal(event: Linked, claim: Linked) -> bool:
    content = claim.found.content
    return (
        event.found.verb is None
        and content is not None
        and content.kind == "noun"
        and (content.cell == event.found.cell and claim.found.sentence == event.found.sentence)
    )


def own_modality(event: Linked, clause: Clause) -> Verdict:
    """What the form of the verb says; for a noun, the verb that it is the subject of."""
    verb = event.found.verb
    if verb is None:
        return Verdict(hypothetical_subject(event, clause), "subject")
    if verb.mood == "conditional" and verb.modality != "possible":
        return Verdict("alleged", "conditional")
    if verb.modality:
        return Verdict(verb.modality, "modal")
    return Verdict("planned", "future") if verb.mood == "future" else Verdict("asserted", "form")


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
