"""Spellings of names: which are one name, which only look alike."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evtx.names.folding import fold, name_key, same_name, skeleton

ONE_NAME = [
    ("al-Quraïchi", "Al-Quraichi"),
    ("al-Quraïchi", "al-Qurayshi"),
    ("Mohandes", "Muhandis"),
    ("Soleimani", "Suleimani"),
    ("Qassem Soleimani", "Qasem Soleimani"),
    ("Mohammed", "Muhammad"),
    ("Abdallah", "Abdullah"),
    ("Hachd al-Chaabi", "Hashd ash-Shaabi"),
    ("Moustapha", "Mustafa"),
    ("Zelensky", "Zelenskyy"),
    ("Tchernihiv", "Chernihiv"),
]
TWO_NAMES = [
    ("Hassan", "Hussein"),
    ("Karim", "Karima"),
    ("Ali", "Alia"),
    ("al-Hadi", "al-Madi"),
    ("al", "el"),
    ("Hamas", "Homs"),
    ("Iran", "Irak"),
    ("Niger", "Nigeria"),
    ("Nasrallah Hassan", "Nasrallah"),
    ("", "al"),
]


@pytest.mark.parametrize(("left", "right"), ONE_NAME)
def test_spellings_of_one_name(left: str, right: str) -> None:
    assert same_name(left, right)
    assert same_name(right, left)


@pytest.mark.parametrize(("left", "right"), TWO_NAMES)
def test_names_that_only_look_alike(left: str, right: str) -> None:
    assert not same_name(left, right)
    assert not same_name(right, left)


def test_an_article_alone_has_no_skeleton() -> None:
    assert skeleton("al-") is None
    assert skeleton("Al Ali") is None


def test_skeletons_of_one_name_are_equal() -> None:
    assert skeleton("al-Quraïchi") == skeleton("Al-Quraichi") == skeleton("al-Qurayshi")
    assert skeleton("Mohandes") == skeleton("Muhandis") != skeleton("Soleimani")


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("L’Élysée", "l' elysee"),
        ("Tall ‘Afar", "tall afar"),
        ("Akıncı", "akinci"),
        ("Sœurs", "soeurs"),
        ("N’Djamena", "n' djamena"),
        ("Bobo-Dioulasso", "bobo dioulasso"),
    ],
)
def test_keys(written: str, key: str) -> None:
    assert name_key(written) == key


@given(st.text())
def test_folding_twice_changes_nothing_more_in_latin_text(text: str) -> None:
    latin = "".join(letter for letter in text if ord(letter) < 0x250)
    assert fold(fold(latin)) == fold(latin)


@given(st.text(max_size=30), st.text(max_size=30))
def test_sameness_has_no_direction(left: str, right: str) -> None:
    assert same_name(left, left)
    assert same_name(left, right) == same_name(right, left)
