"""Markup written and read again; what was marked in a text passes as an example."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evtx.authoring.bench import Bench, open_bench
from evtx.authoring.marking import mark
from evtx.authoring.markup import write_markup
from evtx.rules.diagnostics import Piece, Problems
from evtx.rules.examples import read_markup
from evtx.rules.model import Mark


@pytest.fixture(scope="module")
def bench() -> Bench:
    return open_bench([])


@given(
    st.text(st.sampled_from("ab [](){}\\=é'"), min_size=6, max_size=12),
    st.lists(st.tuples(st.integers(0, 5), st.integers(1, 4), st.sampled_from("abc")), max_size=4),
)
def test_what_is_written_is_read_again(text: str, marks: list[tuple[int, int, str]]) -> None:
    wanted = {Mark(start, min(start + length, len(text)), role, None) for start, length, role in marks}
    markup = write_markup(text, wanted)
    read = read_markup(Piece(markup.line, 1, 1), Problems("test"))
    assert read is not None
    assert read.text == text
    assert {labelled.mark for labelled in read.marks} == wanted - set(markup.left_out)


def test_marks_that_cross_are_left_out_and_named() -> None:
    markup = write_markup("one two three", [Mark(0, 7, "trigger", None), Mark(4, 13, "weapon", None)])
    assert markup.line == "[one two](trigger) three"
    assert [left.role for left in markup.left_out] == ["weapon"]


def test_what_is_marked_in_whole_articles_passes_as_examples(samples: tuple[Path, ...], bench: Bench) -> None:
    texts = [path.with_name(path.name.replace(".gold.json", ".txt")).read_text("utf-8") for path in samples]
    events = [event for text in texts for one in mark(text, bench, "fr").texts for event in one.events]
    assert len(events) > 100
    assert not [event for event in events if any("fail" in note for note in event.notes)]


def test_an_example_stretches_over_the_sentences_that_its_event_lies_in(bench: Bench) -> None:
    (told,) = mark("« Nous avons tiré. Ils ont fui », a affirmé le maire.", bench, "fr").texts
    assert [event.line for event in told.events] == [
        "« [Nous avons tiré. Ils ont fui](content) », [a affirmé](trigger) [le maire](speaker)."
    ]


def test_a_marked_line_fits_on_one_line_of_a_rule_file(bench: Bench) -> None:
    (told,) = mark("L'armée\n\ta bombardé\x1b[31m le\u202e village.", bench, "fr").texts
    assert told.text == "L'armée a bombardé [31m le village."
