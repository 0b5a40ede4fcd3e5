"""A rule that would take exponential time is refused, and one that is let through is bounded on the worst of texts."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

import evtx
from evtx.rules.diagnostics import RuleFileError

RULE = """\
language: fr
event: attack
patterns:
  - id: fr.attack.slow
    summary: A template that is made to be slow.
    subtype: attack
    match: |
      {template}
"""
TEXT = (
    " ".join(f"dans la rue {number} près du pont" for number in range(20))
    + " le port a subi hier une éclipse "
    + " ".join("dans la cour avec un chat sur le banc" for _ in range(20))
    + "."
)


def rules(template: str, folder: Path) -> evtx.RuleSet:
    (folder / "own.yml").write_text(RULE.format(template=template), encoding="utf-8")
    return evtx.load_rules([folder])


REFUSED = {
    "groups": "@subir " + "<any> " * 9 + "(zut|zat)",
    "skips": "@subir " + "... <pp> " * 5 + "(zut|zat)",
    "arguments": "{attacker} {target} {weapon} {place} {killed} {injured} @subir (zut|zat)",
    "options": "@subir " + "[<any>] " * 12 + "(zut|zat)",
    "nested options": "@subir [<any> [<any> [<any> [<any> [<any> [<any> [<any>]]]]]]] (zut|zat)",
    "choices": "@subir " + "(<any>|<noun>|<pp>) " * 5 + "(zut|zat)",
    "both sides": "<any> ... <any> ... @subir ... <any> ... <any> (zut|zat)",
    "the same word": "@subir " + "dans " * 12 + "(zut|zat)",
    "choices of options": "@subir " + "([<any>] [<pp>]|[<pp>] [<any>]) " * 4 + "(zut|zat)",
}


@pytest.mark.parametrize("template", REFUSED.values(), ids=REFUSED)
def test_what_would_take_exponential_time_is_refused(template: str, tmp_path: Path) -> None:
    with pytest.raises(RuleFileError, match="E211"):
        rules(template, tmp_path)


ALLOWED = {
    "groups": "@subir " + "<any> " * 4 + "(zut|zat)",
    "options": "@subir " + "[<any>] " * 4 + "(zut|zat)",
    "skips": "{target} @subir ... <any> ... (zut|zat)",
    "words": "@subir (un|une|le) (a|b|c|d) [e] [f] [g] [h] (i|j) (k|l) (zut|zat)",
}


@pytest.mark.parametrize("template", ALLOWED.values(), ids=ALLOWED)
def test_what_is_let_through_is_done_with_in_time(template: str, tmp_path: Path) -> None:
    extractor = evtx.Extractor(rules(template, tmp_path))
    start = time.process_time()
    extractor.extract(evtx.Document(TEXT, language="fr"))
    assert time.process_time() - start < 20


def test_a_line_of_words_with_many_choices_is_refused(tmp_path: Path) -> None:
    frame = RULE.replace("patterns", "frames").replace("match: |\n      {template}", "verbs: |\n      {template}")
    (tmp_path / "own.yml").write_text(frame.format(template="a " + "(b|c) " * 40), encoding="utf-8")
    with pytest.raises(RuleFileError, match="E210"):
        evtx.load_rules([tmp_path])


@pytest.mark.parametrize("depth", [16, 200, 5_000])
def test_brackets_in_brackets_are_refused(depth: int, tmp_path: Path) -> None:
    with pytest.raises(RuleFileError, match="E210"):
        rules("@subir " + "[" * depth + "[x" + "]" * depth + "]", tmp_path)
