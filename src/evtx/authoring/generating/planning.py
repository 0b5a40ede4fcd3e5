"""What fills the roles of a generated sentence: noun groups that the frame accepts, until its needs are met."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from evtx.authoring.generating.grammar import GenerationGrammar, NounGroup
from evtx.matching.adjuncts import assign
from evtx.matching.cells import Cell
from evtx.matching.roles import ANY, unmet
from evtx.matching.ruleset import FrameTables, LanguageRules, Openings

# How many tables of prepositions a verb has; a noun has one more.
_BESIDE_VERB = 2


class Complement(NamedTuple):
    """A prepositional phrase that fills a role."""

    preposition: str
    role: str
    nouns: NounGroup


class Filling(NamedTuple):
    """The noun groups of a sentence: by slot with the role that each fills (empty for none), and the phrases."""

    slots: Mapping[str, tuple[str, NounGroup]]
    complements: tuple[Complement, ...]


class Planner(NamedTuple):
    """Chooses what fills a sentence of one frame."""

    generation: GenerationGrammar
    rules: LanguageRules
    tables: FrameTables

    def fill(self, slots: Mapping[str, Sequence[str]], given: Sequence[str], of_noun: bool = False) -> Filling | None:
        """Noun groups for slots with the roles that each may fill; None when the frame's needs cannot be met.

        `given` are roles that the sentence fills itself. A noun has no slots, and at least one phrase.
        """
        chosen: dict[str, tuple[str, NounGroup]] = {}
        for slot, roles in slots.items():
            found = self._choose(roles, [nouns for _, nouns in chosen.values()])
            if found is None:
                return None
            chosen[slot] = found
        filled = [(role, nouns.type) for role, nouns in chosen.values()] + [(role, "") for role in given]
        phrases = self._complements(filled, [nouns for _, nouns in chosen.values()], of_noun)
        return None if phrases is None else Filling(chosen, phrases)

    def _choose(self, roles: Sequence[str], used: Sequence[NounGroup]) -> tuple[str, NounGroup] | None:
        """The noun group that fills one of the roles and meets the most needs; `nobody` where there are no roles."""
        if not roles:
            return "", self.generation.nobody
        event, pick = self.tables.frame.event, self.rules.roles.pick
        best: tuple[str, NounGroup] | None = None
        most = -1
        for nouns in self.generation.nouns:
            role = pick(event, roles, nouns.type)
            met = self._met(role, nouns.type) if role and nouns not in used else -1
            if met > most:
                best, most = (role, nouns), met
            if most == len(self.tables.needs):
                break
        return best

    def _met(self, role: str, type_: str) -> int:
        return sum(not unmet((need,), [(role, type_)]) for need in self.tables.needs)

    def _complements(
        self, filled: list[tuple[str, str]], used: list[NounGroup], of_noun: bool
    ) -> tuple[Complement, ...] | None:
        """The phrases that meet the needs still open; None when there are none that can."""
        phrases: list[Complement] = []
        openings = (self.rules.noun_openings if of_noun else self.rules.verb_openings)(self.tables)
        while (need := unmet(self.tables.needs, filled)) or (of_noun and not filled):
            alternatives = need or [(role, ANY) for role in (*self.tables.object, *self.tables.subject)]
            held = {role for role, _ in filled}
            spent = {phrase.preposition for phrase in phrases}
            options = (self._phrase(role, types, openings, used, held, spent) for role, types in alternatives)
            phrase = next((option for option in options if option is not None), None)
            if phrase is None:
                return None
            phrases.append(phrase)
            filled.append((phrase.role, phrase.nouns.type))
            used.append(phrase.nouns)
        return tuple(phrases)

    def _phrase(
        self,
        role: str,
        types: frozenset[str],
        openings: Sequence[Openings],
        used: Sequence[NounGroup],
        held: set[str],
        spent: set[str],
    ) -> Complement | None:
        """The first phrase that fills the role with one of the types."""
        if role in held:
            return None
        event, roles = self.tables.frame.event, self.rules.roles
        for preposition in self._prepositions(role, openings):
            if preposition in spent:
                continue
            for nouns in self.generation.nouns:
                if nouns in used or not (types is ANY or nouns.type in types):
                    continue
                cell = Cell("P", 0, 0, 0, 0, "", preposition, nouns.type, False, None)
                if assign(event, cell, openings, roles, frozenset(held)) == role:
                    return Complement(preposition, role, nouns)
        return None

    def _prepositions(self, role: str, openings: Sequence[Openings]) -> Iterator[str]:
        """Those that open the role, short ones first; not those that stay in what they introduce.

        The one of possession comes last beside a verb: after an object an of-phrase would be part of it.
        """
        found = [
            preposition
            for table in openings
            for preposition, opened in table.items()
            if any(one.role == role for one in opened) and preposition not in self.rules.kept
        ]
        verbal = len(openings) == _BESIDE_VERB
        of = self.rules.grammar.of if verbal else ""
        yield from sorted(found, key=lambda preposition: (preposition == of, preposition.count(" ")))
