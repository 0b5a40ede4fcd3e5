"""Light verbs: what the verb of a clause gives to a noun that names an event (`X carried out a raid`)."""

from __future__ import annotations

from collections.abc import Sequence

from evtx.matching import adjuncts
from evtx.matching.cells import Cell
from evtx.matching.found import Clause, Filler
from evtx.matching.ruleset import FrameTables, LanguageRules, LightVerb
from evtx.matching.site import Site

# How many cells away a light verb may stand from its noun.
_REACH = 12


def light_fillers(
    clause: Clause, index: int, tables: FrameTables, fillers: Sequence[Filler], rules: LanguageRules
) -> list[Filler]:
    """What the verb of the clause gives to its noun: who carried it out, who suffered it, whom it killed.

    Nothing from a verb that is denied and itself an event, or in the passive: who has not claimed a raid did not carry
    it out by that, nor did those by whom `the raid was not led`.
    """
    given: list[Filler] = []
    held = {f.role for f in fillers}
    for position in range(max(0, index - _REACH), min(len(clause.cells), index + _REACH + 1)):
        cell = clause.cells[position]
        if cell.verb is None or (cell.verb.negative and (cell.verb.passive or rules.triggers.is_verb(cell.lemma))):
            continue
        site = Site(clause, position, position + 1, rules)
        for light in tables.light.get(cell.lemma, ()):
            if light.role in held or not light.role:
                continue
            for other in with_coordinated(clause, light_argument(site, index, light)):
                role = _CASUALTIES.get(clause.cells[other].type, light.role)
                if role in _CASUALTIES.values() and not clause.cells[other].type:
                    continue
                if role not in held and rules.roles.admits(tables.frame.event, role, clause.cells[other].type):
                    given.append(site.filler(other, role))
                    held.add(role)
        if hands_on(site, index, tables):
            given += verb_complements(site, tables, held, {filler.cell for filler in (*fillers, *given)})
    return given


_MEASURE = "quantity"
# Types of objects that take the phrase after them: `strengthened the alliance between`.
_VAGUE = frozenset(("", "abstract"))
# Nouns for the dead and the wounded tell their role themselves.
_CASUALTIES = {"dead": "killed", "wounded": "injured"}


def with_coordinated(clause: Clause, found: list[int]) -> list[int]:
    """The cells with the casualties that are coordinated with them: `three dead and nine wounded`."""
    cells, every = clause.cells, list(found)
    for index in found:
        while index + 2 < len(cells) and cells[index + 1].kind in ",c" and cells[index + 2].type in _CASUALTIES:
            index += 2
            every.append(index)
    return every


def arguments(site: Site) -> tuple[list[int], list[int], list[int]]:
    """Subject, object and agent cells of the verb at a site, as its form gives them."""
    before, after = site.before, site.after("passive" if site.passive else "object")
    subject = [*before.cells("subject"), *before.also] if before else []
    subject = subject[-1:] if site.kind == "participle" else subject
    objects = [*(before.cells("object") if before else []), *(after.cells("object") if after else [])]
    agent = site.agents if site.passive else []
    return measured(site.clause, subject), measured(site.clause, objects), agent


def measured(clause: Clause, found: list[int]) -> list[int]:
    """The cells with what they only measure: `a series of raids`."""
    cells = clause.cells
    counted = [i + 1 for i in found if cells[i].type == _MEASURE and i + 1 < len(cells) and cells[i + 1].kind == "P"]
    return [*found, *(i for i in counted if cells[i].type == "event" and cells[i].first == cells[i - 1].last)]


def hands_on(site: Site, index: int, tables: FrameTables) -> bool:
    """Whether the verb's own complements say something of the noun: a light verb, or one that it is the subject of."""
    lemma = site.group.lemma
    light = lemma in tables.light
    if not light and site.rules.triggers.is_verb(lemma):
        return False
    subject, objects, _ = arguments(site)
    return index in subject or (light and index in objects)


def tail_object(site: Site, tail: tuple[str, ...]) -> list[int]:
    """The cell that the words after a light verb run up to: `claimed the lives of` before `ten people`."""
    return next(([other] for other in site.following if governs(site, other, tail)), [])


def governs(site: Site, index: int, tail: tuple[str, ...]) -> bool:
    """Whether the words of a light verb run up to the noun: `was the victim of` before `a raid`."""
    sentence = site.clause.sentence
    start, stop = site.group.last, site.clause.cells[index].phrase
    between = [sentence.words[i].lower for i in range(start, stop) if sentence.tape[i] not in 'DRTzd"']
    contractions = site.rules.grammar.contractions
    return site.cell < index and tuple(contractions.get(form, form) for form in between) == tail


def light_argument(site: Site, index: int, light: LightVerb) -> list[int]:
    """The cells that a light verb gives to the noun: its subject where the noun is the object, and the reverse."""
    subject, objects, agent = arguments(site)
    if light.tail and light.side == "object":
        return tail_object(site, light.tail) if index in subject and not site.passive else []
    if light.tail:
        return subject if governs(site, index, light.tail) else []
    if light.side == "subject":
        return agent if site.passive and index in subject else subject if index in objects else []
    if site.passive:
        return subject if index in agent else []
    return objects if index in subject else []


def verb_complements(site: Site, tables: FrameTables, held: set[str], used: set[int]) -> list[Filler]:
    """Phrases after the light verb that belong to the noun: where, with what, against whom.

    Not the agent of a passive, who has a role only where the verb gives him one: `the raid was filmed by a neighbour`.
    """
    given: list[Filler] = []
    agents = site.agents if site.passive else []
    openings = site.rules.verb_openings(tables)
    cells = site.clause.cells
    following = adjuncts.after(cells, site.last, site.rules.carriers)
    for other in [*following, *adjuncts.fronted(cells, site.cell)]:
        cell = cells[other]
        if cell.kind != "P" or cell.preposition == site.rules.grammar.of or other in used or other in agents:
            continue
        if site.cell < other and taken_by(cells[other - 1], cell, site.rules):
            continue
        role = ascribed(site, other, tables) or adjuncts.assign(
            tables.frame.event, cell, openings, site.rules.roles, frozenset(held)
        )
        if role:
            given.append(site.filler(other, role))
            held.add(role)
    return given


def taken_by(before: Cell, cell: Cell, rules: LanguageRules) -> bool:
    """Whether a phrase belongs to the object before it: `strengthened the alliance between the two`."""
    return before.kind == "N" and (before.type in _VAGUE or cell.preposition == rules.grammar.between)


def ascribed(site: Site, other: int, tables: FrameTables) -> str:
    """The agent's role for a phrase to which the verb ascribes the noun: `the raid was attributed to X`."""
    cell, rules = site.clause.cells[other], site.rules
    if site.group.lemma not in rules.ascribing or cell.preposition != rules.grammar.to:
        return ""
    return rules.roles.pick(tables.frame.event, tables.subject, cell.type)
