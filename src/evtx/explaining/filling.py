"""How words came to fill a role: by which construction, preposition or template element."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from evtx.explaining.place import Place
from evtx.explaining.trying import Attempt
from evtx.explaining.values import Match
from evtx.matching.found import Clause, Content, Filler, Found
from evtx.matching.light import hands_on, light_argument, with_coordinated
from evtx.matching.patterns import TapeMatch
from evtx.matching.ruleset import FrameTables, LanguageRules, Openings
from evtx.matching.saying import CONTENT_KINDS
from evtx.matching.site import Site
from evtx.matching.triggers import VerbTrigger
from evtx.rules.model import Frame

_REACH = 12
UNKNOWN = "a phrase that goes with the trigger"
_SIDES = {"subject": "subject", "object": "object", "agent": "agent of the passive", "addressee": "one spoken to"}


class Scene(NamedTuple):
    """Where an event was found: its clause, the rules, and the part of the document."""

    clause: Clause
    rules: LanguageRules
    place: Place

    def told(self, cell: int) -> str:
        """The words of a cell's phrase, preposition left out."""
        return self.place.text[self.clause.start(cell) : self.clause.end(cell)]


def literal_pieces(attempt: Attempt, scene: Scene) -> Iterator[Match]:
    """The words of a template that are neither its trigger nor a role."""
    for piece in attempt.pieces:
        if "@" not in piece.written and "{" not in piece.written:
            first, last = piece.cells[0], piece.cells[-1]
            starts = scene.clause.sentence.starts
            words = scene.place.words(starts[scene.clause.cells[first].first], scene.clause.end(last))
            yield Match(piece.written, words, "", "an element of the template")


def trigger_reason(found: Found, attempt: Attempt | None, scene: Scene) -> str:
    """How a rule lists the words of a trigger."""
    lemma = scene.clause.cells[found.cell].lemma
    if not isinstance(found.rule, Frame):
        return f"the template's trigger: {attempt.written}" if attempt else f"the template's trigger, {lemma}"
    kind = "noun" if found.verb is None else "verb"
    written = attempt.written if attempt else lemma
    listed = f"listed among the {kind}s of the rule"
    return f"{listed}: {written}" if written != lemma else f"a form of {lemma}, {listed}"


def reason(filler: Filler, found: Found, attempt: Attempt | None, scene: Scene) -> str:
    """By what a filler came to its role."""
    if not isinstance(found.rule, Frame):
        written = next((p.written for p in attempt.pieces if in_element(p.written, filler.role)), "") if attempt else ""
        return f"the template's element {written}" if written else UNKNOWN
    if found.verb is None:
        return next(noun_ways(filler, found, found.rule, scene), UNKNOWN)
    return next(verb_ways(filler, found, found.rule, attempt, scene), UNKNOWN)


def in_element(written: str, role: str) -> bool:
    """Whether an element of a template is that of a role."""
    return f"{{{role}}}" in written or f"{{{role}:" in written or f"{{{role}*" in written


def verb_ways(filler: Filler, found: Found, frame: Frame, attempt: Attempt | None, scene: Scene) -> Iterator[str]:
    """The ways in which a phrase may have come to a role of a verb; the first is the one."""
    preposition = scene.clause.cells[filler.cell].preposition if filler.cell >= 0 else ""
    trigger = attempt.trigger if attempt else None
    if isinstance(trigger, VerbTrigger) and preposition and trigger.object_preposition == preposition:
        yield f"object, which “{preposition}” introduces in the line of the rule, so the {filler.role}"
    site = site_of(found, attempt, scene)
    constructions = (match for match in standing(site, found) if match is not None)
    for match in constructions:
        for name in match.names():
            cells = [*match.cells(name), *(match.also if name == "subject" else ())]
            if filler.cell in cells and name not in CONTENT_KINDS:
                yield by_construction(match, name, site.passive, filler.role)
    if filler.cell < 0:
        yield "the pronoun joined to the verb"
    yield from by_preposition(filler.cell, filler.role, scene.rules.verb_openings(scene.rules.tables(frame)), scene)


def site_of(found: Found, attempt: Attempt | None, scene: Scene) -> Site:
    """The verb group of an event as a place where constructions stand."""
    tried = attempt.site if attempt else None
    return tried or Site(scene.clause, found.cell, found.last_cell, scene.rules)


def standing(site: Site, found: Found) -> Iterator[TapeMatch | None]:
    """The constructions that gave a verb its arguments."""
    if found.construction == "incise":
        yield site.incise
    yield site.before
    for construction in dict.fromkeys((*found.construction.split("+"), "passive", "object", "infinitive", "clause")):
        yield site.after(construction)


def by_construction(match: TapeMatch, name: str, passive: bool, role: str) -> str:
    """In words, the place that a construction gives to a phrase."""
    side = _SIDES.get(name, name)
    if name == "subject" and passive:
        side = "subject of the passive, which is the object of the active voice"
    return f"{side}, so the {role}; construction {match.pattern.id}: {match.pattern.template}"


def by_preposition(cell: int, role: str, openings: Sequence[Openings], scene: Scene) -> Iterator[str]:
    """The preposition that opens a role for a phrase, and who says so; the first table is that of the rule itself."""
    preposition = scene.clause.cells[cell].preposition if cell >= 0 else ""
    for rank, table in enumerate(openings):
        if any(opening.role == role for opening in table.get(preposition, ())):
            said = "the constructions of the language open" if rank else "the rule opens"
            yield f"after “{preposition}”, by which {said} the {role}"


def noun_ways(filler: Filler, found: Found, frame: Frame, scene: Scene) -> Iterator[str]:
    """The ways in which a phrase may have come to a role of a noun; the first is the one."""
    tables = scene.rules.tables(frame)
    if filler.cell == found.cell:
        yield f"the noun's own phrase, which counts the {filler.role}"
    if filler.cell < 0:
        yield "an adjective of nationality beside the noun"
        return
    yield from light_ways(filler, found, scene)
    yield from by_preposition(filler.cell, filler.role, scene.rules.noun_openings(tables), scene)
    yield from beside_object(filler, tables, scene)
    yield from by_preposition(filler.cell, filler.role, scene.rules.verb_openings(tables), scene)


def beside_object(filler: Filler, tables: FrameTables, scene: Scene) -> Iterator[str]:
    """How a phrase that usually brings the object of a noun came to another role."""
    preposition = scene.clause.cells[filler.cell].preposition
    if preposition == scene.rules.grammar.of and filler.role in (*tables.subject, *tables.object):
        yield f"the of-phrase, which is the {filler.role} here by its type or by another phrase beside it"
    elif filler.role in tables.subject:
        yield f"after “{preposition}”, by which the participle before it ascribes the event to the {filler.role}"


def light_ways(filler: Filler, found: Found, scene: Scene) -> Iterator[str]:
    """The verbs around a noun that may have given it the phrase."""
    assert isinstance(found.rule, Frame)
    tables, cells = scene.rules.tables(found.rule), scene.clause.cells
    for position in range(max(0, found.cell - _REACH), min(len(cells), found.cell + _REACH + 1)):
        if cells[position].verb is None:
            continue
        site, lemma = Site(scene.clause, position, position + 1, scene.rules), cells[position].lemma
        for light in tables.light.get(lemma, ()):
            if light.role and filler.cell in with_coordinated(scene.clause, light_argument(site, found.cell, light)):
                yield f"{light.side} of {lemma}, which gives it to the noun as its {light.role}"
        if filler.cell > position and cells[filler.cell].kind == "P" and hands_on(site, found.cell, tables):
            yield f"after “{cells[filler.cell].preposition}” beside {lemma}, whose complements belong to the noun"


def content_reason(content: Content, found: Found, attempt: Attempt | None, scene: Scene) -> str:
    """By what the content of a claim was found, and where it begins."""
    if not isinstance(found.rule, Frame):
        written = next((p.written for p in attempt.pieces if in_element(p.written, "content")), "") if attempt else ""
        return f"the template's element {written}" if written else "what stands before the trigger"
    if found.verb is None:
        return noun_content(content, found.rule, scene)
    site = site_of(found, attempt, scene)
    if content.kind == "noun" and found.construction != "object":
        tables = scene.rules.tables(found.rule)
        opened = by_preposition(content.cell, "content", scene.rules.verb_openings(tables), scene)
        return next(opened, "object of the verb")
    if content.kind == "subject":
        return "subject of the passive, which is what is said"
    match = site.incise if found.construction == "incise" else site.after(found.construction)
    if match is None:
        return "object of the verb, after its preposition"
    return f"construction {match.pattern.id}: {match.pattern.template}"


def noun_content(content: Content, frame: Frame, scene: Scene) -> str:
    """By what the content of a noun of speech was found."""
    if content.kind == "infinitive":
        return "the infinitive right after the noun"
    openings = scene.rules.noun_openings(scene.rules.tables(frame))
    return next(by_preposition(content.cell, "content", openings, scene), UNKNOWN)
