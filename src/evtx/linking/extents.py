"""How far reported speech reaches: to the end of its clause, its quotation, or the next act of speech."""

from __future__ import annotations

import re
from collections.abc import Sequence

from evtx.document import Span
from evtx.language.quotations import Quotation
from evtx.matching.found import Clause, Content, Found

TRIM = " \t\n\r\u00a0\u202f\u2009,;:–—-"
_QUOTES = '«»“”"„‹›'
_OPENING = {"»": "«", "”": "“", "›": "‹"}


def innermost(quotations: Sequence[Quotation], position: int) -> Quotation | None:
    """The shortest quotation around a position."""
    around = [q for q in quotations if q.inner_start <= position < q.inner_end]
    return min(around, key=lambda q: q.end - q.start, default=None)


def quotation_from(quotations: Sequence[Quotation], position: int) -> Quotation | None:
    """The quotation whose first word stands at a position."""
    return next((q for q in quotations if q.start <= position <= q.inner_start), None) or innermost(
        quotations, position
    )


def stop(
    found: Found, clause: Clause, content: Content, rivals: Sequence[Found], quotations: Sequence[Quotation]
) -> int:
    """Where a content ends that begins at a cell of its clause."""
    cells = clause.cells
    first = content.cell
    barriers = {
        rival.cell for rival in rivals if rival.cell > first and subordinate_free(rival, found, clause, quotations)
    }
    nominal = content.kind == "noun"
    end = _end_of_relative(found, clause, first)
    depth = 0
    for index in range(first, len(cells)):
        kind = cells[index].kind
        depth += (kind == "(") - (kind == ")")
        if depth > 0:
            continue
        if index > first and index in barriers:
            return clause.end(_back(clause, index))
        if index == end or (kind == "," and content.kind == "attribute") or (kind in ".;" and index > first):
            return clause.end(index - 1)
        if nominal and index > first and _ends_nominal(clause, index):
            return clause.end(_back(clause, index))
        if index > first and _is_medium(found, clause, index):
            return clause.end(_back(clause, index))
    return clause.end(len(cells) - 1)


def _end_of_relative(found: Found, clause: Clause, first: int) -> int:
    """The comma that ends a relative clause with the claim in it, before the verb of the clause around; -1 for none."""
    kinds = "".join(cell.kind for cell in clause.cells)
    if not re.search(r",[RP\"]*[wl][^.;:VS]*$", kinds[: found.cell]):
        return -1
    ends = re.compile(r"(?:[^wlVS.;]|[wl][^VS.;]*[VS])*[VS](?:[^wlVS.;]|[wl][^VS.;]*[VS])*?(,)(?=[RT]*[VS])").match(
        kinds, first
    )
    return ends.start(1) if ends else -1


def _is_medium(found: Found, clause: Clause, index: int) -> bool:
    return any(filler.cell == index for filler in found.fillers)


def subordinate_free(rival: Found, found: Found, clause: Clause, quotations: Sequence[Quotation]) -> bool:
    """Whether a later claim goes on with the same speech rather than being part of what is said.

    That holds for a gerund or verb without a subject of its own after a comma or coordination, for an incise, and for a
    source (`according to X`) set off by a comma; unless it stands inside a quotation that the content opened.
    """
    inside = innermost(quotations, rival.trigger.start)
    if inside is not None and innermost(quotations, found.trigger.start) is not inside:
        return rival.content is not None and rival.content.kind == "before"
    if rival.content is not None and rival.content.kind == "before":
        return True
    previous = next((cell for cell in reversed(clause.cells[: rival.cell]) if cell.kind not in 'RT"'), None)
    if previous is None or previous.kind not in ",c":
        return False
    cell = clause.cells[rival.cell]
    return cell.kind in "GP" or not any(f.role == "speaker" and f.cell > found.cell for f in rival.fillers)


def _ends_nominal(clause: Clause, index: int) -> bool:
    kind = clause.cells[index].kind
    if _opens_noun_clause(clause, index) or _opens_noun_clause(clause, index - 1):
        return False
    if kind in "wlqs:VS":
        return not _in_noun_clause(clause, index)
    if kind not in ",c":
        return False
    following = next((i for i in range(index + 1, len(clause.cells)) if clause.cells[i].kind not in 'R"c'), None)
    if following is None or clause.cells[following].kind not in "NPTBA":
        return True
    return clause.cells[following].kind == "N" and _is_subject(clause, following)


_NOTION = frozenset(("abstract", "document", "event"))


def _opens_noun_clause(clause: Clause, index: int) -> bool:
    """Whether a clause begins here that says what the noun before it holds: `reports according to which ...`."""
    before, cell = clause.cells[index - 1], clause.cells[index]
    if before.kind not in "NP" or before.type not in _NOTION:
        return False
    if cell.kind == "q":
        return before.type == "abstract"
    return cell.kind == "p" and clause.cells[index + 1 :][:1] != [] and clause.cells[index + 1].kind == "l"


def _in_noun_clause(clause: Clause, index: int) -> bool:
    return any(_opens_noun_clause(clause, i) for i in range(max(index - 4, 1), index))


def _is_subject(clause: Clause, index: int) -> bool:
    after = next((cell.kind for cell in clause.cells[index + 1 :] if cell.kind not in 'PRT"'), ".")
    return after in "VS"


def _back(clause: Clause, index: int) -> int:
    last = index - 1
    while last > 0 and clause.cells[last].kind in ',cR-"':
        last -= 1
    return last


def trimmed(text: str, start: int, end: int) -> tuple[Span, ...]:
    """The stretch without white space, outer quotation marks and loose punctuation at its edges; none when empty."""
    while start < end and (text[start] in TRIM or text[start] in _QUOTES or text[start : start + 2] == ". "):
        start += 1
    while end > start and (text[end - 1] in TRIM or text[end - 1] in _QUOTES or text[end - 1] in ".…"):
        end -= 1
    return (Span(start, _with_mark(text, start, end)),) if end > start else ()


def _with_mark(text: str, start: int, end: int) -> int:
    """The end after the mark that closes what was opened inside: `a port said to be "closed"`."""
    closed = re.compile(r"[\s.…]*([»”›])").match(text, end)
    if closed is None:
        return end
    opening = _OPENING[closed.group(1)]
    inside = text[start:end]
    return closed.end() if inside.count(opening) > inside.count(closed.group(1)) else end
