"""Rule examples as tests: what each rule must find, must leave alone, and does not find yet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from evtx.authoring.differences import Difference, differences
from evtx.document import Document
from evtx.event import Event
from evtx.pipeline import Extractor
from evtx.rules.model import Example, RuleExamples


class Failure(NamedTuple):
    """A sentence that did not come out as its rule says.

    `kind` is `missing` (no such event), `wrong` (the event has other arguments), `noisy` (a reject gave an event) or
    `passed` (a gap that is found now and should move to the examples). `differences` are those of a wrong one.
    """

    rule: str
    kind: str
    example: Example
    detail: str
    differences: tuple[Difference, ...] = ()

    @property
    def is_error(self) -> bool:
        """Whether it must be mended; a gap that passes is good news."""
        return self.kind != "passed"

    def __str__(self) -> str:
        where = f"{self.example.position.file}:{self.example.position.line}"
        return f"{where}: {self.rule}: {self.kind}: {self.example.text}\n    {self.detail}"


def try_rule(rule: RuleExamples, extractor: Extractor) -> Iterator[Failure]:
    """The failures of one rule's examples, rejects and gaps."""
    for example in rule.examples:
        failure = try_example(rule, example, extractor)
        if failure is not None:
            yield failure
    for example in rule.rejects:
        for event in own_events(rule, example, extractor):
            yield Failure(rule.rule, "noisy", example, f"it gave {describe(event)}")
    for example in rule.gaps:
        if closes(rule, example, extractor):
            where = "examples" if example.marks else "rejects"
            yield Failure(rule.rule, "passed", example, f"this gap is closed: move it to the {where}")


def closes(rule: RuleExamples, gap: Example, extractor: Extractor) -> bool:
    """Whether a gap is none any more: its event is found as marked, or, without marks, no event of the rule."""
    if not gap.marks:
        return not own_events(rule, gap, extractor)
    return try_example(rule, gap, extractor) is None


def try_example(rule: RuleExamples, example: Example, extractor: Extractor) -> Failure | None:
    """What is wrong with one example; None when exactly the marked event came out by this rule."""
    events = events_of(rule, example, extractor)
    triggers = [mark for mark in example.marks if mark.role == "trigger"]
    at_trigger = [
        event
        for event in events
        if any(t.start < mark.end and mark.start < t.end for t in event.triggers for mark in triggers)
    ]
    found = next((event for event in at_trigger if made_by(rule.rule, event)), None)
    if found is None:
        others = "; ".join(map(describe, at_trigger or events))
        return Failure(rule.rule, "missing", example, f"instead: {others}" if others else "no event came out")
    wrong = tuple(differences(example, found))
    return Failure(rule.rule, "wrong", example, "; ".join(map(str, wrong)), wrong) if wrong else None


def events_of(rule: RuleExamples, example: Example, extractor: Extractor) -> tuple[Event, ...]:
    """All events that come out of an example's sentence."""
    document = Document(example.text, language=rule.language, date=rule.dct or None)
    return extractor.extract(document).events


def own_events(rule: RuleExamples, example: Example, extractor: Extractor) -> list[Event]:
    """The events that this rule had a part in."""
    return [event for event in events_of(rule, example, extractor) if made_by(rule.rule, event)]


def made_by(rule: str, event: Event) -> bool:
    """Whether a rule had a part in an event."""
    return any(derivation.rule == rule for derivation in event.derivations)


def describe(event: Event) -> str:
    """An event in one line."""
    arguments = ", ".join(f"{argument.role} {argument.text!r}" for argument in event.arguments)
    told = f" with {arguments}" if arguments else ""
    return f"{event.type}/{event.subtype} {event.triggers[0].text!r}{told}, by {event.rule}"
