"""Every kind of mistake in a rule file is reported at its place: § stands before it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from evtx.rules.declarations import DECLARATIONS
from evtx.rules.diagnostics import Diagnostic

Problems = Callable[[str, "str | bytes"], tuple[Diagnostic, ...]]

TOP = "language: fr\nevent: attack\n"
FRAME = TOP + "frames:\n  - id: fr.attack.x\n    summary: X.\n    subtype: raid\n    verbs: frapper\n"
PATTERN = TOP + "patterns:\n  - id: fr.attack.x\n    summary: X.\n    subtype: raid\n    match: |\n"


def frame(line: str) -> str:
    """A file with one frame, this line its last."""
    return f"{FRAME}    {line}\n"


def block(key: str, *lines: str) -> str:
    """A file with one frame whose last key holds these lines."""
    return FRAME + "".join(f"      {line}\n" for line in (f"{key}: |", *lines)).removeprefix("  ")


def pattern(*lines: str, phrases: str = "") -> str:
    """A file with one pattern of these templates, and these phrases."""
    return PATTERN + "".join(f"      {line}\n" for line in lines) + (f"phrases:\n{phrases}" if phrases else "")


RULES: list[tuple[str, str]] = [
    ("E102", "language: fr\nevent: §\tattack\n"),
    ("E102", "language: fr\n§\tevent: attack\n"),
    ("E103", "language: fr§\x07\n"),
    ("E103", "language:§\u2028fr\n"),
    ("E103", "language: fr§\revent: attack\n"),
    ("E104", "language: fr\nsummary: a text§: with a colon\n"),
    ("E104", "language: fr\nevent: [attack\n§"),
    ("E105", "§"),
    ("E105", "§\n# nothing but a remark\n"),
    ("E107", TOP + "frames:\n  " + "[" * 11 + "§" + "[" * 20 + "]" * 31 + "\n"),
    ("E108", FRAME.replace("language: ", "language: §!!str ")),
    ("E108", FRAME.replace("event: ", "event: §!mine ")),
    ("E109", "language: fr\nevent: §&a attack\n"),
    ("E110", FRAME + "§language: en\n"),
    ("E110", frame("§id: fr.attack.y")),
    ("E111", FRAME + "§---\nlanguage: fr\n"),
    ("E112", frame("§exemples: |\n      Bonjour.")),
    ("E112", FRAME + "§frame: x\n"),
    ("E113", "§" + FRAME.removeprefix("language: fr\n")),
    ("E113", "§" + TOP),
    ("E113", TOP + "frames:\n  - §summary: X.\n    subtype: raid\n    verbs: frapper\n"),
    ("E113", FRAME.replace("event: attack\n", "").replace("id:", "§id:")),
    ("E114", "§- a list\n"),
    ("E114", TOP + "frames: §none\n"),
    ("E114", TOP + "frames:\n  - §a text\n"),
    ("E114", frame("nouns: §[tir]")),
    ("E114", FRAME + "? §[a, b]\n: c\n"),
    ("E114", FRAME + "phrases:\n  strike: §[a]\n"),
    ("E115", frame("nouns:§")),
    ("E115", TOP + "frames: §[]\n"),
    ("E117", FRAME.replace("language: fr", "language: §en").replace("fr.", "en.")),
    ("E201", pattern("§(un|des @raid")),
    ("E201", pattern("@raid", "@raid un§)")),
    ("E201", pattern("@raid §[contre")),
    ("E201", pattern("@raid §]")),
    ("E202", pattern("@raid §(un||des)")),
    ("E202", pattern("@raid §[]")),
    ("E202", pattern("§@raid | @attaque")),
    ("E202", block("nouns", "tir", "§[raid]")),
    ("E203", pattern("§<strke> @raid", phrases="  strike: mener\n")),
    ("E203", pattern("@raid", phrases="  strike: mener §<raid>\n")),
    ("E204", pattern("@<a>", phrases="  a: un raid §<a>\n")),
    ("E207", pattern("§mener un raid")),
    ("E207", pattern("§[@mener] un raid")),
    ("E207", pattern("§(@mener|faire) un raid")),
    ("E208", pattern("§@mener un @raid")),
    ("E209", pattern("@raid §$ un")),
    ("E209", pattern("§@{target} raid")),
    ("E209", pattern("raid§(s|t) @un")),
    ("E209", pattern("@raid §{}")),
    ("E209", pattern("@raid §{target:}")),
    ("E210", pattern("@raid " + "[" * 16 + "§[x" + "]" * 17)),
    ("E210", FRAME.replace("frapper", "§a (b|c) (d|e) (f|g) (h|i) (j|k) (l|m) (n|o) (p|q)")),
    ("E211", pattern("§{attacker} ... <any> ... <any> @mener ... <any> ... <any> ... raid")),
    ("E301", FRAME.replace("fr.attack.x", "§Shelling of towns")),
    ("E301", FRAME.replace("fr.attack.x", "§en.attack.x")),
    ("E302", FRAME.replace("fr.attack.x", "§fr.attack.shell")),
    ("E302", FRAME + "phrases:\n  §verb: un\n"),
    ("E303", FRAME.replace("event: attack", "event: §atack")),
    ("E303", frame("event: §nothing")),
    ("E303", pattern("@raid {target:event(§raids)}")),
    ("E304", FRAME.replace("raid", "§airstrike")),
    ("E305", frame("subject: §atacker")),
    ("E305", frame("object: target|§victim")),
    ("E305", block("needs", "attacker | §victim")),
    ("E305", block("complements", "avec -> §tool")),
    ("E305", block("light", "mener -> subject §victim")),
    ("E305", pattern("@raid {§victim}")),
    ("E306", pattern("@raid {target:place|§hill}")),
    ("E306", block("needs", "attacker(actor|§hill)")),
    ("E306", block("complements", "avec, par -> weapon(§gun)")),
    ("E307", frame("takes: active §quote")),
    ("E308", frame("modality: §planed")),
    ("E308", frame("polarity: §no")),
    ("E309", FRAME.replace("frames:", "dct: §2020-02-30\nframes:")),
    ("E309", FRAME.replace("frames:", "dct: §hier\nframes:")),
    ("E310", FRAME.replace("id:", "§id:").replace("    verbs: frapper\n", "")),
    ("E311", FRAME.replace("frapper", "frapper §{target}")),
    ("E311", FRAME.replace("frapper", "frapper§, tirer")),
    ("E311", FRAME.replace("frapper", "frapper §=une")),
    ("E312", block("complements", "§avec weapon")),
    ("E312", block("complements", "à l'aide de -> weapon", "§avec, -> weapon")),
    ("E313", block("needs", "§target(place")),
    ("E313", block("needs", "target |§")),
    ("E314", block("light", "mener -> subject attacker", "§viser -> target")),
    ("E315", frame("inside: §alleged")),
    ("E316", FRAME + "off: |\n  §fr.attack.shell\n"),
    ("E401", block("examples", "§[Il [a frappé](trigger).")),
    ("E401", block("examples", "Il a frappé§](trigger).")),
    ("E402", block("examples", "Il [a frappé§] (trigger).")),
    ("E402", block("examples", "Il [a frappé§]().")),
    ("E403", block("examples", "[Il](§atacker) [a frappé](trigger).")),
    ("E404", block("examples", "§Il a frappé.")),
    ("E404", block("gaps", "Rien.", "[Il](trigger) [frappe](§trigger).")),
    ("E405", block("examples", "Il [a frappé](trigger) [](§target).")),
    ("E406", block("examples", "Il [a frappé](trigger) [hier](§date).")),
    ("E406", block("examples", "Il [a frappé](trigger) [lundi](§date=lundi).")),
    ("E407", block("examples", "Il [a frappé](§trigger=x).")),
    ("E408", block("rejects", "§Il [a frappé](trigger).")),
    ("E406", block("examples", "Il [a frappé](trigger) [hier](§date=2020-02-30).")),
    ("E409", block("examples", "I[l](§attacker) [a frappé](trigger).")),
    ("E409", block("examples", "Il [a frapp](§trigger)é.")),
    ("E409", block("examples", "Il [a frappé ](§trigger)fort.")),
    ("E410", block("examples", "[[Il](attacker)](§attacker) [a frappé](trigger).")),
]


def place(marked: str) -> tuple[str, int, int]:
    """A text without its mark, and the line and column of the mark."""
    before, _, after = marked.partition("§")
    return before + after, before.count("\n") + 1, len(before) - before.rfind("\n")


@pytest.mark.parametrize(("code", "marked"), RULES, ids=[f"{code}-{n}" for n, (code, _) in enumerate(RULES)])
def test_a_mistake_in_a_rule_file_is_reported_at_its_place(code: str, marked: str, problems_of: Problems) -> None:
    content, line, column = place(marked)
    found = problems_of("fr/other.yml", content)
    assert [(p.code, p.line, p.column) for p in found if p.path.endswith("other.yml")] == [(code, line, column)]
    assert found[0].excerpt == (content.split("\n")[line - 1] if line <= content.count("\n") else "")


EVENT = """\
types:
  leaves: person place
  unions:
    actor: person
events:
  - id: sale
    summary: Something sold.
    generic: retail
    subtypes: retail
    subject: seller
    object: none
    takes: active
    roles:
      - name: seller
        types: actor
        summary: who sells
"""
EVENTS = [
    ("E301", EVENT.replace("id: sale", "id: §A Sale")),
    ("E302", EVENT + EVENT[EVENT.index("  - id") :].replace("id: sale", "id: §sale")),
    ("E302", EVENT + "      - name: §seller\n        types: actor\n        summary: X.\n"),
    ("E302", EVENT.replace("    actor: person", "    actor: person\n    §place: person")),
    ("E304", EVENT.replace("generic: retail", "generic: §barter")),
    ("E305", EVENT.replace("subject: seller", "subject: §buyer")),
    ("E306", EVENT.replace("actor: person", "actor: person §robot")),
    ("E306", EVENT.replace("types: actor", "types: actor §robot")),
    ("E307", EVENT.replace("takes: active", "takes: active §quote")),
    ("E112", EVENT.replace("generic", "§generik")),
    ("E113", EVENT.replace("- name: seller", "- §name: seller").replace("        summary: who sells\n", "")),
    ("E114", EVENT.replace("actor: person", "actor: §[person]")),
]


@pytest.mark.parametrize(("code", "marked"), EVENTS, ids=[f"{code}-{n}" for n, (code, _) in enumerate(EVENTS)])
def test_a_mistake_in_an_events_file_is_reported_at_its_place(code: str, marked: str, problems_of: Problems) -> None:
    content, line, column = place(marked)
    found = [p for p in problems_of("events.yml", content) if p.path.endswith("events.yml")]
    assert [(p.code, p.line, p.column) for p in found] == [(code, line, column)]


CONSTRUCTIONS = """\
language: fr
before:
  - id: subject
    applies: finite passive
    match: |
      {subject*} [,] qui <verb> @
after:
  - id: object
    applies: finite
    events: attack
    match: |
      @ {object}
incise:
  - id: incise
    applies: finite
    match: |
      {content:before} , @ {subject}
complements:
  attack: |
    avec -> weapon
noun_complements:
  attack: |
    de -> target(place)
"""
CONSTRUCTIONS += "".join(
    f"{key.name}: dans\n"
    for key in DECLARATIONS["constructions"]
    if key.required and f"\n{key.name}:" not in f"\n{CONSTRUCTIONS}"
)
GRAMMAR = "language: fr\nclasses:\n  of: de\nof: de\nto: à\n"
SPECIAL = [
    (
        "E302",
        "fr/constructions.yml",
        CONSTRUCTIONS.replace("after:", "  - id: §subject\n    applies: gerund\n    match: |\n      @\nafter:"),
    ),
    ("E303", "fr/constructions.yml", CONSTRUCTIONS.replace("events: attack", "events: §atack")),
    ("E303", "fr/constructions.yml", CONSTRUCTIONS.replace("  attack: |\n    avec", "  §atack: |\n    avec")),
    ("E305", "fr/constructions.yml", CONSTRUCTIONS.replace("{object}", "{§objet}")),
    ("E305", "fr/constructions.yml", CONSTRUCTIONS.replace("-> weapon", "-> §wepon")),
    ("E308", "fr/constructions.yml", CONSTRUCTIONS.replace("finite passive", "finite §pasive")),
    ("E203", "fr/constructions.yml", CONSTRUCTIONS.replace("<verb>", "§<verbe>")),
    ("E114", "fr/constructions.yml", CONSTRUCTIONS.replace("  attack: |\n    avec -> weapon", "  attack: §[avec]")),
    ("E117", "fr/constructions.yml", CONSTRUCTIONS.replace("language: fr", "language: §en")),
    ("E112", "fr/grammar.yml", "language: fr\nclasses:\n  of: de\nof: de\nto: à\n§elision: l d\n"),
    (
        "E317",
        "fr/grammar.yml",
        GRAMMAR.replace("of: de\nto", "§article: le\nof: de\nto").replace("  of: de\n", "  ", 1),
    ),
    ("E317", "fr/grammar.yml", GRAMMAR + "priority: noun §verbs\n"),
    ("E317", "fr/grammar.yml", GRAMMAR + "readings: |\n  ~noun _(du des) of? -> noun §det\n"),
    ("E318", "fr/grammar.yml", GRAMMAR + "readings: |\n  §noun -> verb\n"),
    ("E318", "fr/grammar.yml", GRAMMAR + "modals: |\n  pouvoir -> possible\n  §devoir planned\n"),
    ("E308", "fr/grammar.yml", GRAMMAR + "modals: |\n  pouvoir -> §posible\n"),
    ("E114", "fr/grammar.yml", GRAMMAR.replace("  of: de", "  of: §[de]")),
    ("E306", "fr/names.yml", "language: fr\nnouns:\n  - type: §robot\n    words: |\n      androïde\n"),
    ("E306", "names/arms.yml", "names:\n  - type: §gun\n    names: |\n      AK\n"),
    ("E112", "names/arms.yml", "§name:\n  - type: weapon\n    names: |\n      AK\n"),
    ("E114", "fr/header.yml", "§- a list\n"),
    (
        "E308",
        "fr/dates.yml",
        "language: fr\nwords:\n  month: x\nfamilies:\n  - id: fr.date.x\n    summary: X.\n    reads: x\n"
        "    alone: §never\n    match: |\n      {month}\n",
    ),
]


@pytest.mark.parametrize(("code", "name", "marked"), SPECIAL, ids=[f"{c}-{n}" for n, (c, *_) in enumerate(SPECIAL)])
def test_a_mistake_in_a_special_file_is_reported_at_its_place(
    code: str, name: str, marked: str, problems_of: Problems
) -> None:
    content, line, column = place(marked)
    assert [(p.code, p.line, p.column) for p in problems_of(name, content)] == [(code, line, column)]


def test_a_sound_constructions_file_has_no_problems(problems_of: Problems) -> None:
    assert problems_of("fr/constructions.yml", CONSTRUCTIONS) == ()
