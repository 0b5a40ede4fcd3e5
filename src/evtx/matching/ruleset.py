"""The rules of one language, compiled: everything that matching looks up, and nothing that it has to work out again."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping, Sequence
from typing import NamedTuple

from evtx.language.grammar import Grammar
from evtx.matching.patterns import TapePattern
from evtx.matching.roles import Opening, Requirement, RoleTable
from evtx.matching.tape import WordCodes
from evtx.matching.triggers import TriggerIndex
from evtx.rules.model import Frame, Pattern

Openings = Mapping[str, tuple[Opening, ...]]


class LightVerb(NamedTuple):
    """A verb that gives a noun its arguments: the words after it, the side (subject or object) and the role."""

    tail: tuple[str, ...]
    side: str
    role: str


class FrameTables(NamedTuple):
    """A frame with its words turned into tables: the roles of subject and object, prepositions, what it takes."""

    frame: Frame
    subject: tuple[str, ...]
    object: tuple[str, ...]
    openings: Openings
    takes: frozenset[str]
    needs: tuple[Requirement, ...]
    light: Mapping[str, tuple[LightVerb, ...]]


class CompiledPattern(NamedTuple):
    """A pattern rule with its templates as patterns over the tape."""

    rule: Pattern
    sources: tuple[str, ...]
    tape_pattern: Callable[[str, str], TapePattern]

    @property
    def templates(self) -> tuple[TapePattern, ...]:
        """The templates as patterns over the tape."""
        return tuple(self.tape_pattern(self.rule.id, source) for source in self.sources)


class LanguageRules(NamedTuple):
    """All that matching needs for one language; `elements` takes a template apart, to tell how far it matched."""

    grammar: Grammar
    codes: WordCodes
    roles: RoleTable
    triggers: TriggerIndex
    tables: Callable[[Frame], FrameTables]
    patterns: Mapping[str, tuple[CompiledPattern, ...]]
    before: Mapping[str, tuple[TapePattern, ...]]
    after: Mapping[str, Mapping[str, tuple[TapePattern, ...]]]
    incise: tuple[TapePattern, ...]
    complements: Mapping[str, Openings]
    noun_complements: Mapping[str, Openings]
    nesting: frozenset[str]
    kept: frozenset[str]
    carriers: frozenset[str]
    light: frozenset[str]
    ascribing: frozenset[str]
    bars: Mapping[str, Mapping[str, frozenset[str]]]
    tells: Mapping[str, Mapping[tuple[str, str], str]]
    demonyms: Container[str]
    trigger_forms: frozenset[str]
    trigger_symbols: frozenset[str]
    elements: Callable[[str], list[tuple[str, str]]]

    def is_demonym(self, lemma: str) -> bool:
        """Whether an adjective or noun names the people of a country."""
        return lemma in self.demonyms

    def keeps_participle(self, lemma: str) -> bool:
        """Whether a verb's participle matters: it triggers a rule, or hands arguments on to a noun."""
        kept = (self.carriers, self.light, self.grammar.be_verbs)
        return self.triggers.is_verb(lemma) or any(lemma in verbs for verbs in kept)

    def verb_openings(self, tables: FrameTables) -> Sequence[Openings]:
        """Prepositions around a verb: those of the frame, then those of the language."""
        return (tables.openings, self.complements.get(tables.frame.event, {}))

    def noun_openings(self, tables: FrameTables) -> Sequence[Openings]:
        """Prepositions around a noun: those of the frame, those of nouns, then those of the language."""
        event = tables.frame.event
        return (tables.openings, self.noun_complements.get(event, {}), self.complements.get(event, {}))
