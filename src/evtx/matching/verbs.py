"""Events whose trigger is a verb: subject, object and complements by the language's constructions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from evtx.document import Span
from evtx.matching import adjuncts
from evtx.matching.cells import Cell
from evtx.matching.claims import assemble_claim
from evtx.matching.found import Clause, Filler, Found
from evtx.matching.patterns import TapeMatch, first_match
from evtx.matching.roles import satisfied
from evtx.matching.ruleset import FrameTables, LanguageRules
from evtx.matching.tape import Window, window
from evtx.matching.triggers import VerbTrigger
from evtx.matching.verb_forms import KIND_NAMES, is_passive, steps, tail_end, trigger_span

_LOCATED = ("place", "destination", "origin")


def find_verb_events(clause: Clause, index: int, sentence: int, rules: LanguageRules) -> Iterator[Found]:
    """The events that the verb group at a cell triggers: of each event type the frame that fits best."""
    fitting: dict[str, list[Found]] = {}
    for trigger in rules.triggers.verbs.get(clause.cells[index].lemma, ()):
        last = tail_end(clause, index, trigger, rules)
        if last:
            found = assemble(clause, index, last, sentence, trigger, rules)
            if found is not None:
                fitting.setdefault(found.event, []).append(found)
    return (max(found, key=closeness) for found in fitting.values())


def closeness(found: Found) -> tuple[int, int]:
    """How well a frame fits: how many words its trigger takes, then how many roles it fills; ties go to the first."""
    return found.last_cell - found.cell, len(found.fillers) + (found.content is not None)


def assemble(
    clause: Clause, index: int, last: int, sentence: int, trigger: VerbTrigger, rules: LanguageRules
) -> Found | None:
    """The event of one frame at one verb group, or None when the frame lacks what it needs."""
    tables = rules.tables(trigger.frame)
    view = window(clause.tape, index, last)
    before = first_match(rules.before.get(KIND_NAMES[clause.cells[index].kind], ()), view, tables.frame.event)
    if rules.roles.speaks(trigger.frame.event):
        return assemble_claim(clause, index, last, sentence, trigger, before, view, rules)
    after = object_match(clause, index, view, trigger, tables, rules)
    if not allowed(clause.cells[index], tables, rules):
        return None
    fillers = core_fillers(clause, index, last, trigger, tables, before, after, rules)
    if trigger.object_preposition and not is_passive(clause.cells[index], rules) and not object_found(fillers, tables):
        return None
    fillers += complement_fillers(clause, index, last, tables, fillers, rules)
    if not satisfied(tables.needs, [(f.role, f.type) for f in fillers], rules.roles):
        return None
    fillers = adjuncts.kept_apart(clause, fillers, None)
    return Found(
        rule=trigger.frame,
        event=trigger.frame.event,
        subtype=trigger.frame.subtype,
        construction="+".join(match.pattern.id for match in (before, after) if match),
        sentence=sentence,
        trigger=trigger_span(clause, index, last),
        cell=index,
        last_cell=last,
        fillers=tuple(fillers),
        content=None,
        verb=clause.cells[index].verb,
        steps=steps(clause, index, last, fillers),
        agent_role=tables.subject[0] if tables.subject else "",
    )


def allowed(cell: Cell, tables: FrameTables, rules: LanguageRules) -> bool:
    """Whether the frame takes a verb of this voice and form."""
    voice = "passive" if cell.kind in "SJ" else {"B": "participle", "I": "infinitive", "G": "gerund"}.get(cell.kind, "active")
    return not tables.takes or voice in tables.takes


def object_match(
    clause: Clause, index: int, view: Window, trigger: VerbTrigger, tables: FrameTables, rules: LanguageRules
) -> TapeMatch | None:
    """What stands after the verb: its object, or the agent of a passive."""
    cell = clause.cells[index]
    names = ("passive",) if is_passive(cell, rules) else ("object",)
    found = first_match(
        [pattern for pattern in rules.after.get(KIND_NAMES[cell.kind], ()) if pattern.id in names], view, tables.frame.event
    )
    if found is not None and trigger.object_preposition and not is_passive(cell, rules):
        return None
    return found


def core_fillers(
    clause: Clause,
    index: int,
    last: int,
    trigger: VerbTrigger,
    tables: FrameTables,
    before: TapeMatch | None,
    after: TapeMatch | None,
    rules: LanguageRules,
) -> list[Filler]:
    """Subject, object and agent of a verb as fillers of the roles that the frame gives them."""
    passive = is_passive(clause.cells[index], rules)
    subject_roles, object_roles = (tables.object, tables.subject) if passive else (tables.subject, tables.object)
    pairs: list[tuple[int, Sequence[str]]] = []
    if before is not None:
        pairs += [(cell, subject_roles) for cell in before.cells("subject")]
        pairs += [(cell, tables.object) for cell in before.cells("object")]
    if after is not None:
        pairs += [(cell, tables.object) for cell in after.cells("object")]
        pairs += [(cell, object_roles) for cell in after.cells("agent")]
    if trigger.object_preposition:
        pairs += [(cell, tables.object) for cell in prepositional_objects(clause, last, trigger, tables, rules)]
    fillers: list[Filler] = []
    for cell, roles in pairs:
        role = rules.roles.pick(tables.frame.event, roles, clause.cells[cell].type)
        if role:
            fillers.append(adjuncts.filler(clause, cell, role, rules.grammar.of))
    return fillers + clitic_objects(clause, index, tables, fillers)


def object_found(fillers: Sequence[Filler], tables: FrameTables) -> bool:
    """Whether the object that a preposition introduces is there."""
    return not tables.object or any(filler.role in tables.object for filler in fillers)


def prepositional_objects(
    clause: Clause, last: int, trigger: VerbTrigger, tables: FrameTables, rules: LanguageRules
) -> list[int]:
    """The first phrase with the preposition that introduces the object of this verb and a type the role admits."""
    for cell in adjuncts.after(clause.cells, last):
        if clause.cells[cell].kind == "P" and clause.cells[cell].preposition == trigger.object_preposition:
            if rules.roles.pick(tables.frame.event, tables.object, clause.cells[cell].type):
                return [cell]
    return []


def clitic_objects(clause: Clause, index: int, tables: FrameTables, fillers: Sequence[Filler]) -> list[Filler]:
    """The object as a clitic pronoun before the verb: `les a tués`."""
    cell, words = clause.cells[index], clause.sentence
    if not tables.object or cell.verb is None or cell.verb.reflexive or cell.verb.passive:
        return []
    if any(filler.role == tables.object[0] for filler in fillers):
        return []
    return [
        Filler(tables.object[0], Span(words.starts[i], words.ends[i]), -1, "pronoun")
        for i in range(cell.phrase, cell.last)
        if words.tape[i] == "C" and "D" in words.words[i].letters
    ][:1]


def complement_fillers(
    clause: Clause, index: int, last: int, tables: FrameTables, core: Sequence[Filler], rules: LanguageRules
) -> list[Filler]:
    """Prepositional phrases of the clause as fillers of the roles that their prepositions open."""
    used = {filler.cell for filler in core}
    held = {filler.role for filler in core}
    subject = min((f.cell for f in core if 0 <= f.cell < index), default=index)
    around = [*adjuncts.after(clause.cells, last), *range(subject + 1, index), *adjuncts.fronted(clause.cells, subject)]
    fillers: list[Filler] = []
    for position in around:
        cell = clause.cells[position]
        if cell.kind != "P" or position in used or attached(clause, position, core, rules):
            continue
        role = adjuncts.assign(
            tables.frame.event, cell, rules.verb_openings(tables), rules.roles, frozenset(held - {"place", "destination"})
        )
        if role and not (role in _LOCATED and extends_place(clause, position, fillers, rules)):
            fillers.append(adjuncts.filler(clause, position, role, rules.grammar.of))
            held.add(role)
    return nest_places(clause, fillers, rules)


def attached(clause: Clause, position: int, core: Sequence[Filler], rules: LanguageRules) -> bool:
    """Whether an of-phrase is already part of the argument before it."""
    cell = clause.cells[position]
    return cell.preposition == rules.grammar.of and any(
        filler.span.start <= clause.start(position) < filler.span.end for filler in core
    )


def extends_place(clause: Clause, position: int, fillers: Sequence[Filler], rules: LanguageRules) -> bool:
    """Whether a place phrase only says where the place just before it lies."""
    cell = clause.cells[position]
    return cell.preposition in rules.nesting and any(
        filler.role in (*_LOCATED, "target") and near(clause, filler.cell, position) for filler in fillers
    )


def near(clause: Clause, left: int, right: int) -> bool:
    """Whether two cells stand side by side, with no more than a comma between."""
    return 0 <= left < right and all(clause.cells[i].kind == "," for i in range(left + 1, right))


def nest_places(clause: Clause, fillers: list[Filler], rules: LanguageRules) -> list[Filler]:
    """Places widened by the place phrase that follows and says where they lie: one argument, not two."""
    widened: list[Filler] = []
    for filler in fillers:
        follower = filler.cell + 1
        while follower < len(clause.cells) and clause.cells[follower].kind == ",":
            follower += 1
        if filler.role in _LOCATED and follower < len(clause.cells):
            cell = clause.cells[follower]
            if (
                cell.kind == "P"
                and cell.preposition in rules.nesting
                and cell.type in ("place", "country", "facility", "name")
                and filler.type in ("place", "facility", "name", "country")
            ):
                filler = replace(filler, span=Span(filler.span.start, adjuncts.phrase_end(clause, follower, rules.grammar.of)))
        widened.append(filler)
    return widened
