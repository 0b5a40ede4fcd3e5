"""Speakers that the words around a claim leave out, and what pronouns and short names stand for."""

from __future__ import annotations

from collections.abc import Sequence

from evtx.linking.linked import Linked
from evtx.linking.mentions import Mentions, Pronouns
from evtx.matching.found import Clause, Filler

# Roles whose words say themselves what is meant.
_LITERAL = frozenset(("killed", "injured", "cargo", "content", "place", "origin", "destination"))


def inherit_speakers(events: Sequence[Linked], clauses: Sequence[Clause]) -> list[Linked]:
    """Claims without a speaker of their own take the one of the claim before them in the sentence: gerund chains."""
    done: list[Linked] = []
    for event in events:
        if lacks_speaker(event) and may_inherit(event, clauses[event.found.sentence]):
            previous = [e for e in done if e.found.sentence == event.found.sentence and e.filler("speaker")]
            speaker = governing(previous).filler("speaker") if previous else None
            if speaker is not None:
                others = tuple(filler for filler in event.fillers if filler.role != "speaker")
                event = event._replace(fillers=(*others, speaker._replace(implied=True, cell=-1)))
        done.append(event)
    return done


def lacks_speaker(event: Linked) -> bool:
    """Whether an act of speech has no speaker of its own yet, and did not say that there is none."""
    speaker = event.filler("speaker")
    return event.speaks and (speaker is None or speaker.implied) and event.polarity != "negative"


def governing(previous: Sequence[Linked]) -> Linked:
    """The last claim of a sentence that stands in no other's content, failing that the last."""
    outside = [e for e in previous if not any(span.overlaps(e.found.trigger) for p in previous for span in p.contents)]
    return (outside or list(previous))[-1]


def may_inherit(event: Linked, clause: Clause) -> bool:
    """Whether the form of the claim leaves its subject to the clause before: a gerund, an infinitive, a shared verb."""
    return clause.cells[event.found.cell].kind in "GIJVB"


def resolve(events: Sequence[Linked], clauses: Sequence[Clause], text: str, pronouns: Pronouns) -> list[Linked]:
    """Every event with its pronouns and short names resolved."""
    mentions = mentions_of(events, clauses, pronouns)
    memory: dict[tuple[int, int], str | None] = {}
    return [resolved_event(event, text, mentions, memory) for event in events]


def mentions_of(events: Sequence[Linked], clauses: Sequence[Clause], pronouns: Pronouns) -> Mentions:
    """What the words of some sentences may point back to, those who spoke in them before others."""
    spoke = {
        (event.found.sentence, speaker.cell)
        for event in events
        if (speaker := event.filler("speaker")) is not None and speaker.cell >= 0
    }
    return Mentions(clauses, spoke, pronouns)


def resolved_event(event: Linked, text: str, mentions: Mentions, memory: dict[tuple[int, int], str | None]) -> Linked:
    """The event with what its fillers stand for; `memory` holds what was found for words met before."""
    fillers = tuple(
        filler
        if filler.role in _LITERAL or filler.resolved
        else resolved_filler(filler, event.found.sentence, text, mentions, memory)
        for filler in event.fillers
    )
    return event if fillers == event.fillers else event._replace(fillers=fillers)


def resolved_filler(
    filler: Filler, sentence: int, text: str, mentions: Mentions, memory: dict[tuple[int, int], str | None]
) -> Filler:
    """A filler with what it stands for, itself when it stands for nothing else."""
    key = (filler.span.start, filler.span.end)
    if key not in memory:
        words = filler.span.text(text)
        if filler.type == "pronoun":
            found = mentions.pronoun(words, sentence, filler.span.start)
        else:
            found = mentions.phrase(sentence, filler.cell) if filler.cell >= 0 else None
        memory[key] = found.text(text) if found else None
    return filler._replace(resolved=memory[key]) if memory[key] else filler
