"""`evtx rules check` tells all problems, and its exit code says whether there are errors."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .conftest import Evtx

RULE = """\
language: fr
event: attack
frames:
  - id: fr.attack.own
    summary: A rule of one's own.
    subtype: attack
    verbs: |
      éperonner
    examples: |
      [Des pirates](attacker) [ont éperonné](trigger) [un chalutier](target).
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A folder with one sound rule."""
    (tmp_path / "own" / "fr").mkdir(parents=True)
    (tmp_path / "own" / "fr" / "own.yml").write_text(RULE, encoding="utf-8")
    return tmp_path / "own"


def test_sound_rules_have_no_problems(evtx: Evtx, own: Path) -> None:
    for arguments in (["own"], ["own/fr"], ["own/fr/own.yml"], ["--rules", "own"]):
        outcome = evtx("rules", "check", *arguments)
        assert (outcome.code, outcome.out, outcome.err) == (0, "no errors, no warnings\n", "")


def test_a_warning_is_no_error_unless_asked_for(evtx: Evtx, own: Path) -> None:
    path = own / "fr" / "own.yml"
    path.write_text(RULE.replace("éperonner\n", "éperonner\n      éperonnir\n"), encoding="utf-8")
    outcome = evtx("rules", "check", "own")
    assert outcome.code == 0
    assert outcome.out == (
        "own/fr/own.yml:9:7: warning[W601]: 'éperonnir' is in no lexicon\n"
        "    9 |       éperonnir\n"
        "      |       ^^^^^^^^^\n"
        "      = help: did you mean éperonner? if not, add it to a words.yml with its forms\n"
        "\nno errors, 1 warning\n"
    )
    assert evtx("rules", "check", "--strict", "own").code == 3


def test_errors_give_three(evtx: Evtx, own: Path) -> None:
    (own / "fr" / "bad.yml").write_text(RULE.replace("subtype", "subtyp"), encoding="utf-8")
    outcome = evtx("rules", "check", "own")
    assert outcome.code == 3
    assert "own/fr/bad.yml:6:5: error[E112]: unknown key 'subtyp'" in outcome.out
    assert outcome.out.endswith("3 errors, no warnings\n")


def test_editors_can_read_them(evtx: Evtx, own: Path) -> None:
    (own / "fr" / "bad.yml").write_text(
        RULE.replace("attack.own", "attack.bad").replace("éperonner", "éperonnir"), "utf-8"
    )
    found = json.loads(evtx("rules", "check", "own", "-f", "json").out)
    assert [(p["path"], p["line"], p["code"], p["severity"]) for p in found] == [
        ("own/fr/bad.yml", 8, "W601", "warning"),
        ("own/fr/bad.yml", 10, "W608", "warning"),
    ]


def test_a_missing_file_is_a_mistake_of_usage(evtx: Evtx) -> None:
    outcome = evtx("rules", "check", "nowhere")
    assert outcome.code == 2
    assert "nowhere: there is no such file or folder" in outcome.err


def test_an_event_type_that_takes_from_built_in_rules_is_told(evtx: Evtx, own: Path) -> None:
    (own / "events.yml").write_text(
        "events:\n  - id: attack\n    summary: X.\n    subtypes: attack\n    subject: attacker\n    object: none\n"
        "    takes: active\n    roles:\n      - name: attacker\n        types: actor\n        summary: who\n",
        encoding="utf-8",
    )
    outcome = evtx("rules", "check", "own")
    assert outcome.code == 3
    assert "attacks.yml" in outcome.out
    assert "attack has no role 'target'" in outcome.out
