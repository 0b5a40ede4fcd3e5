"""`evtx rules mark`: a text becomes examples that pass."""

from __future__ import annotations

import json

from .conftest import Evtx

TEXT = "Mardi, l'armée a bombardé le village [sic] de Kafra. Il pleut. « Nous tirons », a-t-elle dit."


def test_each_event_is_a_line_and_a_sentence_without_one_stays_plain(evtx: Evtx) -> None:
    outcome = evtx("rules", "mark", TEXT, "--date", "2020-12-16")
    assert outcome.code == 0
    assert outcome.out.splitlines() == [
        "[Mardi](date=2020-12-15), [l'armée](attacker) [a bombardé](trigger) [le village](target) \\[sic\\] de Kafra.",
        "Il pleut.",
        "« [Nous tirons](content) », [a-t-[elle](speaker) dit](trigger).",
    ]


def test_which_rule_a_line_belongs_to_is_told_beside_it(evtx: Evtx) -> None:
    told = evtx("rules", "mark", TEXT, "--date", "2020-12-16").err
    assert told.splitlines() == [
        "dates are read against dct: 2020-12-16",
        "fr.attack.shell (attack/shelling):",
        "no event:",
        "fr.claim.say (claim/statement):",
    ]


def test_what_other_words_supply_is_not_marked_and_told(evtx: Evtx) -> None:
    outcome = evtx("rules", "mark", "L'armée a accusé la milice d'avoir bombardé le village.")
    assert outcome.out.splitlines()[1] == (
        "L'armée a accusé la milice d'[avoir bombardé](trigger) [le village](target)."
    )
    assert "attacker 'la milice' is implied: other words supply it, and it needs no mark" in outcome.err


def test_piped_text_is_marked_and_programs_get_an_object(evtx: Evtx) -> None:
    marked = json.loads(evtx("rules", "mark", "-f", "json", pipe=TEXT.encode()).out)
    assert [len(sentence["examples"]) for sentence in marked["sentences"]] == [1, 0, 1]
    first = marked["sentences"][0]
    assert first["text"].startswith("Mardi")
    assert first["examples"][0]["rule"] == "fr.attack.shell"


def test_a_text_that_cannot_be_read_is_told(evtx: Evtx) -> None:
    outcome = evtx("rules", "mark", "The man has said that he was in the house with the others.")
    assert (outcome.code, outcome.out) == (0, "")
    assert "no rules for the language 'en'" in outcome.err
    assert evtx("rules", "mark", " ").err == "evtx: warning: there is no text in it\n"
    assert evtx("rules", "mark", pipe=b"\0\1").code == 5
    assert evtx("rules", "mark", TEXT, "--date", "soon").code == 2
    assert evtx("rules", "mark", TEXT, "--lang", "xx").code == 2
