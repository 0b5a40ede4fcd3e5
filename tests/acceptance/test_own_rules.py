"""Rules of one's own: a fourth type of event in two languages, rules that win, are replaced or switched off."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import evtx
from evtx.authoring.bench import open_bench
from evtx.authoring.testing import run_tests
from evtx.cli.commands import run
from evtx.rendering.schema import output_schema

ARRESTS = Path(__file__).parents[2] / "docs" / "arrests"
FRENCH = (
    "Selon la police, deux hommes auraient été arrêtés lundi à Gao. Le maire n'a pas été interpellé. "
    "Les insurgés ont attaqué le poste de Sofara."
)
ENGLISH = (
    "The army detained two armed men at the Kafra checkpoint on Monday. The men were not arrested for smuggling. "
    "Police did not arrest the minister. Three traders will be released tomorrow. "
    "He may be arrested by the customs. A former judge, who was arrested in March 2019, was released yesterday."
)


@pytest.fixture
def texts(tmp_path: Path) -> list[str]:
    """Two articles, one in each language."""
    paths = [tmp_path / name for name in ("fr.txt", "en.txt")]
    for path, text in zip(paths, (FRENCH, ENGLISH), strict=True):
        path.write_text(text, encoding="utf-8")
    return list(map(str, paths))


def output(capsysbinary: pytest.CaptureFixture[bytes], *arguments: str) -> str:
    """What a run with the rules about arrests writes."""
    assert run(["extract", "--rules", str(ARRESTS), "--date", "2020-12-16", *arguments]) == 0
    return capsysbinary.readouterr().out.decode()


def test_the_examples_of_both_languages_pass() -> None:
    bench = open_bench([ARRESTS])
    own = [examples for examples in bench.examples.values() if examples.event == "arrest"]
    assert {examples.language for examples in own} == {"fr", "en"}
    assert not run_tests(own, bench).errors


def test_no_python_is_needed_for_them() -> None:
    assert {path.suffix for path in ARRESTS.rglob("*.*")} == {".yml"}


def test_a_new_type_has_modality_polarity_and_attribution_like_any_other() -> None:
    rules = evtx.load_rules([ARRESTS])
    found = evtx.Extractor(rules).extract(evtx.Document(FRENCH, language="fr", date="2020-12-16"))
    claim, alleged, denied, _ = found.events
    assert (alleged.type, alleged.modality, alleged.attribution) == ("arrest", "alleged", (claim.id,))
    assert alleged.date is not None
    assert alleged.date.edtf == "2020-12-14"
    assert (denied.polarity, [(a.role, a.text) for a in denied.arguments]) == ("negative", [("suspect", "Le maire")])


def test_a_new_language_needs_no_lexicon() -> None:
    rules = evtx.load_rules([ARRESTS])
    found = evtx.Extractor(rules).extract(evtx.Document(ENGLISH, date="2020-12-16"))
    told = [(e.subtype, e.polarity, e.modality, e.date.edtf if e.date else None) for e in found.events]
    assert found.language == "en"
    assert told == [
        ("arrest", "positive", "asserted", "2020-12-14"),
        ("arrest", "negative", "asserted", None),
        ("arrest", "negative", "asserted", None),
        ("release", "positive", "planned", "2020-12-17"),
        ("arrest", "positive", "possible", None),
        ("arrest", "positive", "asserted", "2019-03"),
        ("release", "positive", "asserted", "2020-12-15"),
    ]


def test_without_rules_of_its_own_a_language_is_not_read() -> None:
    found = evtx.extract(ENGLISH)
    assert (found.events, found.warnings) == ((), ("there are no rules for the language 'en'",))


def test_what_a_language_lacks_is_told(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "events.yml").write_text((ARRESTS / "events.yml").read_text("utf-8"), encoding="utf-8")
    (tmp_path / "en" / "arrests.yml").write_text((ARRESTS / "en" / "arrests.yml").read_text("utf-8"), encoding="utf-8")
    found = evtx.Extractor(evtx.load_rules([tmp_path])).extract(evtx.Document(ENGLISH))
    assert found.warnings == (
        "the rules for the language 'en' cannot be used without constructions.yml and grammar.yml",
    )


def test_the_table_has_a_part_of_its_own(texts: list[str], capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    shown = output(capsysbinary, *texts)
    assert "Arrest (2)" in shown
    assert "Arrest (7)" in shown
    assert "Suspect" in shown
    assert shown.index("Attacks (1)") < shown.index("Arrest (2)")


def test_json_holds_it_and_keeps_to_the_schema(texts: list[str], capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    written: dict[str, Any] = json.loads(output(capsysbinary, "-f", "json", *texts))
    jsonschema.validate(written, output_schema())
    types = [[event["type"] for event in document["events"]] for document in written["documents"]]
    assert types == [["claim", "arrest", "arrest", "attack"], ["arrest"] * 7]


def test_csv_holds_it(texts: list[str], capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    rows = list(csv.DictReader(io.StringIO(output(capsysbinary, "-f", "csv", *texts))))
    [alleged] = [row for row in rows if row["type"] == "arrest" and row["modality"] == "alleged"]
    assert (alleged["place"], alleged["other"], alleged["according_to"]) == ("Gao", "suspect: deux hommes", "la police")


@pytest.mark.parametrize("form", ["table", "json", "jsonl", "csv"])
def test_it_can_be_asked_for(form: str, texts: list[str], capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    shown = output(capsysbinary, "-f", form, "--type", "arrest", texts[0])
    assert "deux hommes" in shown
    assert "insurgés" not in shown


def test_dates_are_found_in_the_new_language(texts: list[str], capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert run(["dates", "--rules", str(ARRESTS), "--date", "2020-12-16", texts[1], "-f", "json"]) == 0
    assert b'"2019-03"' in capsysbinary.readouterr().out


OWN = """\
language: fr
event: attack
frames:
  - id: fr.attack.own-shelling
    summary: A rule of one's own with a verb that built-in rules have.
    subtype: clash
    verbs: bombarder
"""


def rule_at_work(folders: list[Path], text: str = "L'armée a bombardé le village de Kafra.") -> list[tuple[str, str]]:
    """The rules and subtypes of the attacks in a text."""
    found = evtx.Extractor(evtx.load_rules(folders)).extract(evtx.Document(text, language="fr"))
    return [(event.rule, event.subtype) for event in found.events]


def folder(path: Path, content: str) -> Path:
    """A folder with one file of French rules."""
    (path / "fr").mkdir(parents=True)
    (path / "fr" / "own.yml").write_text(content, encoding="utf-8")
    return path


def test_the_later_folder_wins_where_two_rules_fit(tmp_path: Path) -> None:
    [(built_in, _)] = rule_at_work([])
    own = folder(tmp_path / "a", OWN)
    assert rule_at_work([own]) == [("fr.attack.own-shelling", "clash")]
    last = folder(tmp_path / "b", OWN.replace("own-shelling", "last").replace("clash", "arson"))
    assert rule_at_work([own, last]) == [("fr.attack.last", "arson")]
    assert built_in != "fr.attack.own-shelling"


def test_a_noun_or_a_pattern_of_a_later_folder_wins_too(tmp_path: Path) -> None:
    text = "Le bombardement de Kafra par l'armée a fait quatre morts."
    own = folder(tmp_path / "a", OWN.replace("verbs: bombarder", "nouns: bombardement"))
    assert ("fr.attack.own-shelling", "clash") in rule_at_work([own], text)
    pattern = OWN.replace("frames:", "patterns:").replace("verbs: bombarder", "match: '{attacker} @bombarder {target}'")
    own = folder(tmp_path / "b", pattern)
    assert rule_at_work([own]) == [("fr.attack.own-shelling", "clash")]
    last = folder(tmp_path / "c", OWN.replace("own-shelling", "last"))
    assert rule_at_work([own, last]) == [("fr.attack.last", "clash")]


def test_a_rule_can_be_replaced_and_switched_off(tmp_path: Path) -> None:
    [(built_in, subtype)] = rule_at_work([])
    replaced = folder(tmp_path / "a", OWN.replace("fr.attack.own-shelling", built_in))
    assert rule_at_work([replaced]) == [(built_in, "clash")] != [(built_in, subtype)]
    off = folder(tmp_path / "b", f"language: fr\noff: |\n  {built_in}\n")
    assert built_in not in {rule for rule, _ in rule_at_work([off])}
    assert built_in not in open_bench([off]).examples
    again = folder(tmp_path / "c", OWN.replace("fr.attack.own-shelling", built_in))
    assert rule_at_work([off, again]) == [(built_in, "clash")]


def test_words_may_be_added_to_the_lexicon(tmp_path: Path) -> None:
    own = folder(tmp_path / "a", OWN.replace("bombarder", "kalacher"))
    text = "Les soldats ont kalaché le village de Kafra."
    assert rule_at_work([own], text) == []
    (own / "fr" / "words.yml").write_text(
        "language: fr\ncolumns:\n  verb: infinitive present past participle\nwords:\n  verb: |\n"
        "    kalacher: kalache kalacha kalaché\n",
        encoding="utf-8",
    )
    assert rule_at_work([own], text) == [("fr.attack.own-shelling", "clash")]
