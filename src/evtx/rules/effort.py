"""How long a template may seek: in how many ways its elements can be laid over the stretch that is searched."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from math import comb
from typing import NamedTuple

from evtx.rules.syntax import Argument, Choice, Element, Group, Option, Punctuation, Series, Skip, Trigger, Word

STRETCH = 48
"""How many groups to either side of the trigger are searched."""
MOST_WAYS = 10_000_000


class Effort(NamedTuple):
    """Elements that may lie in many places, before and after the trigger, and between how many of them is chosen."""

    before: int
    after: int
    choices: int
    passed: bool

    @property
    def ways(self) -> int:
        """In how many ways the elements can be laid over a stretch in which each of them may lie anywhere."""
        return comb(STRETCH, min(self.before, 24)) * comb(STRETCH, min(self.after, 24)) * self.choices


NONE = Effort(0, 0, 1, False)


def effort_of(node: Series) -> Effort:
    """What a template may cost.

    Arguments, groups and skips may lie anywhere, and so may a word that the template has already.
    """
    repeated = sum(count - 1 for count in Counter(_words(node)).values())
    found = _of_series(node)
    return found._replace(after=found.after + repeated)


def _of_series(node: Series) -> Effort:
    total = NONE
    for part in node.parts:
        one = _of_part(part)
        if total.passed:
            one = one._replace(before=0, after=one.before + one.after)
        total = Effort(
            total.before + one.before, total.after + one.after, total.choices * one.choices, total.passed or one.passed
        )
    return total


def _of_part(part: Element) -> Effort:
    match part:
        case Trigger():
            return NONE._replace(passed=True)
        case Option(inner):
            return _of_series(inner)
        case Choice(options):
            return _of_choice([_of_series(option) for option in options])
        case Argument(_, _, types) if any(piece.text == "before" for piece in types):
            return NONE
        case Argument() | Group() | Skip():
            return NONE._replace(before=1)
    return NONE


def _of_choice(options: list[Effort]) -> Effort:
    """The most that one of the options costs, as often as options cost something."""
    costly = [option for option in options if option.before or option.after]
    most = max(options, key=lambda option: option.before + option.after)
    choices = max((option.choices for option in options), default=1) * max(1, len(costly))
    return most._replace(choices=choices, passed=any(option.passed for option in options))


def _words(node: Series) -> Iterator[str]:
    """The words outside of the trigger, those of exclusive alternatives once."""
    for part in node.parts:
        match part:
            case Word(text) | Punctuation(text):
                yield text
            case Option(inner):
                yield from _words(inner)
            case Choice(options):
                yield from {word for option in options for word in _words(option)}
