"""Amounts in French: numbers in words and digits, rough counts, bounds and ranges."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from text_to_num import text2num

from evtx.names.numbers import Numerals
from evtx.names.quantities import Quantities, Quantity

TO_NINE = ("zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf")
TEENS = ("dix", "onze", "douze", "treize", "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf")
UNITS = TO_NINE + TEENS
TENS = {2: "vingt", 3: "trente", 4: "quarante", 5: "cinquante", 6: "soixante", 8: "quatre-vingt"}


def spell_below_hundred(number: int) -> str:
    if number < 20:
        return UNITS[number]
    tens, rest = divmod(number, 10)
    if tens in (7, 9):
        tens, rest = tens - 1, rest + 10
    if rest == 0:
        return TENS[tens] + ("s" if tens == 8 else "")
    link = " et " if rest in (1, 11) and tens != 8 else "-"
    return f"{TENS[tens]}{link}{UNITS[rest]}"


def spell(number: int) -> str:
    """A number below ten thousand in words, as French schools teach it."""
    if number < 100:
        return spell_below_hundred(number)
    scale, name = (1000, "mille") if number >= 1000 else (100, "cent")
    factor, rest = divmod(number, scale)
    head = name if factor == 1 else f"{spell_below_hundred(factor)} {name}{'s' if name == 'cent' and not rest else ''}"
    return f"{head} {spell(rest)}" if rest else head


@pytest.fixture(scope="module")
def quantities(french_quantities: Mapping[str, Any]) -> Quantities:
    return Quantities.from_mapping(french_quantities)


def test_all_numbers_below_ten_thousand(french_quantities: Mapping[str, Any]) -> None:
    numerals = Numerals.from_mapping(french_quantities)
    for number in range(10_000):
        words = spell(number).replace("-", " ").split()
        read = numerals.read(words, 0)
        assert read is not None
        assert (read.value, read.length) == (number, len(words)), words


@pytest.mark.parametrize("step", [1, 7, 13])
def test_numbers_agree_with_an_independent_reader(quantities: Quantities, step: int) -> None:
    for number in range(step - 1, 10_000, step * 3):
        found = quantities.read(spell(number).split())
        assert found is not None
        assert found[0].value == text2num(spell(number), "fr")


@pytest.mark.parametrize(
    ("text", "value", "length"),
    [
        ("38 morts", 38, 1),
        ("1 200 hommes", 1200, 2),
        ("1\u202f200 hommes", 1200, 1),
        ("1.200 hommes", 1200, 1),
        ("3,5 tonnes", 3.5, 1),
        ("1,4 million de dollars", 1_400_000, 2),
        ("deux cent cinquante mille euros", 250_000, 4),
        ("trois millions deux cent mille habitants", 3_200_000, 5),
        ("septante-deux civils", 72, 1),
        ("nonante et un", 91, 3),
        ("deux millions et demi de personnes", 2_500_000, 4),
        ("deux douzaines d'obus", 24, 2),
        ("200 mille", 200_000, 2),
        ("un char", 1, 1),
    ],
)
def test_exact_amounts(quantities: Quantities, text: str, value: float, length: int) -> None:
    assert quantities.read(text.split(" ")) == (Quantity(value, value, value, False), length)


@pytest.mark.parametrize(
    ("text", "quantity", "length"),
    [
        ("une vingtaine de blessés", Quantity(20, None, None, True), 2),
        ("une demi-douzaine de drones", Quantity(6, None, None, True), 2),
        ("un millier de soldats", Quantity(1000, None, None, True), 2),
        ("des dizaines de morts", Quantity(None, 20, 100, True), 2),
        ("plusieurs centaines de milliers de réfugiés", Quantity(None, 200_000, 1_000_000, True), 4),
        ("quelques dizaines de camions", Quantity(None, 20, 100, True), 2),
        ("plusieurs civils", Quantity(None, 2, None, True), 1),
        ("environ trente obus", Quantity(30, None, None, True), 2),
        ("quelque 300 hommes", Quantity(300, None, None, True), 2),
        ("près de 40 morts", Quantity(40, None, 40, True), 3),
        ("plus d' une centaine de chars", Quantity(100, 100, None, True), 4),
        ("au moins 38 morts", Quantity(38, 38, None, True), 3),
        ("38 au moins", Quantity(38, 38, None, True), 3),
        ("moins de dix minutes", Quantity(10, None, 10, True), 3),
        ("jusqu'à 50 roquettes", Quantity(50, None, 50, True), 2),
        ("entre dix et vingt combattants", Quantity(None, 10, 20, True), 4),
        ("deux ou trois véhicules", Quantity(None, 2, 3, True), 3),
        ("20 à 30 missiles", Quantity(None, 20, 30, True), 3),
    ],
)
def test_rough_amounts(quantities: Quantities, text: str, quantity: Quantity, length: int) -> None:
    assert quantities.read(text.split()) == (quantity, length)


def test_words_that_were_joined_before(quantities: Quantities) -> None:
    assert quantities.read(["ont", "fait", "au moins", "38", "morts"], 2) == (Quantity(38, 38, None, True), 2)


@pytest.mark.parametrize(
    "text", ["des soldats", "le convoi", "au moins", "entre dix", "C-130", "2x", "et un", "de plus", ""]
)
def test_what_is_no_amount(quantities: Quantities, text: str) -> None:
    assert quantities.read(text.split()) is None


def test_two_numbers_in_a_row_stay_two(quantities: Quantities) -> None:
    assert quantities.read(["deux", "trois"]) == (Quantity(2, 2, 2, False), 1)
    assert quantities.read(["vingt", "dix"]) == (Quantity(20, 20, 20, False), 1)
