"""What is said around an incise, `K, said S, K`: before the cue, after it, or in the quotation that it splits."""

from __future__ import annotations

import re
from collections.abc import Sequence

from evtx.document import Span
from evtx.language.quotations import Quotation
from evtx.linking.extents import TRIM, innermost, stop, trimmed
from evtx.matching.found import Clause, Found

# How many cells a dateline may have.
_DATELINE = 8
# A quotation longer than this is no name or phrase.
_SENTENCE = 40
# What opens the clause that an incise splits: a conjunction, or a comma with a connective or a link to what it follows.
_OPENS = re.compile(r"(?:q|w|l|s|,c|,[RPp]*l)(?=[^qwls]*$)")


def incise_spans(
    found: Found, clause: Clause, rivals: Sequence[Found], quotations: Sequence[Quotation], text: str
) -> tuple[Span, ...]:
    """What is said around an incise: the quotation it stands in or follows, or the clauses before and after it."""
    sentence, trigger = clause.sentence, found.trigger
    around = innermost(quotations, trigger.start)
    first, after = cue_start(found, clause), cue_end(found, clause)
    if around is not None:
        return trimmed(text, around.inner_start, first) + trimmed(text, after, around.inner_end)
    before = next((q for q in reversed(quotations) if q.end <= first and not text[q.end : first].strip(TRIM)), None)
    if before is not None and is_all_said(before, sentence.start, text):
        return trimmed(text, before.inner_start, before.inner_end) + following_quotation(
            quotations, after, sentence.end, text
        )
    end = clause.end(found.content.last - 1) if found.content and found.content.last > 0 else trigger.start
    rest = resumed_spans(found, clause, after, rivals, quotations, text)
    start = max(
        [
            body_start(clause),
            _start_of_said(clause, _last_said(found, clause), split=bool(rest)),
            *(after_rival(rival, clause) for rival in rivals if rival.cell < found.cell),
        ]
    )
    return trimmed(text, start, min(end, trigger.start)) + rest


def is_all_said(quotation: Quotation, start: int, text: str) -> bool:
    """Whether a quotation is all that is said, not words within a sentence that begins at `start`.

    It is when the sentence begins with it or a colon precedes it, and when it is long and begins as sentences do.
    """
    if quotation.start <= start or text[start : quotation.start].rstrip(TRIM[:-3]).endswith(":"):
        return True
    return quotation.inner_end - quotation.inner_start > _SENTENCE and text[quotation.inner_start].isupper()


def cue_start(found: Found, clause: Clause) -> int:
    """Where the cue of an incise begins, with the pronouns before its verb."""
    if found.verb is None:
        return found.trigger.start
    return min(found.trigger.start, clause.start(found.cell))


def resumed_spans(
    found: Found,
    clause: Clause,
    after: int,
    rivals: Sequence[Found],
    quotations: Sequence[Quotation],
    text: str,
) -> tuple[Span, ...]:
    """What is said after an incise that interrupts it."""
    if found.content is None or found.content.resumed <= 0:
        return rest_after_incise(found, clause, after, rivals, text)
    resumed = found.content._replace(kind="clause", cell=found.content.resumed)
    return trimmed(text, clause.start(resumed.cell), stop(found, clause, resumed, rivals, quotations))


def _last_said(found: Found, clause: Clause) -> int:
    """The last cell before an incise that may belong to what is said."""
    last = found.content.last - 1 if found.content and found.content.last > 0 else found.cell - 1
    while last > 0 and clause.cells[last].kind in ',R"':
        last -= 1
    return last


def _start_of_said(clause: Clause, last: int, *, split: bool) -> int:
    """Where what is said before an incise begins: after a semicolon, or with the clause that the incise splits.

    `He says that, according to X, they left`: after `that` nothing is said before the cue.
    """
    kinds = "".join(cell.kind for cell in clause.cells[: last + 1])
    begin = max(kinds.rfind(";"), _clause_opening(kinds) if split or kinds[-1:] == "q" else -1)
    if begin < 0:
        return clause.sentence.start
    return clause.sentence.starts[clause.cells[begin + 1].first] if begin + 1 < len(clause.cells) else clause.end(begin)


def _clause_opening(kinds: str) -> int:
    opening = next(iter(_OPENS.finditer(kinds)), None)
    return opening.end() - 1 if opening else -1


def body_start(clause: Clause) -> int:
    """Where a sentence begins after a time stamp or dateline: `21:15 - Two missiles ...`."""
    for index, cell in enumerate(clause.cells[:_DATELINE]):
        if cell.verb is not None or (cell.kind == "-" and _sets_off(clause, index)):
            break
        if cell.kind == "-" and index + 1 < len(clause.cells):
            return clause.sentence.starts[clause.cells[index + 1].first]
    return clause.sentence.start


def _sets_off(clause: Clause, dash: int) -> bool:
    """Whether a dash opens what is set off between a subject and its verb, which follows the closing one."""
    closing = next((i for i in range(dash + 1, len(clause.cells)) if clause.cells[i].kind == "-"), None)
    following = clause.cells[closing + 1 : closing + 2] if closing is not None else []
    return any(cell.kind in "VS" for cell in following)


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
        (i for i, cell in enumerate(clause.cells) if sentence.starts[cell.first] > after and cell.kind not in ',"'),
        None,
    )
    kinds = "".join(cell.kind for cell in clause.cells[: _last_said(found, clause) + 1])
    wanted = "IJPVSN" if re.search(r"(?:^|[,;])[PpTRlc]+$", kinds) else "IJPVS"
    if index is None or clause.cells[index].kind not in wanted:
        return ()
    return trimmed(text, sentence.starts[clause.cells[index].phrase], sentence.end)


def following_quotation(quotations: Sequence[Quotation], after: int, end: int, text: str) -> tuple[Span, ...]:
    """A second quotation right after an incise, in its sentence or as the next one."""
    for quotation in quotations:
        if quotation.start >= after:
            gap = text[after : quotation.start]
            if not gap.strip(TRIM + ".") and "\n\n" not in gap:
                return trimmed(text, quotation.inner_start, quotation.inner_end)
            return ()
    return ()
