"""Where the sentences of a text begin and end, told from stops, line breaks and what stands around them.

One compiled pattern finds the places where a sentence may end; small tests decide on each. Nothing here knows a
language: the abbreviations are handed in.
"""

from __future__ import annotations

import re

# A stop with the closing marks that belong to its sentence, before white space (or glued to the next sentence); or a
# line break. The second look-behind keeps a run of stops from being tried again at each of its characters.
_CANDIDATE = re.compile(
    r"""[.!?…؟\n]
    (?: (?<=\n) \s*+
      | (?<![.!?…؟]{2}) (?<!\n) [.!?…؟]*+
        (?: [ \u00a0\u202f\u2009]?[»›] | [”"’')\]“] | \[\d{1,3}\] )*+
        (?: (?P<gap>\s++|\Z) | (?<=[^\W\d_A-Z]{2}[.!?…؟]) (?=[A-ZÀ-Þ][a-zß-ÿ]) )
    )""",
    re.VERBOSE,
)
_CONTINUES = frozenset(",;:)]}»”›/%")
_BEFORE_WORD = frozenset("«“\"„‹‘'’([—–- \u00a0\u202f")
_BULLET = re.compile(r"[•●▪■◦‣·*►▶→]|[-–—]\s|\d{1,3}[.)]\s")
_JOINING = frozenset(",-–—(«“/&")
_NUMBERING = re.compile(r"(?:\d{1,3}|[IVX]{1,5}|[A-Z]|[a-z])\Z")
_INITIALS = re.compile(r"(?:[^\W\d_]\.-?)?[^\W\d_]\Z")
_BEFORE_LAST_WORD = re.compile(r".*[\s(\[«“\"'’‘]")
_LONGEST_ABBREVIATION = 12
_LONGEST_NUMBERING = 5
# Nobody wraps lines beyond this, so that a longer line is a whole paragraph; a line below the second is a headline.
_WIDEST_WRAP = 110
_SHORT_LINE = 40


def split_sentences(text: str, start: int, end: int, abbreviations: frozenset[str]) -> list[tuple[int, int]]:
    """Spans of the sentences of `text` between `start` and `end`, in order, without white space around them.

    `abbreviations` are written without their last full stop; one that ends in `#` counts before a number only.
    Closing quotation marks and brackets belong to the sentence whose stop they follow. A blank line, a bullet, a
    headline without a stop end a sentence; a line break inside a wrapped paragraph does not.

    >>> text = "Mrs. Roy is here. She says: « Nothing. » He leaves."
    >>> [text[first:last] for first, last in split_sentences(text, 0, len(text), frozenset({"Mrs"}))]
    ['Mrs. Roy is here.', 'She says: « Nothing. »', 'He leaves.']
    """
    spans: list[tuple[int, int]] = []
    begin = _skip_space(text, start, end)
    for match in _CANDIDATE.finditer(text, begin, end):
        first, following = match.span()
        if text[first] == "\n":
            if not is_line_end(text, first, following):
                continue
            last = _drop_space(text, begin, first)
        else:
            last = match.start("gap") if match["gap"] is not None else following
            if not _is_sentence_end(text, begin, first, last, following, end, abbreviations):
                continue
        if last > begin:
            spans.append((begin, last))
        begin = following
    last = _drop_space(text, begin, end)
    return [*spans, (begin, last)] if last > begin else spans


def is_line_end(text: str, break_start: int, next_start: int) -> bool:
    """Whether the line break from `break_start` up to `next_start` ends a paragraph, an item or a headline.

    A blank line does, and a bullet after it; and so does a line that is not wrapped: one too long for that, a short
    one, or one on which the next word would still have had room.
    """
    if next_start >= len(text) or text.count("\n", break_start, next_start) > 1:
        return True
    if text[next_start].islower():
        return False
    if _BULLET.match(text, next_start):
        return True
    widest = text[max(0, break_start - _WIDEST_WRAP) : break_start]
    line = widest.rpartition("\n")[2].strip()
    if line[-1:] in _JOINING:
        return False
    next_line = text[next_start : next_start + _WIDEST_WRAP].partition("\n")[0].rstrip()
    if len(line) < _SHORT_LINE or max(len(line), len(next_line)) >= _WIDEST_WRAP or line[-1] in ":;.!?…":
        return True
    return len(line) + 1 + len(next_line.partition(" ")[0]) <= len(next_line)


def _is_block_start(text: str, break_start: int, next_start: int) -> bool:
    """Whether a blank line or a bullet stands after a line break."""
    return text.count("\n", break_start, next_start) > 1 or _BULLET.match(text, next_start) is not None


def _is_sentence_end(
    text: str, begin: int, stop: int, last: int, following: int, end: int, abbreviations: frozenset[str]
) -> bool:
    """Whether the stop at `stop`, with its closing marks up to `last`, ends the sentence that began at `begin`."""
    if following >= end:
        return True
    if text.find("\n", last, following) >= 0 and _is_block_start(text, last, following):
        return True
    after = text[following]
    if not after.isupper() and (after in _CONTINUES or _starts_lower(text, following)):
        return False
    if text[stop] != "." or last > stop + 1:
        return text[stop - 1 : stop] not in ("(", "[") or last == stop + 1  # an omission: [...]
    return not _is_abbreviated(text, begin, stop, after, abbreviations)


def _starts_lower(text: str, position: int) -> bool:
    """Whether the next word, behind opening marks and dashes, begins in lower case."""
    for character in text[position : position + 4]:
        if character not in _BEFORE_WORD:
            return character.islower()
    return False


def _is_abbreviated(text: str, begin: int, stop: int, after: str, abbreviations: frozenset[str]) -> bool:
    """Whether the full stop at `stop` belongs to its word: an abbreviation, an initial, the number of a paragraph."""
    whole = text[max(begin, stop - _LONGEST_ABBREVIATION) : stop].replace("\n", " ").rpartition(" ")[2]
    word = whole if whole.isalpha() else _BEFORE_LAST_WORD.sub("", whole)
    if not word:
        return False
    form = word[0].lower() + word[1:]
    if word in abbreviations or form in abbreviations:
        return True
    if after.isdigit() and (f"{word}#" in abbreviations or f"{form}#" in abbreviations):
        return True
    if len(word) > _LONGEST_NUMBERING:
        return False
    if stop - begin == len(whole):
        return _NUMBERING.match(word) is not None
    return word[0].isupper() and after.isalpha() and _INITIALS.match(word) is not None


def _skip_space(text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    return start


def _drop_space(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end
