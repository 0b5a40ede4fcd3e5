"""The rules an author works with: the built-in ones and those of the own folders, by id."""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from evtx.rules.loading import load_examples, load_rules
from evtx.rules.locate import builtin_rules
from evtx.rules.model import Frame, Pattern, Position, RuleExamples, RuleSet

if TYPE_CHECKING:
    from evtx.language.lexicon import FullForms
    from evtx.pipeline import Extractor

Rule = Frame | Pattern


class Bench:
    """Rules with their examples, lexicons and an extractor, each made when it is first asked for."""

    def __init__(self, folders: Sequence[Path], rules: RuleSet) -> None:
        self.folders = tuple(folders)
        self.rules = rules

    @cached_property
    def by_id(self) -> dict[str, Rule]:
        """All event rules, in the order of the files."""
        rules: list[Rule] = [*self.rules.frames, *self.rules.patterns]
        return {rule.id: rule for rule in sorted(rules, key=_position)}

    @cached_property
    def examples(self) -> dict[str, RuleExamples]:
        """Id -> the sentences that test the rule."""
        return {examples.rule: examples for examples in load_examples(self.folders)}

    @cached_property
    def extractor(self) -> Extractor:
        """Reads texts by these rules."""
        from evtx.pipeline import Extractor

        return Extractor(self.rules)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that have event rules."""
        return tuple(self.rules.rules)

    @property
    def types(self) -> tuple[str, ...]:
        """Event types and subtypes."""
        names = [name for event in self.rules.events for name in (event.id, *event.subtypes)]
        return tuple(dict.fromkeys(names))

    def lexicon(self, language: str) -> FullForms:
        """The lexicon of a language; LexiconError when its file is damaged."""
        from evtx.lexicons import lexicon_of

        return lexicon_of(self.rules, language)


def _position(rule: Rule) -> Position:
    return rule.position


def open_bench(folders: Sequence[Path]) -> Bench:
    """The bench with the built-in rules and those of further folders; RuleFileError when a file is wrong."""
    everything = (builtin_rules(), *folders)
    return Bench(everything, load_rules(everything))


def place(file: str, line: int) -> str:
    """Where a rule stands, as short as it can be said from the folder one is in.

    >>> place(os.path.join(os.getcwd(), "fr", "a.yml"), 7).replace(os.sep, "/")
    'fr/a.yml:7'
    """
    here = os.path.join(os.getcwd(), "")
    return f"{file.removeprefix(here)}:{line}"
