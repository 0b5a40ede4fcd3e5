"""Agents that a claim supplies: who acts in an infinitive, who carried out an attack that somebody claims."""

from __future__ import annotations

from collections.abc import Sequence

from evtx.linking.linked import Linked
from evtx.matching.control import acting, governed
from evtx.matching.found import Clause, Filler


def give_agents(events: Sequence[Linked], clauses: Sequence[Clause]) -> list[Linked]:
    """Events inside claims with the agent that the claim gives them, marked as implied."""
    return [give_agent(event, events, clauses) for event in events]


def give_agent(event: Linked, events: Sequence[Linked], clauses: Sequence[Clause]) -> Linked:
    """The event with the subject of its infinitive, or the one who claims it, as its agent."""
    if not event.attribution or event.speaks:
        return event
    claim = events[event.attribution[0]]
    role = agent_role(event)
    if not role or event.filler(role):
        return event
    agent = controller(event, claim, clauses)
    if agent is None:
        return event
    filler = agent._replace(role=role, implied=True, cell=-1)
    return event._replace(fillers=(*event.fillers, filler))


def agent_role(event: Linked) -> str:
    """The role of the one who acts."""
    return event.found.agent_role


def controller(event: Linked, claim: Linked, clauses: Sequence[Clause]) -> Filler | None:
    """Who acts in a claimed event: the accused or exhorted one, else the speaker; None when the claim does not say."""
    if claim.found.subtype == "responsibility" and claim.polarity == "positive":
        return claim.filler("speaker")
    content = claim.found.content
    if content is None or event.found.sentence != claim.found.sentence:
        return None
    if not governed(clauses[event.found.sentence], content.cell, event.found.cell):
        return None
    return acting(claim.filler)
