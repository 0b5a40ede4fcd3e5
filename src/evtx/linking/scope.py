"""One sentence as dates see it: which of its cells hold events, documents and acts of speech."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from evtx.language.grammar import DateWords
from evtx.linking.linked import Linked
from evtx.matching.cells import Cell
from evtx.matching.found import Clause

_ASIDE = re.compile(r"[wlq][^VS;.]*[VS][^VS;.,]*,(?=[RT]*[VS])")
FINITE = frozenset("VS")
BOUNDS = frozenset(";:qwls")


class Scope(NamedTuple):
    """A sentence, its events, and where they stand.

    `owners` are the cells of triggers, `spoken_of` those and the bare nouns that a claim is about, `documents` those of
    documents that speak or carry a claim: each with the position of its event. `incises` are the cells of claims that
    stand behind or within what is said.
    """

    clause: Clause
    events: Sequence[Linked]
    positions: Sequence[int]
    owners: Mapping[int, int]
    spoken_of: Mapping[int, int]
    documents: Mapping[int, int]
    incises: frozenset[int]
    words: DateWords

    def event(self, cell: int) -> Linked:
        """The event whose trigger stands at a cell."""
        return self.events[self.owners[cell]]


def scope_of(clause: Clause, positions: Sequence[int], events: Sequence[Linked], words: DateWords) -> Scope:
    """What dates must know of a sentence whose events have these positions."""
    owners = {events[position].found.cell: position for position in positions}
    contents = {position: events[position].found.content for position in positions}
    return Scope(
        clause=clause,
        events=events,
        positions=positions,
        owners=owners,
        spoken_of=owners | _pointed_at(positions, events),
        documents={
            filler.cell: position
            for position in positions
            for filler in events[position].fillers
            if filler.type == "document" and filler.cell >= 0
        },
        incises=frozenset(
            events[p].found.cell for p, content in contents.items() if content and content.kind == "before"
        ),
        words=words,
    )


def _pointed_at(positions: Sequence[int], events: Sequence[Linked]) -> dict[int, int]:
    """Cells of bare nouns that a claim is about -> the claim, which a date behind them belongs to."""
    bare = {events[position].found.cell for position in positions if events[position].found.anaphoric}
    contents = ((position, events[position].found.content) for position in positions)
    nouns = ((position, content) for position, content in contents if content is not None and content.kind == "noun")
    return {content.cell: position for position, content in nouns if content.cell in bare}


def clause_end(scope: Scope, start: int) -> int:
    """The end of the clause that begins at a cell: the next bound, or an incise after it."""
    cells, seen_verb = scope.clause.cells, False
    for index in range(start, len(cells)):
        if cells[index].kind in BOUNDS or (seen_verb and index in scope.incises and cells[index - 1].kind == ","):
            return index
        seen_verb = seen_verb or cells[index].kind in FINITE
    return len(cells)


def clause_cells(scope: Scope, start: int) -> list[int]:
    """The cells of the clause that begins at one, without what is set off between its subject and its verb."""
    cells, own, index, seen_verb = scope.clause.cells, list[int](), start, False
    while index < len(cells):
        resumed = None if seen_verb else _resumed(cells, index)
        if resumed is not None:
            index = resumed
            continue
        if cells[index].kind in BOUNDS or (seen_verb and index in scope.incises and cells[index - 1].kind == ","):
            break
        own.append(index)
        seen_verb = seen_verb or cells[index].kind in FINITE
        index += 1
    return own


def _resumed(cells: Sequence[Cell], index: int) -> int | None:
    """Where a clause goes on after what dashes or a relative clause between commas set off; None where nothing does."""
    if cells[index].kind == "-":
        closing = next((i for i in range(index + 1, len(cells)) if cells[i].kind == "-"), None)
        return None if closing is None else closing + 1
    if cells[index].kind not in "wlq" or index == 0 or cells[index - 1].kind not in ",p":
        return None
    kinds = "".join(cell.kind for cell in cells)
    found = _ASIDE.match(kinds, index)
    return found.end() if found else None


def ends_in_participle(clause: Clause, index: int) -> bool:
    """Whether a noun phrase ends in a participle that a date behind it would go with: `an officer dismissed`."""
    cell = clause.cells[index]
    last = cell.last - 1
    return cell.kind in "NP" and last > cell.head and "B" in clause.sentence.words[last].letters


def indefinite(clause: Clause, index: int, definite: frozenset[str]) -> bool:
    """Whether a noun phrase is not one of those that point to something already named."""
    cell, sentence = clause.cells[index], clause.sentence
    contracted = cell.phrase > cell.first and sentence.tape[cell.phrase - 1] == "M"
    return not contracted and sentence.words[cell.phrase].lower not in definite
