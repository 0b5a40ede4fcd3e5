"""Claims: a verb or noun of speech with its speaker, and where its content begins."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from evtx.document import Span
from evtx.matching import adjuncts
from evtx.matching.cells import Cell
from evtx.matching.found import Clause, Content, Filler, Found
from evtx.matching.patterns import TapeMatch
from evtx.matching.roles import satisfied
from evtx.matching.ruleset import FrameTables, LanguageRules
from evtx.matching.site import Site
from evtx.matching.triggers import VerbTrigger
from evtx.matching.verb_forms import tail_end

# Constructions in which the subject is that of another verb.
_BORROWED = frozenset(("shared", "fronted", "matrix"))
# Constructions that `spoken` tries in its own order.
_OWN_WAY = frozenset(("passive", "object"))
_MEDIA = frozenset(("document", "outlet"))
CONTENT_KINDS = ("clause", "infinitive", "quote", "before")


class Spoken(NamedTuple):
    """How a claim takes its content: the construction, the fillers that it gives, and where the content begins."""

    construction: str
    fillers: tuple[Filler, ...]
    content: Content | None


def spoken(site: Site, trigger: VerbTrigger, tables: FrameTables) -> Spoken | None:
    """The first construction of the frame that finds a content; None when nothing is said."""
    if site.kind == "finite" and site.incise and is_incise(site) and can_speak(site, site.incise, tables):
        return from_match(site, site.incise, tables) if "incise" in tables.takes else None
    for construction in site.rules.after.get(site.kind, ()):
        if construction not in tables.takes or construction in _OWN_WAY:
            continue
        if trigger.object_preposition and construction != "infinitive":
            continue
        match = site.after(construction)
        if match is not None and introduced(site, match, trigger):
            return from_match(site, match, tables)
    if site.passive:
        return said_passively(site, tables) if "passive" in tables.takes else None
    return said_of_object(site, trigger, tables)


def introduced(site: Site, match: TapeMatch, trigger: VerbTrigger) -> bool:
    """Whether an infinitive has the preposition that the verb wants before it."""
    content = content_of(match)
    if not trigger.object_preposition:
        grammar = site.rules.grammar
        return (
            content is None
            or content.kind != "infinitive"
            or site.clause.cells[content.cell].preposition in ("", grammar.of, grammar.to)
        )
    return content is not None and site.clause.cells[content.cell].preposition == trigger.object_preposition


def can_speak(site: Site, match: TapeMatch, tables: FrameTables) -> bool:
    """Whether what follows an incise's verb may be its speaker; with nothing there, whether the verb shows one."""
    subjects = match.cells("subject")
    if not subjects:
        return inverted_subject(site) is not None
    cells, roles = site.clause.cells, site.rules.roles
    return any(roles.pick(tables.frame.event, tables.subject, cells[cell].type) for cell in subjects)


_RELATIVE_ASIDE = re.compile(r"[wl][^,]*,?")


def is_incise(site: Site) -> bool:
    """Whether what stands before the verb may be said rather than do the saying.

    It is when no subject stands there, or when the verb follows a comma or quotation mark and a finite verb of a main
    clause comes before that.
    """
    if not subject_precedes(site):
        return True
    kinds = "".join(cell.kind for cell in site.clause.cells[: site.cell] if cell.kind not in "RT")
    return kinds[-1:] in (",", '"') and any(kind in _RELATIVE_ASIDE.sub("", kinds) for kind in "VS")


def subject_precedes(site: Site) -> bool:
    """Whether a subject stands right before the verb, so that what went before cannot be an incise's content."""
    before = site.before
    return before is not None and before.pattern.id not in _BORROWED and bool(before.cells("subject"))


def from_match(site: Site, match: TapeMatch, tables: FrameTables) -> Spoken:
    """The content and the fillers that a template captured."""
    fillers: list[Filler] = []
    for name in match.names():
        if name not in CONTENT_KINDS:
            role = tables.subject[0] if name == "subject" and tables.subject else name
            fillers += [site.filler(cell, role) for cell in match.cells(name)]
    if site.passive and site.before is not None and tables.object and tables.object[0] != "content":
        fillers += [site.filler(cell, tables.object[0]) for cell in site.before.cells("subject")]
    return Spoken(match.pattern.id, tuple(fillers), content_of(match))


def content_of(match: TapeMatch) -> Content | None:
    """Where the content of a match begins, and for one that stands before the trigger where it ends."""
    if match.cells("before"):
        end = match.window.cell_at(match.match.end("before"))
        resumed = match.cells("clause")
        return Content("before", match.cells("before")[0], end, resumed[0] if resumed else -1)
    for kind in CONTENT_KINDS:
        if match.cells(kind):
            return Content(kind, match.cells(kind)[0])
    return None


def said_passively(site: Site, tables: FrameTables) -> Spoken | None:
    """A passive: the grammatical subject is what is said (or who is accused), the agent the speaker."""
    if site.before is None or not site.before.cells("subject"):
        return None
    subject = site.before.cells("subject")[0]
    event, roles, cells = tables.frame.event, site.rules.roles, site.clause.cells
    role = roles.pick(event, tables.object, cells[subject].type)
    if not role:
        return None
    fillers = [] if role == "content" else [site.filler(subject, role)]
    agent = site.after("passive")
    if agent is not None:
        fillers += [
            site.filler(cell, tables.subject[0])
            for cell in agent.cells("agent")
            if roles.admits(event, tables.subject[0], cells[cell].type)
        ]
    return Spoken("passive", tuple(fillers), Content("subject", subject) if role == "content" else None)


def said_of_object(site: Site, trigger: VerbTrigger, tables: FrameTables) -> Spoken | None:
    """A nominal object: the content itself, or the one who is accused, warned or asked."""
    if "object" not in tables.takes or not tables.object:
        return None
    cells = object_cells(site, trigger)
    if not cells:
        return None
    role = site.rules.roles.pick(tables.frame.event, tables.object, site.clause.cells[cells[0]].type)
    if role == "content":
        return Spoken("object", (), Content("noun", cells[0]))
    return Spoken("object", (site.filler(cells[0], role),), None) if role else None


def object_cells(site: Site, trigger: VerbTrigger) -> list[int]:
    """The cell of the object: right after the verb, or the first phrase with the preposition that introduces it."""
    if not trigger.object_preposition:
        match = None if site.object_clitic else site.after("object")
        return match.cells("object") if match is not None else []
    cells = site.clause.cells
    wanted = trigger.object_preposition
    return [i for i in site.following if cells[i].kind == "P" and cells[i].preposition == wanted][:1]


def assemble_claim(site: Site, trigger: VerbTrigger, sentence: int) -> Found | None:
    """The claim of one frame at one verb group; None when it has no content, or lacks what the frame needs."""
    tables = site.rules.tables(trigger.frame)
    said = spoken(site, trigger, tables)
    if said is None or is_impersonal(site):
        return None
    fillers = with_speaker(site, said, tables)
    if fillers is None:
        return None
    fillers, content = add_complements(site, tables, fillers, said.content)
    filled = [(f.role, f.type) for f in fillers]
    if content is not None:
        filled += [("content", type_) for type_ in content_types(site.clause, content, site.rules)]
    elif not any(f.role == "addressee" for f in fillers):
        return None
    if not satisfied(tables.needs, filled):
        return None
    fillers = adjuncts.kept_apart(site.clause, fillers, content.cell if content else None)
    return Found(
        rule=trigger.frame,
        event=trigger.frame.event,
        subtype=trigger.frame.subtype,
        construction=said.construction,
        sentence=sentence,
        trigger=site.trigger,
        cell=site.cell,
        last_cell=site.last,
        fillers=tuple(fillers),
        content=content,
        verb=site.group.verb,
    )


def is_impersonal(site: Site) -> bool:
    """Whether the verb is an infinitive after the verb to be: `il est à noter que`, which nobody says."""
    before = site.clause.cells[site.cell - 1] if site.cell else None
    group = site.group
    if group.kind != "I" or before is None or before.verb is None:
        return False
    return group.preposition == site.rules.grammar.to and site.clause.sentence.tape[before.head] == "E"


def with_speaker(site: Site, said: Spoken, tables: FrameTables) -> list[Filler] | None:
    """The fillers of a construction with the speaker that the verb's subject gives, where it has none yet.

    None when the verb has a subject that cannot speak.
    """
    fillers = list(said.fillers)
    if not tables.subject or any(filler.role in tables.subject for filler in fillers):
        return fillers
    if said.construction not in ("passive", "incise") and not site.passive:
        found = speakers(site, tables)
        if not found and site.before and site.before.pattern.id not in _BORROWED and site.before.cells("subject"):
            return None
        fillers += found
    inverted = inverted_subject(site)
    if inverted is not None and not any(filler.role in tables.subject for filler in fillers):
        fillers.append(inverted)
    return fillers


def speakers(site: Site, tables: FrameTables) -> list[Filler]:
    """The subject before the verb, when it can speak."""
    if site.before is None or not tables.subject:
        return []
    pick, cells = site.rules.roles.pick, site.clause.cells
    borrowed = site.before.pattern.id == "matrix"
    return [
        site.filler(cell, role)._replace(implied=borrowed)
        for cell in site.before.cells("subject")
        if (role := pick(tables.frame.event, tables.subject, cells[cell].type))
    ]


def inverted_subject(site: Site) -> Filler | None:
    """The pronoun of an inverted verb: `a-t-il dit`."""
    cell, sentence = site.group, site.clause.sentence
    position = sentence.tape.find("t", cell.first, cell.last)
    if position < 0:
        return None
    pronoun = sentence.words[position].form.rpartition("-")[2]
    end = sentence.ends[position]
    return Filler("speaker", Span(end - len(pronoun), end), -1, "pronoun")


def content_types(clause: Clause, content: Content, rules: LanguageRules) -> list[str]:
    """Mention type of a content, and the event types that its noun or infinitive may name."""
    cell = clause.cells[content.cell]
    if content.kind == "infinitive":
        triggers = rules.triggers.verbs(cell.lemma)
        return ["", *(t.frame.event for t in triggers if tail_end(clause, content.cell, t, rules))]
    if content.kind not in ("noun", "subject"):
        return [""]
    return [cell.type, *(trigger.frame.event for trigger in rules.triggers.nouns(cell.lemma))]


def after_content(cell: Cell, tables: FrameTables, rules: LanguageRules) -> bool:
    """Whether a phrase after a nominal content belongs to the claim all the same: a medium, or what the frame opens."""
    if cell.kind != "P" or cell.preposition == rules.grammar.of:
        return False
    event, own, language = tables.frame.event, tables.openings, rules.complements.get(tables.frame.event, {})
    if adjuncts.assign(event, cell, (own,), rules.roles, frozenset(("content",))):
        return True
    return cell.type in _MEDIA and bool(adjuncts.assign(event, cell, (language,), rules.roles, frozenset()))


def add_complements(
    site: Site, tables: FrameTables, fillers: Sequence[Filler], content: Content | None
) -> tuple[list[Filler], Content | None]:
    """Addressee and medium from the phrases around the verb, and the content where a preposition introduces it."""
    rules, cells = site.rules, site.clause.cells
    filled = list(fillers)
    held = {filler.role for filler in filled} | ({"content"} if content is not None else set())
    used = {filler.cell for filler in filled}
    for position in complement_cells(site, tables, filled, content):
        cell = cells[position]
        if cell.kind != "P" or position in used:
            continue
        role = adjuncts.assign(tables.frame.event, cell, rules.verb_openings(tables), rules.roles, frozenset(held))
        if role == "content":
            content = Content("noun", position)
        elif role:
            filled.append(site.filler(position, role))
        held.add(role)
    return filled, content


def complement_cells(
    site: Site, tables: FrameTables, fillers: Sequence[Filler], content: Content | None
) -> Iterator[int]:
    """The cells around a verb of speech that may be its complements: all up to its content, and a few after it."""
    subject = min((f.cell for f in fillers if 0 <= f.cell < site.cell), default=site.cell)
    begins = content.cell if content is not None else -1
    for position in site.around(subject):
        if position != begins and not site.cell < begins < position:
            yield position
    if content is not None and content.kind == "noun" and begins > site.cell:
        cells = site.clause.cells
        for position in adjuncts.after(cells, begins + 1):
            if after_content(cells[position], tables, site.rules):
                yield position
