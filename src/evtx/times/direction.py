"""Which side of its anchor a date lies on, told by the verbs and cue words of its sentence."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from evtx.times.cues import Cue, begins, cue_length, ends_in_participle, shows, words_of
from evtx.times.grammar import DateGrammar
from evtx.times.windows import Beside

_REACH = 110
_ENDS = re.compile(r"[.!?;\n]\s|\n")
_BREAK_COST, _COMMA_COST = 25, 12
_CUES = ("future", "plan", "past")
_RANKS = tuple([rank for rank in range(len(_CUES)) if bits >> rank & 1] for bits in range(1 << len(_CUES)))
_LONGEST_CUE, _MOST_WORDS, _CLOSE_BY = 60, 4, 40
_CLOSE_SIGNS = " ,;:()\"'«»\u00a0\u202f"
_LONGEST_CHUNK, _MOST_CHUNKS = 40, 100_000

Cost = tuple[int, int]
"""How far a cue stands from the date, in characters, other clauses counted as farther; and which direction it shows."""


def direction(low: str, start: int, end: int, grammar: DateGrammar) -> str | None:
    """`past` or `future` by the cue nearest to a stretch of lowered text within its sentence, None when none tells.

    Words of the list `plan` (deciding, announcing, fixing) may look either way: where one is nearest, nothing is told.
    """
    first, last = _sentence(low, start, end)
    costs = [(1, _CUES.index("past"))] if _past_stands_before(low, first, start, grammar) else []
    costs += _nearest(_before(low, first, start, grammar))
    reach = end + min(costs)[0] if costs else last
    costs += _nearest(_after(low, end, last, reach, grammar))
    name = _CUES[min(costs)[1]] if costs else "plan"
    return None if name == "plan" else name


def _past_stands_before(low: str, first: int, start: int, grammar: DateGrammar) -> bool:
    cue = grammar.cues.get("past")
    if cue is None or not low[first:start].rstrip(_CLOSE_SIGNS).endswith(cue.adjacent):
        return False
    words = words_of(low, max(first, start - _LONGEST_CUE), start)
    ahead = grammar.cues.get("future")
    return ends_in_participle(words, cue) and not (ahead and len(words) > 1 and shows(words[-2].form, ahead))


def _sentence(low: str, start: int, end: int) -> tuple[int, int]:
    first = max(start - _REACH, 0)
    breaks = [match.end() for match in _ENDS.finditer(low, first, start)]
    stop = _ENDS.search(low, end, end + _REACH)
    return breaks[-1] if breaks else first, stop.start() if stop else min(end + _REACH, len(low))


def _nearest(costs: Iterator[Cost]) -> list[Cost]:
    """The first cost of each direction, until no later one can be less than the least."""
    found: dict[int, Cost] = {}
    for cost, rank in costs:
        found.setdefault(rank, (cost, rank))
        if len(found) == len(_CUES) or cost > min(found.values())[0] + _LONGEST_CUE:
            break
    return list(found.values())


def _before(low: str, first: int, start: int, grammar: DateGrammar) -> Iterator[Cost]:
    """The cues of each direction before a date, from the nearest on."""
    place, crossed, memory, nearest = start, 0, grammar.memory.beside, _REACH
    for text in reversed(low[first:start].split(" ")):
        if start - place > nearest + _LONGEST_CUE:
            return
        place -= len(text)
        for offset, length, shown, begun, cost in reversed((memory.get(text) or _beside(text, grammar)).words):
            here = place + offset
            for rank in _RANKS[shown]:
                nearest = min(nearest, start - here - length + crossed)
                yield start - here - length + crossed, rank
            for rank in _RANKS[begun]:
                words = words_of(low, here, start, _MOST_WORDS)
                size = cue_length(words, 0, grammar.cues[_CUES[rank]])
                if size:
                    inside = sum(word.form in grammar.breaks for word in words[1:size])
                    yield start - words[size - 1].end + crossed - _BREAK_COST * inside, rank
            crossed += cost
        place -= 1


def _after(low: str, end: int, last: int, reach: int, grammar: DateGrammar) -> Iterator[Cost]:
    """The cues of each direction after a date, from the nearest on, as far as it matters."""
    place, crossed, memory = end, 0, grammar.memory.beside
    for text in low[end:last].split(" "):
        if place > reach:
            return
        for offset, _, shown, begun, cost in (memory.get(text) or _beside(text, grammar)).words:
            here = place + offset
            ranks = [*_RANKS[shown], *(r for r in _RANKS[begun] if _makes_cue(low, here, last, r, grammar))]
            for rank in ranks:
                yield here - end + crossed, rank
            crossed += cost
        place += len(text) + 1


def _makes_cue(low: str, start: int, last: int, rank: int, grammar: DateGrammar) -> bool:
    words = words_of(low, start, last, _MOST_WORDS)
    return cue_length(words, 0, grammar.cues[_CUES[rank]]) > 0


def _beside(text: str, grammar: DateGrammar) -> Beside:
    """The words of a chunk that show a direction, may begin a cue, or begin another clause."""
    words = [(place, 1, 0, 0, _COMMA_COST) for place, sign in enumerate(text) if sign == ","]
    for form, start, end in words_of(text, 0, len(text)):
        shown, begun = _bits(form, grammar, shows), _bits(form, grammar, begins)
        if shown or begun or form in grammar.breaks:
            words.append((start, end - start, shown, begun, _BREAK_COST * (form in grammar.breaks)))
    beside = Beside(tuple(sorted(words)))
    if len(text) <= _LONGEST_CHUNK and len(grammar.memory.beside) < _MOST_CHUNKS:
        grammar.memory.beside[text] = beside
    return beside


def _bits(form: str, grammar: DateGrammar, test: Callable[[str, Cue], bool]) -> int:
    """The directions for which a test of a form holds, one bit each."""
    return sum(1 << r for r, name in enumerate(_CUES) if name in grammar.cues and test(form, grammar.cues[name]))


def said_then(low: str, start: int, cue: Cue | None) -> bool:
    """Whether a date stands right after a verb of speech, or one word after it, and so dates the speech."""
    if cue is None:
        return False
    words = words_of(low, max(start - _CLOSE_BY, 0), start)
    last = len(words) - 1
    sizes = ((index, cue_length(words, index, cue)) for index in range(last, -1, -1))
    return any(size and index + size >= max(last, 1) for index, size in sizes)
