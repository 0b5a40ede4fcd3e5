"""Rules that can be used and do not do what they seem to: § stands before what is warned of."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from evtx.authoring.linting.check import check_folders
from evtx.rules.diagnostics import Diagnostic

GUIDE = Path(__file__).parents[2] / "docs" / "errors.md"
TOP = "language: fr\nevent: attack\ndct: 2020-12-16\n"
FRAME = f"""\
{TOP}frames:
  - id: fr.attack.own
    summary: A rule of one's own.
    subtype: attack
    verbs: |
      éperonner
    nouns: |
      bombardement
    examples: |
      [Des pirates](attacker) [ont éperonné](trigger) [un chalutier](target).
"""
PATTERN = f"""\
{TOP}patterns:
  - id: fr.attack.own
    summary: A rule of one's own.
    subtype: attack
    match: |
      {{attacker}} @mener un raid
    examples: |
      [Des pirates](attacker) [ont mené](trigger) un raid.
"""
Check = Callable[..., tuple[Diagnostic, ...]]


@pytest.fixture
def check(tmp_path: Path) -> Check:
    """A function that gives the problems of a French rule file, and of other files beside it."""

    def problems(content: str, **others: str) -> tuple[Diagnostic, ...]:
        for name, text in {"fr/own": content, **others}.items():
            path = tmp_path / f"{name.replace('__', '/')}.yml"
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return check_folders([tmp_path])

    return problems


def templates(*lines: str, phrases: str = "") -> str:
    """A file with these templates."""
    written = "".join(f"      {line}\n" for line in lines)
    found = PATTERN.replace("      {attacker} @mener un raid\n", written)
    return found + (f"phrases:\n{phrases}" if phrases else "")


WARNED = [
    ("W601", FRAME.replace("éperonner\n", "éperonner\n      §éperonnir\n")),
    ("W601", FRAME.replace("éperonner\n", "éperonner\n      §bombardement\n")),
    ("W601", FRAME.replace("éperonner\n", "éperonner\n      tirer à §l'arbalette\n").replace("§l'", "l'§")),
    ("W601", FRAME.replace("bombardement\n", "bombardement\n      §bombardemant\n")),
    ("W601", FRAME.replace("bombardement\n", "bombardement\n      §bombarder\n")),
    ("W601", templates("{attacker} @mener un §radebol", "{attacker} @mener un raid")),
    ("W602", templates("{attacker} @mener un raid", phrases="  §strike: mener un raid\n")),
    ("W602", templates("@<a> raid", phrases="  a: mener <b>\n  b: (un|des)\n  §c: sur <b>\n")),
    ("W603", templates("{attacker} @mener [un] raid", "§{attacker} @mener un raid")),
    ("W603", templates("§{attacker} @mener un raid", "{attacker} @mener (un|des) raid")),
    ("W603", templates("@mener un raid", "§@mener un raid")),
    ("W604", FRAME.replace("éperonner\n", "éperonner\n      §frappe\n")),
    ("W604", FRAME.replace("bombardement\n", "bombardement\n      §bombardements\n")),
    ("W604", templates("{attacker} @mener des §raids")),
    ("W604", templates("§{attacker} @envoyer {target} par le fond")),
    ("W604", templates("§{attacker} @envoyer {target} (par|dans) [le] fond")),
    ("W605", FRAME.replace("fr.attack.own", "§fr.attack.own") + "    needs: |\n      injured\n"),
    ("W606", FRAME.replace("fr.attack.own", "§fr.attack.own").partition("    examples")[0]),
    ("W607", FRAME + "    rejects: |\n      §Des pirates ont éperonné un chalutier.\n"),
    ("W608", FRAME.replace("[ont éperonné]", "ont éperonné [§un choc]").replace("[un chal", "avec [un chal")),
    ("W609", FRAME.replace("éperonner\n", "éperonner\n      §éperonner\n")),
    (
        "W610",
        FRAME.replace("dct: 2020-12-16\n", "").replace(
            "chalutier](target)", "cargo](target) [§lundi](date=2020-12-14)"
        ),
    ),
    ("W612", FRAME.replace("language: fr", "language: §xx").replace("fr.", "xx.")),
]


@pytest.mark.parametrize(("code", "marked"), WARNED, ids=[f"{code}-{n}" for n, (code, _) in enumerate(WARNED)])
def test_what_looks_wrong_is_warned_of_at_its_place(code: str, marked: str, tmp_path: Path) -> None:
    before, _, after = marked.partition("§")
    language = "xx" if "xx." in marked else "fr"
    (tmp_path / language).mkdir()
    (tmp_path / language / "own.yml").write_text(before + after, encoding="utf-8")
    found = check_folders([tmp_path])
    place = (before.count("\n") + 1, len(before) - before.rfind("\n"))
    assert [(p.code, p.line, p.column) for p in found] == [(code, *place)]
    assert found[0].severity == "warning"
    assert found[0].help
    assert "warning[W" in str(found[0])


GRAMMAR = "language: xx\nclasses:\n  determiner: the\nof: of\nto: to\n"
SUBJECT = "  - id: a\n    applies: finite\n    match: |\n      "
CONSTRUCTIONS = f"language: xx\nbefore:\n{SUBJECT}{{subject}} @\nafter:\n{SUBJECT}@ {{object}}\n"


def test_a_language_without_forms_is_warned_of(check: Check) -> None:
    files = {
        "xx__grammar": GRAMMAR,
        "xx__constructions": CONSTRUCTIONS,
        "xx__language": "language: xx\nidentify: the\n",
    }
    content = FRAME.replace("fr.attack", "xx.attack").replace("language: fr", "language: xx")
    found = check(FRAME, xx__own=content, **files)
    assert [(problem.code, problem.line) for problem in found] == [("W611", 1), ("W608", 13)]
    words = "language: xx\ncolumns:\n  verb: infinitive participle\nwords:\n  verb: |\n    éperonner: éperonné\n"
    assert check(FRAME, xx__own=content, xx__words=words, **files) == ()


def test_errors_of_one_file_do_not_hide_warnings_of_another(check: Check) -> None:
    found = check(FRAME.replace("subtype: attack", "subtype: atack"), fr__more=FRAME.replace("éperonner", "éperonnir"))
    assert {problem.code for problem in found} >= {"E304", "W601"}


def test_a_dates_file_that_cannot_be_used_is_an_error(check: Check) -> None:
    dates = (
        "language: fr\nfamilies:\n  - id: fr.date.own\n    summary: X.\n    reads: nohow\n    match: |\n      {month}\n"
    )
    [problem] = check(FRAME, fr__dates=dates)
    assert (problem.code, problem.line, problem.severity) == ("E501", 3, "error")


def test_words_have_a_suggestion(check: Check) -> None:
    [problem] = check(FRAME.replace("bombardement\n", "bombardemant\n"))
    assert problem.help == "did you mean bombardement? if not, add it to a words.yml with its forms"


def test_the_built_in_rules_and_the_worked_example_have_no_problems() -> None:
    assert check_folders([]) == ()
    assert check_folders([GUIDE.parent / "arrests"]) == ()


def test_a_thousand_rules_are_checked_in_one_go(tmp_path: Path) -> None:
    rule = FRAME.partition("frames:\n")[2]
    (tmp_path / "fr").mkdir()
    for number in range(50):
        rules = "".join(rule.replace("fr.attack.own", f"fr.attack.own-{number}-{n}") for n in range(20))
        (tmp_path / "fr" / f"own{number}.yml").write_text(f"{TOP}frames:\n{rules}", encoding="utf-8")
    (tmp_path / "fr" / "bad.yml").write_text(FRAME.replace("éperonner", "éperonnir"), encoding="utf-8")
    assert [problem.code for problem in check_folders([tmp_path])] == ["W601", "W608"]


def test_every_warning_of_the_guide_is_tried() -> None:
    told = set(re.findall(r"^### (W\d{3}) ", GUIDE.read_text("utf-8"), re.MULTILINE))
    assert told == {code for code, _ in WARNED} | {"W611"}
