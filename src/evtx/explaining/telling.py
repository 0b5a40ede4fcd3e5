"""A mention of an event: by which rule, what matched what, and what was settled about it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from evtx.explaining.bounding import ends
from evtx.explaining.filling import UNKNOWN, Scene, content_reason, literal_pieces, reason, trigger_reason
from evtx.explaining.joining import joining
from evtx.explaining.missing import rule_name
from evtx.explaining.pointing import pointing, supplied
from evtx.explaining.rereading import Reread
from evtx.explaining.settling import decisions
from evtx.explaining.trying import Attempt
from evtx.explaining.values import Match, Told
from evtx.linking.linked import Linked
from evtx.matching.found import Filler, Found


def told(position: int, attempt: Attempt | None, tried: Sequence[Attempt], scene: Scene, again: Reread) -> Told:
    """The mention at a position; `attempt` is the line of the rule that gave it, `tried` are all of its sentence."""
    mention = again.mentions[position]
    found = mention.found
    return Told(
        event=again.homes.get(position),
        type=found.event,
        subtype=found.subtype,
        trigger=again.place.span(found.trigger),
        rule=rule_name(found.rule, attempt.line if attempt else 0),
        written=attempt.written if attempt else "",
        matches=tuple(matches(position, attempt, tried, scene, again)),
        decisions=(*decisions(position, again), *joining(position, again)),
    )


def matches(
    position: int, attempt: Attempt | None, tried: Sequence[Attempt], scene: Scene, again: Reread
) -> Iterator[Match]:
    """What matched what: the trigger, words that a template names, every role, and what is said."""
    mention = again.mentions[position]
    found = mention.found
    yield Match("trigger", again.place.span(found.trigger), "", trigger_reason(found, attempt, scene))
    yield from literal_pieces(attempt, scene) if attempt else ()
    for filler in mention.fillers:
        own = next((one for one in found.fillers if (one.role, one.span) == (filler.role, filler.span)), None)
        by = reason(own, found, attempt, scene) if own and not (filler.implied and not own.implied) else ""
        by = described(filler, tried, scene) or by if by == UNKNOWN else by or supplied(filler, position, again)
        target = pointing(filler, mention, again)
        told_why = f"{by}; {target}" if target else by
        words = again.place.span(filler.span)
        yield Match(filler.role, words, filler.type, told_why, filler.resolved, filler.implied)
    yield from said(mention, attempt, scene, again)


def described(filler: Filler, tried: Sequence[Attempt], scene: Scene) -> str:
    """The participle that only describes the carrier of an event and gives it a phrase; empty for none."""
    wanted = (filler.role, filler.span)
    for attempt in tried:
        given = attempt.outcome.fillers if isinstance(attempt.outcome, Found) else ()
        if isinstance(attempt.outcome, Found) and any((one.role, one.span) == wanted for one in given):
            participle = scene.place.span(attempt.outcome.trigger).text
            return f"from “{participle}” ({attempt.rule.id}), which only describes the carrier"
    return ""


def said(mention: Linked, attempt: Attempt | None, scene: Scene, again: Reread) -> Iterator[Match]:
    """The pieces of what a claim says, with where they begin and end."""
    found = mention.found
    if found.content is None:
        for piece in mention.contents:
            yield Match(
                "content", again.place.span(piece), "", "the sentence before, of which this one says who told it"
            )
        return
    nominal = found.content.kind in ("noun", "subject")
    type_ = scene.clause.cells[found.content.cell].type if nominal else ""
    begun = content_reason(found.content, found, attempt, scene)
    others = [
        other.found
        for other in again.mentions
        if other.found.sentence == found.sentence and other.found.content is not None and other.found != found
    ]
    for rank, piece in enumerate(mention.contents):
        end = ends(piece, found, scene.clause, others, again.story.quotations, again.place)
        start = begun if not rank else "it goes on behind the cue"
        yield Match("content", again.place.span(piece), type_, f"{start}; {end}")
