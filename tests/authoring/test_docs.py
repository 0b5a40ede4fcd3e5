"""Every command in the page for rule authors runs, and shows what the page says."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from evtx.cli.commands import run

PAGE = (Path(__file__).parents[2] / "docs" / "rules_commands.md").read_text("utf-8")
COMMANDS = [
    line.partition("#")[0].strip()
    for block in re.findall(r"```sh\n(.*?)```", PAGE, re.DOTALL)
    for line in block.splitlines()
]
RULES = """\
language: fr
event: attack
frames:
  - id: fr.attack.launch-nets
    summary: Nets are thrown over a ship.
    subtype: attack
    verbs: |
      mailler
    examples: |
      [Des pirates](attacker) [ont maillé](trigger) [un chalutier](target).
    rejects: |
      La vallée est calme.
"""


@pytest.mark.parametrize("command", [line for line in COMMANDS if line != "evtx rules test"])
def test_a_command_of_the_page_runs(command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for folder, name in (("my-rules", "nets.yml"), ("rules", "attacks.yml")):
        (tmp_path / folder / "fr").mkdir(parents=True)
        (tmp_path / folder / "fr" / name).write_text(RULES, "utf-8")
    monkeypatch.chdir(tmp_path)
    _, *arguments = shlex.split(command)
    coverage = ["--no-coverage"] if arguments[:2] == ["rules", "test"] else []
    assert run([*arguments, *coverage]) == 0


def test_marking_gives_the_line_on_the_page(capsys: pytest.CaptureFixture[str]) -> None:
    (command,) = [line for line in COMMANDS if line.startswith("evtx rules mark")]
    (shown,) = re.findall(r"```text\n(.*?)```", PAGE, re.DOTALL)
    run(shlex.split(command)[1:])
    assert capsys.readouterr().out == shown
