"""The date that the first lines of a document give for the document itself."""

from __future__ import annotations

import re

from evtx.event import DateValue
from evtx.reading.days import day_value
from evtx.reading.header_grammar import HeaderGrammar, plainly
from evtx.reading.written_days import Written, closing_days, written_days

_DATELINE = 60
_BREAKS = "|•·/()[]>:-–—"
_LAST_WORD = re.compile(r"[^\W\d_]+['’.]?$")
_PLACE = re.compile(
    r"\s*(?=[^\W\d_a-z])(?:[\w'’.\- /]+(?:,\s*[\w'’.\- ]+)?(?:\s*\([^()]{1,40}\))?\s*(?:[,–—]|(?<=\s)-)"
    r"|(?:[^\W\d_a-z]|['’ -])+)\s*"
)
_MOST_PLACE = 4
_NUMBERED = re.compile(r"\s+(?:\S{1,3}\s?)?\d{1,6}$")
_AGENCY = re.compile(r"\s*(?:\([^()]{1,60}\)\s*)?(?:[-–—]+\s*(?=\S)|$)")
_HOUR = re.compile(
    r"(?:T[\d:.,+Z-]+)?(?:[\s,]*[-–—|]?\s*(?:(?P<at>[^\W\d_]+)\s+)?\d{1,2}\s?(?::|(?P<clock>[^\W\d_]+)\.?)\s?"
    r"(?:\d\d(?!\d))?(?::\d\d)?(?:\s?(?:[ap]\.?m\.?|[A-Z]{2,4}(?:[+-]\d{1,2})?)(?!\w))?)?"
)
_PIECE_END = re.compile(r"\s*(?:$|[|•·/()\[\]>:]|[-–—]+\s)")


def find_header_date(text: str, grammar: HeaderGrammar) -> DateValue | None:
    """The date of the document as its header writes it, or None.

    In this order: an agency's dateline, a date of publication, a label or the title of an issue or a line of its own,
    a date of change; failing all these, place and date as a letter or statement has them under its text. Dates in
    running text are not looked at, nor is anything between the first lines and the last.
    """
    ranked = [(rank, day.start, day) for day in written_days(text, grammar) if (rank := _rank(day, grammar))]
    if ranked:
        day = min(ranked, key=lambda found: found[:2])[2]
        return day_value(day.day, day.text, day.start, "header", f"{day.text}: written in the header")
    signed = next((day for day in closing_days(text, grammar) if _is_signature(day, grammar)), None)
    if signed is None:
        return None
    return day_value(signed.day, signed.text, signed.start, "header", f"{signed.text}: written under the text")


def _rank(day: Written, grammar: HeaderGrammar) -> int:
    """How much the words around a date make it the document's: 1 most, 4 least, 0 not at all."""
    lead = _lead(day.before, grammar.joiners)
    if _is_dateline(day, grammar.joiners):
        return 1
    if _begins_piece(lead, grammar.published):
        return 2 if _ends_piece(day, grammar) else 0
    if _begins_piece(lead, grammar.updated):
        return 4 if _ends_piece(day, grammar) else 0
    if _begins_piece(lead, grammar.labels):
        return 3
    return 3 if _is_title_date(day, lead, grammar) else 0


def _without_joiners(before: str, joiners: frozenset[str]) -> str:
    """What stands before a date, without the small words that lead up to it."""
    while (word := _LAST_WORD.search(before.rstrip())) and plainly(word[0]).rstrip(".") in joiners:
        before = before[: word.start()]
    return before


def _lead(before: str, joiners: frozenset[str]) -> str:
    """The words that lead up to a date, plainly written, without small words, colons and commas at their end."""
    bare = _without_joiners(before, joiners).rstrip()
    trimmed = bare.rstrip(":, ")
    return plainly(trimmed) if trimmed == bare else _lead(trimmed, joiners)


def _begins_piece(lead: str, words: tuple[str, ...]) -> bool:
    """Whether a lead ends in one of the words, and these stand at the beginning of a piece of the line."""
    if not lead.endswith(words):
        return False
    starts = (lead.removesuffix(word).rstrip() for word in words if lead.endswith(word))
    return any(not start or start[-1] in _BREAKS for start in starts)


def _is_dateline(day: Written, joiners: frozenset[str]) -> bool:
    """`PLACE, 12 March 2024 (agency) - Text`, or place and date alone on a line."""
    tail = _AGENCY.match(day.after)
    if not tail or not day.day.day or len(day.before) > _DATELINE:
        return False
    told = day.after[tail.end() :]
    shaped = bool(_PLACE.fullmatch(_without_joiners(day.before, joiners)))
    return shaped and not told[:1].islower() and (bool(told) or day.title)


def _is_signature(day: Written, grammar: HeaderGrammar) -> bool:
    """A line under a text that is place and date, or says where and when it was signed."""
    if not day.day.day or day.after.strip(" ."):
        return False
    place = _without_joiners(day.before, grammar.joiners)
    return _is_named_place(place.strip()) or plainly(place).startswith(grammar.signed)


def _is_named_place(words: str) -> bool:
    """Whether words are nothing but the name of a place set off by a comma or in capitals, or nothing at all."""
    names = words.rstrip(",").split()
    apart = words.endswith(",") or words.isupper() or not words
    return apart and len(names) <= _MOST_PLACE and all(name[:1].isupper() for name in names)


def _after_hour(day: Written, grammar: HeaderGrammar) -> str:
    """What follows a date and the hour beside it."""
    hour = _HOUR.match(day.after)
    at, clock = (plainly(hour[name] or "") for name in ("at", "clock")) if hour else ("", "")
    read = hour and (not at or at in grammar.hours) and (not clock or clock in grammar.clock)
    return day.after[hour.end() :] if hour and read else day.after


def _ends_piece(day: Written, grammar: HeaderGrammar) -> bool:
    """Whether nothing follows the date and its hour that would make it part of a sentence."""
    after = _after_hour(day, grammar)
    told = after.lstrip(" \t\u00a0\u202f,")
    change = (*grammar.updated, *grammar.published, *grammar.bylines)
    if _PIECE_END.match(after) or plainly(told).startswith(change):
        return True
    glued = after[:1].isspace() and after.lstrip()[:1].isupper()
    return glued or (day.title and not after.lstrip().startswith(","))


def _is_title_date(day: Written, lead: str, grammar: HeaderGrammar) -> bool:
    """A line or a piece of a title that is the date, an author's line that ends in it, or the title of an issue."""
    closed = day.title and bool(_PIECE_END.match(_after_hour(day, grammar)))
    if not day.before.strip(" [("):
        return closed or (day.day.day is not None and _ends_piece(day, grammar))
    author = lead.startswith(tuple(f"{word} " for word in grammar.bylines))
    apart = not lead or lead[-1] in _BREAKS
    issue = f" {_NUMBERED.sub('', lead)}"
    return closed and (apart or author or issue.endswith(tuple(f" {word}" for word in grammar.issues)))
