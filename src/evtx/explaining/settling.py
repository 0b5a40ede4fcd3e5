"""What was settled about a mention of an event, and why: date, polarity, modality, attribution."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from evtx.document import Span
from evtx.event import DateValue, Event
from evtx.explaining.rereading import Reread
from evtx.explaining.values import DateFound, Decision
from evtx.linking.attribution import known
from evtx.linking.dating import Tie
from evtx.linking.factuality import Verdict, modality
from evtx.linking.linked import Linked
from evtx.linking.story import attributed, dated, judged, looking_ahead, redated
from evtx.rendering.dates import why

_TIES = {
    "near": "it stands behind the trigger, with no other verb between",
    "front": "it opens the clause of the trigger",
    "object": "the verb before it shares it with the noun behind it",
    "of": "it stands right behind the noun as its of-phrase",
    "relative": "the relative clause behind the dated noun tells of the event",
    "document": "it dates the document that speaks",
    "shared": "the clause that it dates goes on to tell the event",
    "together": "the event is done with the verb that it dates",
    "encounter": "it dates the occasion of the speech",
    "participle": "it stands with the participle behind the noun",
    "told": "it lies after the document's date, so it dates what is said, not the saying",
}
_LOOSE = {
    "verb": "another verb or clause than that of an event governs it",
    "noun": "it dates a noun that is no event",
    "spoken": "it dates what a claim speaks of",
    "object": "the noun that it stands before is no event",
    "relative": "the relative clause behind the noun tells no event",
    "participle": "it stands with a participle behind a noun that is no event",
    "told": "it lies after the document's date, and what is said holds no event",
}
_SOURCES = {
    "form": "no modal, no conditional, no future",
    "modal": "the verb that governs it says so",
    "conditional": "the verb is conditional, as for hearsay",
    "future": "the verb is in the future",
    "rule": "the rule says so",
}
# How much of what a claim says is quoted.
_QUOTED = 60


def decisions(position: int, reread: Reread) -> Iterator[Decision]:
    """What was settled about one mention."""
    yield date_decision(position, reread)
    yield polarity_decision(reread.after(judged)[position])
    yield modality_decision(position, reread)
    yield attribution_decision(position, reread)


def date_decision(position: int, reread: Reread) -> Decision:
    """The date of a mention, what tied it to the trigger, and how it was reckoned."""
    first, date = reread.after(dated)[position].date, reread.mentions[position].date
    event = reread.event(position)
    if date is None or first is None:
        if event is not None and event.date is not None:
            return Decision("date", event.date.edtf, f"from another mention of {event.id}: “{event.date.text}”")
        return Decision("date", "none", undated(position, reread))
    tied = (tie for tie in reread.ties if tie.owner == position)
    reason = next((tie.reason for tie in tied if tie.date.start == first.start), "near")
    kept = ""
    if event is not None and event.date is not None and event.date.edtf != date.edtf:
        kept = f"; the event keeps {event.date.edtf} from an earlier mention"
    told = f"“{date.text}”: {_TIES.get(reason, reason)}; {why(date)}"
    return Decision("date", date.edtf, f"{told}{reckoned_again(position, reread)}{kept}")


def undated(position: int, reread: Reread) -> str:
    """Why a mention has no date: none governs it, or those of its sentence are left open."""
    sentence = reread.story.clauses[reread.mentions[position].found.sentence].sentence
    open_ = [
        date.text for date in reread.story.dates if left_open(date) and sentence.start <= date.start < sentence.end
    ]
    if not open_:
        return "no date governs its clause"
    return f"no date governs its clause, or it is left open: “{'”, “'.join(open_)}” cannot be reckoned from any day"


def left_open(date: DateValue) -> bool:
    """Whether a date expression has no value."""
    return date.earliest is None and date.latest is None and not date.alternatives


def reckoned_again(position: int, reread: Reread) -> str:
    """How the date of a mention changed after it was found."""
    first, spoken, last = (reread.after(step)[position].date for step in (dated, redated, looking_ahead))
    if first is None or spoken is None or last is None:
        return ""
    speech = f"; {first.edtf} before it was reckoned from the day of the speech" if first.edtf != spoken.edtf else ""
    ahead = f"; {spoken.edtf} before it was known to lie ahead" if spoken.edtf != last.edtf else ""
    return speech + ahead


def dates_found(number: int, reread: Reread) -> Iterator[DateFound]:
    """The dates of a sentence that extraction read, each with the events that carry it."""
    clause = reread.story.clauses[number]
    for date in reread.story.dates:
        if clause.sentence.start <= date.start < clause.sentence.end:
            yield date_found(date, [tie for tie in reread.ties if tie.date.start == date.start], reread)


def date_found(date: DateValue, tied: Sequence[Tie], reread: Reread) -> DateFound:
    """One date and whose it is."""
    moved = date._replace(start=date.start + reread.place.base, end=date.end + reread.place.base)
    owners = [tie.owner for tie in tied if tie.owner is not None]
    events = dict.fromkeys(reread.homes[owner] for owner in owners if has(owner, date, reread))
    if not tied:
        loose = "it is left open" if left_open(date) else "no event stands in its sentence, or it is part of a header"
        return DateFound(moved, (), f"{why(date)}; {loose}")
    told = "; ".join(tie_reason(tie, reread) for tie in tied if tie.owner is not None or not owners)
    return DateFound(moved, tuple(events), f"{why(date)}; {told}")


def has(owner: int, date: DateValue, reread: Reread) -> bool:
    """Whether a mention that is an event has a date."""
    own = reread.after(dated)[owner].date
    return owner in reread.homes and own is not None and own.start == date.start


def tie_reason(tie: Tie, reread: Reread) -> str:
    """What one tie of a date says."""
    if tie.owner is None:
        return f"it belongs to no event: {_LOOSE.get(tie.reason, tie.reason)}"
    owner = reread.homes.get(tie.owner, "a mention that was left out")
    own = reread.after(dated)[tie.owner].date
    if own is not None and own.start != tie.date.start:
        return f"{owner} has “{own.text}” already"
    return f"for {owner}, since {_TIES.get(tie.reason, tie.reason)}"


def polarity_decision(mention: Linked) -> Decision:
    """The polarity of a mention."""
    verb, by_rule = mention.found.verb, mention.found.rule.polarity == "negative"
    negated = verb.negative if verb is not None else mention.found.negated
    reason = {
        (False, False): "nothing negates it",
        (True, False): "the verb is negated" if verb is not None else "the noun is negated",
        (False, True): "the words of the rule say that it did not happen",
        (True, True): "the words of the rule deny it, and they are negated",
    }[negated, by_rule]
    return Decision("polarity", mention.polarity, reason)


def modality_decision(position: int, reread: Reread) -> Decision:
    """The modality of a mention; another mention of the event may tell it as a fact."""
    before = reread.before(judged)
    verdict = modality(before[position], before, reread.story.clauses)
    event = reread.event(position)
    reason = verdict_reason(verdict, before[position], reread)
    if event is not None and event.modality != verdict.modality:
        reason += f"; {event.id} is {event.modality}, since another mention tells it so"
    return Decision("modality", verdict.modality, reason)


def verdict_reason(verdict: Verdict, mention: Linked, reread: Reread) -> str:
    """What a modality comes from."""
    claim = reread.homes.get(verdict.claim, "a claim")
    match verdict.source:
        case "inside":
            return f"it stands in what {claim} says, and the rule of {claim} makes that {verdict.modality}"
        case "announced":
            return f"{claim} announces it"
        case "future in past":
            return f"a conditional in what {claim} says looks ahead from then"
        case "subject" if verdict.modality == "hypothetical":
            return "the noun is the subject of a verb in the conditional"
        case "subject":
            return "nothing around it makes it less than a fact"
        case "form" if mention.found.verb is None:
            return "nothing around it makes it less than a fact"
        case _:
            return _SOURCES[verdict.source]


def attribution_decision(position: int, reread: Reread) -> Decision:
    """The claims in whose content a mention stands, innermost first."""
    mentions = reread.after(attributed)
    claims = mentions[position].attribution
    event = reread.event(position)
    if not claims:
        return Decision("attribution", "none", "it stands in what no claim says")
    owning = [claim for claim in claims if is_known(mentions[position], mentions[claim], reread)]
    if owning and len(owning) == len(claims):
        told_of = ", ".join(reread.homes.get(claim, "a claim") for claim in owning)
        return Decision("attribution", "none", f"{told_of} speaks of it as of something known, so the text tells it")
    ids = [reread.homes.get(claim, "?") for claim in claims]
    trigger = mentions[position].found.trigger
    told = [
        f"in what {id_} says: “{held(mentions[claim], trigger, reread)}”"
        for id_, claim in zip(ids, claims, strict=True)
    ]
    kept = overruled(event, ids)
    return Decision("attribution", ", ".join(ids), "; ".join(told) + kept)


def is_known(mention: Linked, claim: Linked, reread: Reread) -> bool:
    """Whether a claim of responsibility takes an event as known."""
    return not mention.speaks and known(mention, claim, reread.story.clauses, reread.story.kin.definite)


def overruled(event: Event | None, ids: list[str]) -> str:
    """What the other mentions of an event make of the attribution of one."""
    if event is None or set(event.attribution) == set(ids):
        return ""
    if not event.attribution:
        return f"; but {event.id} has none, since the text itself tells it at another mention"
    return f"; {event.id} has {', '.join(event.attribution)}, from all its mentions"


def held(claim: Linked, trigger: Span, reread: Reread) -> str:
    """The piece of what a claim says in which a trigger stands."""
    piece = next((span for span in claim.contents if span.overlaps(trigger)), None)
    text = reread.place.span(piece).text if piece else ""
    return text if len(text) <= _QUOTED else f"{text[: _QUOTED - 1].rstrip()}…"


def clause_number(start: int, reread: Reread) -> int | None:
    """The number of the sentence that begins at an offset of the part, among those that extraction read."""
    return next((number for number, span in enumerate(reread.spans) if span[0] == start), None)
