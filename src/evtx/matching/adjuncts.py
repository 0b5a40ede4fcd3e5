"""What stands around a trigger besides subject and object: prepositional phrases, each with the role it opens."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from evtx.document import Span
from evtx.language.words import LETTERS
from evtx.matching.cells import Cell, complements
from evtx.matching.found import Clause, Filler
from evtx.matching.roles import Opening, RoleTable
from evtx.matching.ruleset import LanguageRules

_STOPS = frozenset(".;:qwlsVSIJGx")
_ASIDE = frozenset('PTR"')
_PASSED_AFTER_COMMA = frozenset('PTRB"(-')


def after(cells: Sequence[Cell], start: int, carriers: frozenset[str] = frozenset()) -> Iterator[int]:
    """Indices of the cells after a trigger that still belong to its clause, nearest first.

    `carriers` are lemmas of participles that hand their complements on to the noun before them.
    """
    depth, comma = 0, -1
    for index in range(start, len(cells)):
        cell = cells[index]
        depth += (cell.kind == "(") - (cell.kind == ")")
        if depth > 0 or cell.kind == ")":
            continue
        if cell.kind in _STOPS:
            return
        if cell.kind == "B" and carriers and cell.lemma not in carriers:
            return
        if cell.kind == "," and comma >= 0 and all(other.kind in _ASIDE for other in cells[comma + 1 : index]):
            comma = -1
            continue
        if cell.kind in ",c":
            comma = index if cell.kind == "," else comma
            following = next((cells[j] for j in range(index + 1, len(cells)) if cells[j].kind not in 'R"'), None)
            if following is None or following.kind not in _PASSED_AFTER_COMMA:
                return
        yield index


def fronted(cells: Sequence[Cell], before: int) -> Iterator[int]:
    """Indices of the phrases that open the clause of the cell at `before`: `In a statement on Monday, X said`."""
    start = before
    while start > 0 and cells[start - 1].kind not in ".;:qwls":
        start -= 1
    for index in range(start, before):
        if cells[index].kind not in 'PTR",B(-)':
            return
        yield index


def undescribed(cells: Sequence[Cell], indices: Sequence[int], carriers: frozenset[str]) -> Iterator[int]:
    """The cells after a verb without the first phrase of each participle among them that is no carrier."""
    described = False
    for index in indices:
        cell = cells[index]
        if not (described and cell.kind == "P"):
            yield index
        described = (cell.kind == "B" and cell.lemma not in carriers) or (described and cell.kind in "RT")


def inner(cells: Sequence[Cell], start: int, end: int, moving: frozenset[str]) -> Iterator[int]:
    """Indices of the cells between a subject and its verb, without what follows a participle in an aside.

    Participles of verbs that are `moving` tell where the subject comes from: `two planes come from X`.
    """
    described = False
    for index in range(start, end):
        cell = cells[index]
        begins = cell.kind in "BG" and cell.lemma not in moving
        described = begins or (described and cell.kind not in ",c")
        if not described:
            yield index


def assign(
    event: str, cell: Cell, tables: Sequence[Mapping[str, tuple[Opening, ...]]], roles: RoleTable, held: frozenset[str]
) -> str:
    """The role that a prepositional phrase fills, empty for none; roles already `held` are passed over."""
    for table in tables:
        for opening in table.get(cell.preposition, ()):
            if opening.role not in held and roles.admits(event, opening.role, cell.type, opening.types):
                return opening.role
    return ""


def participial(clause: Clause, cell: Cell) -> bool:
    """Whether a phrase ends in a participle that is read as an adjective, so that what follows belongs to that."""
    sentence, last = clause.sentence, cell.last - 1
    return last > cell.head and sentence.tape[last] == LETTERS["adjective"] and "B" in sentence.words[last].letters


def phrase_end(clause: Clause, index: int, of: str) -> int:
    """Where the phrase of a cell ends with all that follows it without a gap and is part of it (a document offset).

    That are of-phrases, and a phrase after a participle that ends it: `a camp set up at the river`.
    """
    cells, last = clause.cells, index
    while True:
        following = last + 1
        if following < len(cells) and cells[following].kind == '"':
            following += 1
        if following >= len(cells):
            return clause.end(last)
        taken = participial(clause, cells[last]) and cells[following].kind == "P" and following == last + 1
        if not taken and not _continues(cells[last], cells[following], following - last, of):
            return clause.end(last)
        last = following


def _continues(before: Cell, cell: Cell, distance: int, of: str) -> bool:
    """Whether a phrase follows another without a gap (or only a quotation mark) as its of-phrase."""
    adjacent = cell.first == before.last + distance - 1
    return cell.kind == "P" and cell.preposition == of and adjacent and complements(before, cell)


def kept_apart(clause: Clause, fillers: Sequence[Filler], content: int | None) -> list[Filler]:
    """The fillers, none reaching into the cell of another or into the cell where the content begins."""
    taken = {filler.cell for filler in fillers if filler.cell >= 0} | ({content} if content is not None else set())
    return [_cut(clause, filler, taken) for filler in fillers]


def _cut(clause: Clause, filler: Filler, taken: set[int]) -> Filler:
    for cell in sorted(taken):
        start = clause.sentence.starts[clause.cells[cell].first]
        if cell > filler.cell >= 0 and filler.span.start < start < filler.span.end:
            return filler._replace(span=Span(filler.span.start, clause.end(cell - 1)))
    return filler


def filler(clause: Clause, index: int, role: str, rules: LanguageRules) -> Filler:
    """The phrase of a cell as the filler of a role, with its of-phrases and without its preposition.

    A place keeps a preposition that says where about it was: `near Gao`, not `in Gao`.
    """
    cell = clause.cells[index]
    kept = role == "place" and cell.preposition in rules.kept
    start = clause.sentence.starts[cell.first] if kept else clause.start(index)
    return Filler(role, Span(start, phrase_end(clause, index, rules.grammar.of)), index, cell.type)
