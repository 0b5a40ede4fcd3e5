"""From loaded rules to compiled rules of one language."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from evtx.language.grammar import Grammar, lines, written_items
from evtx.matching.circumstances import read_bars, read_tells
from evtx.matching.compiling import NAMED_TRIGGER, TOKEN, TemplateCompiler, closing
from evtx.matching.patterns import TapePattern
from evtx.matching.roles import RoleTable, openings, requirements, role_table
from evtx.matching.ruleset import CompiledPattern, FrameTables, LanguageRules, LightVerb, Openings
from evtx.matching.tape import word_codes
from evtx.matching.triggers import content_words, index_triggers, split_wording
from evtx.rules.model import ComplementRule, EventType, Frame, Pattern, RuleSet

_SYMBOLS = frozenset(":;,")
WORD = re.compile(r"=?[\w'’-]+$")


def build_rules(
    rules: RuleSet, language: str, constructions: Mapping[str, Any], grammar: Grammar, demonyms: Container[str]
) -> LanguageRules:
    """The rules of a language, ready to match; what only some texts need is made when it is first asked for.

    `constructions` is what its constructions file says.
    """
    roles = role_table(rules.events, rules.unions)
    frames, patterns = rules.rules[language].frames, rules.rules[language].patterns
    compiler = template_compiler(patterns, constructions, grammar, roles)
    defaults = {event.id: event for event in rules.events}
    starters = {template: trigger_words(template, compiler) for p in patterns for template in p.templates}
    words = frozenset(word for found in starters.values() for word in found)
    after = construction_index(constructions["after"], compiler)
    light = constructions.get("light", {})
    return LanguageRules(
        grammar=grammar,
        codes=compiler.codes,
        roles=roles,
        triggers=index_triggers(frames, grammar),
        tables=remembered(lambda frame: frame_tables(frame, roles, defaults[frame.event], light, grammar)),
        patterns=pattern_index(patterns, starters, compiler),
        before=construction_index(constructions["before"], compiler),
        after={kind: by_construction(found) for kind, found in after.items()},
        incise=tuple(tape_patterns(constructions["incise"], compiler)),
        complements=complement_tables(constructions["complements"], roles),
        noun_complements=complement_tables(constructions["noun_complements"], roles),
        kept=frozenset(written_items(constructions["kept"])),
        nesting=frozenset(constructions["nesting"].split()),
        carriers=frozenset(constructions["carriers"].split()),
        light=frozenset(light_lemmas((*(frame.light for frame in frames), *light.values()))),
        ascribing=frozenset(constructions["ascribing"].split()),
        bars={event: read_bars(block) for event, block in constructions.get("bars", {}).items()},
        tells={event: read_tells(block) for event, block in constructions.get("tells", {}).items()},
        demonyms=demonyms,
        trigger_forms=frozenset(max(re.findall(r"[^\W\d_]+", word), key=len, default="") for word in words),
        trigger_symbols=words & _SYMBOLS,
        elements=compiler.elements,
    )


def remembered(make: Callable[[Frame], FrameTables]) -> Callable[[Frame], FrameTables]:
    """The same function, asked once for each frame."""
    known: dict[str, FrameTables] = {}

    def tables(frame: Frame) -> FrameTables:
        if frame.id not in known:
            known[frame.id] = make(frame)
        return known[frame.id]

    return tables


def template_compiler(
    patterns: Iterable[Pattern], constructions: Mapping[str, Any], grammar: Grammar, roles: RoleTable
) -> TemplateCompiler:
    """The compiler of a language's templates, which knows every word that they name."""
    templates = [template for pattern in patterns for template in pattern.templates]
    templates += [
        line for part in ("before", "after", "incise") for item in constructions[part] for line in lines(item["match"])
    ]
    codes = word_codes(template_words(templates, grammar))
    return TemplateCompiler(grammar, codes, roles, {}, first_words(grammar.prepositions), {}, {})


def light_lemmas(blocks: Iterable[str]) -> Iterator[str]:
    """The verbs that give some noun its arguments."""
    for block in blocks:
        for line in lines(block):
            for verb in line.partition("->")[0].split(","):
                yield verb.split()[0]


def first_words(expressions: Iterable[str]) -> frozenset[str]:
    """The words that begin expressions of several words, elided ones with their apostrophe."""
    return frozenset(re.split(r"(?<=')| ", written)[0] for written in expressions)


def template_words(templates: Iterable[str], grammar: Grammar) -> set[str]:
    """All words and prepositions that templates name, as the tape knows them."""
    words: set[str] = set()
    long = [written for written in grammar.prepositions if " " in written]
    for template in templates:
        words.update(written for written in long if written in template)
        for token in TOKEN.findall(template):
            if WORD.match(token) or " " in token:
                base = token.lstrip("=").replace("’", "'").lower()
                words.add(grammar.contractions.get(base, base))
    return words


def tape_patterns(items: Iterable[Mapping[str, str]], compiler: TemplateCompiler) -> Iterable[TapePattern]:
    """The templates of constructions, each line a pattern under the construction's id."""
    for item in items:
        for line in lines(item["match"]):
            yield compiler.tape_pattern(item["id"], line)


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
    """A rule from its written form, e.g. `by means of, with -> weapon(weapon)`."""
    left, _, right = line.partition("->")
    role, _, types = right.strip().rstrip(")").partition("(")
    prepositions = tuple((preposition.strip(),) for preposition in left.split(","))
    return ComplementRule(prepositions, role, tuple(types.split("|")) if types else ())


def pattern_index(
    patterns: Sequence[Pattern], starters: Mapping[str, Sequence[str]], compiler: TemplateCompiler
) -> dict[str, tuple[CompiledPattern, ...]]:
    """Trigger word -> the patterns that it may trigger; `starters` are the trigger words of each template."""
    index: dict[str, list[CompiledPattern]] = {}
    for pattern in sorted(patterns, key=lambda pattern: -pattern.layer):
        sources: dict[str, list[str]] = {}
        for template in pattern.templates:
            for word in starters[template]:
                sources.setdefault(word, []).append(template)
        for word, found in sources.items():
            index.setdefault(word, []).append(CompiledPattern(pattern, tuple(found), compiler.tape_pattern))
    return {word: tuple(found) for word, found in index.items()}


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


def frame_tables(
    frame: Frame, roles: RoleTable, event: EventType, light: Mapping[str, str], grammar: Grammar
) -> FrameTables:
    """The tables of one frame; what it leaves open comes from its event type; `light` are the lines for all nouns."""
    return FrameTables(
        frame=frame,
        subject=role_list(frame.subject or event.subject),
        object=role_list(frame.object or event.object),
        openings=openings(frame.complements, roles),
        takes=frozenset(frame.takes or event.takes),
        needs=requirements(frame.needs, roles),
        light=light_verbs("\n".join((frame.light, light.get(frame.event, ""))), grammar),
    )


def light_verbs(block: str, grammar: Grammar) -> dict[str, tuple[LightVerb, ...]]:
    """Lemma -> what it gives to the nouns of a frame, from lines such as `lead, be victim of -> subject attacker`.

    Where a verb comes twice with the same words after it, the first line counts.
    """
    light: dict[str, list[LightVerb]] = {}
    for line in lines(block):
        verbs, _, gift = line.partition("->")
        side, _, role = gift.strip().partition(" ")
        for verb in verbs.split(","):
            first, *tail = split_wording(verb.split(), grammar)
            given = LightVerb(content_words(tail, grammar), side, "" if role.strip() == "none" else role.strip())
            known = light.setdefault(first, [])
            if all(given.tail != other.tail for other in known):
                known.append(given)
    return {verb: tuple(gifts) for verb, gifts in light.items()}


def role_list(written: str) -> tuple[str, ...]:
    """The roles of a subject or object, in the order of preference; none for `none`.

    >>> role_list("vehicle|supplier"), role_list("none")
    (('vehicle', 'supplier'), ())
    """
    return tuple(role.strip() for role in written.split("|") if role.strip() not in ("", "none"))
