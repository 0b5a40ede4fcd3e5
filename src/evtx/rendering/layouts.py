"""What the table of each event type shows, and how the roles are called there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from evtx.event import Argument, Event


class Column(NamedTuple):
    """A column of the wide table: the roles that fill it, and whether it holds whole clauses and needs room."""

    title: str
    roles: tuple[str, ...]
    broad: bool = False


class Layout(NamedTuple):
    """The table of one event type.

    `lead` is the column that the narrow table keeps apart from the others, which it stacks under one another.
    """

    title: str
    happening: str
    columns: tuple[Column, ...]
    lead: Column | None = None


LABELS = {
    "content": "",
    "addressee": "to",
    "medium": "through",
    "attacker": "by",
    "target": "against",
    "killed": "killed:",
    "injured": "injured:",
    "weapon": "with",
    "place": "in",
    "supplier": "by",
    "recipient": "for",
    "cargo": "cargo:",
    "vehicle": "aboard",
    "origin": "from",
    "destination": "to",
    "via": "via",
    "interceptor": "taken by",
}
"""What stands before an argument where arguments are stacked or share a column; other roles stand by their name."""

LAYOUTS = {
    "claim": Layout(
        "Claims",
        "Claim",
        (Column("What", ("content",), broad=True), Column("To", ("addressee",)), Column("Through", ("medium",))),
        lead=Column("Who", ("speaker",)),
    ),
    "attack": Layout(
        "Attacks",
        "Attack",
        (
            Column("Who", ("attacker",)),
            Column("Against", ("target",)),
            Column("Where", ("place",)),
            Column("With", ("weapon",)),
            Column("Harm", ("killed", "injured")),
        ),
    ),
    "delivery": Layout(
        "Deliveries",
        "Delivery",
        (
            Column("Who", ("supplier", "interceptor")),
            Column("Cargo", ("cargo",)),
            Column("For", ("recipient",)),
            Column("Where", ("origin", "destination", "via", "place")),
            Column("Aboard", ("vehicle",)),
        ),
    ),
}


def layout_of(kind: str, events: Sequence[Event]) -> Layout:
    """The layout of an event type; one with a column for each role for a type that has none of its own."""
    if kind in LAYOUTS:
        return LAYOUTS[kind]
    roles = dict.fromkeys(argument.role for event in events for argument in event.arguments)
    return Layout(kind.capitalize(), kind.capitalize(), tuple(Column(role.capitalize(), (role,)) for role in roles))


def filling(event: Event, column: Column) -> tuple[Argument, ...]:
    """The arguments of an event that stand in a column, role by role."""
    return tuple(argument for role in column.roles for argument in event.arguments if argument.role == role)
