"""`evtx rules show`: what one rule says."""

from __future__ import annotations

import click

from evtx.authoring.bench import Bench, Rule
from evtx.authoring.finding import close_to
from evtx.authoring.showing import PAGES
from evtx.cli.rules.options import JSON, TEXT, bench, color, form, own_rules, unbroken, write_out
from evtx.cli.usage import UsageProblem


@click.command("show")
@click.argument("id_", metavar="ID")
@own_rules
@form("text", TEXT, JSON)
@color
def command(id_: str, folders: tuple[str, ...], form: str | None, color: str) -> int:
    """Show a rule: its words or templates, what they give, its examples and known gaps, and where it stands."""
    rules = bench(folders)
    rule = named(id_, rules)
    return write_out(PAGES[form or TEXT](rule, rules, unbroken(color)))


def named(id_: str, rules: Bench) -> Rule:
    """The rule of an id; UsageProblem with those that are close when there is none."""
    if id_ in rules.by_id:
        return rules.by_id[id_]
    near = close_to(id_, list(rules.by_id))
    guess = f"did you mean {' or '.join(near)}? " if near else ""
    raise UsageProblem(f"there is no rule {id_!r}", f"{guess}evtx rules list shows all of them")
