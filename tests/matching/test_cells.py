"""Cells of the tape: phrases with what belongs to them, their prepositions and types."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from evtx.matching.cells import Cell
from evtx.matching.found import Clause

Cells = Callable[[str], list[tuple[str, Cell]]]


@pytest.fixture
def cells(clause_of: Callable[[str], Clause]) -> Cells:
    """The cells of a sentence with their words, preposition included."""

    def read(text: str) -> list[tuple[str, Cell]]:
        clause = clause_of(text)
        starts, ends = clause.sentence.starts, clause.sentence.ends
        return [(text[starts[cell.first] : ends[cell.last - 1]], cell) for cell in clause.cells]

    return read


# The bars show where a cell begins.
@pytest.mark.parametrize(
    "marked",
    [
        # A name in apposition belongs to what it names; a function after a name does not.
        "Le chef du groupe Aube, Omar Tavi| parle|.",
        "La vice-ministre de la Santé du Kavir, Lina Orsel| parle|.",
        "Omar Tavi|,| le ministre de la Défense|,| a parlé|.",
        "Le général Omar Tavi| parle|.",
        # What is coordinated is one phrase, unless a verb shows that another clause begins.
        "Des fusils, des mines et des obus| sont arrivés|.",
        "L'armée et la milice| se battent|.",
        "L'armée| se tait| et| la milice| parle|.",
        "Le convoi| a quitté| Kafra| et| l'armée| se tait|.",
        "Il| a livré| des fusils et des mines|.",
        "Le général Tavi, son adjoint et deux gardes| ont fui|.",
        "Les villes de Kafra, Tessim et Orlo| sont| vides|.",
        # A complement with its preposition belongs to its noun.
        "Le porte-parole du chef d'état-major de l'armée| parle|.",
        "Une vingtaine de soldats| sont morts|.",
        "Deux caisses de fusils| ont brûlé|.",
        "Quatre des six soldats| sont morts|.",
        # But not to one that is an event, since it says who did what to whom; nor does the place where goods come from.
        "L'attaque| du convoi de l'ONU| a surpris| le maire|.",
        "Le raid| de l'armée| sur le village de Kafra| a surpris| le maire|.",
        "Des fusils| de Turquie| sont arrivés|.",
        # Nor does what somebody is accused of to the accused.
        "Il| a accusé| le maire de la ville| de mensonge|.",
        "Il| a accusé| le groupe| d'avoir livré| des armes|.",
        # A phrase opens with its preposition.
        "Le rebelle| a tiré| sur le convoi| à l'aide d'un drone|.",
        "Il| a été tué| dimanche| par un tir| près de Kafra|.",
        "«| Nous| partons| »|,| a-t-il dit|.",
        "Le ministère| dit| que| le pont| tient|.",
        "Le camp| qui| abrite| les blessés| est| vide|.",
    ],
)
def test_what_makes_one_cell(marked: str, cells: Cells) -> None:
    parts = [part.strip() for part in marked.split("|")]
    assert [words for words, _ in cells(marked.replace("|", ""))] == parts


def test_the_comma_that_closes_an_apposition_is_no_cell(cells: Cells) -> None:
    found = [words for words, _ in cells("Le ministre de la Défense, Omar Tavi, a parlé.")]
    assert found == ["Le ministre de la Défense, Omar Tavi", "a parlé", "."]


@pytest.mark.parametrize(
    ("text", "words", "kind", "type_"),
    [
        ("L'armée a fui.", "L'armée", "N", "fighters"),
        ("Le maire a fui.", "Le maire", "N", "person"),
        ("Il tire sur le pont.", "sur le pont", "P", "facility"),
        ("Une vingtaine de soldats ont fui.", "Une vingtaine de soldats", "N", "fighters"),
        ("Deux caisses de fusils brûlent.", "Deux caisses de fusils", "N", "materiel"),
        ("L'attaque a surpris le maire.", "L'attaque", "N", "event"),
        ("Il a pris des vivres.", "des vivres", "N", "materiel"),
        ("Kafra est vide.", "Kafra", "N", "name"),
        ("Elle a fui.", "Elle", "N", "pronoun"),
        ("La ville a été prise.", "a été prise", "S", ""),
        ("Il dit avoir été pris.", "avoir été pris", "J", ""),
        ("Il dit avoir fui.", "avoir fui", "I", ""),
        ("Le port bombardé est vide.", "bombardé", "B", ""),
        ("Il sort en tirant sur eux.", "en tirant", "G", ""),
        ("Il a fui lundi.", "lundi", "T", ""),
    ],
)
def test_kind_and_type_of_a_cell(text: str, words: str, kind: str, type_: str, cells: Cells) -> None:
    found = dict(cells(text))
    assert (found[words].kind, found[words].type) == (kind, type_)


@pytest.mark.parametrize(
    ("text", "words", "preposition"),
    [
        ("Il vient du port.", "du port", "de"),
        ("Il a vu du blé.", "du blé", ""),
        ("Il pense aux civils.", "aux civils", "à"),
        ("L'attaque des rebelles a échoué.", "des rebelles", "de"),
        ("Il a vu des rebelles.", "des rebelles", ""),
        ("Il tire à l’aide d’un drone.", "à l’aide d’un drone", "à l'aide de"),
        ("Il vit près des ports.", "près des ports", "près de"),
        ("Il promet de livrer le port.", "de livrer", "de"),
    ],
)
def test_preposition_of_a_cell(text: str, words: str, preposition: str, cells: Cells) -> None:
    assert dict(cells(text))[words].preposition == preposition


def test_participles_share_the_auxiliary_of_the_verb_before_them(cells: Cells) -> None:
    found = dict(cells("Trois gardes ont été tués et deux enlevés."))
    assert found["enlevés"].kind == "S"
    assert dict(cells("Trois gardes ont fui et deux soldats armés aussi."))["Trois gardes"].kind == "N"


def test_a_restriction_is_no_subordinate_clause(cells: Cells) -> None:
    kinds = [cell.kind for _, cell in cells("Ils ne livrent que du blé.")]
    assert "q" not in kinds
