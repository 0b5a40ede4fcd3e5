"""Files that are no text, no YAML or a trap are reported like any other mistake, quickly and without harm."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from evtx.language.words import LETTERS
from evtx.rules.declarations import READINGS
from evtx.rules.diagnostics import Diagnostic, RuleFileError
from evtx.rules.loading import load_rules, load_sound

Problems = Callable[[str, "str | bytes"], tuple[Diagnostic, ...]]


def test_latin_1_is_reported_where_it_begins(problems_of: Problems) -> None:
    [problem] = problems_of("fr/other.yml", "language: fr\nsummary: précis\n".encode("latin-1"))
    assert (problem.code, problem.line, problem.column) == ("E101", 2, 12)


def test_a_byte_order_mark_is_no_mistake(problems_of: Problems, folder: Path) -> None:
    content = (folder / "fr" / "attacks.yml").read_bytes()
    assert problems_of("fr/attacks.yml", b"\xef\xbb\xbf" + content.replace(b"\n", b"\r\n")) == ()


def test_a_billion_laughs_are_not_told(problems_of: Problems) -> None:
    lines = ["a0: &a0 ha"] + [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
    found = problems_of("fr/other.yml", "\n".join(lines))
    assert {problem.code for problem in found} == {"E109"}


def test_phrases_that_multiply_are_refused(problems_of: Problems) -> None:
    phrases = "  a0: ha\n" + "".join(f"  a{n}: {' '.join([f'<a{n - 1}>'] * 9)}\n" for n in range(1, 12))
    head = "language: fr\nevent: attack\npatterns:\n  - id: fr.attack.x\n    summary: X.\n    subtype: raid\n"
    found = problems_of("fr/other.yml", f"{head}    match: |\n      @<a11>\nphrases:\n{phrases}")
    assert {problem.code for problem in found} == {"E210"}


def test_a_long_chain_of_phrases_is_refused(problems_of: Problems) -> None:
    phrases = "  a0: ha\n" + "".join(f"  a{n}: un <a{n - 1}>\n" for n in range(1, 1200))
    head = "language: fr\nevent: attack\npatterns:\n  - id: fr.attack.x\n    summary: X.\n    subtype: raid\n"
    found = problems_of("fr/other.yml", f"{head}    match: |\n      @<a1199>\nphrases:\n{phrases}")
    assert {problem.code for problem in found} == {"E210"}


@pytest.mark.parametrize("text", ["[" * 100_000, "{a: " * 20_000, "- " * 20_000 + "a"])
def test_deep_nesting_is_reported(text: str, problems_of: Problems) -> None:
    found = problems_of("fr/other.yml", text)
    assert [problem.code for problem in found] == ["E107"]


def test_a_file_of_many_megabytes_is_refused(problems_of: Problems) -> None:
    [problem] = problems_of("fr/other.yml", b"a: b\n" * 1_000_000)
    assert problem.code == "E106"


def test_an_unreadable_file_is_reported(folder: Path) -> None:
    (folder / "fr" / "gone.yml").symlink_to(folder / "nowhere")
    (folder / "fr" / "folder.yml").mkdir()
    found = load_sound([folder]).diagnostics
    assert [(problem.code, Path(problem.path).name) for problem in found] == [
        ("E118", "folder.yml"),
        ("E118", "gone.yml"),
    ]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="named pipes are a thing of Unix")
def test_a_pipe_does_not_block(folder: Path) -> None:
    os.mkfifo(folder / "fr" / "pipe.yml")
    assert [problem.code for problem in load_sound([folder]).diagnostics] == ["E118"]


@pytest.mark.parametrize("make", [lambda path: None, lambda path: path.mkdir()], ids=["missing", "empty"])
def test_a_folder_without_rules_is_reported(make: Callable[[Path], None], folder: Path, tmp_path: Path) -> None:
    make(tmp_path / "more")
    [problem] = load_sound([folder, tmp_path / "more"]).diagnostics
    assert (problem.code, problem.path) == ("E118", str(tmp_path / "more"))


def test_another_suffix_is_not_passed_over(problems_of: Problems) -> None:
    assert [problem.code for problem in problems_of("fr/other.yaml", "language: fr\n")] == ["E116"]


def test_rules_need_event_types(folder: Path) -> None:
    (folder / "events.yml").unlink()
    found = load_sound([folder]).diagnostics
    assert {problem.code for problem in found} == {"E119", "E303"}


def test_all_problems_of_all_files_come_at_once(folder: Path) -> None:
    (folder / "fr" / "a.yml").write_text("language: fr\nevnt: attack\nframes: []\n", encoding="utf-8")
    (folder / "fr" / "b.yml").write_text("language: de\nframes: x\n", encoding="utf-8")
    with pytest.raises(RuleFileError) as caught:
        load_rules([folder])
    found = [(Path(problem.path).name, problem.line, problem.code) for problem in caught.value.diagnostics]
    assert found == [
        ("a.yml", 2, "E112"),
        ("a.yml", 3, "E115"),
        ("b.yml", 1, "E117"),
        ("b.yml", 2, "E114"),
    ]
    assert str(caught.value).count("error[") == 4


def test_the_classes_of_words_are_those_of_the_tape() -> None:
    assert set(READINGS) == set(LETTERS)


YAML = [
    ("frames:\n  - id: x\n   nouns: y\n", "the indentation is wrong"),
    ("a: b\n c: d\n", "a colon or a line break stands where none can be"),
    ("a: b: c\n", "a colon or a line break stands where none can be"),
    ("a: [b\n", "a bracket is not closed"),
    ("a: ]\n", "a bracket is not closed, or closes nothing"),
    ("a: 'b\n", "a quotation mark is not closed"),
    ("a: @b\n", "a text cannot begin like that"),
    ("a: - b\n", "the indentation is wrong"),
]


@pytest.mark.parametrize(("text", "told"), YAML)
def test_what_yaml_complains_of_is_told_plainly(text: str, told: str, problems_of: Problems) -> None:
    [problem] = problems_of("fr/other.yml", text)
    assert problem.code == "E104"
    assert told in problem.message
    assert problem.help
