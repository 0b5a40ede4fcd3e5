"""Events whose trigger is a verb: subject, object and complements by the language's constructions."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from evtx.document import Span
from evtx.matching import adjuncts
from evtx.matching.circumstances import barred, told
from evtx.matching.claims import assemble_claim
from evtx.matching.control import actor
from evtx.matching.found import Clause, Filler, Found, Refusal
from evtx.matching.roles import unmet
from evtx.matching.ruleset import FrameTables, LanguageRules
from evtx.matching.site import VOICES, Site
from evtx.matching.tape import WIDTH
from evtx.matching.triggers import VerbTrigger
from evtx.matching.verb_forms import tail_end

_LOCATED = ("place", "destination", "origin")
_PLACES = frozenset(("place", "country", "seat", "facility", "name"))


def find_verb_events(
    clause: Clause, index: int, sentence: int, rules: LanguageRules, earlier: Sequence[Found] = ()
) -> Iterator[Found]:
    """The events that the verb group at a cell triggers: of each event type the frame that fits best.

    `earlier` are the events found before it in the sentence.
    """
    yield from fitting_events(clause, index, sentence, rules, earlier) or (
        fitting_events(undergone(clause, index), index, sentence, rules, earlier) if undergoes(clause, index) else ()
    )


def undergoes(clause: Clause, index: int) -> bool:
    """Whether the subject makes another do it to him: `had himself robbed` tells of one who was robbed."""
    verb, following = clause.cells[index].verb, clause.cells[index + 1 : index + 2]
    return verb is not None and verb.causative and verb.reflexive and not any(cell.kind == "N" for cell in following)


def undergone(clause: Clause, index: int) -> Clause:
    """The clause with the verb at a cell in the passive."""
    cell = clause.cells[index]
    assert cell.verb is not None
    passive = cell._replace(kind="S", verb=cell.verb._replace(passive=True, reflexive=False, causative=False))
    tape = clause.tape[: index * WIDTH] + passive.kind + clause.tape[index * WIDTH + 1 :]
    return clause._replace(cells=[*clause.cells[:index], passive, *clause.cells[index + 1 :]], tape=tape)


def fitting_events(
    clause: Clause, index: int, sentence: int, rules: LanguageRules, earlier: Sequence[Found]
) -> list[Found]:
    """The best event of each type at a verb group as it stands."""
    acting = actor(clause, index, earlier)
    fitting: dict[str, list[Found]] = {}
    sites: dict[int, Site] = {}
    for trigger in rules.triggers.verbs(clause.cells[index].lemma):
        last = tail_end(clause, index, trigger, rules)
        if not last:
            continue
        site = sites.get(last) or sites.setdefault(last, Site(clause, index, last, rules))
        found = event_at(site, trigger, sentence, acting)
        if isinstance(found, Found):
            fitting.setdefault(found.event, []).append(found)
    return [max(found, key=closeness) for found in fitting.values()]


def event_at(site: Site, trigger: VerbTrigger, sentence: int, acting: Filler | None) -> Found | Refusal:
    """What one frame makes of a verb group that holds all its words; `acting` is who acts by the claim around it."""
    if site.rules.roles.speaks(trigger.frame.event):
        return assemble_claim(site, trigger, sentence)
    return assemble(site, trigger, sentence, acting)


def closeness(found: Found) -> tuple[int, int, int]:
    """How well a frame fits: the words that its trigger takes, its folder, the roles that it fills; first of equals."""
    return found.last_cell - found.cell, found.rule.layer, len(found.fillers) + (found.content is not None)


def assemble(site: Site, trigger: VerbTrigger, sentence: int, acting: Filler | None) -> Found | Refusal:
    """The event of one frame at one verb group, or what the frame lacks.

    Who acts in an infinitive by the claim that governs it counts for what is needed; linking makes it an argument.
    """
    rules = site.rules
    tables = rules.tables(trigger.frame)
    if tables.takes and VOICES[site.group.kind] not in tables.takes:
        return Refusal("voice")
    fillers = core_fillers(site, trigger, tables)
    if trigger.object_preposition and not site.passive and not object_found(fillers, tables):
        return Refusal("object", tuple(fillers))
    fillers += complement_fillers(site, tables, fillers)
    given = (*fillers, *implied(acting, fillers, tables, rules))
    if needed := unmet(tables.needs, [(filler.role, filler.type) for filler in given]):
        return Refusal("needs", tuple(fillers), None, needed)
    if barred(tables.frame.event, (site.clause.cells[i] for i in site.around(site.cell)), rules):
        return Refusal("mishap", tuple(fillers))
    fillers = adjuncts.kept_apart(site.clause, fillers, None)
    matches = (site.before, site.after("passive" if site.passive else "object"))
    return Found(
        rule=trigger.frame,
        event=trigger.frame.event,
        subtype=trigger.frame.subtype,
        construction="+".join(match.pattern.id for match in matches if match),
        sentence=sentence,
        trigger=site.trigger,
        cell=site.cell,
        last_cell=site.last,
        fillers=tuple(fillers),
        content=None,
        verb=site.group.verb,
        agent_role=tables.subject[0] if tables.subject else "",
        told=told(tables.frame.event, fillers, site.clause, rules),
    )


def implied(
    acting: Filler | None, fillers: Sequence[Filler], tables: FrameTables, rules: LanguageRules
) -> list[Filler]:
    """The one who acts by the claim around it in the subject's role, none when that is filled or does not admit it."""
    if acting is None or any(filler.role in tables.subject for filler in fillers):
        return []
    role = rules.roles.pick(tables.frame.event, tables.subject, acting.type)
    return [acting._replace(role=role)] if role else []


def core_fillers(site: Site, trigger: VerbTrigger, tables: FrameTables) -> list[Filler]:
    """Subject, object and agent of a verb as fillers of the roles that the frame gives them."""
    subject_roles, agent_roles = (tables.object, tables.subject) if site.passive else (tables.subject, ())
    pairs: list[tuple[int, Sequence[str]]] = []
    if site.before is not None:
        pairs += [(cell, subject_roles) for cell in antecedents(site, "subject", subject_roles, tables.frame.event)]
        pairs += [(cell, tables.object) for cell in antecedents(site, "object", tables.object, tables.frame.event)]
    after = site.after("passive" if site.passive else "object")
    if trigger.object_preposition and not site.passive:
        pairs += [(cell, tables.object) for cell in prepositional_objects(site, trigger, tables)]
    elif after is not None:
        taken = {cell for cell, _ in pairs}
        pairs += [(cell, tables.object) for cell in after.cells("object") if cell not in taken]
        pairs += [(cell, agent_roles) for cell in site.agents if site.passive]
    cells, event = site.clause.cells, tables.frame.event
    picked = [(cell, site.rules.roles.pick(event, roles, cells[cell].type)) for cell, roles in pairs]
    fillers = [site.filler(cell, role) for cell, role in picked if role]
    return fillers + clitic_objects(site, trigger, tables, fillers)


def antecedents(site: Site, name: str, roles: Sequence[str], event: str) -> list[int]:
    """The subject or object before a verb; of several that it may be, the first that fills one of the roles."""
    found = list(site.before.cells(name)) if site.before else []
    if found and site.before and (name == "object" or not site.before.cells("object")):
        found += site.before.also
    return [cell for cell in found if site.rules.roles.pick(event, roles, site.clause.cells[cell].type)][:1] or found[
        :1
    ]


def object_found(fillers: Sequence[Filler], tables: FrameTables) -> bool:
    """Whether the object that a preposition introduces is there."""
    return not tables.object or any(filler.role in tables.object for filler in fillers)


def prepositional_objects(site: Site, trigger: VerbTrigger, tables: FrameTables) -> list[int]:
    """The first phrase with the preposition that introduces the object of this verb and a type the role admits."""
    for index in site.following:
        cell = site.clause.cells[index]
        if cell.kind == "N":
            return []
        introduced = cell.kind == "P" and cell.preposition == trigger.object_preposition
        if introduced and site.rules.roles.pick(tables.frame.event, tables.object, cell.type):
            return [index]
    return []


def clitic_objects(site: Site, trigger: VerbTrigger, tables: FrameTables, fillers: Sequence[Filler]) -> list[Filler]:
    """The object as a clitic pronoun before the verb: `them has killed`."""
    clitic, sentence = site.object_clitic, site.clause.sentence
    indirect = sentence.words[clitic].lower in site.rules.grammar.indirect_objects
    if indirect != bool(trigger.object_preposition):
        return []
    if not clitic or not tables.object or any(filler.role == tables.object[0] for filler in fillers):
        return []
    return [Filler(tables.object[0], Span(sentence.starts[clitic], sentence.ends[clitic]), -1, "pronoun")]


def complement_fillers(site: Site, tables: FrameTables, core: Sequence[Filler]) -> list[Filler]:
    """Prepositional phrases of the clause as fillers of the roles that their prepositions open."""
    clause, rules = site.clause, site.rules
    used = {filler.cell for filler in core}
    held = {filler.role for filler in core}
    openings = rules.verb_openings(tables)
    fillers: list[Filler] = []
    for position in site.own(min((f.cell for f in core if 0 <= f.cell < site.cell), default=site.cell)):
        cell = clause.cells[position]
        if cell.kind != "P" or position in used or attached(site, position, core):
            continue
        role = adjuncts.assign(tables.frame.event, cell, openings, rules.roles, frozenset(held - _MANY))
        if role in (*tables.subject, *tables.object) and (position < site.cell or described(site, position)):
            continue
        if role not in _LOCATED and position > site.last and clause.cells[position - 1].kind == "B":
            continue
        if role and not (role in _LOCATED and extends_place(site, position, fillers)):
            fillers.append(site.filler(position, role))
            held.add(role)
    return [widened(site, filler) for filler in fillers] + dative(site, tables, core, held)


def dative(site: Site, tables: FrameTables, core: Sequence[Filler], held: Collection[str]) -> list[Filler]:
    """The indirect object as a clitic pronoun before the verb whose object is there: `them has delivered arms`."""
    grammar, sentence, group = site.rules.grammar, site.clause.sentence, site.group
    clitic = next(
        (i for i in range(group.phrase, group.last) if sentence.words[i].lower in grammar.indirect_objects), 0
    )
    reflexive = group.verb is not None and group.verb.reflexive
    if not clitic or reflexive or sentence.tape[clitic] != "C" or not object_found(core, tables):
        return []
    phrase = group._replace(kind="P", preposition=grammar.to, type="pronoun")
    role = adjuncts.assign(
        tables.frame.event, phrase, site.rules.verb_openings(tables), site.rules.roles, frozenset(held)
    )
    span = Span(sentence.starts[clitic], sentence.ends[clitic])
    return [Filler(role, span, -1, "pronoun")] if role else []


def described(site: Site, position: int) -> bool:
    """Whether a participle between the verb and a phrase takes it: `shelled a convoy that was guarded by soldiers`."""
    return any(cell.kind == "B" for cell in site.clause.cells[site.last : position])


# Roles that a clause may fill more than once.
_MANY = frozenset(("place", "destination"))


def attached(site: Site, position: int, core: Sequence[Filler]) -> bool:
    """Whether a phrase is already part of the argument before it."""
    start = site.clause.start(position)
    return any(filler.span.start <= start < filler.span.end for filler in core)


def extends_place(site: Site, position: int, fillers: Sequence[Filler]) -> bool:
    """Whether a place phrase only says where the place just before it lies."""
    return site.clause.cells[position].preposition in site.rules.nesting and any(
        filler.role in (*_LOCATED, "target") and near(site.clause, filler.cell, position) for filler in fillers
    )


def near(clause: Clause, left: int, right: int) -> bool:
    """Whether two cells stand side by side, with no more than a comma between."""
    return 0 <= left < right and all(clause.cells[i].kind == "," for i in range(left + 1, right))


def widened(site: Site, filler: Filler) -> Filler:
    """A place with the place phrase that follows and says where it lies: one argument, not two."""
    cells = site.clause.cells
    if filler.role not in _LOCATED or filler.type not in _PLACES:
        return filler
    follower = next((i for i in range(filler.cell + 1, len(cells)) if cells[i].kind != ","), len(cells))
    if follower == len(cells) or cells[follower].kind != "P" or cells[follower].type not in _PLACES:
        return filler
    if cells[follower].preposition not in site.rules.nesting:
        return filler
    end = adjuncts.phrase_end(site.clause, follower, site.rules.grammar.of)
    return filler._replace(span=Span(filler.span.start, end))
