"""Whatever stands in a rule file, loading it ends in rules or in problems with a place."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from evtx.rules.checking import check_sources
from evtx.rules.diagnostics import Diagnostic, Piece, Problems
from evtx.rules.examples import read_markup
from evtx.rules.loading import load_rules
from evtx.rules.sources import Source, load_sources
from evtx.rules.templates import Phrases, read_template

Bad = Callable[[str, "str | bytes"], tuple[Diagnostic, ...]]

SIGNS = st.text(alphabet="ab é'=|()[]{}<>@,.:;\\*-&!#\n\t|>\"", max_size=60)


def lies_inside(problem: Diagnostic, text: str) -> bool:
    """Whether a problem's place exists in the text, or right behind a line of it."""
    lines = text.split("\n")
    return 1 <= problem.line <= len(lines) and 1 <= problem.column <= len(lines[problem.line - 1]) + 1


@given(SIGNS)
@settings(max_examples=300)
def test_any_template_is_read_or_reported(text: str) -> None:
    problems = Problems("t.yml", text)
    lines = [Piece(line, number, 1).strip() for number, line in enumerate(text.split("\n"), 1) if line.strip()]
    for line in lines:
        found = read_template([line], Phrases({"a": lines}), problems)
        assert found is not None or problems.found
    assert all(lies_inside(problem, text) for problem in problems.found)


@given(SIGNS)
@settings(max_examples=300)
def test_any_example_is_read_or_reported(text: str) -> None:
    problems = Problems("t.yml", text)
    marked = read_markup(Piece(text.replace("\n", " "), 1, 1), problems)
    assert (marked is None) == bool(problems.found)
    if marked:
        assert all(0 <= one.mark.start <= one.mark.end <= len(marked.text) for one in marked.marks)


@given(
    st.integers(0, 10**9), st.sampled_from([" ", "\n", "\t", "[", "]", "{", "(", "|", ":", "- ", "&a", "*a", "!", "'"])
)
@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_slip_in_a_sound_file_is_harmless_or_reported(folder: Path, seed: int, slip: str) -> None:
    chance = random.Random(seed)
    sources = list(load_sources([folder]))
    number = chance.randrange(len(sources))
    text = (sources[number].content or b"").decode()
    start = chance.randrange(len(text))
    spoilt = text[:start] + slip + text[start + chance.randrange(3) :]
    sources[number] = sources[number]._replace(content=spoilt.encode())
    for problem in check_sources(sources).diagnostics:
        own = problem.path == sources[number].path
        assert not own or lies_inside(problem, spoilt), problem


@given(st.binary(max_size=200))
def test_any_bytes_are_reported(content: bytes) -> None:
    source = Source("x", "x/fr/a.yml", "rules", "fr", "a", content)
    assert check_sources([source]).diagnostics


def test_without_the_fast_parser_the_same_comes_out(
    folder: Path, problems_of: Bad, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EVTX_CACHE_DIR", str(folder / "none"))
    fast = load_rules([folder]), problems_of("fr/other.yml", "language: fr\nframes: [&a {b: !c d}]\nx: |\n  y\n")
    (folder / "fr" / "other.yml").unlink()
    monkeypatch.delattr(yaml, "CSafeLoader")
    monkeypatch.setenv("EVTX_CACHE_DIR", str(folder / "other"))
    slow = load_rules([folder]), problems_of("fr/other.yml", "language: fr\nframes: [&a {b: !c d}]\nx: |\n  y\n")
    assert fast == slow
