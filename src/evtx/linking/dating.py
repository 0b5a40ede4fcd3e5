"""Which date belongs to which event: the one that governs its clause."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from evtx.event import DateValue
from evtx.linking.contents import body_start
from evtx.linking.linked import Linked
from evtx.matching.found import Clause

_BOUNDS = frozenset(";:qwls")
_FRONT = frozenset('PTR"')
# How many cells behind a dated noun its relative clause may begin.
_REACH = 4
_OPENERS = frozenset(",;:qwls.-c")


class Tie(NamedTuple):
    """A date of a sentence, the position of the event that it belongs to (None for no event), and what tied it.

    `reason` is `near` (the nearest trigger before it), `front` (it opens the clause of the event), `object` (the verb
    before it carries the noun after it), `of` (it stands behind a noun as its of-phrase), `relative` (the relative
    clause behind such a noun), `document` (it dates a document that speaks), `participle` (one between the event and
    it), `told` (the event told by a claim, which cannot lie in the future itself); for none `verb` (another verb or
    clause stands between), or `noun` (it dates a noun that is no event).
    """

    date: DateValue
    owner: int | None
    reason: str


def date_events(
    events: Sequence[Linked],
    clauses: Sequence[Clause],
    dates: Sequence[DateValue],
    dct: DateValue | None,
    of_words: frozenset[str],
) -> list[Linked]:
    """Every event with the date of its clause, when the text gives one.

    `of_words` are the forms of the preposition by which a noun takes a date: `the incident of 2 May`.
    """
    dated = list(events)
    for date, owner, _ in tied_dates(events, clauses, dates, dct, of_words):
        if owner is not None and dated[owner].date is None:
            dated[owner] = dated[owner]._replace(date=date)
    return dated


def tied_dates(
    events: Sequence[Linked],
    clauses: Sequence[Clause],
    dates: Sequence[DateValue],
    dct: DateValue | None,
    of_words: frozenset[str],
) -> Iterator[Tie]:
    """The dates of the sentences that have events, each with the event that it belongs to; of an event's the first."""
    today = dct.latest if dct else None
    by_start = {date.start: date for date in dates if date.earliest or date.latest or date.alternatives}
    here: dict[int, list[int]] = {}
    for position, event in enumerate(events):
        here.setdefault(event.found.sentence, []).append(position)
    for number, positions in here.items():
        yield from sentence_dates(clauses[number], positions, events, by_start, today, of_words)


def sentence_dates(
    clause: Clause,
    positions: Sequence[int],
    events: Sequence[Linked],
    by_start: Mapping[int, DateValue],
    today: dt.date | None,
    of_words: frozenset[str],
) -> Iterator[Tie]:
    """The dates of a sentence, each with the position of the event that it belongs to."""
    begins = body_start(clause)
    owners = {events[position].found.cell: position for position in positions}
    spoken_of = owners | pointed_at(positions, events)
    documents = {
        filler.cell: position
        for position in positions
        for filler in events[position].fillers
        if filler.type == "document" and filler.cell >= 0
    }
    for index, cell in enumerate(clause.cells):
        start = clause.sentence.starts[cell.first]
        date = by_start.get(start) if cell.kind == "T" and start >= begins else None
        if date is None:
            continue
        noun = dated_noun(clause, index, date, of_words)
        if noun is None:
            owner, reason = governor(clause, index, spoken_of, documents)
        else:
            owner, reason = noun_owner(clause, index, noun, owners, documents)
        if owner is not None and foretold(events[owner], date, today):
            owner, reason = told_event(events[owner], positions, events), "told"
        yield Tie(date, owner, reason)


def noun_owner(
    clause: Clause, date: int, noun: int, owners: Mapping[int, int], documents: Mapping[int, int]
) -> tuple[int | None, str]:
    """The event that a date behind a noun belongs to, and why."""
    if noun in owners:
        return owners[noun], "of"
    if noun in documents:
        return documents[noun], "document"
    owner = relative_owner(clause, date, owners)
    return owner, "noun" if owner is None else "relative"


def pointed_at(positions: Sequence[int], events: Sequence[Linked]) -> dict[int, int]:
    """Cells of bare nouns that a claim is about -> the claim, which a date behind them belongs to."""
    bare = {events[position].found.cell for position in positions if events[position].found.anaphoric}
    claims = ((position, events[position].found.content) for position in positions)
    return {content.cell: position for position, content in claims if content is not None and content.cell in bare}


def dated_noun(clause: Clause, index: int, date: DateValue, of_words: frozenset[str]) -> int | None:
    """The cell of the noun that takes a day as its of-phrase, `the raid of 2 May`; None when the date is none."""
    if "/" in date.edtf:
        return None
    before = clause.cells[index - 1] if index else None
    bare = before is not None and before.kind == "p" and clause.sentence.words[before.first].lower in of_words
    noun = index - 2 if bare else index - 1
    taken = (bare or opens_with(date, of_words)) and noun >= 0 and clause.cells[noun].kind in "NP"
    return noun if taken else None


def opens_with(date: DateValue, words: frozenset[str]) -> bool:
    """Whether the first word of a date, or what is elided before it, is one of these."""
    first = date.text.lower().replace("’", "'").split(maxsplit=1)[0]
    return first in words or first.partition("'")[0] + "'" in words


def relative_owner(clause: Clause, date: int, owners: Mapping[int, int]) -> int | None:
    """The event of the relative clause that goes on from a dated noun: `the night of 2 May, when a boat was hit`."""
    cells = clause.cells
    opened = next((i for i in range(date + 1, min(date + _REACH, len(cells))) if cells[i].kind in "wl"), None)
    if opened is None or not all(cell.kind in ",PR" for cell in cells[date + 1 : opened]):
        return None
    return next((owners[i] for i in range(opened + 1, _end(clause, opened + 1)) if i in owners), None)


def foretold(event: Linked, date: DateValue, today: dt.date | None) -> bool:
    """Whether an act of speech would be dated after the document that reports it: the date is that of what is said."""
    verb = event.found.verb
    future = verb is not None and verb.mood == "future"
    return bool(event.contents and not future and today and date.earliest and date.earliest > today)


def told_event(claim: Linked, positions: Sequence[int], events: Sequence[Linked]) -> int | None:
    """The first event of the sentence that stands in what a claim says and is no claim itself; None for none."""
    for position in positions:
        trigger = events[position].found.trigger
        if not events[position].contents and any(span.overlaps(trigger) for span in claim.contents):
            return position
    return None


def governor(
    clause: Clause, date: int, owners: Mapping[int, int], documents: Mapping[int, int]
) -> tuple[int | None, str]:
    """The event whose trigger governs the date at a cell, None when another verb or no event does; and why.

    `owners` are the cells of triggers, `documents` those of documents that speak or carry a claim: the date of such a
    document (`in a statement issued on Monday`) is that of the claim.

    The nearest trigger to the left in the clause, unless a verb that triggers nothing stands between; else, for a date
    that opens its clause, the main verb after it, or failing that the first trigger.
    """
    cells = clause.cells
    for index in range(date - 1, -1, -1):
        if index in owners:
            return owners[index], "near"
        kind = cells[index].kind
        if index in documents and (index == date - 1 or "B" in [cell.kind for cell in cells[index:date]]):
            return documents[index], "document"
        if kind == "B":
            return owners.get(index - 1, documents.get(index - 1)), "participle"
        if kind in "VS" and (noun := _object_after(clause, date, owners)) is not None:
            return noun, "object"
        if kind in _BOUNDS or (kind in "VSGIJ" and not _carries(clause, index, owners)):
            break
        if kind == "," and _opens(clause, index, date):
            break
    owner = governed_front(clause, date, owners)
    return owner, "verb" if owner is None else "front"


def _object_after(clause: Clause, date: int, owners: Mapping[int, int]) -> int | None:
    """The trigger noun after a date that a verb which triggers nothing shares with it: `led on Monday an attack`."""
    for index in range(date + 1, len(clause.cells)):
        if clause.cells[index].kind not in 'RP"':
            return owners.get(index) if clause.cells[index].kind == "N" else None
    return None


def governed_front(clause: Clause, date: int, owners: Mapping[int, int]) -> int | None:
    """The event of the clause that a date opens: its main verb, or failing that its first trigger."""
    cells = clause.cells
    start = date
    while start > 0 and cells[start - 1].kind in _FRONT:
        start -= 1
    if start > 0 and cells[start - 1].kind not in _OPENERS:
        return None
    following = [index for index in range(date + 1, _end(clause, date)) if index in owners]
    verbs = [index for index in following if cells[index].kind in "VS"]
    return owners[(verbs or following)[0]] if following else None


def _carries(clause: Clause, verb: int, owners: Mapping[int, int]) -> bool:
    """Whether the verb, which triggers nothing itself, has a trigger noun as its subject."""
    relative = verb > 0 and clause.cells[verb - 1].kind == "w"
    for index in range(verb - 2 if relative else verb - 1, -1, -1):
        if clause.cells[index].kind in _BOUNDS or clause.cells[index].kind in "VSG,":
            return False
        if index in owners:
            return clause.cells[index].kind == "N" and clause.cells[verb].kind != "G"
    return False


def _opens(clause: Clause, comma: int, date: int) -> bool:
    """Whether a new main clause begins after the comma and the date belongs to it: `..., on Monday X said`."""
    following = [cell.kind for cell in clause.cells[date + 1 : date + 3]]
    return following[:1] in (["N"], ["V"]) and "V" in following


def _end(clause: Clause, start: int) -> int:
    """The end of the clause that begins at a cell: the next bound, or an incise after it."""
    cells, seen_verb = clause.cells, False
    for index in range(start, len(cells)):
        kind = cells[index].kind
        if kind in _BOUNDS or (kind in "VS" and seen_verb and cells[index - 1].kind == ","):
            return index
        seen_verb = seen_verb or kind in "VS"
    return len(cells)
