"""A rule file that is looked over: what it holds, what is known of its language, and where problems go."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from evtx.authoring.linting.known_words import KnownWords
from evtx.rules.diagnostics import Piece, Problems
from evtx.rules.model import Frame, Pattern, RuleExamples, RuleSet, Wording
from evtx.rules.positions import Table


class Linted(NamedTuple):
    """One file; `words` is None where nothing is known of its language."""

    root: Table
    problems: Problems
    rules: RuleSet
    frames: tuple[Frame, ...]
    patterns: tuple[Pattern, ...]
    examples: tuple[RuleExamples, ...]
    words: KnownWords | None

    def lines(self, key: str) -> Iterator[Piece]:
        """The lines of a key in all frames and patterns."""
        for kind in ("frames", "patterns"):
            for node in self.root.tables(kind):
                yield from node.lines(key)

    def wordings(self) -> Iterator[Wording]:
        """The words of all frames."""
        for frame in self.frames:
            yield from (*frame.verbs, *frame.nouns)


def id_piece(rule: Frame | Pattern) -> Piece:
    """Where the id of a rule stands."""
    return Piece(rule.id, rule.position.line, rule.position.column)
