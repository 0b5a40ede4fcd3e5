"""`evtx score`: how well evtx does on texts that a reader has annotated."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Evtx

ATTACK = {"id": "a1", "type": "attack", "subtype": "shelling", "triggers": [{"text": "tir"}], "arguments": []}
TARGET = {"role": "target", "text": "pont"}


def gold(
    folder: Path, name: str, *events: dict[str, Any], text: str = "tir sur un pont", dct: str | None = None
) -> str:
    """A gold file with its text, by its path."""
    (folder / f"{name}.txt").write_text(text, "utf-8")
    path = folder / f"{name}.gold.json"
    path.write_text(json.dumps({"id": name, "language": "fr", "dct": dct, "events": events}), "utf-8")
    return str(path)


def test_scores_are_shown_for_each_type_and_for_all(evtx: Evtx, tmp_path: Path) -> None:
    outcome = evtx("score", gold(tmp_path, "one", ATTACK))
    lines = {line.split()[0]: line.split()[1:] for line in outcome.out.splitlines() if line.split()}
    assert outcome.code == 0
    assert lines["attack"] == lines["events"] == ["100.0", "100.0", "100.0", "1", "1"]
    assert lines["subtypes"] == ["100.0", "1", "1"]


def test_a_folder_stands_for_its_gold_files(evtx: Evtx, tmp_path: Path) -> None:
    gold(tmp_path, "one", ATTACK)
    gold(tmp_path, "two", {**ATTACK, "triggers": [{"text": "pont"}]})
    scores = json.loads(evtx("score", ".", "-f", "json").out)
    assert scores["documents"] == 2
    assert scores["attack"] == {"precision": 0.5, "recall": 0.5, "f1": 0.5, "found": 2, "gold": 2}


def test_show_lists_every_fault(evtx: Evtx, tmp_path: Path) -> None:
    other = {**ATTACK, "subtype": "bombing", "arguments": [TARGET]}
    missed = {**ATTACK, "id": "c1", "type": "claim", "subtype": "denial", "triggers": [{"text": "sur"}]}
    outcome = evtx("score", gold(tmp_path, "one", other, missed), "--show", "-f", "json")
    told = [(fault["kind"], fault["gold"], fault["what"], fault["rule"]) for fault in json.loads(outcome.out)["faults"]]
    assert ("missed", "c1", "claim/denial", "") in told
    assert ("missing", "a1", "target", "fr.rule") in told
    assert ("different", "a1", "subtype", "fr.rule") in told
    assert len(told) == 3


def test_noise_is_a_fault_of_its_rule(evtx: Evtx, tmp_path: Path) -> None:
    outcome = evtx("score", gold(tmp_path, "one"), "--show", "--by", "rule")
    assert "noisy" in outcome.out
    row = next(line for line in outcome.out.splitlines() if line.split()[:2] == ["fr.rule", "1"])
    assert row.split() == ["fr.rule", "1", "0", "1", "0", "0", "0"]


@pytest.mark.parametrize(
    ("events", "dct", "told"),
    [
        ([{**ATTACK, "triggers": [{"text": "raid"}]}], None, "a1: not in the text (nth 1): 'raid'"),
        ([{"id": "a1", "type": "attack"}], None, "no field 'triggers'"),
    ],
)
def test_a_gold_file_that_does_not_fit_costs_itself_only(
    events: list[dict[str, Any]], dct: str | None, told: str, evtx: Evtx, tmp_path: Path
) -> None:
    outcome = evtx("score", gold(tmp_path, "bad", *events, dct=dct), gold(tmp_path, "good", ATTACK))
    assert outcome.code == 5
    assert told in outcome.err
    assert "documents: 1" in outcome.out


def test_files_that_are_no_gold_files_are_refused(evtx: Evtx, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("tir", "utf-8")
    (tmp_path / "empty").mkdir()
    for named in ("a.txt", "empty"):
        outcome = evtx("score", named)
        assert outcome.code == 2
        assert "NAME.gold.json" in outcome.err
    missing = evtx("score", "nothing.gold.json")
    assert missing.code == 5
    assert "nothing.gold.json: No such file or directory" in missing.err
