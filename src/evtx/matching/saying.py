"""How a verb of speech takes what is said: as a clause, infinitive, quotation, object or incise."""

from __future__ import annotations

import re
from typing import NamedTuple

from evtx.document import Span
from evtx.matching.found import Content, Filler
from evtx.matching.patterns import TapeMatch
from evtx.matching.ruleset import FrameTables
from evtx.matching.site import Site
from evtx.matching.triggers import VerbTrigger

# Constructions in which the subject is that of another verb.
BORROWED = frozenset(("shared", "fronted", "matrix"))
# Constructions that `spoken` tries in its own order.
_OWN_WAY = frozenset(("passive", "object"))
CONTENT_KINDS = ("clause", "infinitive", "quote", "attribute", "before")


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
    if opens_quotation(site) or governs_infinitive(site):
        return False
    kinds = "".join(cell.kind for cell in site.clause.cells[: site.cell] if cell.kind not in "RT")
    if not subject_precedes(site):
        return _LONG_SUBJECT.match(kinds) is None
    return kinds[-1:] in (",", '"') and any(kind in _RELATIVE_ASIDE.sub("", kinds) for kind in "VS")


# A subject that asides part from its verb: no finite verb of a main clause, and more than one comma.
_LONG_SUBJECT = re.compile(r"(?:[TPR]*,)?NP*,[^.;:VS\"]*(?:[wl][^,]*)?,$")
_OPENING = frozenset("«“‹„")


def opens_quotation(site: Site) -> bool:
    """Whether a quotation begins right before the verb, so that the verb is part of it."""
    mark = site.cell - 1
    cells, sentence = site.clause.cells, site.clause.sentence
    if mark < 0 or cells[mark].kind != '"':
        return False
    touches = sentence.ends[cells[mark].last - 1] == sentence.starts[site.group.first]
    return sentence.words[cells[mark].first].form in _OPENING or (touches and mark > 0)


def governs_infinitive(site: Site) -> bool:
    """Whether what follows the verb is its object, which is to do something: `called on the town to open its gates`."""
    cells = site.clause.cells
    kinds = "".join(cell.kind for cell in cells[site.last : site.last + 4])
    return re.match(r"N[RT]*[IJ]", kinds) is not None


def subject_precedes(site: Site) -> bool:
    """Whether a subject stands right before the verb, so that what went before cannot be an incise's content."""
    before = site.before
    return before is not None and before.pattern.id not in BORROWED and bool(before.cells("subject"))


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


def inverted_subject(site: Site) -> Filler | None:
    """The pronoun of an inverted verb: `said he`."""
    cell, sentence = site.group, site.clause.sentence
    position = sentence.tape.find("t", cell.first, cell.last)
    if position < 0:
        return None
    pronoun = sentence.words[position].form.rpartition("-")[2]
    end = sentence.ends[position]
    return Filler("speaker", Span(end - len(pronoun), end), -1, "pronoun")
