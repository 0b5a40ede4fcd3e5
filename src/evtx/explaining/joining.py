"""Why mentions are one event or several."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from evtx.explaining.rereading import Reread
from evtx.explaining.values import Decision
from evtx.explaining.wanting import needed
from evtx.linking.kinship import Scene, conflict, kinship, shared
from evtx.linking.linked import Linked
from evtx.linking.merging import WITHIN
from evtx.linking.story import scene_of
from evtx.rules.model import Frame

_KIN = {
    "argument": "both name",
    "toll": "both count the same number of casualties",
    "headline": "it tells in full what the headline announced",
    "clause": "both stand in one clause",
    "casualties": "it only adds casualties, which were not told yet",
    "back": "the noun points back to it",
}
_CONFLICTS = {
    "subtype": "the subtypes differ",
    "polarity": "one happened and one did not",
    "modality": "one is told as a fact and one is not",
    "date": "the dates differ",
    "arguments": "they name different things",
    "objects": "two verbs name different objects",
}


def joining(position: int, reread: Reread) -> Iterator[Decision]:
    """What was decided about a mention and the others of its kind; nothing for acts of speech."""
    mentions, group = reread.mentions, reread.group(position)
    mention = mentions[position]
    if mention.found.content is not None or mention.contents:
        return
    scene = scene_of(reread.story)
    if reread.homes.get(position) is None:
        yield Decision("mentions", "left out", pointless(mention, reread))
    elif position != group[0]:
        earlier = [mentions[other] for other in group[: group.index(position)]]
        yield Decision("mentions", reread.homes[position], f"one more mention of it: {kin(mention, earlier, scene)}")
    else:
        if len(group) > 1:
            others = ", ".join(where(other, reread) for other in group[1:])
            yield Decision("mentions", reread.homes[position], f"the first of {len(group)}; the others: {others}")
        yield from kept_apart(position, reread, scene)


def pointless(mention: Linked, reread: Reread) -> str:
    """Why a noun that only points back was left out, and what its rule wanted to make it an event by itself."""
    rules, rule = reread.kit.rules, mention.found.rule
    needs = rules.tables(rule).needs if isinstance(rule, Frame) else ()
    wanted = " and ".join(needed(need) for need in needs) or "more than its own words"
    return f"for an event by itself the rule wanted {wanted}; so the noun points back, but to no event near before it"


def where(position: int, reread: Reread) -> str:
    """The trigger of a mention and its line."""
    trigger = reread.mentions[position].found.trigger
    return f"“{reread.place.span(trigger).text}” (line {reread.place.line(trigger.start)})"


def kin(mention: Linked, earlier: Sequence[Linked], scene: Scene) -> str:
    """What makes a mention one more mention of an event."""
    found = kinship(mention, earlier, scene)
    if found != "argument":
        return _KIN.get(found, "it belongs to it")
    again = set(shared(mention, earlier, scene))
    fillers = (filler for filler in mention.fillers if (filler.role, scene.key(filler)) in again)
    words = (f"“{filler.resolved or filler.span.text(scene.text)}” as {filler.role}" for filler in fillers)
    return f"{_KIN[found]} {', '.join(words)}"


def kept_apart(position: int, reread: Reread, scene: Scene) -> Iterator[Decision]:
    """The nearest event of the same type before a mention, and what keeps the two apart."""
    mentions, mention = reread.mentions, reread.mentions[position]
    for group in reversed(reread.groups):
        last = mentions[group[-1]]
        near = 0 <= mention.found.sentence - last.found.sentence <= WITHIN
        if group[0] >= position or not near or last.found.event != mention.found.event or last.contents:
            continue
        event = reread.homes.get(group[0])
        if event is not None:
            yield Decision("apart from", event, apart(mention, [mentions[other] for other in group], scene))
            return


def apart(mention: Linked, group: Sequence[Linked], scene: Scene) -> str:
    """What keeps a mention apart from an event."""
    found = next(filter(None, (conflict(mention, other, scene) for other in group)), "")
    return _CONFLICTS.get(found, "they share no argument and no clause, and no noun points back")
