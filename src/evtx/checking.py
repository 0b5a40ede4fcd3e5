"""Rule examples as tests: what each rule must find, must leave alone, and does not find yet.

`python -m evtx.checking FILE...` checks the rules of these files and prints what fails.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from evtx.document import Document
from evtx.event import Event
from evtx.pipeline import Extractor
from evtx.rules.diagnostics import RuleFileError
from evtx.rules.loading import load_examples, load_rules
from evtx.rules.locate import builtin_rules
from evtx.rules.model import Example, RuleExamples


class Failure(NamedTuple):
    """An example that did not come out as marked.

    `kind` is `missing` (no such event), `wrong` (the event has other arguments), `noisy` (a reject gave an event) or
    `passed` (a gap that is found now and should move to the examples).
    """

    rule: str
    kind: str
    example: Example
    detail: str

    def __str__(self) -> str:
        where = f"{self.example.position.file}:{self.example.position.line}"
        return f"{where}: {self.rule}: {self.kind}: {self.example.text}\n    {self.detail}"


def check_rule(rule: RuleExamples, extractor: Extractor) -> Iterator[Failure]:
    """The failures of one rule's examples, rejects and gaps."""
    for example in rule.examples:
        failure = check_example(rule, example, extractor)
        if failure is not None:
            yield failure
    for example in rule.rejects:
        for event in own_events(rule, example, extractor):
            yield Failure(rule.rule, "noisy", example, describe(event))
    for example in rule.gaps:
        if check_example(rule, example, extractor) is None:
            yield Failure(rule.rule, "passed", example, "this gap is found now: move it to the examples")


def events_of(rule: RuleExamples, example: Example, extractor: Extractor) -> tuple[Event, ...]:
    """All events that come out of an example's sentence."""
    document = Document(example.text, language=rule.language, date=rule.dct or None)
    return extractor.extract(document).events


def own_events(rule: RuleExamples, example: Example, extractor: Extractor) -> list[Event]:
    """The events that this rule had a part in."""
    events = events_of(rule, example, extractor)
    return [event for event in events if any(d.rule == rule.rule for d in event.derivations)]


def check_example(rule: RuleExamples, example: Example, extractor: Extractor) -> Failure | None:
    """What is wrong with one example; None when exactly the marked event came out by this rule."""
    triggers = [mark for mark in example.marks if mark.role == "trigger"]
    found = [
        event
        for event in own_events(rule, example, extractor)
        if any(t.start < mark.end and mark.start < t.end for t in event.triggers for mark in triggers)
    ]
    if not found:
        others = "; ".join(describe(event) for event in events_of(rule, example, extractor))
        return Failure(rule.rule, "missing", example, f"other events: {others or 'none'}")
    wrong = differences(example, found[0])
    return Failure(rule.rule, "wrong", example, "; ".join(wrong)) if wrong else None


def differences(example: Example, event: Event) -> list[str]:
    """How an event differs from an example's marks: triggers, arguments and dates, span by span."""
    wanted = {(m.role, m.start, m.end) for m in example.marks if m.role not in ("trigger", "date")}
    got = {(a.role, a.start, a.end) for a in event.arguments}
    stated = {(a.role, a.start, a.end) for a in event.arguments if not a.implied}
    dates = {m.value for m in example.marks if m.role == "date"}
    date = event.date.edtf if event.date else None
    rows = [f"no {role} {example.text[start:end]!r}" for role, start, end in sorted(wanted - got)]
    rows += [f"unexpected {role} {example.text[start:end]!r}" for role, start, end in sorted(stated - wanted)]
    if dates and date not in dates:
        rows.append(f"date {date}, not {', '.join(map(str, dates))}")
    if not dates and date:
        rows.append(f"unexpected date {date}")
    return rows


def describe(event: Event) -> str:
    """An event in one line."""
    arguments = ", ".join(f"{a.role}={a.text!r}" for a in event.arguments)
    return f"{event.type}/{event.subtype} {event.triggers[0].text!r} ({arguments}) by {event.rule}"


def check_all(rules: Iterable[RuleExamples], extractor: Extractor) -> list[Failure]:
    """The failures of many rules, in their order."""
    return [failure for rule in rules for failure in check_rule(rule, extractor)]


def main(paths: Sequence[str]) -> int:
    """Checks the rules of some files, all built-in ones when none is named.

    A file outside of the built-in folder is read with the others of its own rules folder. The exit code is 4 when a
    sentence fails, 3 when rule files are wrong, 2 when the files hold no rule with sentences.
    """
    wanted = {Path(path).resolve() for path in paths}
    folders = (builtin_rules(), *sorted(own_folders(wanted)))
    try:
        extractor, examples = Extractor(load_rules(folders)), load_examples(folders)
    except RuleFileError as error:
        print(error, file=sys.stderr)
        return 3
    rules = [r for r in examples if not wanted or in_files(r, wanted)]
    if not rules:
        print("no event rule with sentences in these files", file=sys.stderr)
        return 2
    failures = check_all(rules, extractor)
    for failure in failures:
        print(failure)
    sentences = sum(len(r.examples) + len(r.rejects) for r in rules)
    print(f"{len(rules)} rules, {sentences} sentences, {sum(f.kind != 'passed' for f in failures)} failures")
    return 4 if any(failure.kind != "passed" for failure in failures) else 0


def own_folders(files: set[Path]) -> set[Path]:
    """The rules folders, with a folder for each language, that files outside of the built-in one stand in."""
    return {file.parent.parent for file in files if not file.is_relative_to(builtin_rules().resolve())}


def in_files(rule: RuleExamples, files: set[Path]) -> bool:
    """Whether a rule's examples stand in one of the files."""
    lines = (*rule.examples, *rule.rejects, *rule.gaps)
    return any(Path(example.position.file).resolve() in files for example in lines)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
