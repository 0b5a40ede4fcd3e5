"""`events.yml`: mention types, event types, their subtypes and roles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from evtx.rules.diagnostics import Problems, did_you_mean
from evtx.rules.model import EventType, Position, Role
from evtx.rules.positions import Node, Scalar, Table
from evtx.rules.shapes import check_shape
from evtx.rules.vocabulary import Vocabulary, check_role, constructions_of

_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*$")


def read_ontology(root: Node, before: Vocabulary, problems: Problems) -> Vocabulary:
    """What an `events.yml` adds to, or overrides in, what earlier ones declare."""
    if not check_shape(root, "events", problems) or not isinstance(root, Table):
        return before
    types = root.get("types")
    leaves, unions = (
        _read_types(types, before, problems) if isinstance(types, Table) else (before.leaves, before.unions)
    )
    vocabulary = Vocabulary(before.events, leaves, unions)
    events = dict(before.events)
    here: set[str] = set()
    for node in root.tables("events"):
        event = _read_event(node, vocabulary, problems)
        if event is not None:
            if event.id in here:
                problems.report("E302", node.text("id"), f"event type {event.id!r} stands here twice", "join the two")
            here.add(event.id)
            events[event.id] = event
    return Vocabulary(events, leaves, unions)


def _read_types(
    node: Table, before: Vocabulary, problems: Problems
) -> tuple[frozenset[str], Mapping[str, tuple[str, ...]]]:
    named = node.scalar("leaves")
    leaves = before.leaves | {word.text for word in (named.words() if named else ())}
    unions = dict(before.unions)
    declared = node.get("unions")
    for entry in declared.entries if isinstance(declared, Table) else ():
        members = entry.value
        if not isinstance(members, Scalar):
            problems.report("E114", entry.value.at, f"{entry.key.text!r} has the wrong kind of value", "write words")
            unions[entry.key.text] = ()
            continue
        if entry.key.text in leaves:
            problems.report("E302", entry.key, f"{entry.key.text!r} is a mention type already", "choose another name")
        for word in members.words():
            if word.text not in leaves:
                help = did_you_mean(word.text, leaves)
                problems.report("E306", word, f"unknown mention type {word.text!r}", help)
        unions[entry.key.text] = tuple(word.text for word in members.words())
    return leaves, unions


def _read_event(node: Table, vocabulary: Vocabulary, problems: Problems) -> EventType | None:
    id_ = node.text("id")
    if not id_.text:
        return None
    if not _NAME.match(id_.text):
        problems.report("E301", id_, f"{id_.text!r} is no name", "use small letters, figures and hyphens")
    roles = tuple(_read_roles(node, vocabulary, problems))
    event = EventType(
        id=id_.text,
        summary=node.text("summary").text,
        generic=node.text("generic").text,
        distinct=tuple(word.text for word in node.words("distinct")),
        subtypes=tuple(word.text for word in node.words("subtypes")),
        subject=node.text("subject").text,
        object=node.text("object").text,
        takes=tuple(word.text for word in node.words("takes")),
        roles=roles,
        position=Position(problems.path, id_.line, id_.column),
    )
    _check_event(node, event, problems)
    return event


def _check_event(node: Table, event: EventType, problems: Problems) -> None:
    for side in ("subject", "object"):
        if node.text(side).text:
            check_role(node.text(side), event, problems, more=("none",))
    for word in (node.text("generic"), *node.words("distinct")):
        if word.text and word.text not in event.subtypes:
            help = did_you_mean(word.text, event.subtypes)
            problems.report("E304", word, f"{event.id} has no subtype {word.text!r}", help)
    for word in node.words("takes"):
        if word.text not in constructions_of(event):
            help = did_you_mean(word.text, constructions_of(event))
            problems.report("E307", word, f"unknown construction {word.text!r}", help)


def _read_roles(node: Table, vocabulary: Vocabulary, problems: Problems) -> Iterator[Role]:
    seen: set[str] = set()
    for item in node.tables("roles"):
        name = item.text("name")
        if not name.text:
            continue
        if name.text in seen:
            problems.report("E302", name, f"role {name.text!r} stands here twice", "join the two")
        seen.add(name.text)
        for word in item.words("types"):
            vocabulary.check_type(word, problems)
        yield Role(name.text, tuple(word.text for word in item.words("types")), item.text("summary").text)
