"""What words stand for that point to others: pronouns, short names, and arguments that claims supply."""

from __future__ import annotations

from evtx.document import Span
from evtx.explaining.reading import AGREEMENT
from evtx.explaining.rereading import Reread
from evtx.linking.linked import Linked
from evtx.linking.story import with_agents, with_speakers
from evtx.matching.found import Filler


def pointing(filler: Filler, mention: Linked, reread: Reread) -> str:
    """How what a filler stands for was found; empty when it stands for nothing else and is no pronoun."""
    words = reread.place.span(filler.span).text
    sentence = mention.found.sentence
    if filler.type == "pronoun" and not filler.resolved:
        return "a pronoun, and nothing near before it agrees with it and speaks or is a subject"
    if not filler.resolved:
        return ""
    if filler.type == "pronoun":
        found = reread.referents.pronoun(words, sentence, filler.span.start)
        features = " ".join(AGREEMENT[tag] for tag in reread.story.pronouns.of(words) if tag) or "any gender and number"
        near = f"a pronoun ({features}): the nearest before it that agrees, one who spoke before a subject"
    else:
        found = fuller(filler, sentence, reread)
        near = "a fuller phrase before it has the same name or noun"
    return f"{near} (line {reread.place.line(found.start)})" if found is not None else near


def fuller(filler: Filler, sentence: int, reread: Reread) -> Span | None:
    """The fuller phrase that a filler stands for; one that was supplied is looked for where it stands."""
    if filler.cell >= 0:
        return reread.referents.phrase(sentence, filler.cell)
    own = ((m, one) for m in reread.mentions for one in m.fillers if one.span == filler.span and one.cell >= 0)
    return next((reread.referents.phrase(m.found.sentence, one.cell) for m, one in own), None)


def supplied(filler: Filler, position: int, reread: Reread) -> str:
    """Where an argument comes from that the words around the trigger do not give."""
    spoke = reread.after(with_speakers)[position]
    if holds(spoke, filler) and not holds(reread.before(with_speakers)[position], filler):
        return "the verb has no subject of its own, so the speaker of the claim before it in the sentence"
    given = reread.after(with_agents)[position]
    if holds(given, filler) and not holds(reread.before(with_agents)[position], filler) and given.attribution:
        claim = reread.homes.get(given.attribution[0], "the claim")
        told = reread.mentions[given.attribution[0]].found.subtype == "responsibility"
        return f"who claims it in {claim}" if told else f"who acts in the infinitive that {claim} governs"
    return "from the clause before it"


def holds(mention: Linked, filler: Filler) -> bool:
    """Whether a mention has a filler, whatever it stands for."""
    return any(
        (one.role, one.span, one.implied) == (filler.role, filler.span, filler.implied) for one in mention.fillers
    )
