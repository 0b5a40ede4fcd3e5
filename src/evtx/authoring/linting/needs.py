"""What frames need: whether anything in the frame or the language can give it."""

from __future__ import annotations

from collections.abc import Iterator

from evtx.authoring.linting.linted import Linted, id_piece
from evtx.matching.building import parse_complement, role_list
from evtx.rules.model import EventType, Frame

_TABLES = ("complements", "noun_complements")


def lint_needs(file: Linted) -> None:
    """Report frames that need a role which neither the frame nor its language gives to anything."""
    by_language = {frame.event: frozenset(_by_language(frame, file)) for frame in file.frames}
    for frame in file.frames:
        event = file.rules.event(frame.event)
        if event.role("content") is not None or not frame.needs:
            continue
        given = by_language[frame.event].union(_given(frame, event))
        for need in frame.needs:
            roles = [role for role, _ in need.alternatives]
            if given.isdisjoint(roles):
                wanted = " or ".join(roles)
                message = f"the frame needs {wanted}, which nothing gives: it never fires"
                help = f"add a line to complements, such as `PREPOSITION -> {roles[0]}`, or make it subject or object"
                file.problems.report("W605", id_piece(frame), message, help)


def _given(frame: Frame, event: EventType) -> Iterator[str]:
    """The roles that a frame gives itself."""
    yield from role_list(frame.subject or event.subject)
    yield from role_list(frame.object or event.object)
    yield from (rule.role for rule in frame.complements)
    yield frame.itself
    for line in frame.light.splitlines():
        yield line.split()[-1]


def _by_language(frame: Frame, file: Linted) -> Iterator[str]:
    """The roles that the language's prepositions give for the event type of a frame."""
    files = file.rules.languages.get(frame.language, {}).get("constructions", {})
    for table in _TABLES:
        for line in files.get(table, {}).get(frame.event, "").splitlines():
            if line.strip():
                yield parse_complement(line).role
