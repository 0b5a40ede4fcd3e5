"""`evtx rules show`: one rule in full."""

from __future__ import annotations

import json

from .conftest import Evtx


def test_a_frame_shows_its_words_and_what_they_give(evtx: Evtx) -> None:
    outcome = evtx("rules", "show", "fr.attack.shot")
    assert (outcome.code, outcome.err) == (0, "")
    head, summary, *_ = outcome.out.splitlines()
    assert head.startswith("fr.attack.shot · frame · attack/shelling · ")
    assert "attacks.yml:" in head
    assert summary.endswith(".")
    for part in ("Nouns\n  tir, lancement, jet\n", "subject: attacker", "Light verbs\n", "Examples\n", "Rejects\n"):
        assert part in outcome.out


def test_a_pattern_shows_its_templates_as_written_and_the_phrases_in_them(evtx: Evtx) -> None:
    shown = evtx("rules", "show", "fr.delivery.suspended").out
    assert "@<delivery> de {cargo:weapon|materiel|vehicle}" in shown
    assert "<stop> (suspendre|" in shown
    assert "<sale>" not in shown
    assert "modality: planned" in shown


def test_a_long_line_is_not_cut_when_piped(evtx: Evtx) -> None:
    template = (
        "(suspension|gel|annulation|refus|arrêt|interruption|blocage) @<delivery> de {cargo:weapon|materiel|vehicle}"
    )
    lines = evtx("rules", "show", "fr.delivery.suspended").out.splitlines()
    assert any(line.startswith(f"  {template}") for line in lines)


def test_programs_get_an_object(evtx: Evtx) -> None:
    shown = json.loads(evtx("rules", "show", "fr.attack.shell", "-f", "json").out)
    assert (shown["id"], shown["kind"], shown["event"]) == ("fr.attack.shell", "frame", "attack")
    assert "bombarder" in shown["verbs"]
    assert "passive" in shown["takes"]
    assert shown["arguments"]["object"] == "target"
    assert {type(example["line"]) for example in shown["examples"]} == {int}


def test_an_id_that_is_nearly_right_names_the_right_one(evtx: Evtx) -> None:
    for written in ("fr.attack.shel", "shell", "attack.shell", "fr.atack.shell"):
        outcome = evtx("rules", "show", written)
        assert (outcome.code, outcome.out) == (2, "")
        assert "did you mean fr.attack.shell" in outcome.err


def test_an_id_that_is_far_from_all_shows_the_way_to_the_list(evtx: Evtx) -> None:
    outcome = evtx("rules", "show", "xyz")
    assert outcome.err == "evtx: error: there is no rule 'xyz'\n  help: evtx rules list shows all of them\n"
