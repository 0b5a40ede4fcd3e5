"""A test run for people: every failure with its place, its sentence and what differs, and a line that sums up."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from evtx.authoring.bench import place
from evtx.authoring.coverage import Uncovered
from evtx.authoring.listing import counted
from evtx.authoring.testing import Report
from evtx.authoring.trying import Failure
from evtx.rendering.cells import words
from evtx.rendering.page import Page
from evtx.rendering.safe import one_line
from evtx.rendering.tables import printed

if TYPE_CHECKING:
    from rich.console import RenderableType

_UNCOVERED = {"untried": "untried", "missing": "not found again", "wrong": "found with differences"}
_STYLES = {"missing": "bold red", "wrong": "bold red", "noisy": "bold red", "passed": "bold green"}


def report_text(report: Report, page: Page) -> Iterator[str]:
    """The report in pieces."""
    for failure in report.failures:
        yield printed(_failure(failure), page)
    for part in report.coverage.uncovered:
        yield printed(_uncovered(part), page)
    yield printed([words(summary(report), "bold red" if report.errors else "bold green")], page)


def _failure(failure: Failure) -> Iterator[RenderableType]:
    position = failure.example.position
    head = words(f"{place(position.file, position.line)}: {failure.rule}: ")
    yield head.append(failure.kind, _STYLES[failure.kind])
    yield _indented(failure.example.line_text, "dim")
    for line in map(str, failure.differences) if failure.differences else (failure.detail,):
        yield _indented(line)


def _uncovered(part: Uncovered) -> Iterator[RenderableType]:
    head = words(f"{place(part.position.file, part.position.line)}: {part.rule}: ")
    yield head.append(_UNCOVERED[part.kind], "bold yellow").append(f": {part.part} {part.text}")
    if part.sentence:
        yield _indented(part.sentence, "dim")
    yield _indented(part.outcome)


def _indented(line: str, style: str = "") -> RenderableType:
    from rich.padding import Padding

    return Padding(words(one_line(line), style), (0, 0, 0, 4))


def summary(report: Report) -> str:
    """The run in one line."""
    told = [
        f"{counted(len(report.rules), 'rule')}, {counted(report.sentences, 'sentence')}",
        counted(len(report.errors), "failure"),
        f"{counted(report.gaps, 'known gap')}",
    ]
    if report.closed:
        told.append(f"{counted(len(report.closed), 'gap')} to be moved up")
    coverage = report.coverage
    if not coverage.parts:
        return ", ".join(told)
    tried = coverage.parts - len(coverage.uncovered)
    return f"{', '.join(told)}; {tried} of {counted(coverage.parts, 'word')}, constructions and templates tried"
