"""Every rule that a word of a sentence may start, tried there by the functions that extraction uses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from evtx.explaining.elements import Piece, Reach, reach
from evtx.matching.control import actor
from evtx.matching.found import Clause, Found, Refusal
from evtx.matching.idioms import pattern_event
from evtx.matching.nouns import assemble_noun, barred
from evtx.matching.nouns import tail_end as noun_tail_end
from evtx.matching.patterns import first_match, views
from evtx.matching.ruleset import CompiledPattern, LanguageRules
from evtx.matching.site import Site
from evtx.matching.triggers import NounTrigger, VerbTrigger
from evtx.matching.triggers import noun_trigger as noun_trigger_of
from evtx.matching.triggers import verb_trigger as verb_trigger_of
from evtx.matching.verb_forms import tail_end
from evtx.matching.verbs import event_at, undergoes, undergone
from evtx.rules.model import Frame, Pattern, Wording


class Attempt(NamedTuple):
    """One line of a rule tried at one cell: what it gave, or how far it got.

    `trigger` is None for a pattern, `site` for all but verbs whose words stand there; `outcome` is a Reach for a
    pattern that stopped, `pieces` are the elements of a pattern that stood there, and `on_preposition` tells that it is
    the preposition of the cell which starts it.
    """

    rule: Frame | Pattern
    written: str
    line: int
    cell: int
    outcome: Found | Refusal | Reach
    trigger: VerbTrigger | NounTrigger | None = None
    site: Site | None = None
    pieces: tuple[Piece, ...] = ()
    on_preposition: bool = False


def attempts(clause: Clause, number: int, found: Sequence[Found], rules: LanguageRules) -> Iterator[Attempt]:
    """All attempts in a sentence, in the order of its words; `found` are the events that extraction found in it."""
    for index, cell in enumerate(clause.cells):
        yield from pattern_attempts(clause, index, number, rules)
        if cell.verb is not None:
            earlier = [event for event in found if event.cell < index]
            tried = list(verb_attempts(clause, index, number, earlier, rules))
            if undergoes(clause, index) and not any(isinstance(one.outcome, Found) for one in tried):
                tried = [*verb_attempts(undergone(clause, index), index, number, earlier, rules)]
            yield from tried
        elif cell.kind in "NP":
            yield from noun_attempts(clause, index, number, rules)


def verb_attempts(
    clause: Clause, index: int, number: int, earlier: Sequence[Found], rules: LanguageRules
) -> Iterator[Attempt]:
    """Every frame that lists a verb, tried at its group."""
    acting = actor(clause, index, earlier)
    for trigger in rules.triggers.verbs(clause.cells[index].lemma):
        wording = verb_wording(trigger, rules)
        last = tail_end(clause, index, trigger, rules)
        site = Site(clause, index, last, rules) if last else None
        outcome = event_at(site, trigger, number, acting) if site else Refusal("words")
        yield Attempt(trigger.frame, wording.text, wording.line, index, outcome, trigger, site)


def noun_attempts(clause: Clause, index: int, number: int, rules: LanguageRules) -> Iterator[Attempt]:
    """Every frame that lists a noun, tried at its phrase."""
    cell = clause.cells[index]
    bar = barred(clause, index, rules)
    for trigger in rules.triggers.nouns(cell.lemma):
        wording = noun_wording(trigger, rules)
        last = noun_tail_end(clause, cell, trigger, rules)
        outcome: Found | Refusal = Refusal(bar or "words")
        if last and not bar:
            outcome = assemble_noun(clause, index, last, number, trigger, rules)
        yield Attempt(trigger.frame, wording.text, wording.line, index, outcome, trigger)


def verb_wording(trigger: VerbTrigger, rules: LanguageRules) -> Wording:
    """The line of a frame that a verb trigger was made from."""
    lines = (line for line in trigger.frame.verbs if trigger.lemma in line.text)
    fitting = (line for line in lines if verb_trigger_of(trigger.frame, line.words, rules.grammar) == trigger)
    return next(fitting, Wording(trigger.lemma, trigger.frame.position.line, 1))


def noun_wording(trigger: NounTrigger, rules: LanguageRules) -> Wording:
    """The line of a frame that a noun trigger was made from."""
    lines = (line for line in trigger.frame.nouns if trigger.lemma in line.text)
    fitting = (line for line in lines if noun_trigger_of(trigger.frame, line.words, rules.grammar) == trigger)
    return next(fitting, Wording(trigger.lemma, trigger.frame.position.line, 1))


def pattern_attempts(clause: Clause, index: int, number: int, rules: LanguageRules) -> Iterator[Attempt]:
    """Every template that the word or preposition of a cell may start."""
    cell = clause.cells[index]
    word = rules.grammar.contractions.get(cell.lemma, cell.lemma)
    for key in sorted({cell.preposition, word} - {""}):
        for pattern in rules.patterns.get(key, ()):
            yield from template_attempts(clause, index, number, pattern, key == cell.preposition, rules)


def template_attempts(
    clause: Clause, index: int, number: int, pattern: CompiledPattern, on_preposition: bool, rules: LanguageRules
) -> Iterator[Attempt]:
    """The templates of one pattern at one cell: the one that matches, or else all with how far they got."""
    match = first_match(pattern.templates, views(clause.tape, index, index + 1))
    if match is not None:
        template = match.pattern.template
        event = pattern_event(clause, index, number, pattern, match, rules, on_preposition)
        pieces = reach(clause.tape, index, rules.elements(template)).pieces
        line = template_line(pattern.rule, template)
        yield Attempt(pattern.rule, template, line, index, event, None, None, pieces, on_preposition)
        return
    for template in pattern.sources:
        stopped = reach(clause.tape, index, rules.elements(template))
        line = template_line(pattern.rule, template)
        yield Attempt(pattern.rule, template, line, index, stopped, None, None, stopped.pieces, on_preposition)


def template_line(rule: Pattern, template: str) -> int:
    """The line of the file on which a template stands."""
    return dict(zip(rule.templates, rule.lines, strict=False)).get(template, rule.position.line)
