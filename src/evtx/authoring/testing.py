"""A test run over rules: what failed, what is known to be missing, and what nothing tries."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from evtx.authoring.trying import Failure, try_rule
from evtx.pipeline import Extractor
from evtx.rules.model import RuleExamples


class Report(NamedTuple):
    """What came of a run: the rules that were tried, and what failed, in their order."""

    rules: tuple[RuleExamples, ...]
    failures: tuple[Failure, ...]

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


def run_tests(rules: Sequence[RuleExamples], extractor: Extractor) -> Report:
    """The outcome of all sentences of these rules."""
    failures = [failure for rule in rules for failure in try_rule(rule, extractor)]
    return Report(tuple(rules), tuple(failures))
