"""All that a document's events have to do with each other, step by step."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from evtx.event import DateValue
from evtx.language.grammar import DateWords
from evtx.language.quotations import Quotation
from evtx.linking.agents import give_agents
from evtx.linking.attribution import attribute, told
from evtx.linking.contents import announced_before, content_spans
from evtx.linking.dating import Tie, date_events, tied_dates
from evtx.linking.factuality import judge
from evtx.linking.kinship import Kin, Scene
from evtx.linking.linked import Linked
from evtx.linking.mentions import Pronouns
from evtx.linking.merging import merge, union
from evtx.linking.speakers import inherit_speakers, resolve
from evtx.linking.stretches import Stretches
from evtx.matching.found import Clause, Found

Speech = Sequence[tuple[int, int, DateValue]]
Redate = Callable[[Speech, frozenset[int]], Sequence[DateValue]]

# How many characters before or after a sentence a quotation may stand that belongs to it.
_BESIDE = 50
_AHEAD = frozenset(("planned", "demanded", "threatened"))
# The subtype of claims by which somebody answers for an event.
_ANSWERING = "responsibility"


class Story(NamedTuple):
    """A document between matching and linking: its text, date, clauses, quotations and the dates in it."""

    text: str
    dct: DateValue | None
    clauses: Sequence[Clause]
    quotations: Sequence[Quotation]
    dates: Sequence[DateValue]
    redate: Redate
    pronouns: Pronouns
    kin: Kin
    date_words: DateWords


def link(found: Sequence[Found], story: Story) -> list[Linked]:
    """The events of a document: contents, speakers, dates, attribution, factuality, mentions of one event joined."""
    events = with_contents(found, story)
    for step in STEPS:
        events = step(events, story)
    return joined(events, story)


def with_contents(found: Sequence[Found], story: Story) -> list[Linked]:
    """Every event with the spans of what it says."""
    quotations = Stretches((quotation.start, quotation.end, quotation) for quotation in story.quotations)
    by_sentence: dict[int, list[Found]] = {}
    for event in found:
        if event.content is not None:
            by_sentence.setdefault(event.sentence, []).append(event)
    return [
        Linked(
            event,
            content_spans(
                event,
                story.clauses[event.sentence],
                [rival for rival in by_sentence.get(event.sentence, ()) if rival is not event],
                quotations.near(*around(story.clauses[event.sentence])),
                story.text,
            )
            or announced_before(event, story.clauses, story.text, story.kin.definite),
            event.fillers,
        )
        for event in found
    ]


def around(clause: Clause) -> tuple[int, int]:
    """The stretch of text in which quotations may have to do with a sentence: a little more than the sentence."""
    return clause.sentence.start - _BESIDE, clause.sentence.end + _BESIDE


def with_speakers(events: Sequence[Linked], story: Story) -> list[Linked]:
    """Claims with the speakers that the claims before them supply."""
    return inherit_speakers(events, story.clauses)


def dated(events: Sequence[Linked], story: Story) -> list[Linked]:
    """Every event with the date of its clause."""
    return date_events(events, story.clauses, story.dates, story.dct, story.date_words)


def ties(events: Sequence[Linked], story: Story) -> Iterator[Tie]:
    """The dates of sentences that have events, each with the event that it belongs to and why."""
    return tied_dates(events, story.clauses, story.dates, story.dct, story.date_words)


def redated(events: Sequence[Linked], story: Story) -> list[Linked]:
    """Dates inside dated speech, reckoned again from the day of the speech."""
    speech = dated_speech(events, story)
    if not any(start <= d.start < end for start, end, _ in speech for d in story.dates if d.anchor != "text"):
        return list(events)
    return with_dates(events, story.redate(speech, frozenset()))


def looking_ahead(events: Sequence[Linked], story: Story) -> list[Linked]:
    """Dates of what is planned, asked for or threatened, reckoned again where they were thought past."""
    today = story.dct.latest if story.dct else None
    if today is None:
        return list(events)
    ahead = frozenset(e.date.start for e in events if e.date and to_come(e) and (e.date.latest or today) < today)
    return with_dates(events, story.redate(dated_speech(events, story), ahead)) if ahead else list(events)


def to_come(event: Linked) -> bool:
    """Whether an event lies ahead of those who speak of it."""
    return event.modality in _AHEAD and event.polarity == "positive" and not event.speaks


def dated_speech(events: Sequence[Linked], story: Story) -> Speech:
    """The stretches of speech whose day is not that of the document, with their dates."""
    day = story.dct.edtf if story.dct else ""
    dated = [(event.contents, event.date) for event in events if event.date and event.date.edtf != day]
    return [(span.start, span.end, date) for contents, date in dated for span in contents]


def with_dates(events: Sequence[Linked], dates: Sequence[DateValue]) -> list[Linked]:
    """The events with their dates as read anew."""
    fresh = {date.start: date for date in dates}
    return [e._replace(date=fresh.get(e.date.start, e.date)) if e.date else e for e in events]


def attributed(events: Sequence[Linked], _: Story) -> list[Linked]:
    """Every event with the claims in whose content it stands."""
    return attribute(events)


def judged(events: Sequence[Linked], story: Story) -> list[Linked]:
    """Every event with its polarity and modality."""
    return judge(events, story.clauses)


def with_agents(events: Sequence[Linked], story: Story) -> list[Linked]:
    """Events with the agents that claims supply."""
    return give_agents(events, story.clauses)


def resolved(events: Sequence[Linked], story: Story) -> list[Linked]:
    """Events with what pronouns and short names in them stand for."""
    return resolve(events, story.clauses, story.text, story.pronouns)


STEPS: tuple[Callable[[Sequence[Linked], Story], list[Linked]], ...] = (
    with_speakers,
    dated,
    redated,
    attributed,
    judged,
    looking_ahead,
    with_agents,
    resolved,
)
"""What linking does to the events as they were found, in this order, before mentions of one event are joined."""


def scene_of(story: Story) -> Scene:
    """What merging looks at besides the events."""
    return Scene(story.clauses, story.text, story.kin)


def claimed(event: Linked, events: Sequence[Linked]) -> bool:
    """Whether somebody answers for the event, or nobody yet, which tells that there was one."""
    return any(events[position].found.subtype == _ANSWERING for position in event.attribution)


def joined(events: Sequence[Linked], story: Story) -> list[Linked]:
    """Mentions of one event as one, attribution pointing to the events that remain."""
    scene = scene_of(story)
    groups = merge(events, scene)
    home = {position: number for number, group in enumerate(groups) for position in group}
    by_text = told(events, story.clauses, story.kin.definite)
    united = [union([by_text[position] for position in group], scene) for group in groups]
    kept = [
        number
        for number, group in enumerate(groups)
        if not united[number].found.anaphoric or any(claimed(events[position], events) for position in group)
    ]
    place = {number: rank for rank, number in enumerate(kept)}
    homes = {position: place[number] for position, number in home.items() if number in place}
    return [
        united[number]._replace(
            attribution=tuple(dict.fromkeys(homes[p] for p in united[number].attribution if p in homes))
        )
        for number in kept
    ]
