"""Whether a rule of an id can be begun, and what its skeleton needs to know."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from evtx.authoring.bench import place
from evtx.authoring.scope import scope_of
from evtx.authoring.skeleton import NewRule
from evtx.rules.checking import Loaded
from evtx.rules.diagnostics import did_you_mean
from evtx.rules.frames import is_rule_id
from evtx.rules.loading import load_sound
from evtx.rules.locate import builtin_rules
from evtx.rules.model import EventType, Frame, Pattern

_TAKEN = "choose another name, change that rule, or name a folder of your own in which to replace it"
_PLAIN_DATE = "2020-12-16"


class Refusal(NamedTuple):
    """Why no rule can be begun, and what to do instead."""

    message: str
    help: str


def begin(id_: str, kind: str, subtype: str | None, folders: Sequence[Path]) -> NewRule | Refusal:
    """What the skeleton of a rule needs, taken from the rules in these folders and the built-in ones.

    Files that have errors are left out: somebody who begins a second rule has not filled in the first.
    """
    present = [folder for folder in folders if folder.exists()]
    loaded = load_sound((builtin_rules(), *(folder for folder in scope_of(folders).folders if folder.exists())))
    if not is_rule_id(id_):
        return Refusal(
            f"{id_!r} is no id of a rule", "write LANGUAGE.EVENT.NAME in small letters, such as fr.attack.ram"
        )
    language, name, *_ = id_.split(".")
    events = {event.id: event for event in loaded.rules.events}
    if name not in events:
        return Refusal(f"unknown event type {name!r} in {id_}", did_you_mean(name, events))
    there, builtin = written_at(id_, present), standing(id_, loaded)
    if there or (builtin and not folders):
        return Refusal(f"there is a rule {id_} already, at {there or builtin}", _TAKEN)
    event = events[name]
    if subtype is not None and subtype not in event.subtypes:
        return Refusal(f"{name} has no subtype {subtype!r}", did_you_mean(subtype, event.subtypes))
    chosen = subtype or event.generic or event.subtypes[0]
    sample_of, sample, dct = like(language, event, chosen, kind, loaded)
    return NewRule(id_, language, event, kind, chosen, dct or _PLAIN_DATE, sample, sample_of, builtin)


def standing(id_: str, loaded: Loaded) -> str:
    """Where a rule of this id stands, empty when there is none."""
    rules: list[Frame | Pattern] = [*loaded.rules.frames, *loaded.rules.patterns]
    return next((place(rule.position.file, rule.position.line) for rule in rules if rule.id == id_), "")


def written_at(id_: str, folders: Sequence[Path]) -> str:
    """Where a rule of this id is written in these folders or files, filled in or not; empty when it is not."""
    written = re.compile(rf"^\s*(?:-\s*)?id:\s*{re.escape(id_)}\s*(?:#.*)?$")
    files = [file for folder in folders for file in ([folder] if folder.is_file() else sorted(folder.rglob("*.yml")))]
    lines = ((file, number, line) for file in files for number, line in enumerate(_lines_of(file), 1))
    return next((place(str(file), number) for file, number, line in lines if written.match(line)), "")


def _lines_of(file: Path) -> list[str]:
    try:
        return file.read_text("utf-8", "replace").splitlines()
    except OSError:
        return []


def like(language: str, event: EventType, subtype: str, kind: str, loaded: Loaded) -> tuple[str, str, str]:
    """The id of a rule of the same kind and event type, of the same subtype if any, its first example and its dct."""
    rules = loaded.rules.frames if kind == "frame" else loaded.rules.patterns
    examples = {found.rule: found for found in loaded.examples if found.examples}
    fitting = [rule for rule in rules if (rule.language, rule.event) == (language, event.id) and rule.id in examples]
    best = next((rule for rule in fitting if rule.subtype == subtype), fitting[0] if fitting else None)
    if best is None:
        return "", "", ""
    return best.id, examples[best.id].examples[0].line_text, examples[best.id].dct
