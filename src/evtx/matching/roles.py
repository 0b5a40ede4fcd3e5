"""Which words may fill which role: by the type of the mention and by the preposition before it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from evtx.rules.model import ComplementRule, EventType, Need

ANY = frozenset(("anything",))


class RoleTable(NamedTuple):
    """Per event type and role, the mention types that it admits (unions resolved)."""

    admitted: Mapping[tuple[str, str], frozenset[str]]
    unions: Mapping[str, frozenset[str]]

    def admits(self, event: str, role: str, type_: str, narrowed: frozenset[str] = ANY) -> bool:
        """Whether a mention of this type may fill the role; untyped nouns may fill all but narrowed roles."""
        if narrowed is not ANY:
            return type_ in narrowed
        return not type_ or type_ in self.admitted.get((event, role), frozenset())

    def speaks(self, event: str) -> bool:
        """Whether events of this type are acts of speech: those that have a content."""
        return (event, "content") in self.admitted

    def leaves(self, names: Iterable[str]) -> frozenset[str]:
        """The mention types behind names of types and unions; `ANY` for none."""
        found = frozenset(leaf for name in names for leaf in self.unions.get(name) or _event_types(name))
        return found or ANY

    def pick(self, event: str, roles: Sequence[str], type_: str) -> str:
        """The first of several roles that admits the type, empty for none."""
        return next((role for role in roles if self.admits(event, role, type_)), "")


def _event_types(name: str) -> tuple[str, ...]:
    """A type by its name; `event(attack,delivery)` stands for nouns that name such events."""
    kind, bracket, inner = name.partition("(")
    return tuple(part.strip() for part in inner.rstrip(")").split(",")) if bracket and kind == "event" else (name,)


def role_table(events: Iterable[EventType], unions: Mapping[str, Sequence[str]]) -> RoleTable:
    """The table of all event types."""
    resolved = {name: frozenset(leaves) for name, leaves in unions.items()}
    admitted = {
        (event.id, role.name): frozenset(leaf for name in role.types for leaf in resolved.get(name, (name,)))
        for event in events
        for role in event.roles
    }
    return RoleTable(admitted, resolved)


class Opening(NamedTuple):
    """A role that a preposition opens, and the types to which it is narrowed there."""

    role: str
    types: frozenset[str]


def canonical(words: Sequence[str]) -> str:
    """A preposition of several words as one string, as the tokens write it.

    >>> canonical(("By", "o'", "means", "of"))
    "by o'means of"
    """
    return " ".join(words).replace("' ", "'").lower()


def openings(rules: Iterable[ComplementRule], table: RoleTable) -> dict[str, tuple[Opening, ...]]:
    """Preposition -> the roles it may open, in the order of the rules."""
    index: dict[str, list[Opening]] = {}
    for rule in rules:
        for words in rule.prepositions:
            index.setdefault(canonical(words), []).append(Opening(rule.role, table.leaves(rule.types)))
    return {preposition: tuple(found) for preposition, found in index.items()}


Requirement = Sequence[tuple[str, frozenset[str]]]
"""Roles of which one must be filled, each with the mention types that count there."""


def requirements(needs: Iterable[Need], table: RoleTable) -> tuple[Requirement, ...]:
    """The needs of a frame with their types resolved."""
    return tuple(tuple((role, table.leaves(types)) for role, types in need.alternatives) for need in needs)


def unmet(wanted: Iterable[Requirement], filled: Collection[tuple[str, str]]) -> Requirement:
    """The first requirement none of whose roles is filled by a mention of the right type, empty when all are met."""
    for alternatives in wanted:
        if not _met(alternatives, filled):
            return alternatives
    return ()


def _met(alternatives: Requirement, filled: Collection[tuple[str, str]]) -> bool:
    for role, types in alternatives:
        for filled_role, type_ in filled:
            if role == filled_role and (types is ANY or type_ in types):
                return True
    return False
