"""Finding date expressions: one scan for trigger words, then three passes of templates over the words around them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from evtx.times.grammar import DateGrammar, Family, Stage
from evtx.times.lexicon import NUMERIC_SLOTS, lowered
from evtx.times.readings import Reading, written_date

_REACH = 72
_LONGEST_WINDOW = 20_000
_WHOLE_NUMBERS = NUMERIC_SLOTS["number"] | NUMERIC_SLOTS["year"]


@dataclass(frozen=True, slots=True)
class Cell:
    """A stretch of the text under one cell of the tape, and what was read from it, if anything."""

    start: int
    end: int
    reading: Reading | None = None


def find_readings(text: str, grammar: DateGrammar) -> tuple[Reading, ...]:
    """All date expressions of a text in order, none overlapping another."""
    low = lowered(text)
    return tuple(reading for start, end in _windows(low, grammar) for reading in _in_window(low, start, end, grammar))


def _windows(low: str, grammar: DateGrammar) -> Iterator[tuple[int, int]]:
    """Stretches around trigger words, cut at white space and never overlapping."""
    start, end = 0, -1
    for match in grammar.trigger.finditer(low):
        left, right = match.start() - _REACH, match.end() + _REACH
        if end < 0:
            start = _space_after(low, max(left, 0))
        elif left > end or end - start > _LONGEST_WINDOW:
            yield start, end
            start = max(end, _space_after(low, max(left, 0)))
        end = max(end, _space_after(low, min(right, len(low))))
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
    tape, spans = grammar.lexicon.tape(low, start, end)
    cells = [Cell(first, last) for first, last in spans]
    for stage in grammar.stages:
        tape, cells = _reduced(stage, tape, cells, low, grammar)
    for cell in cells:
        if cell.reading is not None and cell.reading.alone:
            yield cell.reading


def _reduced(stage: Stage, tape: str, cells: list[Cell], low: str, grammar: DateGrammar) -> tuple[str, list[Cell]]:
    """The tape after one pass: every longest match becomes one cell."""
    kept_tape: list[str] = []
    kept: list[Cell] = []
    index, longest = 0, stage.automaton.longest
    while index < len(tape):
        end, template = longest(tape, index)
        made = _made(stage, template, tape[index:end], cells[index:end], low, grammar) if end > 0 else None
        kept_tape.append(made[0] if made else tape[index])
        kept.append(made[1] if made else cells[index])
        index = end if made else index + 1
    return "".join(kept_tape), kept


def _made(
    stage: Stage,
    template: int,
    tape: str,
    cells: list[Cell],
    low: str,
    grammar: DateGrammar,
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
    reading = _reading(family, {**fields, **filled}, cells[0].start, cells[-1].end, grammar)
    if reading is None:
        return None
    result = stage.results[template]
    return (inherited if result == "same" else result), Cell(reading.start, reading.end, reading)


def _value(types: str, tape: str, cell: Cell, low: str, grammar: DateGrammar) -> int | str | Reading:
    if cell.reading is not None:
        return cell.reading
    for kind in types.split("|"):
        meaning = grammar.lexicon.meanings.get(kind, {}).get(tape)
        if meaning is not None:
            return meaning
    form = low[cell.start : cell.end]
    return int(form) if tape in _WHOLE_NUMBERS else form


def _reading(
    family: Family,
    fields: dict[str, int | str | Reading],
    start: int,
    end: int,
    grammar: DateGrammar,
) -> Reading | None:
    operation, written = family.reads, fields.pop("figures", None)
    if isinstance(written, str):
        read = written_date(written, grammar.day_first, grammar.century_start)
        if read is None:
            return None
        fields.update(read)
    span = fields.pop("span", None)
    if isinstance(span, str):
        for name, year in zip(("first", "last"), span.split("-"), strict=True):
            fields[name] = Reading("calendar", {"year": int(year)}, start, end, family.id)
    return Reading(
        operation,
        fields,
        start,
        end,
        family.id,
        family.alone and operation != "nothing",
    )
