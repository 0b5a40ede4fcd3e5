"""Templates are read into trees that say the same when written again."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from evtx.rules.diagnostics import Piece, Problems
from evtx.rules.syntax import Argument, Choice, Option, Punctuation, Skip, Template, Trigger, Word
from evtx.rules.templates import Phrases, read_template
from evtx.rules.vocabulary import trigger_counts


def read(source: str, phrases: dict[str, str] | None = None) -> Template:
    written = {name: [Piece(text, 20, 3)] for name, text in (phrases or {}).items()}
    problems = Problems("t.yml")
    found = read_template([Piece(source, 5, 7)], Phrases(written, frozenset(("verb",))), problems)
    assert found is not None, problems.found
    return found


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("{speaker:actor|document} , {content:clause}", "{speaker:actor|document} , {content:clause}"),
        ("@( se dire | se déclarer )", "@(se dire|se déclarer)"),
        ("comme [l'|le] @dire", "comme [(l'|le)] @dire"),
        ("{subject*} [,] qui <verb> ... (et|,) @", "{subject*} [,] qui <verb> ... (et|,) @"),
        ("@: {content:quote}", "@: {content:quote}"),
        ("@ : {content:quote}", "@ : {content:quote}"),
        ("=dit-il , M. Dupont", "=dit-il , M. Dupont"),
        ("un @<a> de <b>", "un @(raid|assaut) de (la (nuit|veille))"),
        ("@<one> {target:event(attack)}", "@raid {target:event(attack)}"),
    ],
)
def test_a_template_is_written_with_its_phrases(source: str, text: str) -> None:
    phrases = {"a": "(raid|assaut)", "b": "la (nuit|veille)", "one": "raid"}
    assert read(source, phrases).text == text
    assert read(text, phrases).text == text


def test_elements_know_where_they_stand() -> None:
    parts = read("=le {target:place|facility} [, ...] @(raid|tir de mortier)").node.parts
    target = parts[1]
    assert isinstance(target, Argument)
    assert [(piece.text, piece.column) for piece in target.types] == [("place", 19), ("facility", 25)]
    assert parts[0] == Word("le", True, Piece("=le", 5, 7))
    option = parts[2]
    assert isinstance(option, Option)
    assert [type(part) for part in option.inner.parts] == [Punctuation, Skip]
    trigger = parts[3]
    assert isinstance(trigger, Trigger)
    assert isinstance(trigger.inner, Choice)
    assert [len(series.parts) for series in trigger.inner.options] == [1, 3]
    assert trigger.inner.options[1].parts[0].at == Piece("tir", 5, 50)


@pytest.mark.parametrize(
    ("source", "counts"),
    [("mener un raid", (0, 0)), ("@mener [un @raid]", (1, 2)), ("(@a|b @c)", (1, 1)), ("[@a] (b|@c)", (0, 2))],
)
def test_triggers_are_counted_over_all_ways_to_match(source: str, counts: Sequence[int]) -> None:
    assert trigger_counts(read(source).node) == counts


def test_a_phrase_in_a_phrase_is_reported_where_it_is_unknown() -> None:
    problems = Problems("t.yml")
    phrases = Phrases({"a": [Piece("un <b>", 20, 6)]})
    assert read_template([Piece("@<a>", 5, 7)], phrases, problems) is None
    assert [(p.code, p.line, p.column, p.help) for p in problems.found] == [("E203", 20, 9, "one of: <a>")]
