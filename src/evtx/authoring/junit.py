"""A test run as JUnit XML, which build servers read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element, SubElement, tostring

from evtx.authoring.testing import Report
from evtx.authoring.trying import Failure
from evtx.rendering.safe import visible
from evtx.rules.model import Example, RuleExamples

_KINDS = ("examples", "rejects", "gaps")


def junit_xml(report: Report) -> str:
    """One test suite, a test case for each sentence; known gaps and what nothing tries count as skipped."""
    suite = Element(
        "testsuite",
        name="evtx rules",
        tests=str(report.sentences + report.gaps + len(report.closed) + len(report.coverage.uncovered)),
        failures=str(len({_place(failure.example) for failure in report.errors})),
        errors="0",
        skipped=str(report.gaps + len(report.closed) + len(report.coverage.uncovered)),
    )
    failures = {(failure.rule, _place(failure.example)): failure for failure in report.failures}
    for rule in report.rules:
        for kind, example in _sentences(rule):
            _add_case(suite, rule, kind, example, failures)
    for part in report.coverage.uncovered:
        name = visible(f"{part.part} {part.text}")
        case = SubElement(
            suite, "testcase", classname=part.rule, name=name, file=part.position.file, line=str(part.position.line)
        )
        SubElement(case, "skipped", message=visible(f"untried: {part.sentence} {part.outcome}".strip(": ")))
    root = Element("testsuites")
    root.append(suite)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def _sentences(rule: RuleExamples) -> Iterator[tuple[str, Example]]:
    for kind in _KINDS:
        sentences: tuple[Example, ...] = getattr(rule, kind)
        yield from ((kind.removesuffix("s"), example) for example in sentences)


def _place(example: Example) -> tuple[str, int]:
    return example.position.file, example.position.line


def _add_case(
    suite: Element,
    rule: RuleExamples,
    kind: str,
    example: Example,
    failures: Mapping[tuple[str, tuple[str, int]], Failure],
) -> None:
    file, line = _place(example)
    name = f"{kind} {line}: {visible(example.text)}"
    case = SubElement(suite, "testcase", classname=rule.rule, name=name, file=file, line=str(line))
    failure = failures.get((rule.rule, (file, line)))
    if failure is not None and failure.is_error:
        SubElement(case, "failure", type=failure.kind, message=visible(failure.detail)).text = visible(str(failure))
    elif kind == "gap":
        SubElement(case, "skipped", message=failure.detail if failure else "known gap")
