"""Which event of a sentence governs a date: what stands before it in its clause, or the clause that it opens."""

from __future__ import annotations

from collections.abc import Sequence

from evtx.linking.scope import BOUNDS, FINITE, Scope, clause_cells, indefinite
from evtx.matching.cells import Cell

_FRONT = frozenset('PTR"')
_OPENERS = frozenset(",;:qwls.-c")
# How many phrases may stand between a noun and its relative clause.
_MOST_PHRASES = 3
_PLACES = frozenset(("place", "country", "facility"))


def governor(scope: Scope, date: int) -> tuple[int | None, str]:
    """The event whose trigger governs the date at a cell, None when another verb or no event does; and why.

    The nearest trigger to the left in the clause, unless a verb that triggers nothing stands between; else, for a date
    that opens its clause, the main verb after it, or failing that the first trigger. The date of a document that speaks
    or carries a claim (`in a statement issued on Monday`) is that of the claim.
    """
    cells, owners, documents = scope.clause.cells, scope.spoken_of, scope.documents
    for index in range(date - 1, -1, -1):
        kind = cells[index].kind
        if _is_source(scope, index, date):
            break
        if index in owners:
            return owners[index], "near"
        if index in documents and (index == date - 1 or "B" in [cell.kind for cell in cells[index:date]]):
            return documents[index], "document"
        if kind == "B" and _is_source(scope, index - 1, date):
            break
        if kind == "B":
            return _behind_participle(scope, index, date), "participle"
        if kind in FINITE and (noun := event_after(scope, date)) is not None:
            return noun, "object"
        if kind in FINITE and (first := joined_to(scope, index)) is not None:
            return first, "near"
        if kind in FINITE and (refused := refused_by(scope, index)) is not None:
            return refused, "object"
        if kind in FINITE and (opener := _relative(cells, index)) is not None:
            return _antecedent(scope, opener), "relative"
        if kind in BOUNDS or (kind in "VSGIJ" and not _carries(scope, index)):
            break
        if kind == "," and _opens(cells, index, date):
            break
    front = governed_front(scope, date)
    if front is not None:
        return front, "front"
    noun = None if _after_clause(cells, date) else event_after(scope, date)
    return noun, "verb" if noun is None else "object"


def _is_source(scope: Scope, cell: int, date: int) -> bool:
    """Whether a claim is a phrase that names a source, and something other than its own phrases follows it."""
    cells = scope.clause.cells
    if cell not in scope.owners or cells[cell].kind != "P" or not scope.event(cell).speaks:
        return False
    return any(between.kind not in "PRB" for between in cells[cell + 1 : date])


def _behind_participle(scope: Scope, participle: int, date: int) -> int | None:
    """The event of a date that goes with a participle: of the noun or document before it, or of the event after it.

    `The statement, issued on Monday, accuses`: a comma may stand between.
    """
    cells, before = scope.clause.cells, participle - 1
    apart = before > 0 and cells[before].kind == ","
    if not apart and before in scope.owners:
        return scope.owners[before]
    noun = before - 1 if apart else before
    while noun > 0 and not {noun} & (scope.documents.keys() | scope.owners.keys()) and _is_part(scope, noun):
        noun -= 1
    if noun in scope.documents:
        return scope.documents[noun]
    told = scope.owners.get(noun) if apart and cells[noun].kind in "NP" else None
    if told is not None and not scope.events[told].speaks:
        return told
    held = held_in(scope, noun)
    return held if held is not None else event_after(scope, date)


def _is_part(scope: Scope, cell: int) -> bool:
    return scope.clause.cells[cell].preposition in scope.words.of


def said_by(scope: Scope, noun: int) -> int | None:
    """The claim of a document that opens its clause, whatever is set off: `a note of May, which we saw, says`."""
    cells = scope.clause.cells
    if cells[noun].kind != "N" or cells[noun].type != "document" or (noun > 0 and cells[noun - 1].kind not in _OPENERS):
        return None
    verb = next((index for index in clause_cells(scope, noun + 1) if cells[index].kind in FINITE), None)
    if verb is None or verb not in scope.owners or not scope.event(verb).speaks:
        return None
    return scope.owners[verb]


def held_in(scope: Scope, noun: int) -> int | None:
    """What happened in the course of a dated occasion, or was said in a dated document.

    `In a letter of 2 May he admits`; None for other nouns, whose date has nothing to do with what happened in them (`in
    a camp of 2015`).
    """
    cell = scope.clause.cells[noun]
    within = cell.preposition in scope.words.during
    if cell.kind != "P" or not (within or cell.preposition in scope.words.fates):
        return None
    owner, _ = governor(scope, noun)
    if owner is None:
        return None
    event, before = scope.events[owner], noun < scope.events[owner].found.cell
    medium = cell.type == "event" or any(filler.cell == noun for filler in event.fillers)
    spoken = cell.type == "document" or (cell.type == "event" and not within)
    said = event.speaks and (spoken or (before and medium))
    return owner if said or (within and before) else None


def _after_clause(cells: Sequence[Cell], date: int) -> bool:
    """Whether a date stands behind a verb, so that what follows it is no noun phrase that it cuts."""
    return any(cell.kind in "VSGIJ;:" for cell in cells[:date])


def event_after(scope: Scope, date: int) -> int | None:
    """The event noun after a date or verb that shares it with a verb or noun before: `led on Monday an attack`.

    So does what somebody met his fate in, and what he was the victim of: `died on Monday in a raid`, `of a raid`.
    """
    cells, words, beside = scope.clause.cells, scope.words, True
    within_commas = [cell.kind for cell in cells[date - 1 : date + 2 : 2]] == [",", ","]
    for index in range(date + 1 + within_commas, len(cells)):
        cell = cells[index]
        if cell.kind == "P" and index in scope.owners and not scope.event(index).speaks:
            fate = cell.preposition in words.during or cell.preposition in words.fates
            part = beside or cells[index - 1].type == "quantity"
            victim = part and cell.preposition in words.of and indefinite(scope.clause, index, words.definite)
            return scope.owners[index] if fate or victim else None
        if cell.kind not in 'NTRP"':
            return None
        if cell.kind == "N":
            if index in scope.owners or not beside:
                return scope.owners.get(index)
            beside = False
    return None


def governed_front(scope: Scope, date: int) -> int | None:
    """The event of the clause that a date opens: its main verb, its subject, or what that verb is about.

    None when the main verb is of another clause that somebody else's words begin, as `analysts say` after `but`.
    """
    if not opens_clause(scope, date):
        return None
    cells = scope.clause.cells
    start = date + 1 if cells[date + 1 : date + 2] and cells[date + 1].kind == ":" else date
    clause = clause_cells(scope, start + 1)
    for index in clause:
        kind, owner = cells[index].kind, scope.owners.get(index)
        if kind in FINITE:
            return owner if owner is not None else _carried(scope, date, index)
        if kind in "GIJ" and owner is not None:
            return owner
    return None if _after_clause(cells, date) else _first_noun(scope, start, clause[-1] + 1 if clause else start)


def _carried(scope: Scope, date: int, verb: int) -> int | None:
    """The event that a verb which triggers nothing tells of: its subject, what it refuses to do, or what follows it."""
    told = _first_noun(scope, date, verb)
    told = told if told is not None else refused_by(scope, verb)
    return told if told is not None else event_after(scope, verb)


def joined_to(scope: Scope, verb: int) -> int | None:
    """The event of the verb that another one, which triggers nothing, is joined to: `was looted, then burnt in May`."""
    cells, before = scope.clause.cells, verb - 2
    joined = before >= 0 and cells[verb - 1].kind == "c" and cells[before].kind in FINITE
    return scope.owners.get(before) if joined else None


def refused_by(scope: Scope, verb: int) -> int | None:
    """The event that a verb refuses to do, on the day of the refusal: `on Monday it refused to deliver`."""
    cells = scope.clause.cells
    after = next((index for index in range(verb + 1, len(cells)) if cells[index].kind not in "RT"), verb)
    outer, inner = cells[verb].verb, cells[after].verb
    if after not in scope.owners or cells[after].kind != "I" or outer is None or inner is None:
        return None
    return scope.owners[after] if inner.negative and not outer.negative else None


def _first_noun(scope: Scope, start: int, end: int) -> int | None:
    """The first event noun between two cells, but for sources (`according to`)."""
    nouns = (i for i in range(start + 1, end) if i in scope.owners and scope.clause.cells[i].kind in "NPB")
    return next(
        (scope.owners[i] for i in nouns if scope.clause.cells[i].kind != "P" or not scope.event(i).speaks), None
    )


def opens_clause(scope: Scope, date: int) -> bool:
    """Whether only phrases stand between a date and the beginning of its clause."""
    cells, start = scope.clause.cells, date
    while start > 0 and cells[start - 1].kind in _FRONT:
        start -= 1
    return start == 0 or cells[start - 1].kind in _OPENERS


def _carries(scope: Scope, verb: int) -> bool:
    """Whether the verb, which triggers nothing itself, has a trigger noun as its subject."""
    cells = scope.clause.cells
    if cells[verb].kind == "G":
        return False
    for index in range(verb - 1, -1, -1):
        if cells[index].kind in BOUNDS or cells[index].kind in "VSG,":
            return False
        if index in scope.spoken_of:
            return cells[index].kind == "N"
    return False


def _relative(cells: Sequence[Cell], verb: int) -> int | None:
    """The cell of the relative pronoun whose clause a verb is the first of."""
    for index in range(verb - 1, -1, -1):
        if cells[index].kind in "wl":
            return index
        if cells[index].kind not in 'NPRT"':
            return None
    return None


def _antecedent(scope: Scope, relative: int) -> int | None:
    """The event noun that a relative clause is about; None when it may be about another noun."""
    cells, last = scope.clause.cells, relative - 1
    last -= cells[last].kind == ","
    for index in range(last, max(last - _MOST_PHRASES, -1), -1):
        if index in scope.owners and cells[index].kind in "NP" and not scope.event(index).speaks:
            belongs = index > 0 and cells[index].preposition in scope.words.of and cells[index - 1].kind in "NP"
            return None if belongs and cells[relative].kind == "w" else scope.owners[index]
        place = cells[index].kind == "P" and cells[index].type in _PLACES
        if not place and (cells[index].kind != "P" or cells[index].preposition not in scope.words.of):
            return None
    return None


def _opens(cells: Sequence[Cell], comma: int, date: int) -> bool:
    """Whether a new main clause begins after the comma and the date belongs to it: `..., on Monday X said`."""
    following = [cell.kind for cell in cells[date + 1 : date + 4]]
    if following[:1] == [","]:
        following = following[1:] if cells[comma - 1].kind == "c" else []
    return following[:1] in (["N"], ["V"]) and not FINITE.isdisjoint(following[:2])
