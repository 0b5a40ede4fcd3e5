"""The skeleton of a new rule: every key with what belongs there, for its author to fill in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from evtx.rules.model import EventType

FRAME, PATTERN = "frame", "pattern"
_LONGEST = 110


class NewRule(NamedTuple):
    """What a skeleton is made of; `sample` is an example of a like rule, and `sample_of` the id of that.

    `replaces` is where the rule stands whose place it takes, empty for none.
    """

    id: str
    language: str
    event: EventType
    kind: str
    subtype: str
    dct: str
    sample: str
    sample_of: str
    replaces: str = ""

    @property
    def key(self) -> str:
        """The key of a file under which rules of its kind stand."""
        return f"{self.kind}s"


def head(rule: NewRule) -> list[str]:
    """The lines with which a new file begins."""
    return [
        f"# Rules for events of the type {rule.event.id}.",
        f"language: {rule.language}",
        f"event: {rule.event.id}",
        f"dct: {rule.dct}    # what dates in the examples are read against",
        "",
    ]


def skeleton(rule: NewRule, indent: int = 2) -> list[str]:
    """The lines of the rule as an item of its list, `indent` blanks from the margin."""
    body = _frame(rule) if rule.kind == FRAME else _pattern(rule)
    first, *rest = [f"id: {rule.id}", *_common(rule), *body, *_sentences(rule)]
    margin = " " * indent
    return [f"{margin}- {first}", *(f"{margin}  {line}".rstrip() for line in rest)]


def _common(rule: NewRule) -> Iterator[str]:
    yield "# One sentence on what the rule finds."
    yield "summary:"
    yield from _comment(f"One of: {' '.join(rule.event.subtypes)}")
    yield f"subtype: {rule.subtype}"


def _frame(rule: NewRule) -> Iterator[str]:
    event = rule.event
    roles = ", ".join(role.name for role in event.roles)
    yield from _comment(
        "Verbs that mean it, as infinitives, a line each, with the words that must follow; (a|b) is one of several, "
        "[x] may be absent. All forms, voices and word orders come by themselves. Delete the key if there are none."
    )
    yield "verbs: |"
    yield ""
    yield from _comment("Nouns that name it, in the singular, a line each. Delete the key if there are none.")
    yield "nouns: |"
    yield ""
    yield from _comment(
        f"Say these only where they differ: the subject is the {event.subject}, the object the {event.object}; "
        f"the roles are {roles}."
    )
    yield f"# subject: {event.subject}"
    yield f"# object: {event.object}"
    yield from _comment(
        "Roles without which the words mean something else, a line for each need, `|` between those of which one will "
        "do; and prepositions that open a role."
    )
    yield "# needs: |"
    yield f"#   {event.object}"
    yield "# complements: |"
    yield f"#   PREPOSITION, PREPOSITION -> {event.roles[-1].name}"


def _pattern(rule: NewRule) -> Iterator[str]:
    roles = ", ".join(role.name for role in rule.event.roles)
    yield from _comment(
        "Templates, a line each: words by lemma, @ before the one that carries the event, {role} or {role:type|type} "
        "for what fills a role, (a|b) one of several, [x] may be absent, ... a stretch of the clause. "
        f"The roles are {roles}."
    )
    yield "match: |"
    yield ""


def _sentences(rule: NewRule) -> Iterator[str]:
    roles = " ".join(role.name for role in rule.event.roles)
    yield from _comment(
        f"Sentences with all that must come out of them: [words](trigger) once, [words](ROLE) with one of {roles}, "
        "[words](date=2020-12-15). `evtx rules mark TEXT` writes the marks for what is found already."
    )
    if rule.sample:
        yield f"# As in {rule.sample_of}: {rule.sample}"
    yield "examples: |"
    yield ""
    yield from _comment("Sentences with these words that tell no such event.")
    yield "rejects: |"


def _comment(text: str) -> Iterator[str]:
    line = "#"
    for word in text.split():
        if len(line) + len(word) > _LONGEST:
            yield line
            line = "#"
        line += f" {word}"
    yield line
