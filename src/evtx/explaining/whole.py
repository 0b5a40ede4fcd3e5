"""Explaining a document: the sentences asked for, each with how it was read, what it tells and what it nearly told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from evtx.document import Document
from evtx.event import DateValue, Event
from evtx.explaining import reading
from evtx.explaining.filling import Scene
from evtx.explaining.missing import misses, same, silent
from evtx.explaining.place import Place
from evtx.explaining.rereading import Reread, reread
from evtx.explaining.settling import clause_number, dates_found
from evtx.explaining.telling import told
from evtx.explaining.trying import Attempt, attempts
from evtx.explaining.values import DateFound, Explanation, SentenceExplained, Told
from evtx.matching.found import Clause, Found
from evtx.parts import parts_of
from evtx.pipeline import Extractor, events_of_part, sentences_of
from evtx.rendering.dates import why


class Lines(NamedTuple):
    """The lines of a text that are asked about, the last one too, from 1."""

    first: int
    last: int


def explain(document: Document, extractor: Extractor, lines: Lines | None = None) -> Explanation:
    """Why a document gives its events: for the sentences that reach into the lines, or for all.

    Raises TypedDateError when the document's date is no date. The events are those that `Extractor.extract` gives.
    """
    opened = extractor.open(document)
    if opened.kit is None:
        return Explanation(document.source, opened.language, None, (), (), (extractor.unreadable(opened.language),))
    sentences: list[SentenceExplained] = []
    events: list[Event] = []
    for start, end in parts_of(opened.text):
        place = Place(opened.text[start:end], start, opened.text)
        spans = [span for span in sentences_of(place.text, opened.kit) if asked(span, place, lines)]
        if spans:
            again = reread(place, opened.kit, opened.dct, len(events))
            sentences += [sentence_explained(span, again, opened.dct) for span in spans]
            events += again.events
        else:
            events += events_of_part(place.text, opened.kit, opened.dct)
    return Explanation(document.source, opened.language, opened.dct, tuple(sentences), shown(events, sentences))


def asked(span: tuple[int, int], place: Place, lines: Lines | None) -> bool:
    """Whether a sentence reaches into the lines that are asked about."""
    if lines is None:
        return True
    return place.line(span[0]) <= lines.last and place.line(max(span[0], span[1] - 1)) >= lines.first


def shown(events: Sequence[Event], sentences: Sequence[SentenceExplained]) -> tuple[Event, ...]:
    """The events that are told in some sentences, and the claims that they are attributed to."""
    told_here = {one.event for sentence in sentences for one in sentence.told}
    wanted = told_here | {claim for event in events if event.id in told_here for claim in event.attribution}
    return tuple(event for event in events if event.id in wanted)


def sentence_explained(span: tuple[int, int], again: Reread, dct: DateValue | None) -> SentenceExplained:
    """One sentence with all that there is to say about it; one that extraction passes over is read all the same."""
    number = clause_number(span[0], again)
    place, story = again.place, again.story
    clause = passed_over(span, again) if number is None else story.clauses[number]
    found = [mention.found for mention in again.mentions if mention.found.sentence == number]
    scene = Scene(clause, again.kit.rules, place)
    tried = list(attempts(clause, number or 0, found, again.kit.rules))
    missed = misses(tried, found, scene)
    return SentenceExplained(
        words=place.words(*span),
        line=place.line(span[0]),
        column=place.column(span[0]),
        read=number is not None,
        tokens=reading.tokens(clause, place),
        phrases=reading.phrases(clause, place),
        clauses=reading.clauses(clause, place),
        quotations=tuple(reading.quotations(story.quotations, clause, place)),
        dates=tuple(dates_of(span, number, again)),
        told=tuple(mentions_told(number, tried, scene, again)),
        misses=missed,
        silent=tuple(silent(scene, [miss.word for miss in missed], found)),
    )


def passed_over(span: tuple[int, int], again: Reread) -> Clause:
    """A sentence that extraction does not read, read."""
    days = [(date.start, date.end) for date in again.story.dates]
    clause, _ = again.kit.sentences.read(again.place.text, span, days, 0)
    return clause


def dates_of(span: tuple[int, int], number: int | None, again: Reread) -> Iterator[DateFound]:
    """The dates of a sentence."""
    if number is not None:
        yield from dates_found(number, again)
        return
    for date in again.story.dates:
        if span[0] <= date.start < span[1]:
            moved = date._replace(start=date.start + again.place.base, end=date.end + again.place.base)
            yield DateFound(moved, (), f"{why(date)}; extraction reads no event in this sentence")


def mentions_told(number: int | None, tried: Sequence[Attempt], scene: Scene, again: Reread) -> Iterator[Told]:
    """The mentions of events in a sentence, in the order of the text."""
    for position, mention in enumerate(again.mentions):
        if mention.found.sentence == number:
            yield told(position, attempt_of(mention.found, tried), tried, scene, again)


def attempt_of(found: Found, tried: Sequence[Attempt]) -> Attempt | None:
    """The attempt that gave an event; failing that, one of the same rule at the same trigger."""
    gave = [one for one in tried if isinstance(one.outcome, Found) and same(one.outcome, found)]
    return next((one for one in gave if one.outcome == found), gave[0] if gave else None)
