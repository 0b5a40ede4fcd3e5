"""`constructions.yml`: the templates by which verbs and nouns take their arguments, and what prepositions mean."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from evtx.rules.declarations import BUILTIN_PHRASES
from evtx.rules.diagnostics import Piece, Problems
from evtx.rules.frames import read_templates
from evtx.rules.model import EventType
from evtx.rules.positions import Scalar, Table
from evtx.rules.templates import Phrases
from evtx.rules.vocabulary import Vocabulary, check_role, check_subtype, check_template
from evtx.rules.wordings import read_complements, read_light

_PLACES = ("before", "after", "incise")
_COMPLEMENTS = ("complements", "noun_complements")


def check_constructions(root: Table, vocabulary: Vocabulary, problems: Problems) -> None:
    """Report what is wrong with the templates and complements of a constructions file."""
    phrases = Phrases({}, frozenset(BUILTIN_PHRASES))
    for place in _PLACES:
        seen: set[str] = set()
        for node in root.tables(place):
            id_ = node.text("id")
            if id_.text in seen:
                problems.report("E302", id_, f"construction {id_.text!r} stands here twice", "rename one, or join them")
            seen.add(id_.text)
            for word in node.words("events"):
                vocabulary.check_event(word, problems)
            for template in read_templates(node.lines("match"), phrases, problems):
                check_template(template, None, vocabulary, problems)
    for key in _COMPLEMENTS:
        for event, lines in _blocks(root.get(key), vocabulary, problems):
            read_complements(lines, event, vocabulary, problems)
    for event, lines in _blocks(root.get("light"), vocabulary, problems):
        read_light(lines, event, problems)
    for _, lines in _blocks(root.get("bars"), vocabulary, problems):
        for line in lines:
            vocabulary.check_type(_after_arrow(line), problems)
    for event, lines in _blocks(root.get("tells"), vocabulary, problems):
        for line in lines:
            check_role(line.part(0, line.text.find(":")), event, problems)
            check_subtype(_after_arrow(line), event, problems)


def _after_arrow(line: Piece) -> Piece:
    return line.part(line.text.find("->") + 2).strip()


def _blocks(node: object, vocabulary: Vocabulary, problems: Problems) -> Iterator[tuple[EventType, Sequence[Piece]]]:
    """The lines under each event type; what is no event type or no lines is reported."""
    for entry in node.entries if isinstance(node, Table) else ():
        event = vocabulary.check_event(entry.key, problems)
        if not isinstance(entry.value, Scalar):
            problems.report("E114", entry.value.at, "a block of lines is wanted here", "write `|` after the colon")
        elif event is not None:
            yield event, entry.value.pieces
