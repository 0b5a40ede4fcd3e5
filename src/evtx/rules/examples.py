"""Example sentences with what must come out of them written in: `[surface](role)`, `[surface](date=EDTF)`."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from typing import NamedTuple

from evtx.rules.diagnostics import Piece, Problems, did_you_mean
from evtx.rules.model import EventType, Example, Mark, Position

_LABEL = re.compile(r"\(([^()=]*)(?:=([^()]*))?\)")
_DATE = r"-?[\dX]{4}(?:-[\dX]{2}(?:-[\dX]{2})?)?[?~%]?"
_EDTF = re.compile(rf"(?:{_DATE}|(?:{_DATE}|\.\.)?/(?:{_DATE}|\.\.)?|[\[{{][^\]}}]+[\]}}])$")
_WHOLE_DAY = re.compile(r"(?<![\dX-])\d{4}-\d{2}-\d{2}")
_OTHER_MARKS = ("trigger", "date")


class _Labelled(NamedTuple):
    """A mark and where its role is written."""

    mark: Mark
    label: Piece


class Marked(NamedTuple):
    """A sentence without its markup, and its marks in the order of the text."""

    text: str
    marks: tuple[_Labelled, ...]


def read_markup(line: Piece, problems: Problems) -> Marked | None:
    """A sentence from its line, brackets and labels taken out; None when the markup is broken, which is reported.

    A backslash lets a bracket after it stand for itself; marks may contain marks.

    >>> marked = read_markup(Piece("[He](speaker) [said](trigger) [yes](content).", 4, 7), Problems("a.yml"))
    >>> marked.text, marked.marks[2].mark
    ('He said yes.', Mark(start=8, end=11, role='content', value=None))
    """
    source, out, index = line.text, "", 0
    marks: list[_Labelled] = []
    opened: list[tuple[int, int]] = []
    while index < len(source):
        char = source[index]
        if char == "\\" and index + 1 < len(source):
            out += source[index + 1]
            index += 2
        elif char == "[":
            opened.append((index, len(out)))
            index += 1
        elif char == "]":
            label = _LABEL.match(source, index + 1)
            if not opened or label is None or not label.group(1).strip():
                _report_bracket(line.part(index, index + 1), bool(opened), problems)
                return None
            marks.append(_labelled(line, opened.pop()[1], len(out), label))
            index = label.end()
        else:
            out += char
            index += 1
    if opened:
        at = line.part(opened[-1][0], opened[-1][0] + 1)
        problems.report("E401", at, "this bracket is not closed", "add the ] and its (role); write \\[ for a bracket")
        return None
    return Marked(out, tuple(sorted(marks, key=lambda one: (one.mark.start, -one.mark.end))))


def _labelled(line: Piece, start: int, end: int, label: re.Match[str]) -> _Labelled:
    value = label.group(2)
    mark = Mark(start, end, label.group(1).strip(), None if value is None else value.strip())
    return _Labelled(mark, line.part(label.start(1), label.end(1)).strip())


def _report_bracket(at: Piece, opened: bool, problems: Problems) -> None:
    if opened:
        problems.report("E402", at, "no role after the bracket", "write [words](role); write \\] for a bracket")
    else:
        problems.report("E401", at, "this bracket closes nothing", "add the [; write \\] for a bracket")


def read_examples(lines: Iterable[Piece], event: EventType, problems: Problems) -> tuple[Example, ...]:
    """The examples of these lines; broken ones, unknown roles and the like are reported."""
    found: list[Example] = []
    for line in lines:
        marked = read_markup(line, problems)
        if marked is not None:
            for labelled in marked.marks:
                _check_mark(labelled, event, problems)
                _check_edges(labelled, marked.text, problems)
            _check_twice(marked, problems)
            _check_triggers(marked, line, problems)
            found.append(_example(line, marked, problems))
    return tuple(found)


def read_gaps(lines: Iterable[Piece], event: EventType, problems: Problems) -> tuple[Example, ...]:
    """Sentences that the rule does not get right yet: examples, or, without marks, sentences to be rejected."""
    found = [
        read_examples([line], event, problems) if "[" in line.text else read_rejects([line], problems) for line in lines
    ]
    return tuple(example for examples in found for example in examples)


def read_rejects(lines: Iterable[Piece], problems: Problems) -> tuple[Example, ...]:
    """The sentences of these lines, which must have no marks."""
    found: list[Example] = []
    for line in lines:
        marked = read_markup(line, problems)
        if marked is not None:
            if marked.marks:
                help = "take the brackets out, or move the sentence to examples"
                problems.report("E408", line, "a rejected sentence has marks", help)
            found.append(_example(line, marked, problems))
    return tuple(found)


def _example(line: Piece, marked: Marked, problems: Problems) -> Example:
    position = Position(problems.path, line.line, line.column)
    return Example(line.text, marked.text, tuple(labelled.mark for labelled in marked.marks), position)


def _check_mark(labelled: _Labelled, event: EventType, problems: Problems) -> None:
    mark, at = labelled
    known = {*(role.name for role in event.roles), *_OTHER_MARKS}
    if mark.role not in known:
        problems.report("E403", at, f"{event.id} has no role {mark.role!r}", did_you_mean(mark.role, known))
    elif mark.start == mark.end:
        problems.report("E405", at, f"no words are marked as {mark.role}", "put the words between the brackets")
    elif mark.role == "date" and not is_edtf(mark.value or ""):
        help = "write [words](date=2020-12-15), or another date in EDTF"
        problems.report("E406", at, "the date is missing or not in EDTF", help)
    elif mark.role != "date" and mark.value is not None:
        problems.report("E407", at, f"{mark.role} takes no value", f"write [words]({mark.role})")


def is_edtf(value: str) -> bool:
    """Whether a value is a date in EDTF, all its whole days in the calendar.

    >>> is_edtf("2020-12-15"), is_edtf("2020-12-07/.."), is_edtf("2020-02-30"), is_edtf("Monday")
    (True, True, False, False)
    """
    return bool(_EDTF.match(value)) and all(map(_in_calendar, _WHOLE_DAY.findall(value)))


def _in_calendar(day: str) -> bool:
    try:
        return bool(dt.date.fromisoformat(day))
    except ValueError:
        return False


def _check_edges(labelled: _Labelled, text: str, problems: Problems) -> None:
    """Report a mark that begins or ends inside a word, or with a space."""
    start, end = labelled.mark.start, labelled.mark.end
    cut = any(text[max(at - 1, 0) : at + 1].isalnum() and 0 < at < len(text) for at in (start, end))
    if cut or text[start:end] != text[start:end].strip():
        help = "put the brackets around whole words, without the spaces beside them"
        problems.report("E409", labelled.label, f"the mark {text[start:end]!r} does not end where words do", help)


def _check_twice(marked: Marked, problems: Problems) -> None:
    seen: set[tuple[int, int, str]] = set()
    for mark, label in marked.marks:
        if mark[:3] in seen:
            problems.report("E410", label, f"these words are marked as {mark.role} twice", "take one mark away")
        seen.add(mark[:3])


def _check_triggers(marked: Marked, line: Piece, problems: Problems) -> None:
    triggers = [labelled.label for labelled in marked.marks if labelled.mark.role == "trigger"]
    if not triggers:
        problems.report("E404", line, "no trigger is marked", "mark the words that carry the event: [words](trigger)")
    for label in triggers[1:]:
        problems.report("E404", label, "a second trigger is marked", "an example has one event with one trigger")
