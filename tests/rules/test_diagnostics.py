"""Problems are shown with the line, carets and a way to mend them; the guide lists every code."""

from __future__ import annotations

import re
from pathlib import Path

from evtx.rules import diagnostics
from evtx.rules.diagnostics import Diagnostic, Piece, Problems, did_you_mean
from evtx.rules.examples import read_markup

ROOT = Path(__file__).parents[2]
GUIDE = ROOT / "docs" / "errors.md"


def test_a_problem_is_shown_with_its_line_and_carets() -> None:
    problems = Problems("rules/fr/attacks.yml", "\n" * 39 + "      {attacker:actor} <strke> {target}\n")
    problems.report("E203", Piece("<strke>", 40, 24), "unknown phrase <strke>", "did you mean <strike>?")
    assert str(problems.found[0]) == (
        "rules/fr/attacks.yml:40:24: error[E203]: unknown phrase <strke>\n"
        "    40 |       {attacker:actor} <strke> {target}\n"
        "       |                        ^^^^^^^\n"
        "       = help: did you mean <strike>?"
    )


def test_a_long_line_is_cut_around_the_culprit() -> None:
    line = "a" * 5000 + "<strke>" + "b" * 5000
    shown = str(Diagnostic("x.yml", 1, 5001, "E203", "unknown", "", line, 7)).split("\n")
    assert all(len(row) < 200 for row in shown)
    assert shown[1][shown[2].index("^") :].startswith("<strke>")


def test_what_a_terminal_would_obey_is_not_shown() -> None:
    assert "\x1b" not in str(Diagnostic("x.yml", 1, 1, "E103", "control character", "", "\x1b[31mred", 1))


def test_suggestions_are_close_words_or_a_short_list() -> None:
    assert did_you_mean("shellling", ["shelling", "raid"], "<{}>") == "did you mean <shelling>?"
    assert did_you_mean("x", ["shelling", "raid"]) == "one of: raid, shelling"
    assert did_you_mean("x", map(str, range(100))) == ""


def test_marks_may_lie_inside_marks_and_brackets_may_be_escaped() -> None:
    line = Piece(r"[Il](speaker) [dit](trigger) [que [le port](target) \[sic\] brûle](content) (hier).", 3, 7)
    marked = read_markup(line, Problems("x.yml"))
    assert marked is not None
    assert marked.text == "Il dit que le port [sic] brûle (hier)."
    covered = [(marked.text[one.mark.start : one.mark.end], one.mark.role) for one in marked.marks]
    assert covered == [
        ("Il", "speaker"),
        ("dit", "trigger"),
        ("que le port [sic] brûle", "content"),
        ("le port", "target"),
    ]


def codes_in_source() -> set[str]:
    folder = Path(diagnostics.__file__).parents[1]
    return {code for path in folder.rglob("*.py") for code in re.findall(r'"([EW]\d{3})"', path.read_text("utf-8"))}


def test_the_guide_lists_exactly_the_codes_there_are() -> None:
    assert set(re.findall(r"^### ([EW]\d{3}) ", GUIDE.read_text("utf-8"), re.MULTILINE)) == codes_in_source()


def test_every_code_of_the_guide_has_an_example_and_its_mend() -> None:
    for entry in GUIDE.read_text("utf-8").split("\n### ")[1:]:
        assert "```" in entry, entry[:4]
        assert "Mend:" in entry, entry[:4]
        assert entry[:4] in codes_in_source()


def test_every_code_is_tried_on_a_bad_file() -> None:
    tests = "".join(path.read_text("utf-8") for path in Path(__file__).parents[1].rglob("test_*.py"))
    assert codes_in_source() <= set(re.findall(r'"([EW]\d{3})"', tests))
