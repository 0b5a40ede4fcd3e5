"""Families of date expressions as the rule files give them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from evtx.times.lexicon import plain_value
from evtx.times.templates import GrammarError

STAGES = ("points", "narrowed", "expressions")
"""What the templates of a family are matched over: words, then also points in time, then also narrowed points."""

OPERATIONS = frozenset(
    (
        *("calendar", "easter", "named", "season", "quarter", "half", "decade", "century", "shift", "lastn"),
        *("part", "within", "same", "night", "range", "several", "since", "until", "before", "after", "by", "nothing"),
    )
)
"""What a family may say that its words mean; `evtx.times.readings` tells what each is."""

_NO = frozenset(("no", "false"))


class Family(NamedTuple):
    """Date expressions of one shape and meaning.

    `reads` is the operation, `fixed` the fields that the words imply, `kind` the name under which later stages may use
    what was found (None when they cannot, `same` for that of its `of` slot), `alone` whether it is a date by itself.
    """

    id: str
    summary: str
    stage: str
    reads: str
    kind: str | None
    alone: bool
    fixed: Mapping[str, int | str]
    templates: tuple[str, ...]
    examples: tuple[str, ...]
    rejects: tuple[str, ...]


def read_families(mapping: Mapping[str, Any]) -> tuple[Family, ...]:
    """The families of a date grammar; GrammarError when one is malformed."""
    return tuple(_family(entry) for entry in mapping.get("families") or ())


def _family(entry: Mapping[str, Any]) -> Family:
    name, reads, stage = (str(entry.get("id")), str(entry.get("reads")), str(entry.get("stage", STAGES[-1])))
    if reads not in OPERATIONS:
        raise GrammarError(f"{name}: unknown operation {reads!r}")
    if stage not in STAGES:
        raise GrammarError(f"{name}: unknown stage {stage!r}")
    return Family(
        id=name,
        summary=str(entry.get("summary", "")),
        stage=stage,
        reads=reads,
        kind=entry.get("kind"),
        alone=str(entry.get("alone", True)).lower() not in _NO,
        fixed={key: plain_value(value) for key, value in (entry.get("with") or {}).items()},
        templates=_lines(entry.get("match")),
        examples=_lines(entry.get("examples")),
        rejects=_lines(entry.get("rejects")),
    )


def _lines(block: object) -> tuple[str, ...]:
    return tuple(line.strip() for line in str(block or "").splitlines() if line.strip())
