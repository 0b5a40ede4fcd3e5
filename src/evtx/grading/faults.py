"""What is wrong with the events of a document, one fault at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from evtx.event import Argument, Mention
from evtx.scoring import Comparison, Pair

MISSED, NOISY, MISSING, WRONG, DIFFERENT = "missed", "noisy", "missing", "wrong", "different"
_FIELDS = ("subtype", "polarity", "modality")
_LONGEST = 60


class Fault(NamedTuple):
    """One thing that is not as gold has it.

    `kind` is `missed` (an event that was not found), `noisy` (one that gold lacks), `missing` or `wrong` (an argument)
    or `different` (another value). `gold` is the id of the gold event, empty for a noisy one; `rule` the rule of the
    event found, empty for a missed one. `what` is the type of the event, the role or the field; `detail` says in words
    what was found and what was wanted.
    """

    kind: str
    gold: str
    line: int
    trigger: str
    what: str
    detail: str
    rule: str


def faults(comparison: Comparison) -> Iterator[Fault]:
    """The faults in a document, in the order of the text."""
    found = [*_missed(comparison), *_noisy(comparison)]
    for pair in comparison.pairs:
        found += _of_pair(pair, comparison.gold.text)
    return iter(sorted(found, key=lambda fault: fault.line))


def line_of(mention: Mention, text: str) -> int:
    """The line of a mention, counted from 1."""
    return text.count("\n", 0, mention.start) + 1


def _missed(comparison: Comparison) -> Iterator[Fault]:
    for event in comparison.missed:
        trigger = event.triggers[0]
        kind = f"{event.type}/{event.subtype}"
        line = line_of(trigger, comparison.gold.text)
        yield Fault(MISSED, event.id, line, joined(event.triggers), kind, arguments(event.arguments), "")


def _noisy(comparison: Comparison) -> Iterator[Fault]:
    for event in comparison.noisy:
        kind = f"{event.type}/{event.subtype}"
        line = line_of(event.triggers[0], comparison.gold.text)
        yield Fault(NOISY, "", line, joined(event.triggers), kind, arguments(event.arguments), event.rule)


def _of_pair(pair: Pair, text: str) -> Iterator[Fault]:
    event, gold = pair.event, pair.gold
    line, trigger = line_of(event.triggers[0], text), joined(event.triggers)
    for argument in pair.missing:
        yield Fault(MISSING, gold.id, line, trigger, argument.role, short(argument.text), event.rule)
    for argument in pair.wrong:
        yield Fault(WRONG, gold.id, line, trigger, argument.role, short(argument.text), event.rule)
    for field, got, want in _values(pair):
        yield Fault(DIFFERENT, gold.id, line, trigger, field, f"{got or 'none'}, not {want or 'none'}", event.rule)


def _values(pair: Pair) -> Iterator[tuple[str, str, str]]:
    """The fields whose value differs, with the value found and the one wanted."""
    event, gold = pair.event, pair.gold
    for field in _FIELDS:
        if getattr(event, field) != getattr(gold, field):
            yield field, getattr(event, field), getattr(gold, field)
    if not pair.same_date:
        yield "date", event.date.edtf if event.date else "", gold.date or ""
    if not pair.same_attribution:
        yield "attribution", " ".join(event.attribution), " ".join(gold.attribution)


def joined(mentions: Iterable[Mention]) -> str:
    """The words of several mentions."""
    return ", ".join(mention.text for mention in mentions)


def arguments(found: Iterable[Argument]) -> str:
    """Roles and words of arguments."""
    return "; ".join(f"{argument.role}: {short(argument.text)}" for argument in found)


def short(text: str) -> str:
    r"""Words on one line, cut where they are many.

    >>> short("one\ntwo"), len(short("word " * 40))
    ('one two', 60)
    """
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
