"""Rules as a list: a table for a terminal, a line for each rule for other programs, and JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from evtx.authoring.bench import Rule, place
from evtx.rendering.cells import words
from evtx.rendering.objects import Object, as_json
from evtx.rendering.page import Page
from evtx.rendering.safe import one_line
from evtx.rendering.tables import printed
from evtx.rules.model import Frame
from evtx.version import VERSION

if TYPE_CHECKING:
    from rich.console import RenderableType

SCHEMA = "evtx-rules/1"
_WIDE = 110


def table(rules: Sequence[Rule], page: Page) -> Iterator[str]:
    """A table, with what a rule is made of where there is room for it, and how many there are."""
    yield printed(_table(rules, page), page)


def _table(rules: Sequence[Rule], page: Page) -> Iterator[RenderableType]:
    from rich import box
    from rich.table import Table

    wide = page.width >= _WIDE
    made = Table(box=box.SIMPLE_HEAD, header_style="bold", pad_edge=False)
    for title in ("Rule", *(("Finds", "Made of") if wide else ()), "Summary"):
        made.add_column(title, overflow="fold")
    for rule in rules:
        more = [words(rule.subtype), words(made_of(rule), "dim")] if wide else []
        made.add_row(words(rule.id, "bold"), *more, words(one_line(rule.summary)))
    if rules:
        yield made
    yield words(counted(len(rules), "rule"), "dim")


def made_of(rule: Rule) -> str:
    """What a rule is made of: `2 verbs, 1 noun`, `3 templates`."""
    if isinstance(rule, Frame):
        parts = [(len(rule.verbs), "verb"), (len(rule.nouns), "noun")]
    else:
        parts = [(len(rule.templates), "template")]
    return ", ".join(counted(number, name) for number, name in parts if number)


def counted(number: int, name: str) -> str:
    """A number of things.

    >>> counted(1, "rule"), counted(0, "rule")
    ('1 rule', '0 rules')
    """
    return f"{number} {name}" if number == 1 else f"{number} {name}s"


def plain(rules: Sequence[Rule], _: Page) -> Iterator[str]:
    """A line for each rule, parted by tabs: id, event type, subtype, where it stands, summary."""
    for rule in rules:
        where = place(rule.position.file, rule.position.line)
        yield "\t".join(map(one_line, (rule.id, rule.event, rule.subtype, where, rule.summary))) + "\n"


def as_objects(rules: Sequence[Rule], _: Page) -> Iterator[str]:
    """One object for all, a rule a line."""
    listed = ",\n  ".join(as_json(brief_object(rule)) for rule in rules)
    yield f'{{"schema": {as_json(SCHEMA)}, "evtx": {as_json(VERSION)},\n "rules": [\n  {listed}]}}\n'


def brief_object(rule: Rule) -> Object:
    """What a list says of a rule."""
    return {
        "id": rule.id,
        "kind": kind_of(rule),
        "language": rule.language,
        "event": rule.event,
        "subtype": rule.subtype,
        "summary": rule.summary,
        "file": rule.position.file,
        "line": rule.position.line,
    }


def kind_of(rule: Rule) -> str:
    """Whether a rule is a frame or a pattern."""
    return "frame" if isinstance(rule, Frame) else "pattern"


LISTINGS = {"table": table, "plain": plain, "json": as_objects}
"""Formats by name."""
