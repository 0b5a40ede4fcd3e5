"""What French nouns stand for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

import pytest

from evtx.language.lexicon import Lexicon
from evtx.names.nouns import NounTypes, listed


@pytest.mark.parametrize(
    ("lemma", "type_"),
    [
        ("ministre", "person"),
        ("otage", "person"),
        ("soldat", "fighters"),
        ("milice", "fighters"),
        ("policier", "fighters"),
        ("gouvernement", "group"),
        ("pays", "country"),
        ("frontière", "place"),
        ("aéroport", "facility"),
        ("mosquée", "facility"),
        ("roquette", "weapon"),
        ("pétrolier", "vehicle"),
        ("carburant", "materiel"),
        ("communiqué", "document"),
        ("quotidien", "outlet"),
        ("rançon", "money"),
        ("semaine", "time"),
        ("trêve", "abstract"),
        ("drapeau", "thing"),
        ("schtroumpf", None),
    ],
)
def test_types(noun_types: NounTypes, lemma: str, type_: str | None) -> None:
    assert noun_types.type_of(lemma) == type_


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["quartier", "général"], ("facility", 2)),
        (["quartier", "populaire"], ("place", 1)),
        (["chaîne", "de", "télévision", "privée"], ("outlet", 1)),
        (["camion", "piégés"], ("weapon", 2)),
        (["voiture", "piégée"], ("weapon", 2)),
        (["groupe", "armés"], ("fighters", 2)),
        (["garde", "des", "sceaux"], ("person", 3)),
        (["garde"], ("fighters", 1)),
        (["poste", "de"], ("facility", 1)),
    ],
)
def test_the_longest_noun_decides(noun_types: NounTypes, words: list[str], found: tuple[str, int]) -> None:
    assert noun_types.type_at(words, 0) == found


@pytest.mark.parametrize(
    ("lemma", "form", "type_"),
    [
        ("capital", "capitale", "place"),
        ("capital", "capitaux", "money"),
        ("central", "centrales", "facility"),
        ("mitrailleur", "Mitrailleuses", "weapon"),
        ("vivre", "vivres", "materiel"),
        ("ministre", "ministres", "person"),
    ],
)
def test_a_feminine_that_is_a_noun_of_its_own(noun_types: NounTypes, lemma: str, form: str, type_: str) -> None:
    assert noun_types.type_at([lemma], 0, form=form) == (type_, 1)


def test_every_noun_has_one_type(french_names: Mapping[str, Any], leaf_types: frozenset[str]) -> None:
    sections = french_names["nouns"]
    assert {section["type"] for section in sections} <= leaf_types
    words = Counter(word for section in sections for word in listed(section["words"]))
    assert [word for word, count in words.items() if count > 1] == []


def test_nouns_of_one_word_are_in_the_lexicon_or_said_not_to_be(
    french_names: Mapping[str, Any], lexicon: Lexicon
) -> None:
    words = {word for section in french_names["nouns"] for word in listed(section["words"]) if " " not in word}
    assert {word for word in words if not lexicon.readings(word)} == set(listed(french_names["unknown_ok"]))


def test_a_long_noun_differs_from_its_beginning(french_names: Mapping[str, Any], noun_types: NounTypes) -> None:
    for section in french_names["nouns"]:
        for entry in listed(section["words"]):
            words = entry.split(" ")
            beginnings = (" ".join(words[:length]) for length in range(len(words) - 1, 0, -1))
            types = filter(None, (noun_types.type_at(start.replace("'", "' ").split(), 0) for start in beginnings))
            whole = next((found[0] for found in types if found[1] == len(words) - 1), None)
            assert whole != section["type"] or len(words) == 1, entry
