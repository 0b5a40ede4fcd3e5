"""Where what is said begins and ends: the content spans of a claim.

A content runs from the word that the rule found to the end of its clause, and stops where the next act of speech of the
same speaker begins, where a source is named, or where its quotation closes; a cue inside a quotation splits it in two.
"""

from __future__ import annotations

from collections.abc import Sequence

from evtx.document import Span
from evtx.language.quotations import Quotation
from evtx.matching.found import Clause, Content, Found

_TRIM = " \t\n\r\u00a0\u202f\u2009,;:–—-"
# How many cells a dateline may have.
_DATELINE = 8
_QUOTES = '«»“”"„‹›'


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
    first = clause.cells[content.cell]
    start = clause.sentence.starts[first.first if content.kind == "clause" else first.phrase]
    enclosing = innermost(quotations, found.trigger.start)
    opened = quotation_from(quotations, start)
    end = _stop(found, clause, content, rivals, quotations)
    if content.kind == "quote" and opened is not None:
        return trimmed(text, opened.inner_start, end if goes_on(clause, opened.end) else opened.inner_end)
    if enclosing is not None:
        end = min(end, enclosing.inner_end) if enclosing.inner_end > start else end
    return trimmed(text, start, max(end, start + 1))


def goes_on(clause: Clause, end: int) -> bool:
    """Whether the phrase that a quotation began goes on after it: `admits "failings" in its checks`."""
    following = next((cell for cell in clause.cells if clause.sentence.starts[cell.first] >= end), None)
    return following is not None and following.kind == "P"


def innermost(quotations: Sequence[Quotation], position: int) -> Quotation | None:
    """The shortest quotation around a position."""
    around = [q for q in quotations if q.inner_start <= position < q.inner_end]
    return min(around, key=lambda q: q.end - q.start, default=None)


def quotation_from(quotations: Sequence[Quotation], position: int) -> Quotation | None:
    """The quotation whose first word stands at a position."""
    return next((q for q in quotations if q.start <= position <= q.inner_start), None) or innermost(
        quotations, position
    )


def _phrase_end(clause: Clause, index: int) -> int:
    cells, last = clause.cells, index
    while last + 1 < len(cells) and cells[last + 1].kind == "P" and cells[last + 1].first == cells[last].last:
        last += 1
    return clause.end(last)


def _stop(
    found: Found, clause: Clause, content: Content, rivals: Sequence[Found], quotations: Sequence[Quotation]
) -> int:
    cells = clause.cells
    first = content.cell
    barriers = {
        rival.cell for rival in rivals if rival.cell > first and subordinate_free(rival, found, clause, quotations)
    }
    nominal = content.kind == "noun"
    depth = 0
    for index in range(first, len(cells)):
        kind = cells[index].kind
        depth += (kind == "(") - (kind == ")")
        if depth > 0:
            continue
        if index > first and index in barriers:
            return clause.end(_back(clause, index))
        if kind in ".;" and index > first:
            return clause.end(index - 1)
        if nominal and index > first and _ends_nominal(clause, index):
            return clause.end(_back(clause, index))
        if index > first and _is_medium(found, clause, index):
            return clause.end(_back(clause, index))
    return clause.end(len(cells) - 1)


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
    if kind in "wlqs:VS":
        return True
    if kind not in ",c":
        return False
    following = next((i for i in range(index + 1, len(clause.cells)) if clause.cells[i].kind not in 'R"c'), None)
    if following is None or clause.cells[following].kind not in "NPTBA":
        return True
    return clause.cells[following].kind == "N" and _is_subject(clause, following)


def _is_subject(clause: Clause, index: int) -> bool:
    after = next((cell.kind for cell in clause.cells[index + 1 :] if cell.kind not in 'PRT"'), ".")
    return after in "VS"


def _back(clause: Clause, index: int) -> int:
    last = index - 1
    while last > 0 and clause.cells[last].kind in ',cR-"':
        last -= 1
    return last


def incise_spans(
    found: Found, clause: Clause, rivals: Sequence[Found], quotations: Sequence[Quotation], text: str
) -> tuple[Span, ...]:
    """What is said around an incise: the quotation it stands in or follows, or the clauses before and after it."""
    sentence, trigger = clause.sentence, found.trigger
    around = innermost(quotations, trigger.start)
    after = cue_end(found, clause)
    if around is not None:
        return trimmed(text, around.inner_start, trigger.start) + trimmed(text, after, around.inner_end)
    before = next(
        (q for q in reversed(quotations) if q.end <= trigger.start and not text[q.end : trigger.start].strip(_TRIM)),
        None,
    )
    if before is not None and (
        before.start <= sentence.start or text[sentence.start : before.start].rstrip(_TRIM[:-3]).endswith(":")
    ):
        return trimmed(text, before.inner_start, before.inner_end) + following_quotation(
            quotations, after, sentence.end, text
        )
    start = max([body_start(clause), *(after_rival(rival, clause) for rival in rivals if rival.cell < found.cell)])
    end = clause.end(found.content.last - 1) if found.content and found.content.last > 0 else trigger.start
    pieces = trimmed(text, start, min(end, trigger.start))
    if found.content is not None and found.content.resumed > 0:
        resumed = found.content._replace(kind="clause", cell=found.content.resumed)
        return pieces + trimmed(text, clause.start(resumed.cell), _stop(found, clause, resumed, rivals, quotations))
    return pieces + rest_after_incise(found, clause, after, rivals, text)


def body_start(clause: Clause) -> int:
    """Where a sentence begins after a time stamp or dateline: `21:15 - Two missiles ...`."""
    for index, cell in enumerate(clause.cells[:_DATELINE]):
        if cell.verb is not None:
            break
        if cell.kind == "-" and index + 1 < len(clause.cells):
            return clause.sentence.starts[clause.cells[index + 1].first]
    return clause.sentence.start


def cue_end(found: Found, clause: Clause) -> int:
    """Where the cue of an incise ends: after its speaker and the dates and phrases that go with it."""
    ends = [found.trigger.end, *(f.span.end for f in found.fillers if f.span.start >= found.trigger.end)]
    for index in range(found.last_cell, len(clause.cells)):
        if clause.cells[index].kind not in "NPTR":
            break
        ends.append(clause.end(index))
    return max(ends)


def after_rival(rival: Found, clause: Clause) -> int:
    """Where a new clause can begin after an earlier claim: not before the claim's own incise has ended."""
    if rival.content is None or rival.content.kind != "before":
        return 0
    return max([rival.trigger.end, *(f.span.end for f in rival.fillers)])


def rest_after_incise(found: Found, clause: Clause, after: int, rivals: Sequence[Found], text: str) -> tuple[Span, ...]:
    """What an unquoted incise interrupts and the sentence takes up again after a comma."""
    sentence = clause.sentence
    rest = text[after : sentence.end].lstrip(" \u00a0")
    if not rest.startswith(",") or any(r.cell > found.cell for r in rivals):
        return ()
    index = next(
        (i for i, cell in enumerate(clause.cells) if clause.sentence.starts[cell.first] > after and cell.kind != ","),
        None,
    )
    if index is None or clause.cells[index].kind not in "IJPVS":
        return ()
    return trimmed(text, sentence.starts[clause.cells[index].phrase], sentence.end)


def following_quotation(quotations: Sequence[Quotation], after: int, end: int, text: str) -> tuple[Span, ...]:
    """A second quotation right after an incise, in its sentence or as the next one."""
    for quotation in quotations:
        if quotation.start >= after:
            gap = text[after : quotation.start]
            if not gap.strip(_TRIM + ".") and "\n\n" not in gap:
                return trimmed(text, quotation.inner_start, quotation.inner_end)
            return ()
    return ()


def trimmed(text: str, start: int, end: int) -> tuple[Span, ...]:
    """The stretch without white space, outer quotation marks and loose punctuation at its edges; none when empty."""
    while start < end and (text[start] in _TRIM or text[start] in _QUOTES):
        start += 1
    while end > start and (text[end - 1] in _TRIM or text[end - 1] in _QUOTES or text[end - 1] in ".…"):
        end -= 1
    return (Span(start, end),) if end > start else ()
