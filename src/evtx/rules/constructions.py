"""`constructions.yml`: the templates by which verbs and nouns take their arguments, and what prepositions mean."""

from __future__ import annotations

from evtx.rules.declarations import BUILTIN_PHRASES
from evtx.rules.diagnostics import Problems
from evtx.rules.frames import read_templates
from evtx.rules.positions import Scalar, Table
from evtx.rules.templates import Phrases
from evtx.rules.vocabulary import Vocabulary, check_template
from evtx.rules.wordings import read_complements

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
        _check_complements(root.get(key), vocabulary, problems)


def _check_complements(node: object, vocabulary: Vocabulary, problems: Problems) -> None:
    for entry in node.entries if isinstance(node, Table) else ():
        event = vocabulary.check_event(entry.key, problems)
        if not isinstance(entry.value, Scalar):
            problems.report("E114", entry.value.at, "a block of lines is wanted here", "write `|` after the colon")
        elif event is not None:
            read_complements(entry.value.pieces, event, vocabulary, problems)
