"""A language whose files make no sense costs a run, with a message and its place, and never a traceback."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from evtx.cli.commands import run

ARRESTS = Path(__file__).parents[2] / "docs" / "arrests"
SPOILT = [
    ("dates", "reads: shift", "reads: near", "dates.yml:"),
    ("dates", "{month} {year}", "{month} {yeer}", "unknown slot"),
    ("dates", "in {of:monthdate}", "(in {of:monthdate}", "is missing"),
    ("dates", "1: January, Jan.", "one: January", "E501"),
    ("words", "    -: -s\n", "", ""),
]


@pytest.mark.parametrize(("name", "sound", "broken", "told"), SPOILT)
@pytest.mark.parametrize("command", ["extract", "dates"])
def test_it_is_told(
    command: str, name: str, sound: str, broken: str, told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rules = tmp_path / "arrests"
    shutil.copytree(ARRESTS, rules)
    path = rules / "en" / f"{name}.yml"
    content = path.read_text("utf-8")
    assert sound in content
    path.write_text(content.replace(sound, broken), encoding="utf-8")
    text = tmp_path / "a.txt"
    text.write_text("Police arrested two men on Monday. They were the smugglers of the town, it was said.", "utf-8")
    assert run([command, "--rules", str(rules), str(text)]) == (3 if told else 0)
    shown = capsys.readouterr().err
    assert "Traceback" not in shown
    assert "internal error" not in shown
    assert told in shown
