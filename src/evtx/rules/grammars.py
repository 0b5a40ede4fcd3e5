"""`grammar.yml`: whether the word classes that it names exist, and its lines are such as the tokens' room reads."""

from __future__ import annotations

import re
from collections.abc import Iterable

from evtx.rules.declarations import MODALITIES, READINGS
from evtx.rules.diagnostics import Piece, Problems, did_you_mean
from evtx.rules.positions import Scalar, Table

_NAMED = re.compile(r"[^\s/~?()]+")
_IN_BRACKETS = re.compile(r"_\([^()]*\)")
_CAUSED = "caused"
_COURSE = re.compile(r"\s*(?:awaited|shared)\s")


def check_grammar(root: Table, problems: Problems) -> None:
    """Report unknown word classes and modalities, and lines that are none of their kind."""
    for key in ("classes", "locutions"):
        _check_classes(root.get(key), problems)
    _check_named(root.words("priority"), problems)
    for line in root.lines("readings"):
        _check_reading(line, problems)
    for line in root.lines("modals"):
        _check_modal(line, problems)


def _check_classes(node: object, problems: Problems) -> None:
    for entry in node.entries if isinstance(node, Table) else ():
        _check_named([entry.key], problems)
        if not isinstance(entry.value, Scalar):
            problems.report("E114", entry.value.at, "words are wanted here", "write them with spaces between them")


def _check_named(names: Iterable[Piece], problems: Problems) -> None:
    for name in names:
        if name.text not in READINGS:
            help = did_you_mean(name.text, READINGS)
            problems.report("E317", name, f"{name.text!r} is no class of words", help)


def _check_reading(line: Piece, problems: Problems) -> None:
    context, arrow, _ = line.text.partition("->")
    bare = _IN_BRACKETS.sub(lambda found: "_" + " " * (len(found[0]) - 1), context)
    bare = _COURSE.sub(lambda found: " " * len(found[0]), bare, count=1) if _COURSE.match(bare) else bare
    if not arrow or len(re.findall(r"(?:^|\s)_(?=\s|$)", bare)) != 1:
        help = "write `LEFT _ RIGHT -> classes`, for example `determiner _ -> noun adjective`"
        problems.report("E318", line, "not a line that chooses a reading", help)
        return
    sides = (line.part(0, 0)._replace(text=bare), line.part(len(context) + 2))
    for side in sides:
        names = (side.part(found.start(), found.end()) for found in _NAMED.finditer(side.text))
        _check_named((name for name in names if name.text != "_"), problems)


def _check_modal(line: Piece, problems: Problems) -> None:
    verbs, *modality = line.split("->")
    if len(modality) != 1 or not all(verb.text for verb in verbs.split(",")):
        help = "write `verb, verb -> modality`, for example `may -> possible`"
        problems.report("E318", line, "not a line of verbs and the modality that they lend", help)
    elif modality[0].text not in (*MODALITIES, _CAUSED):
        help = did_you_mean(modality[0].text, (*MODALITIES, _CAUSED))
        problems.report("E308", modality[0], f"{modality[0].text!r} is no modality", help)
