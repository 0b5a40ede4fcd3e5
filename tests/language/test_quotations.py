"""Quotations: marks, nesting, paragraphs, and marks that nobody closes."""

from __future__ import annotations

import itertools
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evtx.language.quotations import find_quotations


def quoted(text: str) -> list[str]:
    return [text[found.inner_start : found.inner_end] for found in find_quotations(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Il dit : « Nous partons. »", ["Nous partons."]),
        ("«Nous partons», dit-il", ["Nous partons"]),
        ("« Nous “partons” », dit-il", ["Nous “partons”", "partons"]),
        ("Un raid “ciblé” et un ‹ incident ›", ["ciblé", "incident"]),
        ('Le "convoi" du chef d\'"Orvane" est "vide".', ["convoi", "Orvane", "vide"]),
        ('Le " convoi " est " vide "', ["convoi", "vide"]),
        ('("Non")', ["Non"]),
        ("„Nein“, sagt er", ["Nein"]),
        ("”Nej”, säger han", ["Nej"]),
        ("« Le « convoi » est parti »", ["Le « convoi » est parti", "convoi"]),
        ("Un écran de 5\" et l'autre", []),
        ("L’armée d’Orvane l'a dit aujourd’hui’", []),
        ("Il parle d’un ‘incident’ isolé, qu’il nie", ["incident"]),
        ("Les ‘rebelles", []),
        ('« » et ""', []),
        ("fin de phrase » et suite", []),
    ],
)
def test_marks(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


def test_spans_with_and_without_marks() -> None:
    (found,) = find_quotations("dit : «\u00a0Non.\u202f» Puis")
    assert (found.start, found.end, found.inner_start, found.inner_end) == (6, 14, 8, 12)
    assert (found.depth, found.closed) == (0, True)


def test_depth_counts_what_is_around() -> None:
    depths = [found.depth for found in find_quotations("« a “b ‹ c ›” » « d »")]
    assert depths == [0, 1, 2, 0]


def test_a_quotation_left_open_ends_with_its_paragraph() -> None:
    text = "Le chef a dit : « Nous partons.\n\nLe convoi « bleu » est parti."
    first, second = find_quotations(text)
    assert (text[first.start : first.end], first.closed) == ("« Nous partons.", False)
    assert (text[second.start : second.end], second.closed) == ("« bleu »", True)


def test_a_quotation_left_open_inside_another_ends_with_it() -> None:
    text = "« Un “raid est prévu », dit-il”"
    outer, inner = find_quotations(text)
    assert (text[outer.inner_start : outer.inner_end], outer.closed) == ("Un “raid est prévu", True)
    assert (text[inner.start : inner.end], inner.closed) == ("“raid est prévu", False)


def test_a_paragraph_that_reopens_goes_on() -> None:
    text = "« Nous partons.\n\n« Nous reviendrons.\n\n« Un jour », dit-il. « Non. »"
    first, second = find_quotations(text)
    assert text[first.start : first.end].endswith("« Un jour »")
    assert first.closed
    assert text[second.start : second.end] == "« Non. »"


def test_a_closing_mark_first_in_the_next_paragraph_closes() -> None:
    text = "« Nous partons.\n\nNous reviendrons », dit-il."
    assert quoted(text) == ["Nous partons.\n\nNous reviendrons"]


def test_a_quotation_spans_the_lines_of_a_wrapped_paragraph() -> None:
    text = (
        "Le maire a parlé hier soir devant la presse : « La route reste fermée aux\n"
        "convois jusqu’à demain matin », avant de quitter la salle sans répondre."
    )
    assert quoted(text) == ["La route reste fermée aux\nconvois jusqu’à demain matin"]


TEXTS = st.text(st.sampled_from(' \nab,.«»“”"„‹›‘’'), max_size=80)


@given(TEXTS)
def test_quotations_are_in_bounds_and_in_order(text: str) -> None:
    found = find_quotations(text)
    assert [q.start for q in found] == sorted({q.start for q in found})
    for q in found:
        inner = text[q.inner_start : q.inner_end]
        assert 0 <= q.start < q.inner_start < q.inner_end <= q.end <= len(text)
        assert inner == inner.strip()
        assert q.closed == (q.end > q.inner_end)


@given(TEXTS)
def test_quotations_are_nested_or_disjoint(text: str) -> None:
    for one, other in itertools.combinations(find_quotations(text), 2):
        assert other.start >= one.end or (other.end <= one.end and other.depth > one.depth)


@pytest.mark.parametrize("unit", ["«", "«»", "«a»", '"', "‘", "«\n", "«\n\n", "« ", "a\n", "“«‹", "’ ", "»"])
def test_time_is_linear(unit: str) -> None:
    text = unit * (300_000 // len(unit))
    began = time.perf_counter()
    find_quotations(text)
    assert time.perf_counter() - began < 10  # a quadratic scan takes minutes


def test_a_text_of_opening_marks_gives_few_quotations() -> None:
    assert len(find_quotations("«" * 100_000 + "a")) < 10
