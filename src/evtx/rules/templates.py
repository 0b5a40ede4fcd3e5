"""Templates: how a pattern or construction says what must stand where.

Words by lemma, `=word` for the form as written, `(a|b)` one of, `[x]` may be absent, `<phrase>`, `{role:type|type}`,
`@` before the trigger (alone: the verb or noun of the frame), `...` a stretch of the clause, punctuation as itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from evtx.rules.diagnostics import Piece, Problems, did_you_mean
from evtx.rules.syntax import (
    Argument,
    Choice,
    Element,
    Group,
    Option,
    Punctuation,
    Series,
    Skip,
    Template,
    Trigger,
    Word,
    render,
)

MAX_LENGTH = 4_000
MAX_DEPTH = 16
_TOKEN = re.compile(r"\.\.\.|@|\{[^{}]*\}|<[^<>]*>|[()\[\]|{}<>]|=?[\w'’°-]+(?:\.(?!\.))?|[,:;!?«»“”\"–—…]|\S")
_WORD = re.compile(r"=?[\w'’°-]+\.?$")
_PUNCTUATION = frozenset(',:;!?«»“”"–—…')


class _Token(NamedTuple):
    """A piece of a template, and whether it touches the one before."""

    at: Piece
    touches: bool


def tokens(source: Iterable[Piece]) -> list[_Token]:
    """The pieces of a template that may stretch over several lines."""
    found: list[_Token] = []
    for line in source:
        end = -1
        for match in _TOKEN.finditer(line.text):
            found.append(_Token(line.part(match.start(), match.end()), match.start() == end))
            end = match.end()
    return found


class Broken(Exception):
    """A template that cannot be read further; what is wrong was reported."""


@dataclass(frozen=True, slots=True)
class Phrases:
    """The named phrases of a file, and those that stand for groups."""

    written: Mapping[str, Sequence[Piece]]
    builtin: frozenset[str] = frozenset()

    @property
    def names(self) -> set[str]:
        """All names that may stand between angle brackets."""
        return {*self.written, *self.builtin}


class Parser:
    """Reads one template by recursive descent; `inside` are the phrases being expanded, against cycles."""

    def __init__(self, phrases: Phrases, problems: Problems, inside: tuple[str, ...] = ()) -> None:
        self._phrases = phrases
        self._problems = problems
        self._inside = inside
        self._tokens: list[_Token] = []
        self._next = 0
        self._depth = len(inside)

    def read(self, source: Sequence[Piece]) -> Series:
        """The tree of a template; Broken when it has none."""
        self._tokens = tokens(source)
        options = self._options(None)
        if self._next < len(self._tokens):
            self._fail("E201", self._tokens[self._next].at, "this bracket closes nothing", "delete it")
        if len(options) > 1:
            self._fail("E202", source[0], "alternatives without brackets", "put round brackets around them")
        return options[0]

    def _fail(self, code: str, at: Piece, message: str, help: str = "") -> None:
        self._problems.report(code, at, message, help)
        raise Broken

    def _options(self, opening: Piece | None) -> list[Series]:
        """Sequences parted by bars, up to a closing bracket or the end, which is left to the caller."""
        options: list[Series] = []
        while True:
            options.append(self._sequence(opening))
            if self._next >= len(self._tokens) or self._tokens[self._next].at.text != "|":
                return options
            self._next += 1

    def _sequence(self, opening: Piece | None) -> Series:
        parts: list[Element] = []
        while self._next < len(self._tokens) and self._tokens[self._next].at.text not in ("|", ")", "]"):
            parts.append(self._element())
        if not parts:
            at = self._tokens[self._next].at if self._next < len(self._tokens) else self._tokens[-1].at
            self._fail(
                "E202", opening or at, "nothing stands here", "write what may stand here, or delete the brackets"
            )
        return Series(tuple(parts))

    def _element(self) -> Element:
        at = self._tokens[self._next].at
        self._next += 1
        if at.text == "(":
            return self._choice(at)
        if at.text == "[":
            options = self._bracketed(at, "]")
            inner = options[0] if len(options) == 1 else Series((Choice(tuple(options), at),))
            return Option(inner, at)
        if at.text == "@":
            return self._trigger(at)
        return self._leaf(at)

    def _choice(self, at: Piece) -> Choice:
        return Choice(tuple(self._bracketed(at, ")")), at)

    def _bracketed(self, at: Piece, closing: str) -> list[Series]:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            self._fail("E210", at, "brackets and phrases are nested too deeply", "name a part of it under phrases")
        options = self._options(at)
        self._depth -= 1
        if self._next >= len(self._tokens) or self._tokens[self._next].at.text != closing:
            self._fail("E201", at, "this bracket is not closed", f"add the {closing}")
        self._next += 1
        return options

    def _trigger(self, at: Piece) -> Trigger:
        if self._next >= len(self._tokens) or not self._tokens[self._next].touches:
            return Trigger(None, at)
        inner = self._element()
        if not isinstance(inner, Word | Punctuation | Choice):
            self._fail("E209", at, "@ marks a word", "put it right before a word, a choice of words or a phrase")
            raise Broken
        return Trigger(inner, at)

    def _leaf(self, at: Piece) -> Element:
        text = at.text
        if text == "...":
            return Skip(at)
        if text[0] == "{" and len(text) > 1:
            return self._argument(at)
        if text[0] == "<" and len(text) > 1:
            return self._phrase(at)
        if text in _PUNCTUATION:
            return Punctuation(text, at)
        if not _WORD.match(text):
            self._fail(
                "E209",
                at,
                f"{text} has no meaning here",
                "words, (a|b), [x], <phrase>, {role}, @, ... and punctuation may stand here",
            )
        self._check_apart(at)
        return Word(text.lstrip("="), text.startswith("="), at)

    def _check_apart(self, at: Piece) -> None:
        following = self._tokens[self._next] if self._next < len(self._tokens) else None
        if following and following.touches and following.at.text in "([{<" and at.text[-1] not in "'’":
            self._fail("E209", following.at, "a bracket sticks to the word before it", "put a space between them")

    def _argument(self, at: Piece) -> Argument:
        named, colon, _ = at.text[1:-1].partition(":")
        types = tuple(at.part(len(named) + 2, -1).split("|")) if colon else ()
        role = named.strip().removesuffix("*")
        if not role or any(not piece.text for piece in types):
            self._fail("E209", at, "an argument is written {role} or {role:type|type}")
        return Argument(role, "*" in named, types, at)

    def _phrase(self, at: Piece) -> Element:
        name = at.text[1:-1].strip()
        if name in self._phrases.builtin:
            return Group(name, at)
        if name in self._inside:
            chain = " -> ".join((*self._inside[self._inside.index(name) :], name))
            self._fail("E204", at, f"phrase <{name}> contains itself: {chain}", "break the circle")
        if name not in self._phrases.written:
            self._fail("E203", at, f"unknown phrase <{name}>", did_you_mean(name, self._phrases.names, "<{}>"))
        if len(self._inside) >= MAX_DEPTH:
            self._fail("E210", at, "phrases are nested too deeply", "write some of them out")
        inner = Parser(self._phrases, self._problems, (*self._inside, name)).read(self._phrases.written[name])
        return inner.parts[0] if len(inner.parts) == 1 else Choice((inner,), at)


def read_template(source: Sequence[Piece], phrases: Phrases, problems: Problems) -> Template | None:
    """A template from its lines, phrases expanded in place; None when it is broken, which is reported.

    >>> problems = Problems("a.yml")
    >>> phrases = Phrases({"strike": [Piece("carry out (a|some) strike", 9, 3)]})
    >>> read_template([Piece("{attacker} @<strike> [against {target:actor}]", 4, 7)], phrases, problems).text
    '{attacker} @(carry out (a|some) strike) [against {target:actor}]'
    """
    if expanded_length(source, phrases) > MAX_LENGTH:
        help = f"a template with its phrases may have {MAX_LENGTH} characters; split it"
        problems.report("E210", source[0], "the template is too long", help)
        return None
    try:
        node = Parser(phrases, problems).read(source)
    except Broken:
        return None
    return Template(node, render(node), source[0])


def expanded_length(source: Iterable[Piece], phrases: Phrases) -> int:
    """How long a template becomes when its phrases are expanded, at least; circles count as nothing."""
    known: dict[str, int] = {}

    def length(lines: Iterable[Piece], depth: int) -> int:
        total = 0
        for token in tokens(lines):
            name = token.at.text[1:-1].strip()
            named = token.at.text[0] == "<" and name in phrases.written
            total += of(name, depth + 1) if named else len(token.at.text)
        return total

    def of(name: str, depth: int) -> int:
        if name not in known:
            known[name] = 0
            known[name] = length(phrases.written[name], depth) if depth <= MAX_DEPTH else 0
        return known[name]

    return length(source, 0)
