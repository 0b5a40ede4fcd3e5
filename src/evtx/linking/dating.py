"""Which date belongs to which event: the one that governs its clause."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from evtx.event import DateValue
from evtx.language.grammar import DateWords
from evtx.linking.governing import governor, held_in, said_by
from evtx.linking.incises import body_start
from evtx.linking.linked import Linked
from evtx.linking.scope import Scope, clause_end, ends_in_participle, scope_of
from evtx.linking.sharing import sharers
from evtx.matching.found import Clause

# How many cells behind a dated noun its relative clause may begin.
_REACH = 4


class Tie(NamedTuple):
    """A date of a sentence, the position of the event that it belongs to (None for no event), and what tied it.

    `reason` is `near` (the nearest trigger before it), `front` (it opens the clause of the event), `object` (the verb
    or noun before it carries the event noun after it), `of` (it stands behind a noun as its of-phrase), `relative` (in
    or behind the relative clause of a noun), `document` (it dates a document that speaks), `participle` (one between
    the event and it), `told` (the event told by a claim, which cannot lie in the future itself), `shared` (the clause
    that it dates goes on to tell the event), `together` (the event is done with the verb that it dates), `encounter`
    (it dates an occasion on which somebody spoke); for none `verb` (another verb or clause stands between), `noun` (it
    dates a noun that is no event), or `spoken` (it dates what a claim speaks of).
    """

    date: DateValue
    owner: int | None
    reason: str


def date_events(
    events: Sequence[Linked],
    clauses: Sequence[Clause],
    dates: Sequence[DateValue],
    dct: DateValue | None,
    words: DateWords,
) -> list[Linked]:
    """Every event with the date of its clause, when the text gives one."""
    dated = list(events)
    for date, owner, _ in tied_dates(events, clauses, dates, dct, words):
        if owner is not None and dated[owner].date is None:
            dated[owner] = dated[owner]._replace(date=date)
    return dated


def tied_dates(
    events: Sequence[Linked],
    clauses: Sequence[Clause],
    dates: Sequence[DateValue],
    dct: DateValue | None,
    words: DateWords,
) -> Iterator[Tie]:
    """The dates of the sentences that have events, each with the event that it belongs to; of an event's the first."""
    today = dct.latest if dct else None
    by_start = {date.start: date for date in dates if date.earliest or date.latest or date.alternatives}
    here: dict[int, list[int]] = {}
    for position, event in enumerate(events):
        here.setdefault(event.found.sentence, []).append(position)
    for number, positions in here.items():
        yield from sentence_dates(scope_of(clauses[number], positions, events, words), by_start, today)


def sentence_dates(scope: Scope, by_start: Mapping[int, DateValue], today: dt.date | None) -> Iterator[Tie]:
    """The dates of a sentence, each with the positions of the events that it belongs to, those it governs first."""
    clause = scope.clause
    begins, shared = body_start(clause), list[Tie]()
    for index, cell in enumerate(clause.cells):
        start = clause.sentence.starts[cell.first]
        date = by_start.get(start) if cell.kind == "T" and start >= begins else None
        if date is None:
            continue
        noun = dated_noun(scope, index, date)
        if noun is not None:
            owner, reason = noun_owner(scope, index, noun)
        else:
            owner, reason = governor(scope, index)
            shared += [Tie(date, position, why) for position, why in sharers(scope, index, owner)]
        if owner is not None and not fits(scope, owner, index, date, today):
            owner, reason = told_event(scope, owner, date, today)
        yield Tie(date, owner, reason)
    yield from shared


def noun_owner(scope: Scope, date: int, noun: int) -> tuple[int | None, str]:
    """The event that a date behind a noun belongs to, and why."""
    if noun in scope.owners:
        return scope.owners[noun], "of"
    if noun in scope.documents:
        return scope.documents[noun], "document"
    if (claim := said_by(scope, noun)) is not None:
        return claim, "document"
    if (held := held_in(scope, noun)) is not None:
        return held, "document" if scope.events[held].speaks else "participle"
    owner = relative_owner(scope, date)
    return owner, "noun" if owner is None else "relative"


def fits(scope: Scope, owner: int, index: int, date: DateValue, today: dt.date | None) -> bool:
    """Whether a date can be that of the event that governs it: an act of speech takes no date of what it speaks of."""
    event = scope.events[owner]
    if not event.speaks:
        return True
    if foretold(event, date, today) or opens_with(date, scope.words.purposes):
        return False
    if event.found.cell > index:
        said = any(span.start <= date.start < span.end for span in event.contents)
        return not (said and event.found.cell in scope.incises)
    return _goes_with(scope, event, index, date, today)


def _goes_with(scope: Scope, claim: Linked, index: int, date: DateValue, today: dt.date | None) -> bool:
    """Whether a date behind a claim is its own: no noun between them may have it instead."""
    between = range(claim.found.cell + 1, index)
    kinds = "".join(scope.clause.cells[cell].kind for cell in between)
    if any(cell in scope.documents for cell in between) or not set(kinds) & set("NP"):
        return True
    if date.text.startswith("(") or ends_in_participle(scope.clause, between[-1]):
        return False
    verb = claim.found.verb
    now = verb is not None and verb.mood == "present" and not verb.compound and not verb.passive
    if claim.found.cell in scope.incises:
        return "N" not in kinds.rpartition(",")[2] or "," not in kinds
    if now and today is not None and date.latest != today:
        return not any(span.start < date.start for span in claim.contents)
    return date.latest is not None or (verb is not None and verb.passive)


def dated_noun(scope: Scope, index: int, date: DateValue) -> int | None:
    """The cell of the noun that takes a day as its of-phrase, `the raid of 2 May`; None when the date is none."""
    if "/" in date.edtf:
        return None
    clause, of_words = scope.clause, scope.words.of
    before = clause.cells[index - 1] if index else None
    bare = before is not None and before.kind == "p" and clause.sentence.words[before.first].lower in of_words
    noun = index - 2 if bare else index - 1
    taken = (bare or opens_with(date, of_words)) and noun >= 0 and clause.cells[noun].kind in "NP"
    return noun if taken else None


def opens_with(date: DateValue, words: frozenset[str]) -> bool:
    """Whether the first word of a date, or what is elided before it, is one of these."""
    first = date.text.lower().replace("’", "'").split(maxsplit=1)[0]
    return first in words or first.partition("'")[0] + "'" in words


def relative_owner(scope: Scope, date: int) -> int | None:
    """The event of the relative clause that goes on from a dated noun: `the night of 2 May, when a boat was hit`."""
    cells = scope.clause.cells
    opened = next((i for i in range(date + 1, min(date + _REACH, len(cells))) if cells[i].kind in "wl"), None)
    if opened is None or not all(cell.kind in ",PR" for cell in cells[date + 1 : opened]):
        return None
    end = clause_end(scope, opened + 1)
    return next((scope.owners[i] for i in range(opened + 1, end) if i in scope.owners), None)


def foretold(event: Linked, date: DateValue, today: dt.date | None) -> bool:
    """Whether an act of speech would be dated after the document that reports it: the date is that of what is said."""
    verb = event.found.verb
    future = verb is not None and verb.mood == "future"
    return bool(event.contents and not future and today and date.earliest and date.earliest > today)


def told_event(scope: Scope, claim: int, date: DateValue, today: dt.date | None) -> tuple[int | None, str]:
    """What a date that cannot be a claim's belongs to: the first event that the claim tells, if it foretells one."""
    events = scope.events
    if not foretold(events[claim], date, today):
        return None, "spoken"
    for position in scope.positions:
        trigger = events[position].found.trigger
        if not events[position].contents and any(span.overlaps(trigger) for span in events[claim].contents):
            return position, "told"
    return None, "told"
