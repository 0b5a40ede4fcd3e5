"""Texts that nobody would write give a result all the same, and no more time is spent on them than on others."""

from __future__ import annotations

import itertools
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evtx.document import Document
from evtx.event import Argument, Extraction, Mention
from evtx.pipeline import Extractor
from evtx.reading.decode import without_surrogates

ATTACK = "L'armée a bombardé le port de Kafra lundi, a dit le maire."
MEGABYTE = 1_000_000


def extract(text: str, extractor: Extractor) -> Extraction:
    """The events of a text, whose offsets must cover their words; half a surrogate pair is shown as U+FFFD."""
    extraction = extractor.extract(Document(text, language="fr", date="2024-03-12"))
    shown = without_surrogates(text)
    for event in extraction.events:
        mentions: list[Mention | Argument] = [*event.triggers, *event.arguments]
        assert [shown[mention.start : mention.end] for mention in mentions] == [mention.text for mention in mentions]
    return extraction


@pytest.mark.parametrize("text", ["", " ", "\n\n\n", "\t \u00a0\u202f", ".", "…", "«", "» «", "\0", "\ufeff", "\ud800"])
def test_a_text_without_words_has_no_events(text: str, extractor: Extractor) -> None:
    assert extract(text, extractor).events == ()


@pytest.mark.parametrize(
    "around",
    [
        "{}\0",
        "\ufeff{}",
        "\ud800 {} \udfff",
        "\U0001f680 {} \U0001f469\u200d\U0001f469\u200d\U0001f467",
        "قال الجيش إن الميناء مغلق. {}",
        "\u202e{}\u202c",
        "{}\r\n\r\n\x1b[31m",
        "{}\n{{}}<b>&amp;</b>",
        "« {}",
        "{} »",
        "“ « “ « {}",
        "(((((((( {}",
        "]]]]]]]] {}",
        "{} - - - - -",
    ],
)
def test_what_stands_around_a_sentence_does_not_hide_it(around: str, extractor: Extractor) -> None:
    events = extract(around.format(ATTACK), extractor).events
    assert [event.type for event in events] == ["attack", "claim"]


WORDS = """« » “ ” " ' ( ) [ ] , ; : . ! ? … - – que qu' qui dont selon Selon et a été dit lundi attaque armes port
L' d' il -t-il avoir tué bombardé revendiqué livraison Omar 12 à de en par l'armée"""


@settings(max_examples=150, deadline=None)
@given(words=st.lists(st.one_of(st.sampled_from(WORDS.split()), st.text(max_size=4)), max_size=40))
def test_any_words_in_any_order_give_a_result(words: list[str], extractor: Extractor) -> None:
    extract(" ".join(words), extractor)


def seconds(unit: str, length: int, extractor: Extractor) -> float:
    """Processor time of reading a line of that length made of one unit: the better of two, each line a new one."""
    best = float("inf")
    for _ in range(2):
        text = f"{next(NEW)} {unit * (length // len(unit) + 1)}"[:length]
        start = time.process_time()
        extract(text, extractor)
        best = min(best, time.process_time() - start)
    return best


NEW = itertools.count(1)
# A text four times as long may take so many times as long, and so many seconds more; sixteen times would be quadratic.
FACTOR, SLACK = 10.0, 0.05


@pytest.mark.parametrize(
    "unit",
    [
        "la mer est belle ",
        "le maire qui dit ",
        "des fusils et ",
        "un fusil, ",
        "( il dit ",
        "[",
        "selon lui, ",
        "- il dit - ",
        "l'l'l'",
        "a-b-",
        "1 234 ",
        "a",
        "1",
        "\n",
        ". ",
        "...",
        '" ',
        "«",
        "»",
        "“ «",
        "lundi 3 mars 2020 ",
        "attaqué lundi 3 mars 2020 ",
        "\0",
        "il\0dit ",
        "\ud800 dit ",
        "قال الجيش ",
        "il \u202edit ",
        "\U0001f680 il dit \U0001f469\u200d\U0001f467 ",
        "e\u0301",
        "Omar ",
        "Omar Tavi attaque ",
        "Publié le 3 mars 2020 à 10h ",
        "\n- ",
        "M. ",
    ],
)
def test_time_grows_with_the_length_of_a_line_and_no_faster(unit: str, extractor: Extractor) -> None:
    for length in (1_000, 6_000):
        assert seconds(unit, 4 * length, extractor) <= FACTOR * seconds(unit, length, extractor) + SLACK


def test_two_megabytes_on_one_line(extractor: Extractor) -> None:
    line = "la mer est belle et le vent est doux " * (2 * MEGABYTE // 37)
    start = time.process_time()
    events = extract(line + ATTACK, extractor).events
    assert time.process_time() - start < 20
    assert [event.type for event in events] == ["attack", "claim"]
