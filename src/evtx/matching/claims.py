"""Claims: a verb or noun of speech with its speaker, and where its content begins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from evtx.document import Span
from evtx.matching import adjuncts
from evtx.matching.cells import Cell
from evtx.matching.found import Clause, Content, Filler, Found
from evtx.matching.patterns import TapeMatch, first_match
from evtx.matching.roles import satisfied
from evtx.matching.ruleset import FrameTables, LanguageRules, Openings
from evtx.matching.tape import Window
from evtx.matching.triggers import VerbTrigger
from evtx.matching.verb_forms import KIND_NAMES, is_passive, steps, trigger_span

# Constructions in which the subject is that of another verb.
_BORROWED = frozenset(("shared", "fronted"))
_MEDIA = frozenset(("document", "outlet"))
CONTENT_KINDS = ("clause", "infinitive", "quote", "before")


@dataclass(frozen=True, slots=True)
class Spoken:
    """How a claim takes its content: the construction, the fillers that it gives, and where the content begins."""

    construction: str
    fillers: tuple[Filler, ...]
    content: Content | None


def spoken(
    clause: Clause, index: int, view: Window, trigger: VerbTrigger, tables: FrameTables, before: TapeMatch | None, rules: LanguageRules
) -> Spoken | None:
    """The first construction of the frame that finds a content; None when nothing is said."""
    kind = KIND_NAMES[clause.cells[index].kind]
    takes = tables.takes
    passive = is_passive(clause.cells[index], rules)
    if kind == "finite" and not object_follows(before, clause, index):
        match = first_match(rules.incise, view, tables.frame.event)
        if match is not None and can_speak(clause, match, tables, rules):
            return from_match(clause, match, tables, rules) if "incise" in takes else None
    for pattern in rules.after.get(kind, ()):
        if pattern.id not in takes and not (pattern.id == "passive" and passive):
            continue
        if pattern.id in ("passive", "object") or (trigger.object_preposition and pattern.id != "infinitive"):
            continue
        match = first_match((pattern,), view, tables.frame.event)
        if match is not None and not (passive and pattern.id == "infinitive" and "infinitive" not in takes):
            return from_match(clause, match, tables, rules)
    if passive:
        if "passive" not in takes:
            return None
        return said_passively(clause, index, view, tables, before, rules)
    return said_of_object(clause, index, view, trigger, tables, rules)


def can_speak(clause: Clause, match: TapeMatch, tables: FrameTables, rules: LanguageRules) -> bool:
    """Whether what follows an incise's verb may be its speaker; with nothing there, whether the verb shows its subject."""
    subjects = match.cells("subject")
    if not subjects:
        return inverted_subject(clause, match.window.cell) is not None
    return any(rules.roles.pick(tables.frame.event, tables.subject, clause.cells[cell].type) for cell in subjects)


def object_follows(before: TapeMatch | None, clause: Clause, index: int) -> bool:
    """Whether a subject stands right before the verb, so that what went before cannot be an incise's content."""
    if before is None or before.pattern.id in _BORROWED or not before.cells("subject"):
        return False
    subject = before.cells("subject")[0]
    return subject == 0 or clause.cells[subject - 1].kind not in ',"'


def from_match(clause: Clause, match: TapeMatch, tables: FrameTables, rules: LanguageRules) -> Spoken:
    """The content and the fillers that a template captured."""
    content = content_of(match)
    fillers: list[Filler] = []
    for name in match.names():
        if name in CONTENT_KINDS:
            continue
        role = tables.subject[0] if name == "subject" and tables.subject else name
        fillers += [adjuncts.filler(clause, cell, role, rules.grammar.of) for cell in match.cells(name)]
    return Spoken(match.pattern.id, tuple(fillers), content)


def content_of(match: TapeMatch) -> Content | None:
    """Where the content of a match begins, and for one that stands before the trigger where it ends."""
    for kind in CONTENT_KINDS:
        if match.cells(kind):
            end = match.window.index(match.match.end(kind)) if kind == "before" else -1
            return Content(kind, match.cells(kind)[0], end)
    return None


def said_passively(
    clause: Clause, index: int, view: Window, tables: FrameTables, before: TapeMatch | None, rules: LanguageRules
) -> Spoken | None:
    """A passive: the grammatical subject is what is said (or who is accused), the agent the speaker."""
    if before is None or not before.cells("subject"):
        return None
    subject = before.cells("subject")[0]
    role = rules.roles.pick(tables.frame.event, tables.object, clause.cells[subject].type)
    if not role:
        return None
    fillers = [adjuncts.filler(clause, subject, role, rules.grammar.of)] if role != "content" else []
    agent = first_match([p for p in rules.after.get("passive", ()) if p.id == "passive"], view, tables.frame.event)
    if agent is not None:
        fillers += [
            adjuncts.filler(clause, cell, tables.subject[0], rules.grammar.of)
            for cell in agent.cells("agent")
            if rules.roles.admits(tables.frame.event, tables.subject[0], clause.cells[cell].type)
        ]
    content = Content("subject", subject) if role == "content" else None
    return Spoken("passive", tuple(fillers), content)


def said_of_object(
    clause: Clause, index: int, view: Window, trigger: VerbTrigger, tables: FrameTables, rules: LanguageRules
) -> Spoken | None:
    """A nominal object: the content itself, or the one who is accused, warned or asked."""
    if "object" not in tables.takes or not tables.object:
        return None
    if trigger.object_preposition:
        cells = [
            cell
            for cell in adjuncts.after(clause.cells, view.last_cell)
            if clause.cells[cell].kind == "P" and clause.cells[cell].preposition == trigger.object_preposition
        ][:1]
    else:
        patterns = [p for p in rules.after.get(KIND_NAMES[clause.cells[index].kind], ()) if p.id == "object"]
        match = first_match(patterns, view, tables.frame.event)
        cells = match.cells("object") if match is not None else []
    if not cells:
        return None
    role = rules.roles.pick(tables.frame.event, tables.object, clause.cells[cells[0]].type)
    if not role:
        return None
    if role == "content":
        return Spoken("object", (), Content("noun", cells[0]))
    return Spoken("object", (adjuncts.filler(clause, cells[0], role, rules.grammar.of),), None)


def assemble_claim(
    clause: Clause,
    index: int,
    last: int,
    sentence: int,
    trigger: VerbTrigger,
    before: TapeMatch | None,
    view: Window,
    rules: LanguageRules,
) -> Found | None:
    """The claim of one frame at one verb group; None when it has no content, or lacks what the frame needs."""
    tables = rules.tables(trigger.frame)
    said = spoken(clause, index, view, trigger, tables, before, rules)
    if said is None:
        return None
    fillers = list(said.fillers)
    passive = is_passive(clause.cells[index], rules)
    if said.construction not in ("passive", "incise") and not passive and not any(f.role == "speaker" for f in fillers):
        fillers += speakers(clause, before, tables, rules)
    inverted = inverted_subject(clause, index)
    if inverted is not None and not any(f.role == "speaker" for f in fillers):
        fillers.append(inverted)
    fillers, content = add_complements(clause, index, last, tables, fillers, said.content, rules)
    filled = [(f.role, f.type) for f in fillers]
    if content is not None:
        filled += [("content", type_) for type_ in content_types(clause, content, rules)]
    elif not any(f.role == "addressee" for f in fillers):
        return None
    if not satisfied(tables.needs, filled, rules.roles):
        return None
    fillers = adjuncts.kept_apart(clause, fillers, content.cell if content else None)
    return Found(
        rule=trigger.frame,
        event=trigger.frame.event,
        subtype=trigger.frame.subtype,
        construction=said.construction,
        sentence=sentence,
        trigger=trigger_span(clause, index, last),
        cell=index,
        last_cell=last,
        fillers=tuple(fillers),
        content=content,
        verb=clause.cells[index].verb,
        steps=steps(clause, index, last, fillers),
    )


def speakers(clause: Clause, before: TapeMatch | None, tables: FrameTables, rules: LanguageRules) -> list[Filler]:
    """The subject before the verb, when it can speak."""
    if before is None or not tables.subject:
        return []
    return [
        adjuncts.filler(clause, cell, role, rules.grammar.of)
        for cell in before.cells("subject")
        if (role := rules.roles.pick(tables.frame.event, tables.subject, clause.cells[cell].type))
    ]


def inverted_subject(clause: Clause, index: int) -> Filler | None:
    """The pronoun of an inverted verb: `a-t-il dit`."""
    cell, sentence = clause.cells[index], clause.sentence
    for position in range(cell.first, cell.last):
        if sentence.tape[position] == "t":
            form = sentence.words[position].form
            start = sentence.ends[position] - len(form.rpartition("-")[2])
            return Filler("speaker", Span(start, sentence.ends[position]), -1, "pronoun")
    return None


def content_types(clause: Clause, content: Content, rules: LanguageRules) -> list[str]:
    """Mention type of a content, and the event types that its noun or infinitive may name."""
    cell = clause.cells[content.cell]
    if content.kind == "infinitive":
        return ["", *(trigger.frame.event for trigger in rules.triggers.verbs.get(cell.lemma, ()))]
    if content.kind not in ("noun", "subject"):
        return [""]
    return [cell.type, *(trigger.frame.event for trigger in rules.triggers.nouns.get(cell.lemma, ()))]


def after_content(
    cell: Cell, tables: FrameTables, own: Sequence[Openings], rules: LanguageRules
) -> bool:
    """Whether a phrase after a nominal content belongs to the claim all the same: its medium, or what its frame opens."""
    if cell.kind != "P" or cell.preposition == rules.grammar.of:
        return False
    if adjuncts.assign(tables.frame.event, cell, own[:1], rules.roles, frozenset(("content",))):
        return True
    return cell.type in _MEDIA and bool(adjuncts.assign(tables.frame.event, cell, own[1:], rules.roles, frozenset()))


def add_complements(
    clause: Clause,
    index: int,
    last: int,
    tables: FrameTables,
    fillers: Sequence[Filler],
    content: Content | None,
    rules: LanguageRules,
) -> tuple[list[Filler], Content | None]:
    """Addressee and medium from the phrases around the verb, and the content where a preposition introduces it."""
    filled = list(fillers)
    held = {filler.role for filler in filled}
    used = {filler.cell for filler in filled}
    subject = min((f.cell for f in filled if 0 <= f.cell < index), default=index)
    limit = content.cell if content is not None and content.cell > index else len(clause.cells)
    around = [*adjuncts.after(clause.cells[:limit], last), *range(subject + 1, index), *adjuncts.fronted(clause.cells, subject)]
    if content is not None and content.kind == "noun" and content.cell > index:
        own = (tables.openings, rules.complements.get(tables.frame.event, {}))
        around += [
            position
            for position in adjuncts.after(clause.cells, content.cell + 1)
            if after_content(clause.cells[position], tables, own, rules)
        ]
    for position in around:
        cell = clause.cells[position]
        if cell.kind != "P" or position in used or (content is not None and position == content.cell):
            continue
        role = adjuncts.assign(tables.frame.event, cell, rules.verb_openings(tables), rules.roles, frozenset(held))
        if role == "content":
            if content is None:
                content = Content("noun", position)
                held.add("content")
        elif role:
            filled.append(adjuncts.filler(clause, position, role, rules.grammar.of))
            held.add(role)
    return filled, content
