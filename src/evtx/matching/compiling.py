"""Templates of rule files as patterns over the tape.

A template is read by recursive descent straight into a tape pattern: words become the cell that holds them, `{role}` a
captured phrase, `(a|b)` and `[x]` alternatives and options, `...` a stretch of the clause, `@` the trigger.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from evtx.language.grammar import Grammar
from evtx.matching.patterns import CONTENT, NOUN, PHRASE, VERB, TapePattern, narrowed
from evtx.matching.roles import RoleTable, canonical
from evtx.matching.tape import GLUE, TRIGGER, WordCodes
from evtx.matching.triggers import is_preposition

TOKEN = re.compile(r"\.\.\.|@(?=[\w(=<:])|\{[^}]*\}|<[^>]*>|[()\[\]|@,:;«»\"]|=?[\w’'-]+")
CELL_PHRASES = {
    "verb": VERB,
    "passive": "S..",
    "participle": "B..",
    "noun": NOUN,
    "pp": PHRASE,
    "any": "[^.;@]..",
    "relative": "l..",
}
_QUOTES = frozenset('«»"')
# An `@` with its word right behind it, as against a bare one.
NAMED_TRIGGER = "@@"


class TemplateCompiler(NamedTuple):
    """Turns the templates of one language into tape patterns."""

    grammar: Grammar
    codes: WordCodes
    roles: RoleTable
    phrases: Mapping[str, str]
    openers: frozenset[str]
    memory: dict[str, list[str]]
    made: dict[tuple[str, str], TapePattern]

    def tape_pattern(self, id_: str, template: str) -> TapePattern:
        """A template of the rule or construction `id_` as a pattern; those made before are remembered."""
        known = self.made.get((id_, template))
        if known is None:
            known = self.made[id_, template] = TapePattern(
                id_, self.compile(template), self.required(template), template
            )
        return known

    def compile(self, template: str) -> str:
        """The tape pattern of a template."""
        return chained([part for _, part in self.elements(template)])

    def elements(self, template: str) -> list[tuple[str, str]]:
        """The elements of a template one after the other: each as written, and as a tape pattern."""
        tokens, at = self.pieces(template), 0
        found: list[tuple[str, str]] = []
        while at < len(tokens):
            start = at
            part, at = self._element(tokens, at)
            if part:
                found.append((as_written(tokens[start:at]), part))
        return found

    def required(self, template: str) -> str:
        """Characters of the words that every match of a template holds: those outside of options and choices."""
        depth, found = 0, ""
        tokens = self.pieces(template)
        for before, token in zip(["", *tokens], tokens, strict=False):
            depth += (token in "([") - (token in ")]")
            if depth == 0 and before != NAMED_TRIGGER and re.match(r"=?[\w’']", token):
                found += self.codes.of(self.base(token)).replace("_", "")
            elif depth == 0 and token in ':;,«"':
                found += '"' if token in _QUOTES else token
        return found

    def pieces(self, template: str) -> list[str]:
        """The pieces of a template; those of templates read before are remembered."""
        if template not in self.memory:
            self.memory[template] = self.joined(list(self.tokens(template)))
        return self.memory[template]

    def joined(self, tokens: list[str]) -> list[str]:
        """The pieces with each preposition of several words as one piece."""
        position = 0
        while position < len(tokens):
            if tokens[position].replace("’", "'") not in self.openers:
                position += 1
                continue
            for size in range(min(6, len(tokens) - position), 1, -1):
                words = [word.replace("’", "'") for word in tokens[position : position + size]]
                written = canonical(words)
                if written in self.grammar.prepositions:
                    tokens[position : position + size] = [written]
                    break
            position += 1
        return tokens

    def tokens(self, template: str) -> Iterator[str]:
        """The pieces of a template, named phrases replaced by what they stand for."""
        for match in TOKEN.finditer(template):
            token = match.group()
            if token == "@" and template[match.end() : match.end() + 1].strip():
                token = NAMED_TRIGGER
            name = token[1:-1]
            if token[0] == "<" and name in self.phrases:
                yield "("
                yield from self.tokens(self.phrases[name])
                yield ")"
            else:
                yield token

    def _sequence(self, tokens: Sequence[str], at: int, stop: frozenset[str]) -> tuple[str, int]:
        parts: list[str] = []
        while at < len(tokens) and tokens[at] not in stop:
            part, at = self._element(tokens, at)
            if part:
                parts.append(part)
        return chained(parts), at

    def _element(self, tokens: Sequence[str], at: int) -> tuple[str, int]:
        token = tokens[at]
        if token == "(":
            return self._choice(tokens, at + 1)
        if token == "[":
            inner, at = self._sequence(tokens, at + 1, frozenset("]"))
            return f"?{inner}", at + 1
        if token in ("@", NAMED_TRIGGER):
            return self._trigger(tokens, at)
        if token[0] == "{":
            return self._argument(token[1:-1], "N."), at + 1
        return self._plain(tokens, at)

    def _choice(self, tokens: Sequence[str], at: int) -> tuple[str, int]:
        words: list[str] = []
        options: list[str] = []
        while True:
            start = at
            option, at = self._sequence(tokens, at, frozenset("|)"))
            options.append(option)
            words += tokens[start:at]
            at += 1
            if tokens[at - 1] == ")":
                break
        if at < len(tokens) and tokens[at][0] in "{@" and all(self._preposition(word) for word in words):
            letters = "".join(self.codes.of(self._preposition(word)) for word in words)
            if tokens[at] == "@":
                return f"{TRIGGER}.[{letters}]", at + 1
            return self._argument(tokens[at][1:-1], f"P[{letters}]"), at + 1
        return f"(?:{'|'.join(options)})", at

    def _plain(self, tokens: Sequence[str], at: int) -> tuple[str, int]:
        token = tokens[at]
        if token == "...":
            return "...", at + 1
        if token[0] == "<":
            return CELL_PHRASES.get(token[1:-1], NOUN), at + 1
        if token in _QUOTES:
            return '"..', at + 1
        if token in ",:;":
            return f"{token}..", at + 1
        preposition = self._preposition(token)
        if preposition and at + 1 < len(tokens) and tokens[at + 1] == "@":
            return f"{TRIGGER}.{self.codes.of(preposition)}", at + 2
        if preposition and at + 1 < len(tokens) and tokens[at + 1][0] == "{" and "content:" not in tokens[at + 1]:
            return self._argument(tokens[at + 1][1:-1], f"P{self.codes.of(preposition)}"), at + 2
        if "D" in self.grammar.closed.get(token, "") and at + 1 < len(tokens):
            return "", at + 1
        return f".{self.codes.of(self.base(token))}.", at + 1

    def _trigger(self, tokens: Sequence[str], at: int) -> tuple[str, int]:
        if tokens[at] == "@":
            return f"{TRIGGER}..", at + 1
        if tokens[at + 1] == "(":
            return self._after_trigger(tokens, closing(tokens, at + 1) + 1)
        return self._after_trigger(tokens, at + 2)

    def _after_trigger(self, tokens: Sequence[str], at: int) -> tuple[str, int]:
        """A named trigger: when it is a preposition, the phrase that it opens is the trigger's own cell."""
        words = [token for token in tokens[:at] if re.match(r"=?[\w'’]", token)]
        if at < len(tokens) and tokens[at][0] == "{" and words and self._preposition(words[-1]):
            return self._argument(tokens[at][1:-1], f"{TRIGGER}."), at + 1
        return f"{TRIGGER}..", at

    def _argument(self, written: str, prefix: str) -> str:
        name, _, types = written.partition(":")
        if name.endswith("*"):
            name, prefix = name[:-1], prefix.replace("N", "[NP]", 1)
        if name == "content" and types in CONTENT:
            return CONTENT[types]
        leaves = self.roles.leaves(re.sub(r"\(.*?\)", "", types).split("|") if types else ())
        return f"(?P<{name}>{prefix}{narrowed(leaves)})"

    def _preposition(self, word: str) -> str:
        base = self.base(word)
        return base if is_preposition(base, self.grammar) or base in self.grammar.prepositions else ""

    def base(self, word: str) -> str:
        """A template word as the tape knows it: without `=`, straight apostrophe, contractions undone."""
        word = word.lstrip("=").replace("’", "'").lower()
        return self.grammar.contractions.get(word, word)


def as_written(tokens: Sequence[str]) -> str:
    """Pieces of a template as an author writes them.

    >>> as_written(["@@", "(", "raid", "|", "attack", ")", "on", "{target}"])
    '@(raid|attack) on {target}'
    """
    written = re.sub(r"(?<=[(\[|]) | (?=[)\]|])", "", " ".join(tokens))
    return written.replace(NAMED_TRIGGER + " ", "@").replace("@ ", "@") if NAMED_TRIGGER in tokens else written


def closing(tokens: Sequence[str], at: int) -> int:
    """The position of the bracket that closes the one at `at`."""
    depth = 0
    for position in range(at, len(tokens)):
        depth += (tokens[position] == "(") - (tokens[position] == ")")
        if depth == 0:
            return position
    return len(tokens) - 1


def chained(parts: Sequence[str]) -> str:
    """Elements as one pattern, adjuncts allowed between them.

    An option brings its own adjuncts, a skip takes their place.
    """
    pattern = ""
    for rank, part in enumerate(parts):
        glue = GLUE if rank and parts[rank - 1] != "..." and not pattern.endswith(GLUE) else ""
        if part == "...":
            pattern += r"(?:[^.;@]..)*?"
        elif part.startswith("?"):
            pattern += f"(?:{glue}{part[1:]})?"
        else:
            pattern += glue + part
    return pattern
