"""A test run over rules: what failed, what is known to be missing, and what nothing tries."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from evtx.authoring.bench import Bench
from evtx.authoring.coverage import Coverage, cover
from evtx.authoring.trying import Failure, try_rule
from evtx.rules.model import RuleExamples


class Report(NamedTuple):
    """What came of a run: the rules that were tried, what failed, in their order, and what nothing tries."""

    rules: tuple[RuleExamples, ...]
    failures: tuple[Failure, ...]
    coverage: Coverage

    @property
    def errors(self) -> tuple[Failure, ...]:
        """The failures that must be mended."""
        return tuple(failure for failure in self.failures if failure.is_error)

    @property
    def closed(self) -> tuple[Failure, ...]:
        """The gaps that are none any more."""
        return tuple(failure for failure in self.failures if not failure.is_error)

    @property
    def sentences(self) -> int:
        """How many sentences must come out right."""
        return sum(len(rule.examples) + len(rule.rejects) for rule in self.rules)

    @property
    def gaps(self) -> int:
        """How many sentences are known not to come out right."""
        return sum(len(rule.gaps) for rule in self.rules) - len(self.closed)


Cover = Callable[[Bench, Sequence[RuleExamples]], Coverage]


def run_tests(rules: Sequence[RuleExamples], bench: Bench, covered: Cover = cover) -> Report:
    """The outcome of all sentences of these rules, and what they leave out as `covered` has it."""
    failures = [failure for rule in rules for failure in try_rule(rule, bench.extractor)]
    return Report(tuple(rules), tuple(failures), covered(bench, rules))
