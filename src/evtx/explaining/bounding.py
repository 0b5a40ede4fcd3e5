"""Where what a claim says ends, and what stands there."""

from __future__ import annotations

from collections.abc import Sequence

from evtx.document import Span
from evtx.explaining.place import Place
from evtx.language.quotations import Quotation
from evtx.matching.found import Clause, Found

_CLOSING = " \t\n\r\u00a0\u202f,;:.!?…–—-"


def ends(
    piece: Span, found: Found, clause: Clause, others: Sequence[Found], quotations: Sequence[Quotation], place: Place
) -> str:
    """What stands where a piece of what is said ends."""
    end, text = piece.end, place.text
    for quotation in quotations:
        if quotation.inner_end >= end >= quotation.inner_start and not text[end : quotation.inner_end].strip(_CLOSING):
            return "it ends with its quotation"
    if end >= clause.sentence.end or not text[end : clause.sentence.end].strip(_CLOSING + '»”")'):
        return "it ends with the sentence"
    for filler in found.fillers:
        if filler.span.start >= end and short(text[end : filler.span.start]):
            return f"it ends before the {filler.role}"
    for other in (found, *others):
        if other.trigger.start >= end and short(text[end : other.trigger.start]):
            told = "the trigger" if other is found else f"another act of speech, “{place.span(other.trigger).text}”"
            return f"it ends before {told}"
    following = text[end : clause.sentence.end].strip(_CLOSING).split(maxsplit=1)
    return f"it ends before “{following[0]}”" if following else "it ends with the sentence"


def short(gap: str) -> bool:
    """Whether no more than a word or two stands between two places."""
    return len(gap.split()) <= 2
