"""Where what is said begins and ends: the content spans of a claim.

A content runs from the word that the rule found to the end of its clause, and stops where the next act of speech of the
same speaker begins, where a source is named, or where its quotation closes; a cue inside a quotation splits it in two.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from evtx.document import Span
from evtx.language.quotations import Quotation
from evtx.linking.extents import innermost, quotation_from, stop, trimmed
from evtx.linking.incises import incise_spans
from evtx.matching.found import Clause, Content, Found


def content_spans(
    found: Found, clause: Clause, rivals: Sequence[Found], quotations: Sequence[Quotation], text: str
) -> tuple[Span, ...]:
    """The pieces of what a claim says; `rivals` are the other claims of its sentence."""
    content = found.content
    if content is None:
        return ()
    if content.kind == "before":
        return incise_spans(found, clause, rivals, quotations, text)
    if content.kind == "subject":
        return (Span(clause.start(content.cell), _phrase_end(clause, content.cell)),)
    content = content._replace(cell=_after_conjunction(found, clause, content))
    first = clause.cells[content.cell]
    start = clause.sentence.starts[first.first if content.kind == "clause" else first.phrase]
    enclosing = innermost(quotations, found.trigger.start)
    opened = quotation_from(quotations, start)
    end = stop(found, clause, content, rivals, quotations)
    if content.kind == "quote" and opened is not None:
        return trimmed(text, opened.inner_start, end if goes_on(clause, opened.end) else opened.inner_end)
    if opened is not None and opened.start <= start <= opened.inner_start and opened.inner_end > end >= clause.end(-2):
        return trimmed(text, start, opened.inner_end)
    if enclosing is not None:
        end = min(end, enclosing.inner_end) if enclosing.inner_end > start else end
    return trimmed(text, start, max(end, start + 1))


def announced_before(
    found: Found, clauses: Sequence[Clause], text: str, definite: Callable[[Clause, int], bool]
) -> tuple[Span, ...]:
    """The sentence before one that says who told it: `They will come. The announcement was made by the mayor.`"""
    clause = clauses[found.sentence]
    if not found.filler("speaker") or not found.sentence or not _says_who_told(found, clause):
        return ()
    if not definite(clause, found.cell):
        return ()
    before, here = clauses[found.sentence - 1].sentence, clause.sentence
    apart = text[before.end : here.start]
    return () if apart.strip() or "\n\n" in apart else trimmed(text, before.start, before.end)


def _says_who_told(found: Found, clause: Clause) -> bool:
    kinds = "".join(cell.kind for cell in clause.cells[: found.cell + 2])
    return found.content is None and found.verb is None and re.fullmatch(r"[RT,]*NS", kinds) is not None


def _after_conjunction(found: Found, clause: Clause, content: Content) -> int:
    """The cell where a clause begins: with what a comma sets off after `that`: `that, on Monday, they left`."""
    if content.kind == "attribute":
        return next(i for i in range(found.last_cell, content.cell + 1) if clause.cells[i].kind not in 'TP"')
    if content.kind != "clause":
        return content.cell
    kinds = "".join(cell.kind for cell in clause.cells[found.last_cell : content.cell])
    aside = re.search(r"q,[^,q]*,[RT\"]*$", kinds)
    return found.last_cell + aside.start() + 2 if aside else content.cell


def goes_on(clause: Clause, end: int) -> bool:
    """Whether the phrase that a quotation began goes on after it: `admits "failings" in its checks`."""
    following = next((cell for cell in clause.cells if clause.sentence.starts[cell.first] >= end), None)
    return following is not None and following.kind == "P"


def _phrase_end(clause: Clause, index: int) -> int:
    cells, last = clause.cells, index
    while last + 1 < len(cells) and cells[last + 1].kind == "P" and cells[last + 1].first == cells[last].last:
        last += 1
    return clause.end(last)
