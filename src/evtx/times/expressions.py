"""Finding date expressions: one scan for trigger words, then three passes of templates over the words around them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate

from evtx.times.grammar import DateGrammar, Family, Stage
from evtx.times.lexicon import NUMERIC_SLOTS
from evtx.times.readings import Reading, written_date

_REACH = 44
_WORDS = re.compile(r"[^\W\d_]+|\d+(?:[./-]\d+)*")
_COMBINING = re.compile("[\u0300-\u036f]")
_COMBINED_WORDS = re.compile(r"(?:[^\W\d_][\u0300-\u036f]*)+|\d+(?:[./-]\d+)*")
_LONGEST_WINDOW = 20_000
_BLOCK, _LONGEST_CHUNK, _MOST_CHUNKS = 1_000_000, 40, 100_000
_WHOLE_NUMBERS = NUMERIC_SLOTS["number"] | NUMERIC_SLOTS["year"]


Cell = tuple[int, int, Reading | None]
"""A stretch of the text under one cell of the tape, and what was read from it, if anything."""


def find_readings(low: str, grammar: DateGrammar) -> tuple[Reading, ...]:
    """All date expressions of lowered text in order, none overlapping another."""
    return tuple(reading for start, end in _windows(low, grammar) for reading in _in_window(low, start, end, grammar))


def _triggers(low: str, grammar: DateGrammar) -> Iterator[tuple[int, int]]:
    """Where trigger words and figures that may be dates stand, block by block."""
    start = 0
    while start < len(low):
        end = low.find(" ", start + _BLOCK)
        end = len(low) if end < 0 else end
        yield from _block_triggers(low[start:end].split(" "), start, grammar)
        start = end


def _block_triggers(chunks: list[str], start: int, grammar: DateGrammar) -> Iterator[tuple[int, int]]:
    """Triggers of the chunks of one block; what a chunk holds is remembered, as most come again."""
    for chunk in set(chunks) - grammar.chunks.keys():
        _remembered(chunk, grammar)
    spans = list(map(grammar.chunks.get, chunks))
    ends = list(accumulate(map(len, chunks)))
    for index, known in enumerate(spans):
        if known is not None and not known:
            continue
        offset = start + ends[index] - len(chunks[index]) + index
        for first, last in _remembered(chunks[index], grammar) if known is None else known:
            yield offset + first, offset + last


def _remembered(chunk: str, grammar: DateGrammar) -> tuple[tuple[int, int], ...]:
    spans = _chunk_triggers(chunk, grammar)
    if len(chunk) <= _LONGEST_CHUNK and len(grammar.chunks) < _MOST_CHUNKS:
        grammar.chunks[chunk] = spans
    return spans


def _chunk_triggers(chunk: str, grammar: DateGrammar) -> tuple[tuple[int, int], ...]:
    words = grammar.triggers
    word = chunk.rstrip(",.")
    if word.isalpha():
        return ((0, len(word)),) if word in words else ()
    pattern = _COMBINED_WORDS if _COMBINING.search(chunk) else _WORDS
    return tuple(
        match.span()
        for match in pattern.finditer(chunk)
        if (form := match.group()) in words or (form[0] <= "9" and _may_be_date(form))
    )


def _may_be_date(figures: str) -> bool:
    return len(figures) == 4 or (4 < len(figures) <= 10 and not figures.isdigit()) or "/" in figures[:3]


def _windows(low: str, grammar: DateGrammar) -> Iterator[tuple[int, int]]:
    """Stretches around triggers, cut at white space and never overlapping."""
    start, end = 0, -1
    for first, last in _triggers(low, grammar):
        left = first - _REACH
        if end < 0:
            start = _space_after(low, max(left, 0))
        elif left > end or end - start > _LONGEST_WINDOW:
            yield start, end
            start = max(end, _space_after(low, max(left, 0)))
        end = max(end, _space_after(low, min(last + _REACH, len(low))))
    if end >= 0:
        yield start, end


def _space_after(low: str, index: int) -> int:
    """The first white space from an index on, within a word's length; the index itself when there is none."""
    if index == 0:
        return 0
    stop = min(index + 40, len(low))
    while index < stop and not low[index].isspace():
        index += 1
    return index


def _in_window(low: str, start: int, end: int, grammar: DateGrammar) -> Iterator[Reading]:
    stages = grammar.stages
    tape, spans = grammar.lexicon.tape(low, start, end)
    cells: list[Cell] = [(first, last, None) for first, last in spans]
    for stage in stages:
        tape, cells = _reduced(stage, tape, cells, low, grammar)
    return (reading for _, _, reading in cells if reading is not None and reading.alone)


def _reduced(stage: Stage, tape: str, cells: list[Cell], low: str, grammar: DateGrammar) -> tuple[str, list[Cell]]:
    """The tape after one pass: every longest match becomes one cell."""
    kept_tape: list[str] = []
    kept: list[Cell] = []
    done, index = 0, 0
    starts, longest = stage.automaton.starts, stage.automaton.longest
    while index < len(tape):
        end, template = longest(tape, index) if tape[index] in starts else (-1, -1)
        made = _made(stage, template, tape[index:end], cells[index:end], low, grammar) if end > 0 else None
        if made is None:
            index += 1
            continue
        kept_tape += (tape[done:index], made[0])
        kept += cells[done:index]
        kept.append(made[1])
        done = index = end
    return ("".join(kept_tape) + tape[done:], kept + cells[done:]) if done else (tape, cells)


def _made(
    stage: Stage, template: int, tape: str, cells: list[Cell], low: str, grammar: DateGrammar
) -> tuple[str, Cell] | None:
    """The cell that a match becomes; None when its figures are no date."""
    family = stage.families[template]
    fields = dict(family.fixed)
    inherited = ""
    filled: dict[str, int | str | Reading] = {}
    for slot, index in stage.automaton.slots(template, tape, 0, len(tape)):
        name, _, types = slot.partition(":")
        filled[name] = _value(types or name, tape[index], cells[index], low, grammar)
        inherited = tape[index] if name == "of" else inherited
    reading = _reading(family, {**fields, **filled}, cells[0][0], cells[-1][1], grammar)
    if reading is None:
        return None
    result = stage.results[template]
    return (inherited if result == "same" else result), (reading.start, reading.end, reading)


def _value(types: str, tape: str, cell: Cell, low: str, grammar: DateGrammar) -> int | str | Reading:
    start, end, reading = cell
    if reading is not None:
        return reading
    for kind in types.split("|"):
        meaning = grammar.lexicon.meanings.get(kind, {}).get(tape)
        if meaning is not None:
            return meaning
    form = low[start:end]
    return int(form) if tape in _WHOLE_NUMBERS else form


def _reading(
    family: Family, fields: dict[str, int | str | Reading], start: int, end: int, grammar: DateGrammar
) -> Reading | None:
    operation, written = family.reads, fields.pop("figures", None)
    if isinstance(written, str):
        read = written_date(written, grammar.day_first, grammar.century_start)
        if read is None:
            return None
        fields.update(read)
    feast = fields.pop("holiday", None)
    if isinstance(feast, str):
        fields["month"], fields["day"] = (int(part) for part in feast.split("-"))
    span = fields.pop("span", None)
    if isinstance(span, str):
        for name, year in zip(("first", "last"), span.split("-"), strict=True):
            fields[name] = Reading("calendar", {"year": int(year)}, start, end, family.id)
    return Reading(operation, fields, start, end, family.id, family.alone and operation != "nothing")
