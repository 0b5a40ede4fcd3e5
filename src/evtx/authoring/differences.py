"""How an event differs from the marks of an example, span by span."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from evtx.event import Event
from evtx.rules.model import Example


class Part(NamedTuple):
    """A role, or `date`, with the words that fill it; a date's words are its value."""

    role: str
    text: str
    start: int = -1
    end: int = -1

    def overlaps(self, other: Part) -> bool:
        """Whether the two share a character of the sentence."""
        return self.start < other.end and other.start < self.end


class Difference(NamedTuple):
    """What was expected and what came out; one of them is None when it has no counterpart."""

    expected: Part | None
    found: Part | None

    def __str__(self) -> str:
        """The difference in words.

        >>> print(Difference(Part("speaker", "the colonel", 0, 11), Part("speaker", "colonel", 4, 11)))
        speaker 'the colonel' expected, 'colonel' came out
        """
        if self.expected is None:
            assert self.found is not None
            return f"{self.found.role} {self.found.text!r} came out, and is not marked"
        if self.found is None:
            return f"{self.expected.role} {self.expected.text!r} expected, none came out"
        role = "" if self.found.role == self.expected.role else f"{self.found.role} "
        return f"{self.expected.role} {self.expected.text!r} expected, {role}{self.found.text!r} came out"


def differences(example: Example, event: Event) -> Iterator[Difference]:
    """What of an event is not as marked; arguments that other words supply may be marked or not."""
    wanted = [_part(example, m.role, m.start, m.end) for m in example.marks if m.role not in ("trigger", "date")]
    given = [Part(a.role, a.text, a.start, a.end) for a in event.arguments]
    stated = [Part(a.role, a.text, a.start, a.end) for a in event.arguments if not a.implied]
    yield from _paired([part for part in wanted if part not in given], [part for part in stated if part not in wanted])
    yield from _dates(example, event)


def _part(example: Example, role: str, start: int, end: int) -> Part:
    return Part(role, example.text[start:end], start, end)


def _paired(missing: list[Part], unexpected: list[Part]) -> Iterator[Difference]:
    """Each missing part with what came out in its place: the role with other words, or the words in another role."""
    left = list(unexpected)
    for part in missing:
        near = [one for one in left if one.role == part.role or one.overlaps(part)]
        found = max(near, key=lambda one: (one.overlaps(part), one.role == part.role), default=None)
        if found is not None:
            left.remove(found)
        yield Difference(part, found)
    yield from (Difference(None, part) for part in left)


def _dates(example: Example, event: Event) -> Iterator[Difference]:
    wanted = sorted({mark.value or "" for mark in example.marks if mark.role == "date"})
    found = event.date.edtf if event.date else None
    if found in wanted or (not wanted and found is None):
        return
    expected = Part("date", " or ".join(wanted)) if wanted else None
    yield Difference(expected, Part("date", found) if found else None)
