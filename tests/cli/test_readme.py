"""What the README shows works as it says."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

import evtx
from evtx.authoring.trying import try_rule
from evtx.document import Document
from evtx.pipeline import Extractor
from evtx.rules.loading import load_examples
from evtx.rules.locate import builtin_rules

README = (Path(__file__).parents[2] / "README.md").read_text("utf-8")


def snippets(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", README, re.DOTALL)


def test_the_python_example_prints_what_it_says(capsys: pytest.CaptureFixture[str]) -> None:
    (code,) = snippets("python")
    exec(code, {})
    told = "".join(line.removeprefix("# ") + "\n" for line in code.splitlines() if line.startswith("# "))
    assert capsys.readouterr().out == told


def test_the_rule_example_finds_its_events(tmp_path: Path) -> None:
    (rule,) = snippets("yaml")
    (tmp_path / "fr").mkdir()
    (tmp_path / "fr" / "ramming.yml").write_text(rule, "utf-8")
    (sentence,) = re.findall(r'echo "(.*?)" \| evtx --rules', README)
    document = Document(sentence, language="fr", date="2020-12-16")
    extractor = Extractor(evtx.load_rules([tmp_path]))
    (event,) = extractor.extract(document).events
    assert event.rule == "fr.attack.ram"
    (examples,) = [each for each in load_examples([builtin_rules(), tmp_path]) if each.rule == event.rule]
    assert [str(failure) for failure in try_rule(examples, extractor)] == []


def test_the_json_example_shows_what_comes(extractor: Extractor) -> None:
    shown = json.loads(snippets("json")[0])["documents"][0]["events"]
    (sentence,) = re.findall(r'echo "(.*?)" \| evtx --format json', README)
    found = extractor.extract(Document(sentence, date="2020-12-16")).events
    assert [(event["id"], event["subtype"], event["triggers"][0]["text"]) for event in shown] == [
        (event.id, event.subtype, event.triggers[0].text) for event in found
    ]
