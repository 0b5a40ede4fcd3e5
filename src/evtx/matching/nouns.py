"""Events whose trigger is a noun: `the shelling of X by Y`, `Y carried out a raid`, `a raid left 12 dead`."""

from __future__ import annotations

from collections.abc import Iterator

from evtx.document import Span
from evtx.language.words import LETTERS
from evtx.matching import adjuncts, circumstances
from evtx.matching.cells import Cell, complements
from evtx.matching.claims import content_types
from evtx.matching.found import Clause, Content, Filler, Found, Refusal
from evtx.matching.light import light_fillers
from evtx.matching.nationality import with_nationality
from evtx.matching.roles import unmet
from evtx.matching.ruleset import FrameTables, LanguageRules
from evtx.matching.triggers import NounTrigger


def find_noun_events(clause: Clause, index: int, sentence: int, rules: LanguageRules) -> Iterator[Found]:
    """The events that the head noun of a phrase triggers: of each event type the first frame that fits."""
    seen: set[str] = set()
    if barred(clause, index, rules):
        return
    for trigger in rules.triggers.nouns(clause.cells[index].lemma):
        last_word = tail_end(clause, clause.cells[index], trigger, rules)
        if trigger.frame.event in seen or not last_word:
            continue
        found = assemble_noun(clause, index, last_word, sentence, trigger, rules)
        if isinstance(found, Found):
            seen.add(trigger.frame.event)
            yield found


def barred(clause: Clause, index: int, rules: LanguageRules) -> str:
    """Why a noun can trigger nothing where it stands; empty if it can.

    It is part of a `name`, tells a `kind`, or is a `figure` of speech.
    """
    if clause.cells[index].type == _FIGURE:
        return "figure"
    if is_proper(clause, clause.cells[index]):
        return "name"
    return "kind" if classifies(clause, index, rules) else ""


# `The attack of Gao` names a place; `the attack of the village` its target.
_PLACE = "place"
_FIGURE = "figure"
# What stands before a word that has its capital from the head of a sentence, a quotation or an entry.
_OPENING = frozenset('.:"-|(')


def is_proper(clause: Clause, cell: Cell) -> bool:
    """Whether a capital inside the sentence makes the noun part of a name."""
    form = clause.sentence.words[cell.head].form
    before = clause.sentence.tape[cell.head - 1] if cell.head else "."
    return form[:1].isupper() and not form.isupper() and before not in _OPENING


# Types of nouns that a bare of-phrase only sorts into kinds: `a combat aircraft`, `an assault rifle`.
_SORTED = frozenset(("weapon", "vehicle", "materiel", "fighters", "facility", "group"))


def classifies(clause: Clause, index: int, rules: LanguageRules) -> bool:
    """Whether the noun stands bare after a concrete one and the preposition of, and only says of what kind that is."""
    cell, sentence = clause.cells[index], clause.sentence
    if not index or cell.kind != "P" or cell.preposition != rules.grammar.of or cell.head != cell.phrase:
        return False
    before = clause.cells[index - 1]
    return sentence.tape[cell.phrase - 1] == LETTERS["of"] and before.kind in "NP" and before.type in _SORTED


def tail_end(clause: Clause, cell: Cell, trigger: NounTrigger, rules: LanguageRules) -> int:
    """The word after the trigger with the words that must follow it; 0 when they do not."""
    words, tape = clause.sentence.words, clause.sentence.tape
    position = cell.head + 1
    for wanted in trigger.tail:
        while position < len(words) and tape[position] in "DMQK" and words[position].form.lower() != wanted:
            if tape[position] == "M":
                break
            position += 1
        if position >= len(words) or not _is(
            words[position].form.lower(), words[position].lemma(tape[position]), wanted, rules
        ):
            return 0
        position += 1
    return position


def _is(form: str, lemma: str, wanted: str, rules: LanguageRules) -> bool:
    return wanted in (form, lemma, rules.grammar.contractions.get(form, form))


def assemble_noun(
    clause: Clause, index: int, last_word: int, sentence: int, trigger: NounTrigger, rules: LanguageRules
) -> Found | Refusal:
    """The event of one frame at one noun, or what the frame lacks."""
    tables, cell = rules.tables(trigger.frame), clause.cells[index]
    if circumstances.barred(trigger.frame.event, following(clause, index), rules):
        return Refusal("mishap")
    fillers = own_fillers(clause, index, tables)
    content = governed(clause, index, last_word, tables, fillers, rules)
    fillers = with_nationality(clause, index, last_word, tables, fillers, rules)
    fillers += light_fillers(clause, index, tables, fillers, rules)
    fillers = adjuncts.kept_apart(clause, fillers, content.cell if content else None)
    filled = [(f.role, f.type) for f in fillers]
    if content is not None:
        filled += [("content", type_) for type_ in content_types(clause, content, rules)]
    speaks = rules.roles.speaks(trigger.frame.event)
    needed = unmet(tables.needs, filled)
    more = any(filler.role not in tables.subject for filler in fillers)
    if (speaks and not filled) or (needed and (speaks or more or not points_back(clause, index, rules))):
        return Refusal("needs", tuple(fillers), content, needed)
    if tables.frame.itself and not fillers:
        return Refusal("count")
    span = Span(clause.sentence.starts[cell.head], clause.sentence.ends[last_word - 1])
    return Found(
        rule=trigger.frame,
        event=trigger.frame.event,
        subtype=trigger.frame.subtype,
        construction="noun",
        sentence=sentence,
        trigger=span,
        cell=index,
        last_cell=index + 1,
        fillers=tuple(fillers),
        content=content,
        verb=None,
        anaphoric=bool(needed or tables.frame.itself),
        agent_role=tables.subject[0] if tables.subject else "",
        told=circumstances.told(trigger.frame.event, fillers, clause, rules),
    )


def following(clause: Clause, index: int) -> Iterator[Cell]:
    """The cells after a noun that belong to its clause."""
    return (clause.cells[position] for position in adjuncts.after(clause.cells, index + 1))


def points_back(clause: Clause, index: int, rules: LanguageRules) -> bool:
    """Whether a definite article or demonstrative makes the noun one already spoken of."""
    cell = clause.cells[index]
    return clause.sentence.words[cell.phrase].form.lower() in rules.grammar.definite


def own_fillers(clause: Clause, index: int, tables: FrameTables) -> list[Filler]:
    """The noun's own phrase as the filler of a role: `at least 38 dead` counts the killed."""
    role, cell = tables.frame.itself, clause.cells[index]
    counted = any(letter in "QK" for letter in clause.sentence.tape[cell.phrase : cell.last])
    return [Filler(role, Span(clause.start(index), clause.end(index)), index, cell.type)] if role and counted else []


def governed(
    clause: Clause, index: int, last_word: int, tables: FrameTables, fillers: list[Filler], rules: LanguageRules
) -> Content | None:
    """Adds to `fillers` the phrases that the noun governs; gives the content when one of them is what is said."""
    content: Content | None = None
    held = {f.role for f in fillers}
    carriers = rules.carriers | tables.light.keys()
    first = beyond(clause, index, last_word)
    for position in adjuncts.after(clause.cells, first, carriers):
        cell = clause.cells[position]
        if cell.kind == "I" and rules.roles.speaks(tables.frame.event) and position == first:
            return Content("infinitive", position)
        if cell.kind == "N" and position > first:
            break
        if cell.kind != "P" or cell.last <= last_word:
            continue
        before = clause.cells[position - 1]
        if (
            cell.preposition == rules.grammar.of
            and position > first
            and before.last > last_word
            and not loose(before)
            and complements(before, cell)
        ):
            continue
        role = role_of(clause, position, frozenset(held), tables, rules)
        if role in tables.subject and position == index + 1 and adjuncts.participial(clause, clause.cells[index]):
            continue
        if role == "content":
            content = Content("noun", position)
            held.add(role)
        elif role:
            fillers.append(adjuncts.filler(clause, position, role, rules))
            held.add(role)
    return content


def beyond(clause: Clause, index: int, last_word: int) -> int:
    """The first cell after a noun that reaches beyond the words of its trigger."""
    cells = clause.cells
    return next((i for i in range(index + 1, len(cells)) if cells[i].last > last_word), len(cells))


def role_of(clause: Clause, index: int, held: frozenset[str], tables: FrameTables, rules: LanguageRules) -> str:
    """The role of a phrase after a noun: by its preposition, and for an of-phrase by what else is there."""
    event, cell = tables.frame.event, clause.cells[index]
    role = ascribed(clause, index, tables, rules) or adjuncts.assign(
        event, cell, rules.noun_openings(tables), rules.roles, held
    )
    if cell.preposition != rules.grammar.of:
        return role
    if role == _PLACE and not cell.named:
        role = rules.roles.pick(event, tables.object, cell.type) or role
    other = role in (*tables.object, *tables.subject) and beside_another(clause, index, role, tables, rules)
    return other or role


def ascribed(clause: Clause, index: int, tables: FrameTables, rules: LanguageRules) -> str:
    """The agent's role for a phrase to which the noun is ascribed: `raids attributed to X`; empty for none."""
    before, cell = clause.cells[index - 1], clause.cells[index]
    if before.kind != "B" or before.lemma not in rules.ascribing or cell.preposition != rules.grammar.to:
        return ""
    return rules.roles.pick(tables.frame.event, tables.subject, cell.type)


def beside_another(clause: Clause, index: int, role: str, tables: FrameTables, rules: LanguageRules) -> str:
    """The role of an of-phrase whose own is brought by another preposition; empty for none.

    `the attack of X against Y`, `the invasion of X by Y`.
    """
    event, openings = tables.frame.event, rules.noun_openings(tables)
    others = [clause.cells[position] for position in adjuncts.after(clause.cells, index + 1, rules.carriers)]
    given = [
        adjuncts.assign(event, other, openings, rules.roles, frozenset())
        for other in others
        if other.kind == "P" and other.preposition != rules.grammar.of
    ]
    introduced = role in given and not (role in tables.object and set(given) & set(tables.subject))
    left, type_ = tables.subject if role in tables.object else tables.object, clause.cells[index].type
    return rules.roles.pick(event, left, type_) if introduced and type_ else ""


def loose(before: Cell) -> bool:
    """Whether an of-phrase after this cell may belong to a noun further left: it is a date, participle or event."""
    return before.kind in "BT," or before.type == "event"
