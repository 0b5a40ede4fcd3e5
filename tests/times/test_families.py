"""Every example of the rule file gives exactly its dates, and no rejected sentence gives one."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import edtf
import pytest
import yaml

from evtx.times.families import read_families

RULES = Path(__file__).parents[2] / "rules" / "fr" / "dates.yml"
_MARK = re.compile(r"\[([^\]]*)\]\(date=([^)]*)\)")
_FAMILIES = yaml.safe_load(RULES.read_text("utf-8"))["families"]


def _lines(key: str) -> list[Any]:
    return [
        pytest.param(line.strip(), id=f"{family['id']}-{index}")
        for family in _FAMILIES
        for index, line in enumerate((family.get(key) or "").splitlines())
    ]


def _unmarked(line: str) -> tuple[str, list[tuple[int, int, str]]]:
    """The plain sentence, and start, end and EDTF of every mark in it."""
    plain, marks, done = "", [], 0
    for match in _MARK.finditer(line):
        plain += line[done : match.start()]
        marks.append((len(plain), len(plain) + len(match[1]), match[2]))
        plain += match[1]
        done = match.end()
    return plain + line[done:], marks


@pytest.mark.parametrize("line", _lines("examples"))
def test_an_example_gives_exactly_its_dates(line: str, read: Any) -> None:
    text, marks = _unmarked(line)
    found = read(text)
    assert [(value.start, value.end, value.edtf) for value in found] == marks
    assert all(value.text == text[value.start : value.end] for value in found)


@pytest.mark.parametrize("line", _lines("examples"))
def test_what_is_written_is_valid_edtf(line: str, read: Any) -> None:
    for value in read(_unmarked(line)[0]):
        assert edtf.parse_edtf(value.edtf) is not None
        assert value.earliest is None or value.latest is None or value.earliest <= value.latest
        assert value.edtf in value.reason


@pytest.mark.parametrize("line", _lines("rejects"))
def test_a_rejected_sentence_gives_no_date(line: str, read: Any) -> None:
    assert read(line) == ()


def test_every_family_says_what_it_is(mapping: dict[str, Any]) -> None:
    families = read_families(mapping)
    assert len(families) == len({family.id for family in families})
    assert all(family.summary and family.templates for family in families)


def test_every_family_that_dates_something_has_an_example(mapping: dict[str, Any]) -> None:
    families = read_families(mapping)
    bare = [family.id for family in families if family.alone and family.reads != "nothing"]
    shown = {family.id for family in families if family.examples}
    assert [name for name in bare if name not in shown] == []


TRAPS = [
    "Le Premier ministre a été reçu par neuf députés.",
    "Sa mère et sa sœur ont été vues en mer.",
    "Le F-16 et le Su-27 ont tiré deux AGM-88.",
    "La brigade 1204 a pris la cote 313.",
    "La place du 4-Septembre est fermée.",
    "Un score de 2-2, puis de 3-1.",
    "Le prix est passé de 1500 à 2000 dollars.",
    "Elle a 17 ans et vit ici.",
    "Le siège a duré trois jours et deux nuits.",
    "Il passe chaque lundi et tous les mardis.",
    "Le journal paraît deux fois par semaine.",
    "Ils se sont vus récemment, à l'époque et désormais.",
    "Le train part à 18h30 et arrive vers 20 heures.",
    "Il faut 3/4 de litre et 1,5 kg.",
    "Le chapitre 2.3 renvoie au 10.12.13.14.",
    "Un drone C130 et 28 jumelles.",
    "Mars est une planète, Avril est un prénom.",
    "Le coût est de 2000 euros.",
    "La veille du départ, il pleuvait.",
    "Un été sans pluie, un hiver sans neige.",
]


@pytest.mark.parametrize("text", TRAPS)
def test_nothing_is_read_where_no_date_stands(text: str, read: Any) -> None:
    assert [(value.text, value.edtf) for value in read(text)] == []
