"""Claims: a verb or noun of speech with its speaker, its complements, and where its content begins."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from evtx.document import Span
from evtx.matching import adjuncts
from evtx.matching.cells import Cell
from evtx.matching.found import Clause, Content, Filler, Found, Refusal
from evtx.matching.roles import unmet
from evtx.matching.ruleset import FrameTables, LanguageRules
from evtx.matching.saying import BORROWED, Spoken, inverted_subject, spoken
from evtx.matching.site import Site
from evtx.matching.triggers import VerbTrigger
from evtx.matching.verb_forms import tail_end

# The type of a content that begins with a quotation mark, besides its own.
_QUOTED = "quoted"
# Roles of phrases that stand after the verb only.
_AFTER_VERB = frozenset(("addressee", "content"))
_MEDIA = frozenset(("document", "outlet"))


def assemble_claim(site: Site, trigger: VerbTrigger, sentence: int) -> Found | Refusal:
    """The claim of one frame at one verb group, or what is missing: a content, or something else the frame needs."""
    tables = site.rules.tables(trigger.frame)
    said = spoken(site, trigger, tables)
    if said is None or is_unsaid(site):
        return Refusal("content" if said is None else "impersonal")
    fillers = with_speaker(site, said, tables)
    if fillers is None:
        return Refusal("speaker", said.fillers, said.content)
    fillers += addressed(site, tables, fillers)
    fillers, content = add_complements(site, tables, fillers, said.content)
    filled = [(f.role, f.type) for f in fillers]
    if content is not None:
        filled += [("content", type_) for type_ in content_types(site.clause, content, site.rules)]
    elif not any(f.role == "addressee" for f in fillers):
        return Refusal("content", tuple(fillers))
    if needed := unmet(tables.needs, filled):
        return Refusal("needs", tuple(fillers), content, needed)
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
        fillers=tuple(without_nobody(site, fillers, tables)),
        content=content,
        verb=site.group.verb,
    )


def is_unsaid(site: Site) -> bool:
    """Whether the verb is an infinitive that nobody says: `it is to be noted that`, `he refuses to say`.

    Or a participle that tells where a source comes from, which is no act of its own: `by a toll released by the town`.
    """
    group, cells, grammar = site.group, site.clause.cells, site.rules.grammar
    before = next((cell for cell in reversed(cells[: site.cell]) if cell.kind not in "RT"), None)
    if group.kind == "B" and before is not None:
        return before.kind == "P" and before.type in _MEDIA and before.preposition not in (grammar.of, grammar.to)
    if group.kind != "I" or before is None:
        return False
    if before.verb is not None and site.clause.sentence.tape[before.head] == "E":
        return group.preposition == grammar.to
    return group.preposition in ("", grammar.of, grammar.to) and before.lemma in grammar.speech.unsaid


def without_nobody(site: Site, fillers: Sequence[Filler], tables: FrameTables) -> list[Filler]:
    """The fillers but for a subject which says that nobody spoke: `no group has claimed the attack`."""
    words, cells, negative = site.clause.sentence.words, site.clause.cells, site.rules.grammar.negative_words
    return [
        filler
        for filler in fillers
        if filler.role not in tables.subject
        or filler.cell < 0
        or words[cells[filler.cell].phrase].lower not in negative
    ]


def with_speaker(site: Site, said: Spoken, tables: FrameTables) -> list[Filler] | None:
    """The fillers of a construction with the speaker that the verb's subject gives, where it has none yet.

    None when the verb has a subject that cannot speak.
    """
    fillers = list(said.fillers)
    inverted = inverted_subject(site)
    if inverted is not None and tables.subject:
        return [filler for filler in fillers if filler.role not in tables.subject] + [inverted]
    if not tables.subject or any(filler.role in tables.subject for filler in fillers):
        return fillers
    if said.construction not in ("passive", "incise") and not site.passive:
        found = speakers(site, tables)
        if not found and site.before and site.before.pattern.id not in BORROWED and site.before.cells("subject"):
            return None
        fillers += found
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


def addressed(site: Site, tables: FrameTables, fillers: Sequence[Filler]) -> list[Filler]:
    """The addressee as a clitic before the verb: `him has told`, and `them has accused` where that is the object."""
    verb, sentence, grammar = site.group.verb, site.clause.sentence, site.rules.grammar
    if verb is None or verb.reflexive or not verb.clitics or any(filler.role == "addressee" for filler in fillers):
        return []
    wanted = grammar.speech.addressing
    if tables.object[:1] == ("addressee",) and not verb.passive:
        wanted = wanted | grammar.definite
    for index in range(site.group.phrase, site.group.last):
        if sentence.tape[index] == "C" and sentence.words[index].lower in wanted:
            return [Filler("addressee", Span(sentence.starts[index], sentence.ends[index]), -1, "pronoun")]
    return []


def content_types(clause: Clause, content: Content, rules: LanguageRules) -> list[str]:
    """Mention type of a content, and the event types that its noun or infinitive may name."""
    cell = clause.cells[content.cell]
    if content.kind == "infinitive":
        triggers = rules.triggers.verbs(cell.lemma)
        return ["", *(t.frame.event for t in triggers if tail_end(clause, content.cell, t, rules))]
    if content.kind == "quote":
        return ["", _QUOTED, cell.type, *_told(cell, rules)] if cell.kind == "N" else [""]
    if content.kind not in ("noun", "subject"):
        return [""]
    quoted = [_QUOTED] if '"' in clause.sentence.tape[cell.first : cell.phrase + 1] else []
    return [cell.type, *quoted, *_told(cell, rules)]


def _told(cell: Cell, rules: LanguageRules) -> list[str]:
    """The event types that a noun may name."""
    return [trigger.frame.event for trigger in rules.triggers.nouns(cell.lemma)]


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
        barred = held if position > site.cell else held | _AFTER_VERB
        role = adjuncts.assign(tables.frame.event, cell, rules.verb_openings(tables), rules.roles, frozenset(barred))
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
    if content is None or begins <= site.cell:
        return
    cells = site.clause.cells
    if content.kind == "noun":
        after = (position for position in adjuncts.after(cells, begins + 1))
        yield from (position for position in after if after_content(cells[position], tables, site.rules))
    else:
        yield from set_off_media(site, begins)


def set_off_media(site: Site, begins: int) -> Iterator[int]:
    """The document or outlet that a comma sets off after reported speech: `..., in a statement issued on Monday`."""
    cells = site.clause.cells
    for position in range(len(cells) - 1, begins + 1, -1):
        if cells[position].kind == "P" and cells[position].type in _MEDIA and cells[position - 1].kind == ",":
            yield position
            return
        if cells[position].kind in "VSq,":
            return
