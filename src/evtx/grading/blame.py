"""Which rules cost most: what each rule found, and how much of it is wrong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from evtx.grading.faults import DIFFERENT, MISSING, NOISY, WRONG, Fault
from evtx.scoring import Comparison


class Cost(NamedTuple):
    """What came of one rule: events that gold has, events that it lacks, and faults in those that it has."""

    rule: str
    right: int
    noisy: int
    missing: int
    wrong: int
    different: int

    @property
    def total(self) -> int:
        """All faults."""
        return self.noisy + self.missing + self.wrong + self.different


def costs(comparisons: Iterable[Comparison], faults: Iterable[Fault]) -> list[Cost]:
    """The rules that found anything, those with most faults first."""
    right = Counter(pair.event.rule for comparison in comparisons for pair in comparison.pairs)
    counted = Counter((fault.rule, fault.kind) for fault in faults if fault.rule)
    rules = {*right, *(rule for rule, _ in counted)}
    kinds = (NOISY, MISSING, WRONG, DIFFERENT)
    told = [Cost(rule, right[rule], *(counted[rule, kind] for kind in kinds)) for rule in rules]
    return sorted(told, key=lambda cost: (-cost.total, cost.rule))
