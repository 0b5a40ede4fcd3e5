"""Sound rule files give what they say; later folders add to and override earlier ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from evtx.rules.diagnostics import RuleFileError
from evtx.rules.loading import load_examples, load_rules, load_sound
from evtx.rules.locate import builtin_rules
from evtx.rules.model import ComplementRule, Mark, Need, Position

MORE = """\
language: fr
event: attack
frames:
  - id: fr.attack.shell
    summary: Another wording.
    subtype: raid
    verbs: canonner
  - id: fr.attack.burn
    summary: Something is burnt.
    subtype: raid
    verbs: brûler
"""

HARVEST = """\
types:
  leaves: crop
events:
  - id: harvest
    summary: A crop brought in.
    subtypes: harvest
    subject: farmer
    object: crop
    takes: active
    roles:
      - name: farmer
        types: actor
        summary: who brings it in
      - name: crop
        types: crop
        summary: what is brought in
"""


def test_a_frame_says_what_its_file_says(folder: Path) -> None:
    [frame] = load_rules([folder]).frames
    assert (frame.id, frame.language, frame.event, frame.subtype) == ("fr.attack.shell", "fr", "attack", "shelling")
    assert [wording.words for wording in frame.verbs] == [
        ("pilonner",),
        ("tirer", "sur", "le"),
        ("tirer", "sur"),
        ("tirer", "vers", "le"),
        ("tirer", "vers"),
    ]
    assert {(wording.line, wording.column) for wording in frame.verbs} == {(10, 7), (11, 7)}
    assert [wording.words for wording in frame.nouns] == [("tir", "de", "mortier"), ("tir", "de", "roquettes")]
    assert (frame.subject, frame.object, frame.takes) == ("", "target|none", ("active", "noun"))
    assert frame.needs == (
        Need((("attacker", ()), ("target", ("place", "facility")))),
        Need((("target", ()),)),
    )
    assert frame.complements == (ComplementRule((("avec",), ("à", "l'", "aide", "de")), "weapon", ("weapon",)),)
    assert frame.light == "mener, lancer -> subject attacker\nviser -> object none"
    assert (frame.modality, frame.polarity, frame.inside) == ("planned", "", "")
    assert frame.position == Position(str(folder / "fr" / "attacks.yml"), 6, 9)


def test_the_templates_of_a_pattern_have_their_phrases_expanded(folder: Path) -> None:
    [pattern] = load_rules([folder]).patterns
    assert pattern.templates == (
        "@((mener|lancer) (un|des) raid) [contre {target:place|actor}]",
        "{attacker} ... @mener =une <verb>",
    )
    assert pattern.lines == (38, 39)
    assert pattern.polarity == "negative"


def test_event_types_say_what_events_yml_says(folder: Path) -> None:
    rules = load_rules([folder])
    attack = rules.event("attack")
    assert (attack.generic, attack.subtypes, attack.takes) == (
        "raid",
        ("raid", "shelling"),
        ("active", "passive", "noun"),
    )
    assert [role.name for role in attack.roles] == ["attacker", "target", "weapon"]
    assert rules.unions == {"actor": ("person", "fighters", "group")}
    assert rules.event("claim").role("weapon") is None
    with pytest.raises(KeyError):
        rules.event("sale")


def test_examples_come_without_their_markup(folder: Path) -> None:
    shell, raid = load_examples([folder])
    [example] = shell.examples
    assert (shell.rule, shell.event, shell.dct) == ("fr.attack.shell", "attack", "2020-12-16")
    assert example.text == "L'armée a pilonné lundi le port."
    assert example.marks == (
        Mark(0, 7, "attacker", None),
        Mark(8, 17, "trigger", None),
        Mark(18, 23, "date", "2020-12-14"),
        Mark(24, 31, "target", None),
    )
    assert [reject.text for reject in shell.rejects] == ["Le prix a baissé."]
    assert [len(gap.marks) for gap in shell.gaps] == [2, 0]
    assert (raid.examples, raid.rejects, raid.gaps) == ((), (), ())


def test_a_later_folder_overrides_by_id_and_adds(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "own.yml").write_text(MORE, encoding="utf-8")
    rules = load_rules([folder, tmp_path / "mine"])
    assert [frame.id for frame in rules.frames] == ["fr.attack.shell", "fr.attack.burn"]
    assert rules.frames[0].summary == "Another wording."
    assert len(rules.patterns) == 1
    assert rules.folders == (str(folder), str(tmp_path / "mine"))


def test_a_folder_may_be_a_single_file(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "own.yml").write_text(MORE, encoding="utf-8")
    assert len(load_rules([folder, tmp_path / "own.yml"]).frames) == 2


def test_an_event_type_may_be_added(folder: Path, tmp_path: Path) -> None:
    more = tmp_path / "mine"
    more.mkdir()
    (more / "events.yml").write_text(HARVEST, encoding="utf-8")
    (more / "harvests.yml").write_text(
        "language: fr\nevent: harvest\nframes:\n  - id: fr.harvest.reap\n    summary: X.\n    subtype: harvest\n"
        "    verbs: moissonner\n",
        encoding="utf-8",
    )
    rules = load_rules([folder, more])
    assert [event.id for event in rules.events] == ["claim", "attack", "harvest"]
    assert "crop" in rules.types


def test_special_files_are_mappings_of_strings_and_later_ones_are_merged(folder: Path, tmp_path: Path) -> None:
    more = tmp_path / "mine"
    (more / "fr").mkdir(parents=True)
    (folder / "fr" / "header.yml").write_text(
        "language: fr\nlabels: no\nissues: |\n  a\n  b\nhours: 1\n", encoding="utf-8"
    )
    (more / "fr" / "header.yml").write_text("language: fr\nlabels: maybe\n", encoding="utf-8")
    header = load_rules([folder, more]).languages["fr"]["header"]
    assert header == {"language": "fr", "labels": "maybe", "issues": "a\nb\n", "hours": "1"}


def test_names_of_later_folders_come_first(folder: Path, tmp_path: Path) -> None:
    for root, name in ((folder, "Ancien"), (tmp_path / "mine", "Neuf")):
        (root / "names").mkdir(parents=True)
        text = f"names:\n  - type: group\n    names: |\n      {name}\n"
        (root / "names" / "groups.yml").write_text(text, encoding="utf-8")
    found = load_rules([folder, tmp_path / "mine"]).names
    assert [mapping["names"][0]["names"] for mapping in found] == ["Neuf\n", "Ancien\n"]


def test_the_sound_files_can_be_had_without_the_others(folder: Path) -> None:
    (folder / "fr" / "other.yml").write_text(MORE.replace("burn", "shell"), encoding="utf-8")
    loaded = load_sound([folder])
    assert [frame.id for frame in loaded.rules.frames] == ["fr.attack.shell"]
    assert {problem.code for problem in loaded.diagnostics} == {"E302"}
    with pytest.raises(RuleFileError):
        load_rules([folder])


def test_the_built_in_rules_are_sound() -> None:
    assert load_sound([builtin_rules()]).diagnostics == ()
