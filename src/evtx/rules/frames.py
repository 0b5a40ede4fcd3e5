"""Rule files: frames, patterns and named phrases, with their examples."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from evtx.rules.declarations import BUILTIN_PHRASES
from evtx.rules.diagnostics import Piece, Problems, did_you_mean
from evtx.rules.examples import read_examples, read_gaps, read_rejects
from evtx.rules.model import EventType, Frame, Pattern, Position, RuleExamples
from evtx.rules.positions import Node, Scalar, Table
from evtx.rules.shapes import check_shape
from evtx.rules.syntax import Template
from evtx.rules.templates import Phrases, read_template
from evtx.rules.vocabulary import Vocabulary, check_role, check_subtype, check_template, constructions_of
from evtx.rules.wordings import read_complements, read_light, read_needs, read_wordings

_ID = re.compile(r"[a-z]{2,3}(?:-[a-z]+)?(?:\.[a-z0-9]+(?:-[a-z0-9]+)*){2,}$")
_PARTIAL_DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2]))?$")


class RuleFile(NamedTuple):
    """What one rule file holds; `ids` are where the ids of its rules stand, `off` those that it switches off."""

    frames: tuple[Frame, ...]
    patterns: tuple[Pattern, ...]
    examples: tuple[RuleExamples, ...]
    ids: tuple[Piece, ...]
    off: tuple[Piece, ...] = ()


EMPTY = RuleFile((), (), (), ())


@dataclass(frozen=True, slots=True)
class _Context:
    """What holds for all rules of a file."""

    language: str
    event: EventType | None
    names_event: bool
    dct: str
    phrases: Phrases
    vocabulary: Vocabulary
    problems: Problems


def read_rule_file(root: Node, language: str, vocabulary: Vocabulary, problems: Problems) -> RuleFile:
    """The rules of a file; `language` is the name of its folder, empty where the file alone says it."""
    if not check_shape(root, "rules", problems) or not isinstance(root, Table):
        return EMPTY
    context = _context(root, language, vocabulary, problems)
    frames: list[Frame] = []
    patterns: list[Pattern] = []
    examples: list[RuleExamples] = []
    ids: list[Piece] = []
    for kind in ("frames", "patterns"):
        for node in root.tables(kind):
            event = _event_of(node, context)
            if event is None:
                continue
            if kind == "frames":
                frames.append(_read_frame(node, event, context))
            else:
                patterns.append(_read_pattern(node, event, context))
            examples.append(_read_examples(node, event, context))
            ids.append(node.text("id"))
    if not any(root.get(key) for key in ("frames", "patterns", "off")):
        problems.report("E113", root.at, "the file holds no rule", "add frames or patterns")
    return RuleFile(tuple(frames), tuple(patterns), tuple(examples), tuple(ids), root.lines("off"))


def _context(root: Table, folder: str, vocabulary: Vocabulary, problems: Problems) -> _Context:
    language, event, dct = root.text("language"), root.text("event"), root.text("dct")
    check_language(language, folder, problems)
    if dct.text and not is_date(dct.text):
        problems.report("E309", dct, f"{dct.text!r} is no date", "write it as 2020-12-16")
    phrases = read_phrases(root.get("phrases"), problems)
    default = vocabulary.check_event(event, problems) if event.text else None
    settled = language.text if folder in ("", language.text) else ""
    return _Context(settled, default, bool(event.text), dct.text, phrases, vocabulary, problems)


def check_language(language: Piece, folder: str, problems: Problems) -> None:
    """Report that a file's language is not that of its folder."""
    if language.text and folder and language.text != folder:
        message = f"the file says {language.text!r}, its folder {folder!r}"
        problems.report("E117", language, message, f"write {folder}, or move the file")


def is_rule_id(text: str) -> bool:
    """Whether a text may be the id of a rule.

    >>> is_rule_id("xx.attack.ram"), is_rule_id("ram"), is_rule_id("xx.attack.Ram")
    (True, False, False)
    """
    return bool(_ID.match(text))


def is_date(text: str) -> bool:
    """Whether a text is a date, a month or a year.

    >>> is_date("2020-12-16"), is_date("2020-12"), is_date("2020-13-01"), is_date("today")
    (True, True, False, False)
    """
    if len(text) == 10:
        try:
            return bool(dt.date.fromisoformat(text))
        except ValueError:
            return False
    return bool(_PARTIAL_DATE.match(text))


def read_phrases(node: Node | None, problems: Problems) -> Phrases:
    """The named phrases of a file, each checked by itself."""
    written: dict[str, Sequence[Piece]] = {}
    for entry in node.entries if isinstance(node, Table) else ():
        if entry.key.text in BUILTIN_PHRASES:
            problems.report("E302", entry.key, f"<{entry.key.text}> has a meaning already", "choose another name")
        lines = entry.value.pieces if isinstance(entry.value, Scalar) else ()
        if not lines:
            problems.report(
                "E114", entry.value.at, f"phrase {entry.key.text!r} is no text", "write a part of a template"
            )
            continue
        written[entry.key.text] = lines
    phrases = Phrases(written, frozenset(BUILTIN_PHRASES))
    for phrase in written.values():
        read_template(phrase, phrases, problems)
    return phrases


def _event_of(node: Table, context: _Context) -> EventType | None:
    named = node.text("event")
    if named.text:
        return context.vocabulary.check_event(named, context.problems)
    if not context.names_event:
        help = "name the event type in the rule or at the top of the file"
        context.problems.report("E113", node.at, "missing key 'event'", help)
    return context.event


def _read_frame(node: Table, event: EventType, context: _Context) -> Frame:
    problems, vocabulary = context.problems, context.vocabulary
    common = _common(node, event, context)
    if node.get("verbs") is None and node.get("nouns") is None:
        problems.report("E310", node.at, "the frame has no words", "add verbs or nouns")
    for side in ("subject", "object"):
        for piece in node.text(side).split("|") if node.get(side) else ():
            check_role(piece, event, problems, more=("none",))
    return Frame(
        **common,
        verbs=read_wordings(node.lines("verbs"), problems),
        nouns=read_wordings(node.lines("nouns"), problems),
        subject=node.text("subject").text,
        object=node.text("object").text,
        takes=_read_takes(node, event, problems),
        needs=read_needs(node.lines("needs"), event, vocabulary, problems),
        complements=read_complements(node.lines("complements"), event, vocabulary, problems),
        light=read_light(node.lines("light"), event, problems),
        itself=_read_itself(node, event, problems),
        position=_position(node, problems),
        layer=0,
    )


def _read_itself(node: Table, event: EventType, problems: Problems) -> str:
    if node.get("itself") is not None:
        check_role(node.text("itself"), event, problems)
    return node.text("itself").text


def _read_pattern(node: Table, event: EventType, context: _Context) -> Pattern:
    common = _common(node, event, context)
    templates = read_templates(node.lines("match"), context.phrases, context.problems)
    for template in templates:
        check_template(template, event, context.vocabulary, context.problems)
    return Pattern(
        **common,
        templates=tuple(template.text for template in templates),
        lines=tuple(template.source.line for template in templates),
        position=_position(node, context.problems),
        layer=0,
    )


def read_templates(lines: Sequence[Piece], phrases: Phrases, problems: Problems) -> list[Template]:
    """The templates of these lines, without the broken ones."""
    return [found for line in lines if (found := read_template([line], phrases, problems)) is not None]


def _common(node: Table, event: EventType, context: _Context) -> Mapping[str, str]:
    id_, subtype, inside = node.text("id"), node.text("subtype"), node.text("inside")
    problems = context.problems
    language = context.language
    if id_.text and language and not (_ID.match(id_.text) and id_.text.startswith(f"{language}.")):
        help = f"write {language}.{event.id}.NAME, in small letters, figures and hyphens"
        problems.report("E301", id_, f"{id_.text!r} is no id of a rule of this file", help)
    if subtype.text:
        check_subtype(subtype, event, problems)
    if inside.text and event.role("content") is None:
        problems.report("E315", inside, f"nothing is inside of events of type {event.id}", "delete the key")
    return {
        "id": id_.text,
        "language": language,
        "event": event.id,
        "subtype": subtype.text,
        "summary": node.text("summary").text,
        "modality": node.text("modality").text,
        "polarity": node.text("polarity").text,
        "inside": inside.text,
    }


def _read_takes(node: Table, event: EventType, problems: Problems) -> tuple[str, ...]:
    scalar = node.scalar("takes")
    words = scalar.words() if scalar else []
    for word in words:
        if word.text not in constructions_of(event):
            help = did_you_mean(word.text, constructions_of(event))
            problems.report("E307", word, f"unknown construction {word.text!r}", help)
    return tuple(word.text for word in words)


def _position(node: Table, problems: Problems) -> Position:
    at = node.text("id")
    return Position(problems.path, at.line, at.column)


def _read_examples(node: Table, event: EventType, context: _Context) -> RuleExamples:
    problems = context.problems
    return RuleExamples(
        rule=node.text("id").text,
        language=context.language,
        event=event.id,
        dct=context.dct,
        examples=read_examples(node.lines("examples"), event, problems),
        rejects=read_rejects(node.lines("rejects"), problems),
        gaps=read_gaps(node.lines("gaps"), event, problems),
    )
