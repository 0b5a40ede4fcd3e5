"""What a grammar file says, as the engine reads it: tokens, classes, locutions, modals."""

from __future__ import annotations

import pytest

from evtx.language.grammar import (
    closed_letters,
    contraction_bases,
    contraction_forms,
    locution_index,
    modal_index,
    token_pattern,
    written_items,
)
from evtx.languages import LanguageKit


def test_a_token_is_a_number_a_word_or_a_mark() -> None:
    pattern = token_pattern(["l", "d", "qu"], ["t-il", "elle"], ["M", "gén"])
    assert pattern.findall("M. Tavi, le gén. Sidi") == ["M.", "Tavi", ",", "le", "gén.", "Sidi"]
    assert pattern.findall("dit-elle : 12 000 ou 2,5 %") == ["dit", "-elle", ":", "12 000", "ou", "2,5", "%"]
    assert pattern.findall("l'été d'“Omar” aujourd'hui") == ["l'", "été", "d'", "“", "Omar", "”", "aujourd'hui"]
    assert pattern.findall("Haut-Karabakh, grand-père") == ["Haut-Karabakh", ",", "grand-père"]


def test_an_elision_needs_a_word_after_it() -> None:
    pattern = token_pattern(["l"], [])
    assert pattern.findall("l' et 'l'") == ["l", "'", "et", "'", "l", "'"]


def test_a_word_listed_twice_has_both_classes() -> None:
    letters = closed_letters({"determiner": "le la", "clitic": "la lui"})
    assert letters == {"le": "D", "la": "DC", "lui": "C"}


def test_contracted_forms_stand_for_their_base() -> None:
    block = "de: d' du des\nà: au aux\n"
    assert contraction_forms(block)["de"] == {"de", "d'", "du", "des"}
    assert contraction_bases(block)["aux"] == "à"


def test_items_are_separated_by_commas_and_line_ends() -> None:
    assert written_items("alors que, tandis que\n  dès que\n") == ["alors que", "tandis que", "dès que"]


def test_locutions_are_found_by_their_first_two_words_longest_first() -> None:
    token = token_pattern(["d", "l"], [])
    variants = contraction_forms("de: d' du des")
    index = locution_index({"preposition": "à l'aide de, à côté", "adverb": "à l'aide"}, token, variants)
    found = index["à"]["l'"]
    assert [locution.word.letters for locution in found] == ["P", "R"]
    assert found[0].rest[-1] == {"de", "d'", "du", "des"}


def test_modals_are_found_by_their_verb_the_longer_link_first() -> None:
    modals = modal_index("venir de, pouvoir -> possible\nvenir -> planned\n")
    assert [modal.link for modal in modals["venir"]] == [("de",), ()]
    assert modals["pouvoir"][0].modality == "possible"


@pytest.mark.parametrize("word", ["le", "que", "qui", "de", "ne", "pas", "se"])
def test_the_shipped_grammar_knows_the_little_words(word: str, kit: LanguageKit) -> None:
    assert word in kit.grammar.closed
