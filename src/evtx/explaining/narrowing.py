"""An explanation narrowed to one rule: where it fired, where it nearly did, and why not where it did not."""

from __future__ import annotations

from collections.abc import Iterator

from evtx.explaining.values import Explanation, SentenceExplained
from evtx.rules.model import RuleSet


def rule_ids(rules: RuleSet) -> tuple[str, ...]:
    """The ids of all rules, in their order."""
    return (*(frame.id for frame in rules.frames), *(pattern.id for pattern in rules.patterns))


def only(explanation: Explanation, rule: str) -> Explanation:
    """The sentences in which a rule had something to try, with nothing of other rules but what was preferred to it."""
    sentences = tuple(
        narrowed
        for sentence in explanation.sentences
        if (narrowed := narrow(sentence, rule)).told or narrowed.misses or len(explanation.sentences) == 1
    )
    return explanation._replace(sentences=sentences)


def narrow(sentence: SentenceExplained, rule: str) -> SentenceExplained:
    """A sentence with the mentions and near misses of one rule."""
    told = tuple(told for told in sentence.told if told.rule.id == rule)
    missed = tuple(miss for miss in sentence.misses if miss.rule.id == rule)
    return sentence._replace(told=told, misses=missed, silent=())


def words_of(rules: RuleSet, rule: str) -> Iterator[str]:
    """What a rule may start from, as its lines are written."""
    for frame in rules.frames:
        if frame.id == rule:
            yield from dict.fromkeys(wording.text for wording in (*frame.verbs, *frame.nouns))
    for pattern in rules.patterns:
        if pattern.id == rule:
            yield from pattern.templates
