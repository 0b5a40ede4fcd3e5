"""The lines of a frame: its words, what it needs, prepositions and light verbs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import product

from evtx.rules.diagnostics import Piece, Problems
from evtx.rules.model import ComplementRule, EventType, Need, Wording
from evtx.rules.syntax import Choice, Option, Series, Word
from evtx.rules.templates import Broken, Parser, Phrases
from evtx.rules.vocabulary import Vocabulary, check_role

MAX_WORDINGS = 200
_PREPOSITION_WORD = re.compile(r"[^\s']+'?|'")
_ROLE = re.compile(r"([^()]*)(?:\(([^()]*)\))?$")
_SIDES = ("subject", "object")


def read_wordings(lines: Iterable[Piece], problems: Problems) -> tuple[Wording, ...]:
    """The words of `verbs` or `nouns`, alternatives and options spelt out.

    >>> [w.words for w in read_wordings([Piece("fire (at|on) [the]", 3, 7)], Problems("a.yml"))]
    [('fire', 'at', 'the'), ('fire', 'at'), ('fire', 'on', 'the'), ('fire', 'on')]
    """
    return tuple(wording for line in lines for wording in _wordings(line, problems))


def _wordings(line: Piece, problems: Problems) -> Iterator[Wording]:
    try:
        node = Parser(Phrases({}), problems).read([line])
        if _count(node, line, problems) > MAX_WORDINGS:
            problems.report("E210", line, f"more than {MAX_WORDINGS} wordings", "write them on several lines")
            return
        for words in _spelt_out(node):
            if not words:
                problems.report("E202", line, "the line may come to nothing", "leave one word outside of brackets")
                return
            yield Wording(" ".join(words), line.line, line.column)
    except Broken:
        return


def _count(node: Series, line: Piece, problems: Problems) -> int:
    """How many wordings a tree stands for; Broken when it holds more than words."""
    total = 1
    for part in node.parts:
        match part:
            case Word(_, False):
                continue
            case Choice(options):
                total *= sum(_count(option, line, problems) for option in options)
            case Option(inner):
                total *= 1 + _count(inner, line, problems)
            case _:
                help = "only words, (a|b) and [x] may stand in verbs and nouns; use a pattern for more"
                if part.at.text == ",":
                    help = "write each of them on a line of its own, without commas"
                problems.report("E311", part.at, f"{part.at.text} cannot stand among the words of a frame", help)
                raise Broken
    return total


def _spelt_out(node: Series) -> Iterator[tuple[str, ...]]:
    choices = [tuple(_ways(part)) for part in node.parts]
    for ways in product(*choices):
        yield tuple(word for way in ways for word in way)


def _ways(part: object) -> Iterator[tuple[str, ...]]:
    match part:
        case Word(text):
            yield (text,)
        case Choice(options):
            for option in options:
                yield from _spelt_out(option)
        case Option(inner):
            yield from _spelt_out(inner)
            yield ()


def read_complements(
    lines: Iterable[Piece], event: EventType, vocabulary: Vocabulary, problems: Problems
) -> tuple[ComplementRule, ...]:
    """The lines `preposition, preposition -> role(type|type)`."""
    rules = (read_complement(line, event, vocabulary, problems) for line in lines)
    return tuple(rule for rule in rules if rule is not None)


def read_complement(line: Piece, event: EventType, vocabulary: Vocabulary, problems: Problems) -> ComplementRule | None:
    """One such line; None when it is broken, which is reported."""
    sides = line.split("->")
    prepositions = sides[0].split(",")
    if len(sides) != 2 or not sides[1].text or not all(piece.text for piece in prepositions):
        help = "write the prepositions with commas between them, then -> and the role"
        problems.report("E312", line, "not a line of prepositions and a role", help)
        return None
    role = _narrowed_role(sides[1], event, vocabulary, problems)
    return role and ComplementRule(tuple(preposition_words(piece.text) for piece in prepositions), *role)


def preposition_words(written: str) -> tuple[str, ...]:
    """The words of a preposition, elided ones with their apostrophe.

    >>> preposition_words("by o’means of")
    ('by', "o'", 'means', 'of')
    """
    return tuple(_PREPOSITION_WORD.findall(written.replace("’", "'")))


def read_needs(
    lines: Iterable[Piece], event: EventType, vocabulary: Vocabulary, problems: Problems
) -> tuple[Need, ...]:
    """The lines `role | role(type|type)`, each of which must be met."""
    needs: list[Need] = []
    for line in lines:
        roles = [_narrowed_role(piece, event, vocabulary, problems) for piece in _outer_bars(line)]
        needs.append(Need(tuple(role for role in roles if role is not None)))
    return tuple(needs)


def _outer_bars(line: Piece) -> Iterator[Piece]:
    depth = start = 0
    for index, char in enumerate(line.text):
        depth += (char == "(") - (char == ")")
        if char == "|" and depth == 0:
            yield line.part(start, index).strip()
            start = index + 1
    yield line.part(start).strip()


def _narrowed_role(
    at: Piece, event: EventType, vocabulary: Vocabulary, problems: Problems
) -> tuple[str, tuple[str, ...]] | None:
    match = _ROLE.match(at.text)
    if match is None or not match.group(1).strip() or match.group(2) == "":
        problems.report("E313", at, "not a role", "a role is written role or role(type|type)")
        return None
    check_role(at.part(0, match.end(1)).strip(), event, problems)
    types = at.part(*match.span(2)).split("|") if match.group(2) else []
    for piece in types:
        vocabulary.check_type(piece, problems)
    return match.group(1).strip(), tuple(piece.text for piece in types)


def read_light(lines: Iterable[Piece], event: EventType, problems: Problems) -> str:
    """The lines `verb, verb -> subject role`, checked, one below the other."""
    checked = list(lines)
    for line in checked:
        verbs, _, gift = line.text.partition("->")
        words = line.part(len(verbs) + 2).words()
        if not all(verb.strip() for verb in verbs.split(",")) or len(words) != 2 or words[0].text not in _SIDES:
            help = "write `verb, verb -> subject ROLE` or `verb, verb -> object ROLE`"
            problems.report("E314", line, "not a line of verbs and what they give", help)
        elif gift:
            check_role(words[1], event, problems, more=("none",))
    return "\n".join(line.text for line in checked)
