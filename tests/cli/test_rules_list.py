"""`evtx rules list`: which rules there are, for people and for programs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .conftest import Evtx

RAMMING = """\
language: fr
event: attack
frames:
  - id: fr.attack.gaff
    summary: A ship is rammed.
    subtype: attack
    verbs: |
      éperonner
    examples: |
      [Des pirates](attacker) [ont éperonné](trigger) [un chalutier](target).
    rejects: |
      Le rocher domine la vallée.
"""


@pytest.fixture
def mine(tmp_path: Path) -> str:
    (tmp_path / "mine" / "fr").mkdir(parents=True)
    (tmp_path / "mine" / "fr" / "ramming.yml").write_text(RAMMING, "utf-8")
    return "mine"


def ids(outcome_text: str) -> list[str]:
    return [line.split("\t")[0] for line in outcome_text.splitlines()]


def test_without_a_command_there_is_help(evtx: Evtx) -> None:
    outcome = evtx("rules")
    assert outcome.code == 0
    assert "list" in outcome.out


def test_an_unknown_command_names_the_nearest(evtx: Evtx) -> None:
    outcome = evtx("rules", "lst")
    assert outcome.code == 2
    assert "did you mean list?" in outcome.err


def test_piped_there_is_a_line_for_each_rule(evtx: Evtx) -> None:
    outcome = evtx("rules", "list")
    assert (outcome.code, outcome.err) == (0, "")
    rows = [line.split("\t") for line in outcome.out.splitlines()]
    assert {len(row) for row in rows} == {5}
    assert {row[1] for row in rows} == {"claim", "attack", "delivery"}


def test_a_word_is_found_in_any_form(evtx: Evtx) -> None:
    whole = ids(evtx("rules", "list", "--word", "faire sauter").out)
    assert "fr.attack.blow-up" in whole
    assert "fr.attack.shell" in ids(evtx("rules", "list", "--word", "bombardèrent").out)
    assert "fr.attack.shell" in ids(evtx("rules", "list", "--word", "Bombarder").out)
    assert ids(evtx("rules", "list", "--word", "saucisson").out) == []


def test_types_and_subtypes_narrow(evtx: Evtx) -> None:
    found = json.loads(evtx("rules", "list", "--type", "airstrike,smuggling", "-f", "json").out)["rules"]
    assert {rule["subtype"] for rule in found} == {"airstrike", "smuggling"}
    assert {rule["kind"] for rule in found} <= {"frame", "pattern"}


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--type", "atack"], "did you mean attack?"),
        (["--lang", "xx"], "unknown language 'xx'"),
        (["--rules", "none"], "there is no such folder"),
    ],
)
def test_what_is_not_known_is_told(arguments: list[str], words: str, evtx: Evtx) -> None:
    outcome = evtx("rules", "list", *arguments)
    assert (outcome.code, outcome.out) == (2, "")
    assert words in outcome.err


def test_own_rules_stand_in_the_list(evtx: Evtx, mine: str) -> None:
    outcome = evtx("rules", "list", "--rules", mine, "--word", "éperonné")
    place = str(Path("mine", "fr", "ramming.yml"))
    assert outcome.out == f"fr.attack.gaff\tattack\tattack\t{place}:4\tA ship is rammed.\n"


def test_a_broken_rule_file_is_told(evtx: Evtx, mine: str, tmp_path: Path) -> None:
    (tmp_path / mine / "fr" / "ramming.yml").write_text("language: fr\nframs: x\n", "utf-8")
    outcome = evtx("rules", "list", "--rules", mine)
    assert (outcome.code, outcome.out) == (3, "")
    assert "did you mean frames?" in outcome.err
