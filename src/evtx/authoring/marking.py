"""A text as example sentences: what evtx finds in each, in markup that can be corrected and pasted into a rule file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from evtx.authoring.bench import Bench
from evtx.authoring.markup import Markup, escaped, write_markup
from evtx.authoring.trying import try_example
from evtx.document import Document
from evtx.event import Event
from evtx.language.sentences import split_sentences
from evtx.languages import readable_languages
from evtx.pipeline import UNKNOWN
from evtx.rendering.objects import Object
from evtx.rendering.safe import visible
from evtx.rules.diagnostics import Piece, Problems
from evtx.rules.examples import read_markup
from evtx.rules.model import Example, Mark, Position, RuleExamples
from evtx.version import VERSION

SCHEMA = "evtx-marks/1"


class MarkedEvent(NamedTuple):
    """An event as an example of its rule: the line to paste, and what the line cannot say, in words."""

    rule: str
    event: str
    subtype: str
    line: str
    notes: tuple[str, ...]


class MarkedText(NamedTuple):
    """A sentence, or several that one event lies in: as text, as a line without marks, and an example an event."""

    text: str
    plain: str
    events: tuple[MarkedEvent, ...]


class Marking(NamedTuple):
    """A text as examples; `dct` is what their dates were read against, empty for nothing."""

    language: str
    dct: str
    texts: tuple[MarkedText, ...]
    warnings: tuple[str, ...]


def mark(text: str, bench: Bench, language: str | None = None, date: str | None = None) -> Marking:
    """What is found in each sentence of a text when it stands alone, as it will in a rule file."""
    extraction = bench.extractor.extract(Document(text, language=language, date=date))
    if extraction.language == UNKNOWN and len(only := readable_languages(bench.rules)) == 1:
        return mark(text, bench, only[0], date)
    if extraction.warnings:
        return Marking(extraction.language, "", (), extraction.warnings)
    dct = extraction.dct.edtf if extraction.dct else ""
    spans = split_sentences(text, 0, len(text), bench.extractor.kit(extraction.language).abbreviations)
    texts = [on_one_line(text[start:end]) for start, end in joined(spans, extraction.events)]
    marked = tuple(_marked(one, bench, extraction.language, dct) for one in texts if one)
    return Marking(extraction.language, dct, marked, ())


def on_one_line(text: str) -> str:
    r"""A text as it can stand in a line of a rule file: blanks for line breaks, tabs and what would steer a terminal.

    >>> on_one_line(" two\n\tlines\x1b[0m")
    'two lines [0m'
    """
    shown = "".join(char if visible(char) == char else " " for char in text)
    return " ".join(re.split(r"[\s]+", shown.strip()))


def joined(spans: Sequence[tuple[int, int]], events: Sequence[Event]) -> list[tuple[int, int]]:
    """The sentences at these spans, those joined that one event's own words lie in."""
    wholes = list(spans)
    for event in events:
        trigger = event.triggers[0]
        own = [argument for argument in event.arguments if not argument.implied]
        start = min((argument.start for argument in own), default=trigger.start)
        end = max((argument.end for argument in own), default=trigger.end)
        start, end = min(start, trigger.start), max(end, trigger.end)
        touched = [span for span in wholes if span[0] < end and start < span[1]]
        if len(touched) > 1:
            place = wholes.index(touched[0])
            wholes[place : place + len(touched)] = [(touched[0][0], touched[-1][1])]
    return wholes


def _marked(text: str, bench: Bench, language: str, dct: str) -> MarkedText:
    events = bench.extractor.extract(Document(text, language=language, date=dct or None)).events
    marked = tuple(_marked_event(event, text, bench, language, dct) for event in events)
    return MarkedText(text, escaped(text), marked)


def _marked_event(event: Event, text: str, bench: Bench, language: str, dct: str) -> MarkedEvent:
    markup = write_markup(text, marks_of(event))
    notes = [*_notes(event, text, markup), *_failing(event, markup.line, bench, language, dct)]
    return MarkedEvent(event.rule, event.type, event.subtype, markup.line, tuple(notes))


def marks_of(event: Event) -> Iterator[Mark]:
    """The marks of an example that asks for this event: its first trigger, its own arguments, its date."""
    trigger = event.triggers[0]
    yield Mark(trigger.start, trigger.end, "trigger", None)
    for argument in event.arguments:
        if not argument.implied:
            yield Mark(argument.start, argument.end, argument.role, None)
    if event.date is not None and event.date.end > event.date.start:
        yield Mark(event.date.start, event.date.end, "date", event.date.edtf)


def _notes(event: Event, text: str, markup: Markup) -> Iterator[str]:
    for argument in event.arguments:
        if argument.implied:
            yield f"{argument.role} {argument.text!r} is implied: other words supply it, and it needs no mark"
        elif argument.resolved:
            yield f"{argument.role} {argument.text!r} stands for {argument.resolved!r}: the mark goes on the words here"
    for trigger in event.triggers[1:]:
        yield f"{trigger.text!r} tells the same event: an example marks one trigger"
    for mark in markup.left_out:
        yield f"{mark.role} {text[mark.start : mark.end]!r} crosses another mark and cannot be written"


def _failing(event: Event, line: str, bench: Bench, language: str, dct: str) -> Iterator[str]:
    """What would be reported if the line were pasted as it stands; nothing in most cases."""
    marked = read_markup(Piece(line, 1, 1), Problems("markup"))
    assert marked is not None, line
    marks = tuple(labelled.mark for labelled in marked.marks)
    example = Example(line, marked.text, marks, Position("markup", 1, 1))
    rule = RuleExamples(event.rule, language, event.type, dct, (example,), (), ())
    failure = try_example(rule, example, bench.extractor)
    if failure is not None:
        yield f"as it stands it would fail as an example: {failure.detail}"


def as_object(marking: Marking) -> Object:
    """A marking for programs."""
    return {
        "schema": SCHEMA,
        "evtx": VERSION,
        "language": marking.language,
        "dct": marking.dct or None,
        "sentences": [
            {"text": one.text, "plain": one.plain, "examples": [event._asdict() for event in one.events]}
            for one in marking.texts
        ],
        "warnings": list(marking.warnings),
    }
