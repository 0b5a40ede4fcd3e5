"""`evtx rules list`: which rules there are."""

from __future__ import annotations

import click

from evtx.authoring.finding import Wanted, find_rules
from evtx.authoring.listing import LISTINGS
from evtx.cli.rules.options import JSON, PLAIN, TABLE, bench, color, form, own_rules, page, write_out
from evtx.cli.terminal import to_terminal
from evtx.cli.usage import known, split_list


@click.command("list")
@click.option("--lang", "languages", multiple=True, metavar="LANG,...", help="Only rules of this language.")
@click.option("--type", "types", multiple=True, metavar="TYPE,...", help="Only rules of this event type or subtype.")
@click.option("--word", "words", multiple=True, metavar="WORD", help="Only rules with this word, in any form.")
@own_rules
@form("a table on a terminal, else plain lines", TABLE, PLAIN, JSON)
@color
def command(
    languages: tuple[str, ...],
    types: tuple[str, ...],
    words: tuple[str, ...],
    folders: tuple[str, ...],
    form: str | None,
    color: str,
) -> int:
    """List rules: a table on a terminal, else a line for each."""
    rules = bench(folders)
    wanted = Wanted(
        languages=tuple(known(name, rules.languages, "language") for name in split_list(languages)),
        types=tuple(known(name, rules.types, "event type") for name in split_list(types)),
        words=words,
    )
    listing = LISTINGS[form or (TABLE if to_terminal() else PLAIN)]
    return write_out(listing(find_rules(rules, wanted), page(color)))
