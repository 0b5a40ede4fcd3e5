"""Finding date expressions: three passes of templates over the words around trigger words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from evtx.times.grammar import DateGrammar, Meaning, Stage
from evtx.times.lexicon import NUMERIC_SLOTS, small_number
from evtx.times.readings import Reading, written_date
from evtx.times.windows import Tokens, Window, tokens_of, windows

_WHOLE_NUMBERS = NUMERIC_SLOTS["number"] | NUMERIC_SLOTS["year"]


class Tape(NamedTuple):
    """A window after some passes: what templates see of each cell, the token each begins with, and what was read.

    `begins` has one token more than there are cells, the end of the tape; `read` holds readings by first token.
    """

    classes: str
    begins: list[int]
    read: dict[int, Reading]


def find_readings(low: str, grammar: DateGrammar) -> tuple[Reading, ...]:
    """All date expressions of lowered text in order, none overlapping another."""
    found: list[Reading] = []
    for window in windows(low, grammar.triggers, grammar.lexicon, grammar.memory):
        found += _in_window(window, low, grammar)
    return tuple(found)


def _in_window(window: Window, low: str, grammar: DateGrammar) -> list[Reading]:
    classes = window.classes
    tape = Tape(classes, [], {})
    tokens: Tokens | None = None
    for stage in grammar.stages:
        matches = stage.automaton.matches(tape.classes) if tape.read or not stage.goes_on else []
        if matches and tokens is None:
            tokens = tokens_of(window)
            tape = Tape(classes, list(range(len(classes) + 1)), {})
        if matches and tokens is not None:
            tape = _reduced(stage, matches, tape, tokens, low, grammar)
    return [reading for _, reading in sorted(tape.read.items()) if reading.alone]


def _reduced(
    stage: Stage, matches: list[tuple[int, int, int]], tape: Tape, tokens: Tokens, low: str, grammar: DateGrammar
) -> Tape:
    """The tape after one pass: every match becomes one cell, but for those whose figures are no date."""
    classes, begins = tape.classes, tape.begins
    new_classes, new_begins, read = "", list[int](), dict(tape.read)
    done = 0
    for start, end, template in matches:
        slots, meaning = stage.automaton.slots(template, classes, start, end), stage.meanings[template]
        end = _end_of_date(meaning, slots, end)
        reading = _made(meaning, slots, (begins[start], begins[end]), tape, tokens, low, grammar)
        if reading is not None:
            left = stage.results[template] or next(classes[index] for slot, _, index in slots if slot == "of")
            new_classes += classes[done:start] + left
            new_begins += begins[done : start + 1]
            for token in begins[start + 1 : end]:
                read.pop(token, None)
            read[begins[start]] = reading
            done = end
    return Tape(new_classes + classes[done:], new_begins + begins[done:], read)


def _end_of_date(meaning: Meaning, slots: list[tuple[str, Sequence[str], int]], end: int) -> int:
    """Where the date of a match ends: behind the slot that its family names, the rest is only what it stands before."""
    last = meaning.fixed.get("ends")
    return next((index + 1 for slot, _, index in slots if slot == last), end)


def _made(
    meaning: Meaning,
    slots: list[tuple[str, Sequence[str], int]],
    between: tuple[int, int],
    tape: Tape,
    tokens: Tokens,
    low: str,
    grammar: DateGrammar,
) -> Reading | None:
    """What a match says; None when its figures are no date."""
    fields: dict[str, int | str | Reading] = dict(meaning.fixed)
    for name, kinds, index in slots:
        token = tape.begins[index]
        fields[name] = tape.read.get(token) or _value(kinds, token, tokens, low, grammar)
    return _reading(meaning, fields, *tokens.place(between[0], between[1] - 1), grammar)


def _value(kinds: Sequence[str], token: int, tokens: Tokens, low: str, grammar: DateGrammar) -> int | str:
    """What a token means as a word of some table, or as figures."""
    cell, meanings = tokens.cells[token], grammar.lexicon.meanings
    for kind in kinds:
        if kind in meanings and cell in meanings[kind]:
            return meanings[kind][cell]
    number = small_number(cell)
    if number is not None:
        return number
    start, end = tokens.place(token, token)
    form = low[start:end]
    return int(form) if cell in _WHOLE_NUMBERS else form


def _reading(
    meaning: Meaning, fields: dict[str, int | str | Reading], start: int, end: int, grammar: DateGrammar
) -> Reading | None:
    written, feast, span = fields.get("figures"), fields.get("holiday"), fields.get("span")
    days = fields.pop("days", None)
    if isinstance(written, str):
        read = written_date(written, grammar.day_first, grammar.century_start)
        if read is None:
            return None
        del fields["figures"]
        fields.update(read)
    if isinstance(feast, str):
        del fields["holiday"]
        fields["month"], fields["day"] = (int(part) for part in feast.split("-"))
    if isinstance(span, str):
        del fields["span"]
        for name, year in zip(("first", "last"), span.split("-"), strict=True):
            fields[name] = Reading("calendar", {"year": int(year)}, start, end, meaning.family)
    if isinstance(days, str):
        first, last = map(int, days.split("-"))
        fields = {"first": first, "last": Reading("calendar", {"day": last, **fields}, start, end, meaning.family)}
    return Reading(meaning.reads, fields, start, end, meaning.family, meaning.alone and meaning.reads != "nothing")
