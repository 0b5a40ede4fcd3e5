"""One rule in full: for people as a page, for programs as an object."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from evtx.authoring.bench import Bench, Rule, place
from evtx.authoring.coverage import generator
from evtx.authoring.listing import brief_object, kind_of
from evtx.authoring.written import Written, as_written
from evtx.rendering.cells import words
from evtx.rendering.objects import Object, escaped
from evtx.rendering.page import Page
from evtx.rendering.safe import one_line
from evtx.rendering.tables import printed
from evtx.rules.model import EventType, Frame
from evtx.version import VERSION

if TYPE_CHECKING:
    from rich.console import RenderableType

SCHEMA = "evtx-rule/1"
_SENTENCES = (("examples", "Examples"), ("rejects", "Rejects"), ("gaps", "Known gaps"))
_LINES = (
    ("verbs", "Verbs"),
    ("nouns", "Nouns"),
    ("needs", "Needs"),
    ("complements", "Prepositions"),
    ("light", "Light verbs"),
)


def page_of(rule: Rule, bench: Bench, page: Page) -> Iterator[str]:
    """The rule for people."""
    shown = constructions(rule, bench) if isinstance(rule, Frame) else []
    yield printed(_parts(rule, bench.rules.event(rule.event), as_written(rule), shown), page)


def constructions(frame: Frame, bench: Bench) -> list[tuple[str, str]]:
    """The constructions that the verbs of a frame take, each with a sentence that shows it in markup.

    Without what makes sentences in its language they are only named.
    """
    takes = frame.takes or bench.rules.event(frame.event).takes
    maker = generator(bench, frame.language)
    sentences = dict(maker.shown(frame)) if maker else {}
    return [(name, sentences.get(name, "")) for name in takes if name in sentences or not maker] if frame.verbs else []


def _parts(
    rule: Rule, event: EventType, written: Written, shown: Sequence[tuple[str, str]]
) -> Iterator[RenderableType]:
    where = place(rule.position.file, rule.position.line)
    yield words(rule.id, "bold").append(f" · {kind_of(rule)} · {rule.event}/{rule.subtype} · {where}", "dim")
    yield words(one_line(rule.summary))
    sections = dict(_says(rule, event, written, shown))
    sections |= {title: written.lines(key) for key, title in _SENTENCES}
    for title, lines in sections.items():
        if lines:
            yield words(f"\n{title}", "bold")
            yield from (_indented(line) for line in lines)


def _indented(line: str) -> RenderableType:
    from rich.padding import Padding

    return Padding(words(one_line(line)), (0, 0, 0, 2))


def _says(
    rule: Rule, event: EventType, written: Written, shown: Sequence[tuple[str, str]]
) -> Iterator[tuple[str, Sequence[str]]]:
    """What the keys of a rule say, with what it leaves to its event type, and its constructions as they are `shown`."""
    apart = [f"{key}: {value}" for key, value in set_apart(rule).items()]
    if isinstance(rule, Frame):
        for key, title in _LINES[:2]:
            yield title, [", ".join(written.lines(key))] if written.lines(key) else []
        yield "Arguments", [f"{side}: {role}" for side, role in sides(rule, event).items()]
        yield "Constructions", [f"{name}: {sentence}" if sentence else name for name, sentence in shown]
        for key, title in _LINES[2:]:
            yield title, written.lines(key)
    else:
        yield "Templates", written.lines("match")
        yield "Phrases", [f"<{name}> {text}" for name, text in written.used_phrases().items()]
    yield "Event", apart


def sides(frame: Frame, event: EventType) -> dict[str, str]:
    """The roles that a frame gives to its words and what stands beside them."""
    given = {"subject": frame.subject or event.subject, "object": frame.object or event.object, "itself": frame.itself}
    return {side: " | ".join(role.split("|")) for side, role in given.items() if role}


def set_apart(rule: Rule) -> dict[str, str]:
    """What a rule says of its events apart from their subtype."""
    told = {"modality": rule.modality, "polarity": rule.polarity, "inside": rule.inside}
    return {key: value for key, value in told.items() if value}


def object_of(rule: Rule, bench: Bench, _: Page) -> Iterator[str]:
    """The rule for programs."""
    shown = _object(rule, bench.rules.event(rule.event), as_written(rule))
    yield escaped(json.dumps(shown, ensure_ascii=False, indent=1)) + "\n"


def _object(rule: Rule, event: EventType, written: Written) -> Object:
    return {
        "schema": SCHEMA,
        "evtx": VERSION,
        **brief_object(rule),
        "modality": rule.modality or None,
        "polarity": rule.polarity or None,
        "inside": rule.inside or None,
        **(_frame_object(rule, event, written) if isinstance(rule, Frame) else _pattern_object(written)),
        **{key: _sentences(written, key) for key, _ in _SENTENCES},
    }


def _frame_object(frame: Frame, event: EventType, written: Written) -> Object:
    return {
        **{key: list(written.lines(key)) for key, _ in _LINES},
        "wordings": {
            "verbs": [wording.text for wording in frame.verbs],
            "nouns": [wording.text for wording in frame.nouns],
        },
        "arguments": sides(frame, event),
        "takes": list(frame.takes or event.takes),
    }


def _pattern_object(written: Written) -> Object:
    return {"match": list(written.lines("match")), "phrases": written.used_phrases()}


def _sentences(written: Written, key: str) -> list[Mapping[str, object]]:
    return [{"line": piece.line, "text": piece.text} for piece in written.keys.get(key, ())]


PAGES = {"text": page_of, "json": object_of}
"""Formats by name."""
