"""Events that have a date although another verb governs it: what the same clause goes on to tell."""

from __future__ import annotations

from collections.abc import Iterator

from evtx.linking.governing import event_after, opens_clause
from evtx.linking.scope import FINITE, Scope, clause_cells, clause_end

_STOPS = frozenset(";:qwls.T")


def sharers(scope: Scope, date: int, governor: int | None) -> Iterator[tuple[int, str]]:
    """The further events that a date holds for and why, given the event that governs it, if any does."""
    behind = governor is not None and scope.events[governor].found.cell < date
    if opens_clause(scope, date) and not behind:
        verb = _first_verb(scope, date)
        yield from ((position, "shared") for position in _continued(scope, verb))
        if governor is None and verb is not None:
            yield from ((position, "together") for position in _together(scope, date, verb))
    elif governor is not None:
        yield from ((position, "shared") for position in _same_auxiliary(scope, date))
    else:
        yield from ((position, "encounter") for position in _at_encounter(scope, date))
        yield from ((position, "together") for position in _together(scope, date, _verb_before(scope, date)))


def _first_verb(scope: Scope, date: int) -> int | None:
    """The main verb of the clause that a date opens, whether it triggers anything or not."""
    return next((index for index in clause_cells(scope, date + 1) if scope.clause.cells[index].kind in FINITE), None)


def _continued(scope: Scope, verb: int | None) -> Iterator[int]:
    """The verbs with the same subject that go on after one, up to another date or clause: `came, saw and won`."""
    if verb is None:
        return
    cells, joined = scope.clause.cells, False
    for index in range(verb + 1, len(cells)):
        kind = cells[index].kind
        if kind in _STOPS or index in scope.incises:
            return
        if kind in FINITE:
            if not joined:
                return
            told = scope.owners[index] if index in scope.owners else event_after(scope, index)
            if told is not None:
                yield told
        joined = kind in ",c" or (joined and kind in 'R"')


def _same_auxiliary(scope: Scope, date: int) -> Iterator[int]:
    """A participle that shares its auxiliary with the verb before a date: `had on Monday burnt it and taken two`."""
    cells = scope.clause.cells
    before = next((i for i in range(date - 1, -1, -1) if cells[i].kind not in ',R"'), None)
    if before is None or cells[before].kind not in FINITE:
        return
    for index in range(date + 1, len(cells)):
        if cells[index].kind in _STOPS:
            return
        if cells[index].kind in FINITE:
            if cells[index].verb is cells[before].verb and index in scope.owners:
                yield scope.owners[index]
            return


def _together(scope: Scope, date: int, verb: int | None) -> Iterator[int]:
    """What is done together with a dated verb that triggers nothing.

    A gerund (`crashed on Monday, killing three`), an infinitive of speech (`gathered on Monday to demand`), and
    what a document says that was published then (`broadcast on Monday a video in which he threatens`).
    """
    cells = scope.clause.cells
    if verb is None:
        return
    for index in range(max(date, verb) + 1, len(cells)):
        kind = cells[index].kind
        if kind in FINITE or kind in ";:qs.T":
            return
        if kind in "wl":
            yield from _in_document(scope, max(date, verb), index)
            return
        if index in scope.owners and (_is_gerund(scope, index) or _is_speech(scope, date, index)):
            yield scope.owners[index]
            return


def _verb_before(scope: Scope, date: int) -> int | None:
    """The finite verb that a date stands behind, in its own clause."""
    for index in range(date - 1, -1, -1):
        kind = scope.clause.cells[index].kind
        if kind in FINITE:
            return index
        if kind not in 'NPRT",':
            return None
    return None


def _is_gerund(scope: Scope, index: int) -> bool:
    """Whether a gerund has the subject of the main verb: it is set off from the nouns before it, or has a preposition.

    What a document says goes with its publication.
    """
    cells = scope.clause.cells
    before = cells[index - 1]
    published = before.kind == "N" and before.type == "document"
    apart = before.kind in ",RT" or published or bool(cells[index].preposition)
    return cells[index].kind == "G" and (apart or not scope.event(index).speaks)


def _is_speech(scope: Scope, date: int, index: int) -> bool:
    """Whether an infinitive is an act of speech that goes with the dated verb: its purpose, or what it was about."""
    cell = scope.clause.cells[index]
    first = scope.clause.sentence.words[cell.first].lower
    near = index == date + 1 or first in scope.words.purposes
    return cell.kind in "IJ" and scope.event(index).speaks and near


def _in_document(scope: Scope, after: int, relative: int) -> Iterator[int]:
    """The acts of speech in the relative clause of a document named between a verb and it."""
    cells = scope.clause.cells
    nouns = [cell for cell in cells[after + 1 : relative] if cell.kind in "NP"]
    if not any(noun.type == "document" for noun in (nouns[-1:] if cells[relative].kind == "w" else nouns)):
        return
    first = next((i for i in range(relative + 1, len(cells)) if cells[i].kind in FINITE), None)
    if first is not None and first in scope.owners and scope.event(first).speaks:
        yield scope.owners[first]
        yield from _continued(scope, first)


def _at_encounter(scope: Scope, date: int) -> Iterator[int]:
    """The act of speech after a dated phrase that tells where or to whom: `speaking on Monday in Kafra, he accused`."""
    cells = scope.clause.cells
    opener = next((i for i in range(date - 1, -1, -1) if cells[i].kind not in 'NPR"'), None)
    if opener is None or cells[opener].kind not in "GBVS" or cells[opener].lemma not in scope.words.encounters:
        return
    start = opener - 1 if opener > 1 and cells[opener].kind in FINITE and cells[opener - 1].kind == "w" else opener
    if (start == opener and cells[opener].kind in FINITE) or (start > 0 and cells[start - 1].kind not in ',:c-"'):
        return
    said = next((i for i in range(date + 1, clause_end(scope, date)) if cells[i].kind in FINITE), None)
    if said is not None and said in scope.owners and scope.event(said).speaks:
        yield scope.owners[said]
