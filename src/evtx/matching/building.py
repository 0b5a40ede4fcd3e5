"""From loaded rules to compiled rules of one language."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any

from evtx.language.grammar import Grammar, lines, written_items
from evtx.matching.compiling import NAMED_TRIGGER, TOKEN, TemplateCompiler, closing
from evtx.matching.patterns import TapePattern
from evtx.matching.roles import RoleTable, openings, requirements, role_table
from evtx.matching.ruleset import CompiledPattern, FrameTables, LanguageRules, LightVerb, Openings
from evtx.matching.tape import word_codes
from evtx.matching.triggers import content_words, index_triggers, split_wording
from evtx.rules.model import ComplementRule, EventType, Frame, Pattern, RuleSet

_SYMBOLS = frozenset(":;,")
WORD = re.compile(r"=?[\w'’-]+$")


def build_rules(rules: RuleSet, language: str, grammar: Grammar, demonyms: Container[str]) -> LanguageRules:
    """The rules of a language, ready to match."""
    roles = role_table(rules.events, rules.unions)
    frames, patterns = rules.rules[language].frames, rules.rules[language].patterns
    constructions: Mapping[str, Any] = rules.languages[language]["constructions"]
    templates = [t for p in patterns for t in p.templates] + [
        line for part in ("before", "after", "incise") for item in constructions[part] for line in lines(item["match"])
    ]
    compiler = TemplateCompiler(
        grammar, word_codes(template_words(templates, grammar)), roles, {}, first_words(grammar.prepositions), {}
    )
    complements = complement_tables(constructions["complements"], roles)
    defaults = {event.id: event for event in rules.events}
    tables = {frame.id: frame_tables(frame, roles, defaults[frame.event], grammar) for frame in frames}
    return LanguageRules(
        grammar=grammar,
        codes=compiler.codes,
        roles=roles,
        triggers=index_triggers(frames, grammar),
        frames=tables,
        patterns=pattern_index(patterns, compiler),
        before=construction_index(constructions["before"], compiler),
        after={
            kind: by_construction(found) for kind, found in construction_index(constructions["after"], compiler).items()
        },
        incise=tuple(tape_patterns(constructions["incise"], compiler)),
        complements=complements,
        noun_complements=complement_tables(constructions["noun_complements"], roles),
        kept=frozenset(written_items(constructions["kept"])),
        nesting=frozenset(constructions["nesting"].split()),
        carriers=frozenset(constructions["carriers"].split())
        | frozenset(verb for table in tables.values() for verb in table.light),
        demonyms=demonyms,
        trigger_forms=pattern_forms(patterns, compiler),
        trigger_symbols=frozenset(
            word
            for p in patterns
            for template in p.templates
            for word in trigger_words(template, compiler)
            if word in _SYMBOLS
        ),
    )


def first_words(expressions: Iterable[str]) -> frozenset[str]:
    """The words that begin expressions of several words, elided ones with their apostrophe."""
    return frozenset(re.split(r"(?<=')| ", written)[0] for written in expressions)


def template_words(templates: Iterable[str], grammar: Grammar) -> set[str]:
    """All words and prepositions that templates name, as the tape knows them."""
    words: set[str] = set()
    for template in templates:
        for token in TOKEN.findall(template):
            if WORD.match(token) or " " in token:
                base = token.lstrip("=").replace("’", "'").lower()
                words.add(grammar.contractions.get(base, base))
    return words


def tape_patterns(items: Iterable[Mapping[str, str]], compiler: TemplateCompiler) -> Iterable[TapePattern]:
    """The templates of constructions, each line a pattern under the construction's id."""
    for item in items:
        for line in lines(item["match"]):
            yield TapePattern(item["id"], compiler.compile(line), compiler.required(line))


def construction_index(
    items: Sequence[Mapping[str, str]], compiler: TemplateCompiler
) -> dict[str, tuple[TapePattern, ...]]:
    """Kind of verb group -> the constructions that apply to it, in the order of the file."""
    index: dict[str, list[TapePattern]] = {}
    for item in items:
        for pattern in tape_patterns((item,), compiler):
            for kind in item["applies"].split():
                index.setdefault(kind, []).append(pattern)
    return {kind: tuple(found) for kind, found in index.items()}


def by_construction(patterns: Iterable[TapePattern]) -> dict[str, tuple[TapePattern, ...]]:
    """Construction -> its patterns, in the order of the file."""
    index: dict[str, tuple[TapePattern, ...]] = {}
    for pattern in patterns:
        index[pattern.id] = (*index.get(pattern.id, ()), pattern)
    return index


def complement_tables(blocks: Mapping[str, str], roles: RoleTable) -> dict[str, Openings]:
    """Event type -> preposition -> roles, from the blocks of a constructions file."""
    return {
        event: openings((parse_complement(line) for line in lines(block)), roles) for event, block in blocks.items()
    }


def parse_complement(line: str) -> ComplementRule:
    """A rule from its written form, e.g. `à l'aide de, avec -> weapon(weapon)`."""
    left, _, right = line.partition("->")
    role, _, types = right.strip().rstrip(")").partition("(")
    prepositions = tuple((preposition.strip(),) for preposition in left.split(","))
    return ComplementRule(prepositions, role, tuple(types.split("|")) if types else ())


def pattern_index(patterns: Sequence[Pattern], compiler: TemplateCompiler) -> dict[str, tuple[CompiledPattern, ...]]:
    """Trigger word -> the patterns that it may trigger."""
    index: dict[str, list[CompiledPattern]] = {}
    for pattern in patterns:
        compiled: dict[str, list[TapePattern]] = {}
        for template in pattern.templates:
            tape = TapePattern(pattern.id, compiler.compile(template), compiler.required(template))
            for word in trigger_words(template, compiler):
                compiled.setdefault(word, []).append(tape)
        for word, tapes in compiled.items():
            index.setdefault(word, []).append(CompiledPattern(pattern, tuple(tapes)))
    return {word: tuple(found) for word, found in index.items()}


def pattern_forms(patterns: Sequence[Pattern], compiler: TemplateCompiler) -> frozenset[str]:
    """Single words that the trigger of a pattern cannot do without: its longest word."""
    triggers = {word for p in patterns for template in p.templates for word in trigger_words(template, compiler)}
    return frozenset(max(re.findall(r"[^\W\d_]+", word), key=len, default="") for word in triggers)


def trigger_words(template: str, compiler: TemplateCompiler) -> list[str]:
    """The first word of each alternative after `@` of a template."""
    tokens = compiler.pieces(template)
    if NAMED_TRIGGER not in tokens:
        return []
    at = tokens.index(NAMED_TRIGGER) + 1
    if tokens[at] != "(":
        return [compiler.base(tokens[at])]
    inside = tokens[at : closing(tokens, at)]
    return [compiler.base(word) for before, word in pairwise(inside) if before in "(|" and word not in "(|)"]


def frame_tables(frame: Frame, roles: RoleTable, event: EventType, grammar: Grammar) -> FrameTables:
    """The tables of one frame; what it leaves open comes from its event type."""
    return FrameTables(
        frame=frame,
        subject=role_list(frame.subject or event.subject),
        object=role_list(frame.object or event.object),
        openings=openings(frame.complements, roles),
        takes=frozenset(frame.takes or event.takes),
        needs=requirements(frame.needs, roles),
        light=light_verbs(frame.light, grammar),
    )


def light_verbs(block: str, grammar: Grammar) -> dict[str, tuple[LightVerb, ...]]:
    """Lemma -> what it gives to the nouns of a frame, from lines such as `lead, be victim of -> subject attacker`."""
    light: dict[str, list[LightVerb]] = {}
    for line in lines(block):
        verbs, _, gift = line.partition("->")
        side, _, role = gift.strip().partition(" ")
        for verb in verbs.split(","):
            first, *tail = split_wording(verb.split(), grammar)
            given = LightVerb(content_words(tail, grammar), side, "" if role.strip() == "none" else role.strip())
            light.setdefault(first, []).append(given)
    return {verb: tuple(gifts) for verb, gifts in light.items()}


def role_list(written: str) -> tuple[str, ...]:
    """The roles of a subject or object, in the order of preference; none for `none`.

    >>> role_list("vehicle|supplier"), role_list("none")
    (('vehicle', 'supplier'), ())
    """
    return tuple(role.strip() for role in written.split("|") if role.strip() not in ("", "none"))
