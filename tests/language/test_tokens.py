"""Words of a sentence with their places in the text: elisions, locutions, dates, compounds, odd characters."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evtx.language.tokens import Sentence, read_sentence
from evtx.languages import LanguageKit

Words = Callable[[str], Sentence]


def forms(sentence: Sentence, text: str) -> list[str]:
    return [text[start:end] for start, end in zip(sentence.starts, sentence.ends, strict=True)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("L'armée qu'il dit.", "L' | armée | qu' | il | dit | ."),
        ("L’armée qu’il dit.", "L’ | armée | qu’ | il | dit | ."),
        ("Aujourd'hui, d'autres partent.", "Aujourd'hui | , | d' | autres | partent | ."),
        ("Le porte-avions a-t-il coulé ?", "Le | porte-avions | a | -t-il | coulé | ?"),
        ("1 200 obus, 3,5 tonnes, 2.000 fusils.", "1 200 | obus | , | 3,5 | tonnes | , | 2.000 | fusils | ."),
        ("M. Tavi et Mme Roy.", "M. | Tavi | et | Mme | Roy | ."),
        ("« Non », dit-elle…", "« | Non | » | , | dit | -elle | …"),
    ],
)
def test_what_a_word_is(text: str, wanted: str, read_words: Words) -> None:
    assert forms(read_words(text), text) == wanted.split(" | ")


@pytest.mark.parametrize(
    ("text", "locution", "kind"),
    [
        ("Il tire à l'aide de drones.", "à l'aide de", "preposition"),
        ("Il tire à l’aide d’un drone.", "à l’aide d’", "preposition"),
        ("Il vit près du port.", "près du", "preposition"),
        ("Des obus en provenance des ports.", "en provenance des", "preposition"),
        ("Au moins dix civils ont fui.", "Au moins", "quantifier"),
        ("Il dort alors que la ville brûle.", "alors que", "subordinator"),
        ("Il part alors qu'elle dort.", "alors qu'", "subordinator"),
        ("Il a d'ores et déjà fui.", "d'ores et déjà", "adverb"),
        ("Les ponts ainsi que les ports.", "ainsi que", "coordination"),
    ],
)
def test_a_locution_is_one_word(text: str, locution: str, kind: str, read_words: Words) -> None:
    sentence = read_words(text)
    position = forms(sentence, text).index(locution)
    letters = {"preposition": "P", "quantifier": "K", "subordinator": "s", "adverb": "R", "coordination": "c"}
    assert sentence.tape[position] in letters[kind] + ("s" if kind == "coordination" else "")


def test_the_longest_of_two_locutions_is_read(read_words: Words) -> None:
    text = "Il avance jusqu'à ce que la ville tombe."
    assert "jusqu'à ce que" in forms(read_words(text), text)


def test_a_date_is_one_word_and_keeps_its_place(read_words: Words) -> None:
    text = "Le dépôt a brûlé dans la nuit de lundi à mardi, selon lui."
    sentence = read_words(text)
    position = sentence.tape.index("d")
    assert forms(sentence, text)[position] == "dans la nuit de lundi à mardi"


def test_a_date_outside_the_sentence_or_inside_a_word_is_no_word(kit: LanguageKit) -> None:
    text = "Le SS-2020 tire. Il part en 2021."
    dates = [(6, 10), (28, 32)]
    sentence = read_sentence(text, (0, 16), dates, kit.sentences.vocabulary, kit.grammar)
    assert "d" not in sentence.tape


def test_a_typographic_apostrophe_changes_nothing_but_the_form(read_words: Words) -> None:
    straight, curled = read_words("L'armée s'est emparée d'un port."), read_words("L’armée s’est emparée d’un port.")
    assert straight.tape == curled.tape
    assert [word.form for word in straight.words] == [word.form for word in curled.words]


def test_a_compound_that_no_list_knows_is_the_noun_of_its_parts(read_words: Words) -> None:
    word = read_words("Deux camions-bennes ont brûlé.").words[1]
    assert (word.letters, word.lemma("N")) == ("N", "camion-benne")


def test_an_unknown_word_is_a_noun_or_with_a_capital_a_name(kit: LanguageKit) -> None:
    assert kit.sentences.vocabulary.word("zorglubeurs").letters == "N"
    assert kit.sentences.vocabulary.word("Zorglub").letters == "U"


def test_participles_of_verbs_that_no_rule_has_may_be_adjectives(kit: LanguageKit) -> None:
    assert "A" in kit.sentences.vocabulary.word("froissé").letters
    assert "A" not in kit.sentences.vocabulary.word("bombardé").letters


def test_what_was_looked_up_once_is_the_same_word(kit: LanguageKit) -> None:
    assert kit.sentences.vocabulary.word("bombardé") is kit.sentences.vocabulary.word("bombardé")


@given(st.text(alphabet="aeél'’- .,;:!?«»\"()0123456789\t\n\u00a0\u202f\ud800\U0001f680ش", max_size=60))
def test_every_sign_stands_in_one_word(kit: LanguageKit, text: str) -> None:
    sentence = read_sentence(text, (0, len(text)), [], kit.sentences.vocabulary, kit.grammar)
    assert len(sentence.words) == len(sentence.tape) == len(sentence.starts) == len(sentence.ends)
    spans = list(zip(sentence.starts, sentence.ends, strict=True))
    assert all(start < end for start, end in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    covered = {position for start, end in spans for position in range(start, end)}
    assert all(position in covered or character.isspace() for position, character in enumerate(text))
