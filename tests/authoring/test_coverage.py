"""What no example tries is tried by sentences made for it; what is not found again is told."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from evtx.authoring.bench import Bench, open_bench
from evtx.authoring.coverage import Uncovered, cover, generator
from evtx.authoring.generating.inflection import Inflector
from evtx.language.lexicon import Lexicon
from evtx.rules.locate import builtin_rules
from evtx.rules.model import Frame

RULES = """\
language: fr
event: attack
frames:
  - id: fr.attack.gaff
    summary: A ship is rammed.
    subtype: attack
    verbs: |
      éperonner
      harponner
      se cabrer contre
    nouns: |
      harponnage
      zorguage
    examples: |
      [Des pirates](attacker) [ont éperonné](trigger) [un chalutier](target).
    rejects: |
      Le rocher domine la vallée.
patterns:
  - id: fr.attack.gaffing
    summary: A ship is rammed, as an idiom.
    subtype: attack
    match: |
      {attacker:actor} @rentrer dans {target:vehicle}
      {target:vehicle} @subir un éperonnage
    examples: |
      [Des pirates](attacker) [sont rentrés](trigger) dans [un chalutier](target).
    rejects: |
      Le rocher domine la vallée.
"""


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    folder = tmp_path_factory.mktemp("mine")
    (folder / "fr").mkdir()
    (folder / "fr" / "ramming.yml").write_text(RULES, "utf-8")
    return open_bench([folder])


@pytest.fixture(scope="module")
def uncovered(bench: Bench) -> Sequence[Uncovered]:
    return cover(bench, [bench.examples["fr.attack.gaff"], bench.examples["fr.attack.gaffing"]]).uncovered


def test_a_word_that_is_found_in_a_sentence_made_for_it_is_no_news(uncovered: Sequence[Uncovered]) -> None:
    told = {part.text for part in uncovered}
    assert not told & {"éperonner", "harponner", "se cabrer contre", "harponnage"}


def test_a_word_for_which_no_sentence_can_be_made_asks_for_an_example(uncovered: Sequence[Uncovered]) -> None:
    (part,) = [part for part in uncovered if part.text == "zorguage"]
    assert (part.part, part.kind, part.sentence) == ("noun", "untried", "")
    assert part.position.line == 13
    assert "write an example" in part.outcome


def test_a_template_that_no_example_uses_is_told_with_its_line(uncovered: Sequence[Uncovered]) -> None:
    (part,) = [part for part in uncovered if part.part == "template"]
    assert part.text == "{target:vehicle} @subir un éperonnage"
    assert Path(part.position.file).read_text("utf-8").splitlines()[part.position.line - 1].strip() == part.text


def sentences(bench: Bench, id_: str) -> dict[str, str]:
    maker, rule = generator(bench, "fr"), bench.by_id[id_]
    assert maker is not None
    assert isinstance(rule, Frame)
    return dict(maker.shown(rule))


def test_a_sentence_is_made_for_each_construction_that_a_verb_takes(bench: Bench) -> None:
    made = sentences(bench, "fr.attack.gaff")
    assert made["active"] == "[Les rebelles](attacker) [ont éperonné](trigger) [les miliciens](target)."
    assert made["passive"] == "[Les miliciens](target) [ont été éperonnés](trigger) par [les rebelles](attacker)."
    assert made["relative"].startswith(
        "Les habitants connaissent [les rebelles](attacker), qui [ont éperonné](trigger)"
    )
    assert set(made) == {"active", "passive", "relative", "participle", "infinitive", "gerund"}


def test_sentences_of_speech_hold_what_is_said(bench: Bench) -> None:
    made = sentences(bench, "fr.claim.say")
    assert made["clause"] == "[Les rebelles](speaker) [ont dit](trigger) que [la route est fermée](content)."
    assert made["incise"] == "« [La route est fermée](content) », [ont dit](trigger) [les rebelles](speaker)."


def test_most_of_the_built_in_rules_is_tried_and_found_again(bench: Bench) -> None:
    coverage = cover(bench, bench.examples.values())
    assert coverage.parts > 2_000
    assert len(coverage.uncovered) / coverage.parts < 0.07


def lexicon() -> Lexicon:
    """The French full-form lexicon."""
    return Lexicon.open(builtin_rules() / "fr")


@pytest.mark.parametrize(
    ("lemma", "mood", "features", "form"),
    [
        ("bombarder", "ppas", ("fem", "pl"), "bombardées"),
        ("prendre", "ppas", ("mas", "sg"), "pris"),
        ("avoir", "ipre", ("3pl",), "ont"),
        ("être", "ipre", ("3sg",), "est"),
        ("aller", "ppre", (), "allant"),
        ("zorguer", "ppas", ("mas", "sg"), ""),
    ],
)
def test_forms_are_found_from_their_lemma(
    lemma: str, mood: str, features: Sequence[str], form: str, bench: Bench
) -> None:
    inflector = Inflector(lexicon(), bench.extractor.kit("fr").grammar.closed)
    assert inflector.verb(lemma, mood, features) == form


def test_nouns_have_their_gender_and_plural(bench: Bench) -> None:
    inflector = Inflector(lexicon(), ())
    assert inflector.noun_features("harponnage") == ("mas", "sg")
    assert inflector.noun("journal", "mas", "pl") == "journaux"
