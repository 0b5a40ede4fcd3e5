"""`evtx rules new`: a rule begun where it belongs, complete but for what its author has to say."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from .conftest import Evtx

OTHER = """\
# My attacks.
language: fr
event: attack

frames:
- id: fr.attack.old
  summary: An old rule.
  subtype: attack
  verbs: |
    éperonner
  examples: |
    [Des pirates](attacker) [ont éperonné](trigger) [un chalutier](target).
  rejects: |
    La vallée est calme.

# What stands for ships.
phrases:
  ship: (cargo|navire)
"""


def filled(text: str) -> str:
    """The skeleton of a frame with what it asks for."""
    values = {
        "summary:": "summary: A ship is rammed.",
        "verbs: |": "verbs: |\n      éperonner",
        "examples: |": "examples: |\n      [Des pirates](attacker) [ont éperonné](trigger) [un chalutier](target).",
        "rejects: |": "rejects: |\n      La vallée est calme.",
    }
    kept = [line for line in text.splitlines() if line.strip() != "nouns: |"]
    return "".join(line.replace(line.strip(), values.get(line.strip(), line.strip())) + "\n" for line in kept)


def test_without_a_folder_it_is_printed(evtx: Evtx, tmp_path: Path) -> None:
    outcome = evtx("rules", "new", "fr.attack.gaff")
    assert outcome.code == 0
    assert "  - id: fr.attack.gaff\n" in outcome.out
    assert "printed only" in outcome.err
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("arguments", [("mine",), ("--rules", "mine"), ("mine/fr/attack.yml",)])
def test_it_goes_to_the_file_of_its_event_type(arguments: tuple[str, ...], evtx: Evtx, tmp_path: Path) -> None:
    outcome = evtx("rules", "new", "fr.attack.gaff", *arguments)
    file = Path("mine", "fr", "attack.yml")
    assert (outcome.code, outcome.out) == (0, "")
    assert outcome.err.startswith(f"wrote fr.attack.gaff in {file}\n")
    assert (tmp_path / file).read_text("utf-8").startswith("# Rules for events of the type attack.\nlanguage: fr\n")


@pytest.mark.parametrize("kind", [(), ("--pattern",)])
def test_all_that_is_wrong_with_it_is_what_is_to_be_filled_in(kind: tuple[str, ...], evtx: Evtx) -> None:
    evtx("rules", "new", "fr.claim.ask", "mine", *kind)
    outcome = evtx("rules", "check", "mine")
    assert outcome.code == 3
    told = re.findall(r"error\[(\w+)\]: '(\w+)' is empty", outcome.out)
    keys = ("match",) if kind else ("verbs", "nouns")
    assert told == [("E115", key) for key in ("summary", *keys, "examples", "rejects")]
    assert outcome.out.count("error[") + outcome.out.count("warning[") == len(told)
    assert evtx("rules", "test", "mine").code == 3


def test_filled_in_it_passes(evtx: Evtx, tmp_path: Path) -> None:
    evtx("rules", "new", "fr.attack.gaff", "mine")
    file = tmp_path / "mine" / "fr" / "attack.yml"
    file.write_text(filled(file.read_text("utf-8")), "utf-8")
    assert evtx("rules", "check", "mine", "--strict").code == 0
    outcome = evtx("rules", "test", "mine")
    assert (outcome.code, outcome.err) == (0, "")


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_nothing_that_stands_in_the_file_is_changed(newline: str, evtx: Evtx, tmp_path: Path) -> None:
    file = tmp_path / "mine" / "fr" / "ships.yml"
    file.parent.mkdir(parents=True)
    file.write_bytes(OTHER.replace("\n", newline).encode())
    outcome = evtx("rules", "new", "fr.attack.gaff", "mine")
    assert outcome.err.startswith(f"added fr.attack.gaff to {Path('mine', 'fr', 'ships.yml')}\n")
    text = file.read_bytes().decode()
    first, last = OTHER.replace("\n", newline).split(f"{newline}# What stands for ships.", 1)
    assert text.startswith(first)
    assert text.endswith("# What stands for ships." + last)
    assert f"{newline}- id: fr.attack.gaff{newline}" in text
    assert text.count("\n") == text.count(newline)


def test_a_second_rule_can_be_begun_before_the_first_is_filled_in(evtx: Evtx, tmp_path: Path) -> None:
    evtx("rules", "new", "fr.attack.gaff", "mine")
    assert evtx("rules", "new", "fr.attack.sink", "mine", "--pattern").code == 0
    text = (tmp_path / "mine" / "fr" / "attack.yml").read_text("utf-8")
    assert re.findall(r"^\w+:", text, re.MULTILINE) == ["language:", "event:", "dct:", "frames:", "patterns:"]


def test_a_built_in_rule_is_replaced_only_in_a_folder_of_ones_own(evtx: Evtx) -> None:
    refused = evtx("rules", "new", "fr.attack.shell")
    assert (refused.code, refused.out) == (2, "")
    assert "there is a rule fr.attack.shell already" in refused.err
    assert "it takes the place of the built-in rule at" in evtx("rules", "new", "fr.attack.shell", "mine").err
    assert evtx("rules", "new", "fr.attack.shell", "mine").code == 2


def test_event_types_of_ones_own_are_known_in_every_part_of_the_folder(evtx: Evtx, tmp_path: Path) -> None:
    shutil.copytree(Path(__file__).parents[2] / "docs" / "arrests", tmp_path / "mine")
    for number, path in enumerate(("mine", "mine/en", "mine/en/arrests.yml", "mine/en/new.yml")):
        assert evtx("rules", "new", f"en.arrest.jail-{number}", path).code == 0
    text = (tmp_path / "mine" / "en" / "arrests.yml").read_text("utf-8")
    assert all(f"id: en.arrest.jail-{number}" in text for number in range(3))
    assert "As in en.arrest.arrest: [Police](authority)" in text


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["ram"], "'ram' is no id of a rule"),
        (["fr.atack.ram"], "did you mean attack?"),
        (["fr.attack.gaff", "--subtype", "shellin"], "did you mean shelling?"),
        (["fr.attack.gaff", "file.yml"], "file.yml cannot be added to: it is not UTF-8 text"),
        (["fr.attack.gaff", "full/x.yml"], "cannot be added to"),
    ],
)
def test_what_cannot_be_begun_is_told(arguments: list[str], words: str, evtx: Evtx, tmp_path: Path) -> None:
    (tmp_path / "file.yml").write_bytes(b"\xe9\n")
    (tmp_path / "full").write_text("a file", "utf-8")
    outcome = evtx("rules", "new", *arguments)
    assert (outcome.code, outcome.out) == (2, "")
    assert words in outcome.err
