"""What the rule files promise: every example comes out as marked, and no reject gives an event of its rule."""

from __future__ import annotations

import pytest

from evtx.authoring.trying import try_rule
from evtx.pipeline import Extractor
from evtx.rules.loading import load_examples
from evtx.rules.locate import builtin_rules
from evtx.rules.model import RuleExamples

EXAMPLES = load_examples((builtin_rules(),))


@pytest.mark.parametrize("rule", EXAMPLES, ids=[rule.rule for rule in EXAMPLES])
def test_rule_does_what_its_examples_say(rule: RuleExamples, extractor: Extractor) -> None:
    failures = [failure for failure in try_rule(rule, extractor) if failure.is_error]
    if failures:
        pytest.fail("\n".join(map(str, failures)), pytrace=False)


@pytest.mark.parametrize("rule", EXAMPLES, ids=[rule.rule for rule in EXAMPLES])
def test_rule_shows_what_it_finds_and_what_it_leaves_alone(rule: RuleExamples) -> None:
    assert rule.examples
    assert rule.rejects
