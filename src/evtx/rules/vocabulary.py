"""What rules may name: event types, their subtypes and roles, mention types; and the checks of every such name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from evtx.rules.declarations import ACTION_CONSTRUCTIONS, CONTENT_KINDS, SPEECH_CONSTRUCTIONS
from evtx.rules.diagnostics import Piece, Problems, did_you_mean
from evtx.rules.effort import MOST_WAYS, effort_of
from evtx.rules.model import EventType
from evtx.rules.syntax import Argument, Choice, Element, Option, Series, Template, Trigger

_EVENT_TYPE = re.compile(r"event\(([^()]*)\)$")
_ANY_ROLE = frozenset(("subject", "object", "agent"))


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The names that `events.yml` declares."""

    events: Mapping[str, EventType]
    leaves: frozenset[str]
    unions: Mapping[str, tuple[str, ...]]

    @property
    def types(self) -> set[str]:
        """All names of mention types."""
        return {*self.leaves, *self.unions}

    @property
    def happenings(self) -> set[str]:
        """All event types and subtypes, which a type `event(...)` may name."""
        return {*self.events, *(subtype for event in self.events.values() for subtype in event.subtypes)}

    def check_event(self, at: Piece, problems: Problems) -> EventType | None:
        """The event type of a name, which is reported when there is none."""
        if at.text not in self.events:
            problems.report("E303", at, f"unknown event type {at.text!r}", did_you_mean(at.text, self.events))
        return self.events.get(at.text)

    def check_leaf(self, at: Piece, problems: Problems) -> None:
        """Report a name that is no mention type of its own."""
        if at.text not in self.leaves:
            help = did_you_mean(at.text, self.leaves)
            problems.report("E306", at, f"unknown mention type {at.text!r}", help)

    def check_type(self, at: Piece, problems: Problems) -> None:
        """Report an unknown mention type; event types stand for nouns that name such events."""
        match = _EVENT_TYPE.match(at.text)
        if match:
            for piece in at.part(match.start(1), match.end(1)).split(","):
                if piece.text not in self.happenings:
                    help = did_you_mean(piece.text, self.happenings)
                    problems.report("E303", piece, f"unknown event type {piece.text!r}", help)
        elif at.text not in self.types and at.text not in self.events:
            help = did_you_mean(at.text, self.types)
            problems.report("E306", at, f"unknown mention type {at.text!r}", help)


def check_subtype(at: Piece, event: EventType, problems: Problems) -> None:
    """Report a subtype that the event type does not have."""
    if at.text not in event.subtypes:
        help = did_you_mean(at.text, event.subtypes)
        problems.report("E304", at, f"{event.id} has no subtype {at.text!r}", help)


def check_role(at: Piece, event: EventType, problems: Problems, more: Iterable[str] = ()) -> None:
    """Report a role that the event type does not have; `more` are further words allowed."""
    names = {*(role.name for role in event.roles), *more}
    if at.text not in names:
        help = did_you_mean(at.text, names)
        problems.report("E305", at, f"{event.id} has no role {at.text!r}", help)


def constructions_of(event: EventType) -> tuple[str, ...]:
    """The constructions that a frame of the event type may take."""
    return ACTION_CONSTRUCTIONS if event.role("content") is None else SPEECH_CONSTRUCTIONS


def check_template(template: Template, event: EventType | None, vocabulary: Vocabulary, problems: Problems) -> None:
    """Report unknown roles and types of a template, and that it has no trigger or several.

    Without an event type it is a construction's: roles of any event type, subject, object and agent may stand in it.
    """
    roles = {role.name for one in vocabulary.events.values() for role in one.roles} if event is None else set()
    for argument in arguments(template.node):
        at = Piece(argument.role, argument.at.line, argument.at.column + 1)
        if event is not None:
            check_role(at, event, problems)
        elif argument.role not in roles | _ANY_ROLE:
            help = did_you_mean(argument.role, roles | _ANY_ROLE)
            problems.report("E305", at, f"no event type has a role {argument.role!r}", help)
        for piece in argument.types:
            if argument.role != "content" or piece.text not in CONTENT_KINDS:
                vocabulary.check_type(piece, problems)
    if effort_of(template.node).ways > MOST_WAYS:
        help = "write words in place of some, or make several templates of it"
        message = "the template may take too long: it has too many elements that can lie anywhere"
        problems.report("E211", template.source, message, help)
    least, most = trigger_counts(template.node)
    if most == 0 or least == 0:
        help = "put @ before the words that carry the event, in every alternative"
        problems.report("E207", template.source, "the template can match without a trigger", help)
    elif most > 1:
        problems.report("E208", template.source, "the template has more than one trigger", "keep one @")


def arguments(node: Series) -> Iterable[Argument]:
    """All arguments of a template's tree."""
    for part in node.parts:
        match part:
            case Argument():
                yield part
            case Choice(options):
                for option in options:
                    yield from arguments(option)
            case Option(inner):
                yield from arguments(inner)


def trigger_counts(node: Series) -> tuple[int, int]:
    """The least and the greatest number of triggers in what a tree matches."""
    counts = [_triggers(part) for part in node.parts]
    return sum(least for least, _ in counts), sum(most for _, most in counts)


def _triggers(part: Element) -> tuple[int, int]:
    match part:
        case Trigger():
            return 1, 1
        case Option(inner):
            return 0, trigger_counts(inner)[1]
        case Choice(options):
            counts = [trigger_counts(option) for option in options]
            return min(least for least, _ in counts), max(most for _, most in counts)
    return 0, 0
