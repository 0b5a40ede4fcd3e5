"""`evtx explain` on the command line: what it takes, what it prints, and what it says when it cannot."""

from __future__ import annotations

import json
import re
from pathlib import Path

import jsonschema
import pytest

from evtx.explaining.schema import explanation_schema
from evtx.version import VERSION

from .conftest import Evtx

TEXT = """La ministre a affirmé que le pont tenait.

Lundi, des soldats ont bombardé le village de Kafra.
Elle a affirmé que la route était coupée.
"""
DOCS = (Path(__file__).parents[2] / "docs" / "explain.md").read_text("utf-8")


@pytest.fixture(autouse=True)
def texts(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")


def test_a_sentence_is_explained(evtx: Evtx) -> None:
    outcome = evtx("explain", "L'armée a bombardé lundi le village de Kafra.", "--date", "2020-12-16")
    assert (outcome.code, outcome.err) == (0, "")
    first, _, place, sentence = outcome.out.splitlines()[:4]
    assert (first, place) == ("text · fr · dated 2020-12-16 (given)", "line 1, column 1")
    assert sentence == "L'armée a bombardé lundi le village de Kafra."
    parts = ("Words", "Groups", "Clauses", "e1 attack/shelling “a bombardé”  by fr.attack.shell", "No rule has")
    positions = [outcome.out.index(part) for part in parts]
    assert positions == sorted(positions)


def test_brief_leaves_out_how_the_words_were_read(evtx: Evtx) -> None:
    outcome = evtx("explain", "-b", "L'armée a bombardé lundi le village de Kafra.")
    assert "e1 attack/shelling" in outcome.out
    assert "Groups" not in outcome.out


def test_a_line_of_a_file_is_explained_with_what_stands_before_it(evtx: Evtx) -> None:
    outcome = evtx("explain", "a.txt:4", "-f", "json")
    (document,) = json.loads(outcome.out)["documents"]
    (sentence,) = document["sentences"]
    assert (sentence["line"], sentence["column"]) == (4, 1)
    speaker = next(match for match in sentence["mentions"][0]["matches"] if match["element"] == "speaker")
    assert (speaker["text"], speaker["resolved"]) == ("Elle", "La ministre")
    assert [event["id"] for event in document["events"]] == ["e3"]


def test_several_lines_a_whole_file_and_a_pipe_are_explained(evtx: Evtx) -> None:
    def lines(*arguments: str, pipe: bytes = b"") -> list[int]:
        output = evtx("explain", *arguments, "-f", "json", pipe=pipe).out
        return [sentence["line"] for sentence in json.loads(output)["documents"][0]["sentences"]]

    assert lines("a.txt:3-4") == [3, 4]
    assert lines("a.txt") == lines("-", pipe=TEXT.encode()) == lines(pipe=TEXT.encode()) == [1, 3, 4]


def test_the_json_is_what_its_schema_says(evtx: Evtx) -> None:
    outcome = evtx("explain", "a.txt", "--date", "2020-12-16", "-f", "json")
    whole = json.loads(outcome.out)
    assert (whole["schema"], whole["evtx"]) == ("evtx-explain/1", VERSION)
    jsonschema.Draft202012Validator(explanation_schema()).validate(whole)
    assert json.loads(evtx("schema", "explain").out) == explanation_schema()


def test_the_schema_names_every_field_that_comes(evtx: Evtx) -> None:
    schema = explanation_schema()
    for name in ("sentence", "token", "group", "mention", "match", "near_miss", "no_rule", "decision", "rule"):
        schema["$defs"][name]["additionalProperties"] = False
    whole = json.loads(evtx("explain", "a.txt", "--date", "2020-12-16", "-f", "json").out)
    jsonschema.Draft202012Validator(schema).validate(whole)


def test_the_suffix_of_the_output_tells_the_format(evtx: Evtx, tmp_path: Path) -> None:
    assert evtx("explain", "a.txt", "-o", "why.json").out == ""
    assert (tmp_path / "why.json").read_text("utf-8").startswith('{"schema": "evtx-explain/1"')


def test_one_rule_can_be_asked_why_it_did_not_fire(evtx: Evtx) -> None:
    outcome = evtx("explain", "-b", "--rule", "fr.attack.shell", "L'armée a affirmé avoir bombardé.", "--lang", "fr")
    assert outcome.code == 0
    assert "fr.claim" not in outcome.out
    silent = evtx("explain", "-b", "--rule", "fr.attack.shell", "Le maire a affirmé que la route était coupée.")
    assert silent.err.startswith("evtx: warning: no word here can start fr.attack.shell; it starts from: bombarder")


def test_a_sentence_without_any_trigger_says_so_and_where_to_look(evtx: Evtx) -> None:
    outcome = evtx("explain", "-b", "Le boulanger pétrit la pâte dans le fournil.")
    assert "extraction passes over this sentence: it has no word that a rule may start from" in outcome.out
    assert "evtx rules list --word WORD" in outcome.out
    assert "No rule has as its trigger: boulanger, pétrir, pâte, fournil" in outcome.out


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["missing.txt"], 5, "missing.txt: there is no such file"),
        (["missing.txt:3"], 5, "missing.txt: there is no such file"),
        (["folder/missing"], 5, "folder/missing: there is no such file"),
        (["."], 5, ".: is a folder"),
        (["a.txt:9"], 2, "a.txt has no line 9"),
        (["a.txt:0"], 2, "a.txt has no line 0"),
        (["a.txt:2"], 2, "line 2 of a.txt is empty"),
        ([""], 2, "there is no text to explain"),
        (["  "], 2, "there is no text to explain"),
        ([], 2, "there is no text to explain"),
        (["L'armée", "a", "tiré"], 2, "more than one text or file"),
        (["a.txt", "--rule", "fr.attack.shel"], 2, "unknown rule 'fr.attack.shel'"),
        (["a.txt", "--date", "demain peut-être"], 2, "--date"),
        (["a.txt", "--lang", "xx"], 2, "unknown language 'xx'"),
        (["a.txt", "--rules", "nowhere"], 2, "--rules nowhere: there is no such folder"),
    ],
)
def test_what_cannot_be_explained_is_told_with_a_way_to_mend_it(
    evtx: Evtx, arguments: list[str], code: int, told: str
) -> None:
    outcome = evtx("explain", *arguments)
    assert (outcome.code, outcome.out) == (code, "")
    assert outcome.err.startswith(f"evtx: error: {told}")
    assert "\n  help: " in outcome.err


def test_a_language_without_rules_is_told(evtx: Evtx) -> None:
    outcome = evtx("explain", "Xyzzy plugh.")
    assert outcome.code == 0
    assert outcome.err == "evtx: warning: the language of the text was not recognised; name it with --lang\n"


def test_what_would_steer_a_terminal_is_shown(evtx: Evtx) -> None:
    text = "L'armée a bombardé \x1b[31mlundi le village de Kafra."
    for form in ("tree", "json"):
        outcome = evtx("explain", text, "--lang", "fr", "-f", form)
        assert outcome.code == 0
        assert "\x1b" not in outcome.out


def test_the_tree_keeps_to_its_width(evtx: Evtx) -> None:
    assert max(len(line) for line in evtx("explain", "a.txt").out.splitlines()) <= 120


def test_the_same_text_gives_the_same_bytes(evtx: Evtx) -> None:
    assert evtx("explain", "a.txt", "-f", "json") == evtx("explain", "a.txt", "-f", "json")


def test_the_guide_shows_what_comes(evtx: Evtx, tmp_path: Path) -> None:
    (rule,) = re.findall(r"^```yaml\n(.*?)^```$", DOCS, re.DOTALL | re.MULTILINE)
    (tmp_path / "my-rules" / "fr").mkdir(parents=True)
    (tmp_path / "my-rules" / "fr" / "ramming.yml").write_text(rule, "utf-8")
    shown = re.findall(r"^\$ evtx (explain .*?)$\n(.*?)^```$", DOCS, re.DOTALL | re.MULTILINE)
    assert len(shown) > 1
    for written, output in shown:
        arguments = [quoted or plain for quoted, plain in re.findall(r'"(.*?)"|(\S+)', written)]
        assert without_lines(evtx(*arguments).out) == without_lines(output), written


def without_lines(output: str) -> str:
    """The output without the lines of built-in rules, which move."""
    return re.sub(r"(\(rules/\S+):\d+\)", r"\1)", output)
