"""In words, what a rule lacked at a word that could have started it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from evtx.explaining.elements import Reach
from evtx.explaining.filling import Scene
from evtx.explaining.trying import Attempt
from evtx.matching.found import Refusal
from evtx.matching.roles import ANY, Requirement
from evtx.matching.site import KIND_NAMES, VOICES, Site
from evtx.matching.triggers import NounTrigger, VerbTrigger
from evtx.rules.model import Frame

# How many types are named before the rest is only hinted at.
_NAMED = 8
# How a refusal ends when the form of the verb can say nothing at all.
NO_WAY = "which this form of the verb cannot"
# What may stand between the words of a rule: adverbs, dates, quotation marks.
_PASSED = frozenset('RT"')
_SPEECH = frozenset(("clause", "question", "infinitive", "quote", "colon", "object", "incise", "passive"))


def wanted(attempt: Attempt, scene: Scene) -> str:
    """What the rule of an attempt that gave nothing wanted next."""
    outcome = attempt.outcome
    if isinstance(outcome, Reach):
        return by_template(outcome, attempt.cell, scene)
    assert isinstance(outcome, Refusal)
    turned = "; ".join(turned_down(attempt, scene))
    told = missing(outcome, attempt, scene)
    return f"{told}; {turned}" if turned else told


def by_template(stopped: Reach, cell: int, scene: Scene) -> str:
    """The elements on either side of what matched of a template."""
    if not stopped.pieces:
        type_ = scene.clause.cells[cell].type or "of no type"
        return f"{stopped.after} as one phrase, but “{scene.told(cell)}” is {type_}"
    sides = [f"{stopped.before} before it" if stopped.before else "", f"{stopped.after} next" if stopped.after else ""]
    return " and ".join(filter(None, sides)) or "nothing more, but not in this order"


def missing(refusal: Refusal, attempt: Attempt, scene: Scene) -> str:
    """What a frame lacked."""
    match refusal.wanted:
        case "words":
            return other_words(attempt, scene)
        case "voice":
            return voices(attempt, scene)
        case "object":
            return f"its object after “{introducing(attempt)}”{admitted_by(attempt, scene, 'object')}"
        case "content" if introducing(attempt):
            return f"what is said, after “{introducing(attempt)}”"
        case "content":
            return f"what is said, as {ways_of_saying(attempt, scene)}"
        case "speaker":
            return f"a subject that can speak{admitted_by(attempt, scene, 'subject')}"
        case "needs":
            return "; ".join((needed(refusal.needed), *not_counted(refusal, scene)))
        case _:
            return _PLAIN[refusal.wanted]


_PLAIN = {
    "impersonal": "somebody who speaks, but the infinitive after the verb to be leaves nobody",
    "mishap": "somebody behind it, but an accident or the like is said to have brought it about",
    "count": "a number in the noun's own phrase",
    "name": "a common noun, but its capital makes it part of a name",
    "figure": "the noun in its own sense, but here it is part of another expression",
    "kind": "a noun by itself, but here it only tells of what kind the noun before it is",
}


def introducing(attempt: Attempt) -> str:
    """The preposition by which the line of a rule introduces the object of its verb, empty for none."""
    return attempt.trigger.object_preposition if isinstance(attempt.trigger, VerbTrigger) else ""


def needed(requirement: Requirement) -> str:
    """The roles of which one must be filled."""
    if not requirement:
        return "a speaker, or what is said, around the noun"
    return " or ".join(f"{a_role(role)}{narrowed(types)}" for role, types in requirement)


def not_counted(refusal: Refusal, scene: Scene) -> Iterator[str]:
    """The phrases that fill a role which is needed, but are of a type that does not count."""
    roles = {role for role, _ in refusal.needed}
    for filler in refusal.fillers:
        if filler.role in roles:
            yield f"“{scene.place.span(filler.span).text}” is {filler.type or 'of no type'}, which does not count"
    content = refusal.content
    if content is not None and "content" in roles:
        nominal = content.kind in ("noun", "subject")
        kind = (
            (scene.clause.cells[content.cell].type or "of no type") if nominal else f"taken as {a_kind(content.kind)}"
        )
        yield f"“{scene.told(content.cell)}” is {kind}, which does not count"


def a_kind(kind: str) -> str:
    """The kind of a content with its article.

    >>> a_kind("quote"), a_kind("infinitive")
    ('a quote', 'an infinitive')
    """
    return f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}"


def a_role(role: str) -> str:
    """A role with its article.

    >>> a_role("attacker"), a_role("target"), a_role("killed")
    ('an attacker', 'a target', 'somebody killed')
    """
    if role in ("killed", "injured"):
        return f"somebody {role}"
    if role in ("content", "cargo"):
        return role
    return f"{'an' if role[0] in 'aeiou' else 'a'} {role}"


def narrowed(types: frozenset[str]) -> str:
    """The mention types that count, in brackets; nothing where all do."""
    return "" if types is ANY else f" ({type_names(types)})"


def type_names(types: Iterable[str]) -> str:
    """Mention types as a list, the rest of a long one left out."""
    names = sorted(types)
    return ", ".join(names[:_NAMED]) + (" ..." if len(names) > _NAMED else "")


def other_words(attempt: Attempt, scene: Scene) -> str:
    """The words that must go with the word of the rule and do not."""
    cell, trigger = scene.clause.cells[attempt.cell], attempt.trigger
    if isinstance(trigger, NounTrigger):
        return f"the words “{attempt.written}” together"
    assert isinstance(trigger, VerbTrigger)
    assert cell.verb is not None
    if trigger.reflexive != cell.verb.reflexive:
        return "the verb with a reflexive pronoun" if trigger.reflexive else "the verb without a reflexive pronoun"
    if trigger.causative and not cell.verb.causative:
        return "the verb under another that causes it"
    if not trigger.clitics <= set(cell.verb.clitics):
        return f"“{' '.join(sorted(trigger.clitics))}” before the verb"
    return f"the words “{attempt.written}” together, but {standing_after(attempt.cell, scene)}"


def standing_after(cell: int, scene: Scene) -> str:
    """What stands after a cell, in words."""
    cells = scene.clause.cells
    following = next((index for index in range(cell + 1, len(cells)) if cells[index].kind not in _PASSED), None)
    if following is None or cells[following].kind in ".;":
        return "nothing follows"
    starts = scene.clause.sentence.starts
    return f"“{scene.place.words(starts[cells[following].first], scene.clause.end(following)).text}” follows"


def voices(attempt: Attempt, scene: Scene) -> str:
    """The forms of the verb that a frame takes, and the one that is there."""
    assert isinstance(attempt.rule, Frame)
    kinds = set(VOICES.values())
    taken = sorted(scene.rules.tables(attempt.rule).takes & kinds)
    return f"the verb as {' or '.join(taken)}, but it is {VOICES[scene.clause.cells[attempt.cell].kind]} here"


def ways_of_saying(attempt: Attempt, scene: Scene) -> str:
    """The constructions by which a frame takes what is said, those that the form of the verb allows."""
    assert isinstance(attempt.rule, Frame)
    takes, cell = scene.rules.tables(attempt.rule).takes, scene.clause.cells[attempt.cell]
    if cell.verb is None:
        return "an infinitive or after a preposition"
    kind = KIND_NAMES[cell.kind]
    allowed = [name for name in scene.rules.after.get(kind, {}) if name in takes & _SPEECH]
    found = [*allowed, *(("incise",) if "incise" in takes and kind == "finite" else ())]
    return " or ".join(found) if found else f"{' or '.join(sorted(takes & _SPEECH))}, {NO_WAY}"


def admitted_by(attempt: Attempt, scene: Scene, side: str) -> str:
    """The roles of a frame's subject or object with the mention types that may fill them, in brackets."""
    assert isinstance(attempt.rule, Frame)
    tables = scene.rules.tables(attempt.rule)
    roles = tables.subject if side == "subject" else tables.object
    told = (f"{role}: {type_names(scene.rules.roles.admitted[attempt.rule.event, role])}" for role in roles)
    return f" ({'; '.join(told)})" if roles else ""


def turned_down(attempt: Attempt, scene: Scene) -> Iterator[str]:
    """The phrases around a verb whose type keeps them from the role that they would have."""
    site, rule = attempt.site, attempt.rule
    if site is None or not isinstance(rule, Frame) or not isinstance(attempt.outcome, Refusal):
        return
    if attempt.outcome.wanted not in ("needs", "speaker", "object", "content"):
        return
    tables = scene.rules.tables(rule)
    subject, others = (tables.object, tables.subject) if site.passive else (tables.subject, tables.object)
    sides: tuple[tuple[str, Sequence[str], list[int]], ...] = (
        ("subject", subject, site.before.cells("subject") if site.before else []),
        ("agent" if site.passive else "object", others, argument_cells(site)),
    )
    for side, roles, cells in sides:
        for cell in cells:
            type_ = scene.clause.cells[cell].type
            if roles and roles != ("content",) and not scene.rules.roles.pick(rule.event, roles, type_):
                yield f"the {side} “{scene.told(cell)}” ({type_}) cannot be its {' or '.join(roles)}"


def argument_cells(site: Site) -> list[int]:
    """The cells of the object, or of the agent of a passive."""
    match = site.after("passive" if site.passive else "object")
    return match.cells("agent" if site.passive else "object") if match is not None else []
