"""`evtx rules test`: what fails is told with its place and with what differs."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from .conftest import Evtx

RULES = """\
language: fr
event: attack
dct: 2020-12-16
frames:
  - id: fr.attack.gaff
    summary: A ship is rammed.
    subtype: attack
    verbs: |
      éperonner
    examples: |
      [Des pirates](attacker) [ont éperonné](trigger) [un chalutier](target).
EXAMPLES
    rejects: |
      Le rocher domine la vallée.
REJECTS
    gaps: |
      [Le chalutier](target) est venu [éperonner](trigger) le quai.
GAPS
"""
TRIED = "7 of 7 words, constructions and templates tried"
FINE = {"EXAMPLES": "", "REJECTS": "", "GAPS": ""}


@pytest.fixture
def ramming(tmp_path: Path) -> Path:
    file = tmp_path / "mine" / "fr" / "ramming.yml"
    file.parent.mkdir(parents=True)
    file.write_text(rules(), "utf-8")
    return file


def rules(**lines: str) -> str:
    text = RULES
    for name, line in (FINE | lines).items():
        text = text.replace(name, f"      {line}" if line else "")
    return text


def test_what_is_as_marked_passes(evtx: Evtx, ramming: Path) -> None:
    outcome = evtx("rules", "test", "mine")
    assert outcome == (0, f"1 rule, 2 sentences, 0 failures, 1 known gap; {TRIED}\n", "")


@pytest.mark.parametrize("path", ["mine", "mine/fr", "mine/fr/ramming.yml"])
def test_a_folder_a_language_and_a_file_mean_the_rules_in_them(path: str, evtx: Evtx, ramming: Path) -> None:
    assert evtx("rules", "test", path).out.startswith("1 rule, 2 sentences")


def test_a_wrong_argument_is_told_with_what_came_out(evtx: Evtx, ramming: Path) -> None:
    ramming.write_text(
        rules(EXAMPLES="Les [pirates](attacker) [ont éperonné](trigger) [un cargo](weapon) lundi."), "utf-8"
    )
    outcome = evtx("rules", "test", "mine")
    assert outcome.code == 4
    head, line, *differences, summary = outcome.out.splitlines()
    assert head == f"{Path('mine', 'fr', 'ramming.yml')}:12: fr.attack.gaff: wrong"
    assert line == "    Les [pirates](attacker) [ont éperonné](trigger) [un cargo](weapon) lundi."
    assert differences == [
        "    attacker 'pirates' expected, 'Les pirates' came out",
        "    weapon 'un cargo' expected, target 'un cargo' came out",
        "    date '2020-12-14' came out, and is not marked",
    ]
    assert summary == f"1 rule, 3 sentences, 1 failure, 1 known gap; {TRIED}"


def test_an_example_without_its_event_is_missing(evtx: Evtx, ramming: Path) -> None:
    ramming.write_text(rules(EXAMPLES="[Le rocher](attacker) [domine](trigger) la vallée."), "utf-8")
    outcome = evtx("rules", "test", "mine")
    assert outcome.code == 4
    assert "fr.attack.gaff: missing" in outcome.out
    assert "no event came out" in outcome.out


def test_a_reject_with_an_event_is_noisy(evtx: Evtx, ramming: Path) -> None:
    ramming.write_text(rules(REJECTS="Le chalutier a éperonné le quai."), "utf-8")
    outcome = evtx("rules", "test", "mine")
    assert outcome.code == 4
    assert "fr.attack.gaff: noisy" in outcome.out
    assert "it gave attack/attack 'a éperonné' with" in outcome.out


def test_a_gap_that_passes_asks_to_be_moved(evtx: Evtx, ramming: Path) -> None:
    gap = "[Des pirates](attacker) [éperonnent](trigger) [un cargo](target)."
    ramming.write_text(rules(GAPS=gap), "utf-8")
    outcome = evtx("rules", "test", "mine")
    assert outcome.code == 0
    assert "move it to the examples" in outcome.out
    assert "1 gap to be moved up" in outcome.out


def test_a_gap_without_marks_closes_when_nothing_comes_out(evtx: Evtx, ramming: Path) -> None:
    ramming.write_text(rules(GAPS="La vallée est calme."), "utf-8")
    assert "move it to the rejects" in evtx("rules", "test", "mine").out


def test_one_rule_or_those_of_a_pattern_are_chosen(evtx: Evtx) -> None:
    assert evtx("rules", "test", "-k", "fr.attack.shell").out.splitlines()[-1].startswith("1 rule, ")
    assert not evtx("rules", "test", "-k", "fr.attack.sh*").out.splitlines()[-1].startswith("1 rule, ")


def test_a_build_server_gets_junit_xml(evtx: Evtx, ramming: Path, tmp_path: Path) -> None:
    ramming.write_text(rules(EXAMPLES="[Le rocher](attacker) [domine](trigger) la vallée."), "utf-8")
    assert evtx("rules", "test", "mine", "--junitxml", "out.xml").code == 4
    (suite,) = ET.parse(tmp_path / "out.xml").getroot()
    assert (suite.get("tests"), suite.get("failures"), suite.get("skipped")) == ("4", "1", "1")
    failed = [case for case in suite if case.find("failure") is not None]
    assert [case.get("line") for case in failed] == ["12"]
    assert {case.get("classname") for case in suite} == {"fr.attack.gaff"}


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["none"], 2, "there is no such file or folder"),
        (["-k", "fr.attack.shelll"], 2, "did you mean fr.attack.shell"),
        (["mine", "--junitxml", "no/such/x.xml"], 2, "cannot write no/such/x.xml"),
        (["--rules", "none"], 2, "there is no such folder"),
    ],
)
def test_what_cannot_be_done_is_told(arguments: list[str], code: int, words: str, evtx: Evtx, ramming: Path) -> None:
    outcome = evtx("rules", "test", *arguments)
    assert (outcome.code, outcome.out) == (code, "")
    assert words in outcome.err


def test_a_broken_rule_file_is_told(evtx: Evtx, ramming: Path) -> None:
    ramming.write_text(rules().replace("verbs:", "verb:"), "utf-8")
    outcome = evtx("rules", "test", "mine")
    assert (outcome.code, outcome.out) == (3, "")
    assert "did you mean verbs?" in outcome.err
