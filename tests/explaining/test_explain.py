"""An explanation tells of every event why it is there, and of every rule that nearly fired what it wanted."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

import evtx
from evtx.document import Document
from evtx.event import Event
from evtx.explaining.filling import UNKNOWN
from evtx.explaining.values import Decision, Explanation, Miss, SentenceExplained, Told
from evtx.explaining.whole import Lines, explain
from evtx.pipeline import Extractor

DAY = "2020-12-16"
RULES = """
language: fr
event: attack
dct: 2020-12-16

frames:
  - id: fr.attack.ram
    summary: A ship is rammed.
    subtype: attack
    verbs: |
      éperonner
      rentrer dedans
    nouns: |
      abordage
    needs: target(vehicle)
    complements: |
      à coups de -> weapon
    examples: |
      [Des garde-côtes](attacker) [ont éperonné](trigger) [un chalutier](target) [lundi](date=2020-12-14).

  - id: fr.attack.ram-ship
    summary: A ship is rammed by soldiers.
    subtype: attack
    verbs: |
      éperonner
    needs: |
      attacker(fighters)
      target(vehicle)
      weapon
    examples: |
      [Des soldats](attacker) [ont éperonné](trigger) [un chalutier](target) avec [un fusil](weapon).

patterns:
  - id: fr.attack.send-down
    summary: A ship is sent to the bottom.
    event: attack
    subtype: attack
    match: |
      {attacker:actor} @saborder {target:vehicle} (corps|tête) perdu
    examples: |
      [L'armée](attacker) [saborder](trigger) [un navire](target) corps perdu.
"""


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Extractor:
    """The built-in rules with those above."""
    folder = tmp_path_factory.mktemp("rules")
    (folder / "fr").mkdir()
    (folder / "fr" / "ramming.yml").write_text(RULES, "utf-8")
    return Extractor(evtx.load_rules([folder]))


@pytest.fixture(scope="module")
def explained(own: Extractor) -> Callable[[str], Explanation]:
    def call(text: str) -> Explanation:
        return explain(Document(text, language="fr", date=DAY), own)

    return call


def only_sentence(explanation: Explanation) -> SentenceExplained:
    (sentence,) = explanation.sentences
    return sentence


def miss_of(sentence: SentenceExplained, rule: str) -> Miss:
    return next(miss for miss in sentence.misses if miss.rule.id == rule)


def told_at(explanation: Explanation, trigger: str) -> Told:
    return next(told for s in explanation.sentences for told in s.told if told.trigger.text == trigger)


def decision(told: Told, about: str) -> Decision:
    return next(one for one in told.decisions if one.about == about)


def of_samples(extractor: Extractor, path: Path) -> tuple[Explanation, tuple[Event, ...]]:
    text = path.with_name(path.name.replace(".gold.json", ".txt")).read_text("utf-8")
    document = Document(text, language="fr", date=json.loads(path.read_text("utf-8"))["dct"])
    return explain(document, extractor), extractor.extract(document).events


def test_the_events_explained_are_the_events_extracted(extractor: Extractor, samples: tuple[Path, ...]) -> None:
    for path in samples:
        explanation, events = of_samples(extractor, path)
        assert explanation.events == events, path.name


def test_every_event_of_the_samples_is_explained_to_its_last_word(
    extractor: Extractor, samples: tuple[Path, ...]
) -> None:
    vague: list[str] = []
    for path in samples:
        explanation, events = of_samples(extractor, path)
        mentions = [told for sentence in explanation.sentences for told in sentence.told]
        for event in events:
            own = [told for told in mentions if told.event == event.id]
            matches = {(m.element, m.words.start, m.words.end): m.why for told in own for m in told.matches}
            wanted = [("trigger", t.start, t.end) for t in event.triggers]
            wanted += [(a.role, a.start, a.end) for a in event.arguments]
            assert not [key for key in wanted if not matches.get(key)], (path.name, event.id)
            vague += [f"{path.name} {event.id} {key[0]}" for key in wanted if UNKNOWN in matches[key]]
            dates = [decision(told, "date") for told in own]
            assert event.date is None or event.date.edtf in [date.value for date in dates]
            assert all(one.why for told in own for one in told.decisions)
            assert all(told.written for told in own)
    assert not vague, "how these words came to their roles has no words yet in explaining/filling.py"


def test_offsets_point_into_the_text(explained: Callable[[str], Explanation]) -> None:
    text = "Avant. Des garde-côtes ont éperonné un chalutier lundi, a dit le maire."
    for sentence in explained(text).sentences:
        words = [token.words for token in sentence.tokens] + [phrase.words for phrase in sentence.phrases]
        words += [match.words for told in sentence.told for match in told.matches]
        assert all(text[one.start : one.end] == one.text for one in words)


def test_a_match_says_by_what_its_words_came_in(explained: Callable[[str], Explanation]) -> None:
    told = told_at(explained("Des garde-côtes ont éperonné un chalutier à coups de marteau."), "ont éperonné")
    why = {match.element: match.why for match in told.matches}
    assert why["trigger"] == "a form of éperonner, listed among the verbs of the rule"
    assert why["attacker"] == "subject, so the attacker; construction subject: {subject} @"
    assert why["target"] == "object, so the target; construction object: @ {object}"
    assert why["weapon"] == "after “à coups de”, by which the rule opens the weapon"
    assert (told.rule.id, told.written) == ("fr.attack.ram", "éperonner")


def test_words_are_shown_with_the_reading_chosen_and_the_others(explained: Callable[[str], Explanation]) -> None:
    tokens = only_sentence(explained("L'attaque a duré.")).tokens
    attack = next(token for token in tokens if token.words.text == "attaque")
    assert (attack.chosen.word_class, attack.chosen.lemma) == ("noun", "attaque")
    assert attack.chosen.features == ("feminine", "singular")
    assert "attaquer" in [other.lemma for other in attack.others]


def test_groups_clauses_and_quotations_are_told(explained: Callable[[str], Explanation]) -> None:
    sentence = only_sentence(explained("Le maire a dit que « la route » était coupée."))
    assert [phrase.kind for phrase in sentence.phrases][:3] == ["noun phrase", "verb", "that"]
    assert [clause.kind for clause in sentence.clauses] == ["main clause", "that-clause"]
    assert [quotation.words.text for quotation in sentence.quotations] == ["« la route »"]


def test_a_frame_that_lacks_a_role_says_which(explained: Callable[[str], Explanation]) -> None:
    miss = miss_of(only_sentence(explained("Des garde-côtes ont éperonné lundi.")), "fr.attack.ram")
    assert [(m.element, m.words.text) for m in miss.matched] == [
        ("trigger", "ont éperonné"),
        ("attacker", "Des garde-côtes"),
    ]
    assert miss.wanted == "a target (vehicle)"


def test_a_phrase_whose_type_keeps_it_from_its_role_is_named(explained: Callable[[str], Explanation]) -> None:
    miss = miss_of(only_sentence(explained("La loi a éperonné un chalutier.")), "fr.attack.ram-ship")
    assert "the subject “La loi”" in miss.wanted
    assert "cannot be its attacker" in miss.wanted


def test_a_rule_whose_other_words_are_not_there_says_which(explained: Callable[[str], Explanation]) -> None:
    miss = miss_of(only_sentence(explained("Un camion est rentré.")), "fr.attack.ram")
    assert miss.written == "rentrer dedans"
    assert miss.wanted == "the words “rentrer dedans” together, but nothing follows"


def test_a_word_read_as_something_else_says_so(explained: Callable[[str], Explanation]) -> None:
    sentence = only_sentence(explained("Le député frappe du poing sur la table, une frappe en vue."))
    assert any("as verb (frapper), but it is read as noun here" in miss.wanted for miss in sentence.misses)


def test_a_pattern_says_how_far_it_matched(explained: Callable[[str], Explanation]) -> None:
    miss = miss_of(only_sentence(explained("L'armée va saborder un navire.")), "fr.attack.send-down")
    assert [m.element for m in miss.matched] == ["{attacker:actor}", "@saborder", "{target:vehicle}"]
    assert miss.wanted == "(corps|tête) next"


def test_a_rule_that_fits_but_was_not_preferred_says_to_which(explained: Callable[[str], Explanation]) -> None:
    explanation = explained("Des soldats ont éperonné un chalutier avec un fusil.")
    sentence = only_sentence(explanation)
    first = told_at(explanation, "ont éperonné").rule.id
    other = {"fr.attack.ram", "fr.attack.ram-ship"} - {first}
    assert miss_of(sentence, other.pop()).wanted.startswith(f"to be preferred to {first}")


def test_words_that_no_rule_starts_from_are_named(explained: Callable[[str], Explanation]) -> None:
    sentence = only_sentence(explained("Le boulanger pétrit la pâte."))
    assert not sentence.read
    assert [(one.lemma, one.known) for one in sentence.silent] == [
        ("boulanger", True),
        ("pétrir", True),
        ("pâte", True),
    ]


def test_a_date_says_what_tied_it_and_how_it_was_reckoned(explained: Callable[[str], Explanation]) -> None:
    date = decision(told_at(explained("Lundi, des garde-côtes ont éperonné un chalutier."), "ont éperonné"), "date")
    assert date.value == "2020-12-14"
    assert date.why == (
        "“Lundi”: it opens the clause of the trigger; reckoned from the document's date, the last one up to 2020-12-16"
    )


def test_a_date_that_no_event_has_says_why(explained: Callable[[str], Explanation]) -> None:
    (found,) = only_sentence(explained("Il pleuvait lundi quand un chalutier a été éperonné.")).dates
    assert (found.date.edtf, found.events) == ("2020-12-14", ())
    assert "it belongs to no event: another verb or clause than that of an event governs it" in found.why


def test_polarity_and_modality_say_where_they_come_from(explained: Callable[[str], Explanation]) -> None:
    denied = told_at(explained("Les garde-côtes n'auraient pas éperonné le chalutier."), "auraient pas éperonné")
    assert decision(denied, "polarity") == Decision("polarity", "negative", "the verb is negated")
    assert decision(denied, "modality") == Decision("modality", "alleged", "the verb is conditional, as for hearsay")


def test_attribution_names_the_claim_and_its_words(explained: Callable[[str], Explanation]) -> None:
    explanation = explained("Le maire a affirmé que des garde-côtes avaient éperonné un chalutier.")
    attribution = decision(told_at(explanation, "avaient éperonné"), "attribution")
    assert (attribution.value, attribution.why) == (
        "e1",
        "in what e1 says: “des garde-côtes avaient éperonné un chalutier”",
    )


def test_an_attack_that_is_claimed_as_known_is_told_by_the_text(explained: Callable[[str], Explanation]) -> None:
    explanation = explained("L'attaque du convoi a été revendiquée par le Front du Maquis.")
    attribution = decision(told_at(explanation, "attaque"), "attribution")
    assert (attribution.value, attribution.why) == (
        "none",
        "e2 speaks of it as of something known, so the text tells it",
    )


def test_a_quotation_where_a_noun_was_wanted_is_named(explained: Callable[[str], Explanation]) -> None:
    for miss in only_sentence(explained('Le maire condamne "un acte lâche".')).misses:
        assert "is document, which does not count" not in miss.wanted


def test_a_pronoun_says_what_it_points_back_to(explained: Callable[[str], Explanation]) -> None:
    explanation = explained("La ministre a parlé.\nElle a affirmé que la route était coupée.")
    told = told_at(explanation, "a affirmé")
    speaker = next(match for match in told.matches if match.element == "speaker")
    assert speaker.resolved == "La ministre"
    assert speaker.why.endswith(
        "a pronoun (feminine singular): the nearest before it that agrees, one who spoke before a subject (line 1)"
    )


def test_mentions_of_one_event_say_what_joins_them(explained: Callable[[str], Explanation]) -> None:
    explanation = explained("Un chalutier a été éperonné par des soldats. L'abordage du chalutier a duré.")
    events = {told.event for sentence in explanation.sentences for told in sentence.told}
    if len(events) == 1:
        assert decision(told_at(explanation, "abordage"), "mentions").why.startswith("one more mention of it")
    else:
        assert decision(told_at(explanation, "abordage"), "apart from").why


def test_a_noun_that_points_back_to_nothing_is_told_and_left_out(explained: Callable[[str], Explanation]) -> None:
    explanation = explained("Cet abordage a duré.")
    told = told_at(explanation, "abordage")
    assert told.event is None
    assert explanation.events == ()
    why = decision(told, "mentions").why
    assert why.startswith("for an event by itself the rule wanted a")
    assert why.endswith("so the noun points back, but to no event near before it")


def test_a_line_is_explained_in_the_light_of_the_whole_text(extractor: Extractor) -> None:
    text = "La ministre a parlé.\n\nElle a affirmé que la route était coupée.\nUn autre jour."
    whole = explain(Document(text, language="fr"), extractor)
    line = explain(Document(text, language="fr"), extractor, Lines(3, 3))
    assert line.sentences == tuple(sentence for sentence in whole.sentences if sentence.line == 3)
    assert [event.id for event in line.events] == ["e1"]


def test_a_very_long_text_is_explained_at_its_place(extractor: Extractor) -> None:
    filling = "Le boulanger pétrit la pâte. L'armée a bombardé Kafra.\n" * 2_000
    text = f"{filling}L'armée a bombardé la base de Tarout."
    document = Document(text, language="fr", date=DAY)
    line = text.count("\n") + 1
    explanation = explain(document, extractor, Lines(line, line))
    (event,) = explanation.events
    assert event == extractor.extract(document).events[-1]
    assert explanation.sentences[0].told[0].trigger == event.triggers[0]


@pytest.mark.parametrize(
    "text",
    [
        ".",
        "« »",
        "\ufeffL'armée a tiré.\r\n\r\nLe maire l'a dit.\0",
        "\ud800 L'armée a tiré \udfff",
        "« “ « L'armée a bombardé Kafra",
        "L'armée, " * 300,
        "dit que " * 300,
        "attaque contre " * 300,
        "lundi " * 300 + "il a tiré",
        "fait faire tuer " * 300,
    ],
)
def test_texts_that_nobody_would_write_are_explained_as_they_are_read(text: str, extractor: Extractor) -> None:
    document = Document(text, language="fr", date=DAY)
    assert explain(document, extractor).events == extractor.extract(document).events
