"""Templates: those that never match or are part of another, and phrases that none of them uses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise, product
from typing import NamedTuple

from evtx.authoring.linting.known_words import KnownWords
from evtx.authoring.linting.linted import Linted
from evtx.matching.triggers import is_preposition
from evtx.rules.declarations import BUILTIN_PHRASES
from evtx.rules.diagnostics import Piece, Problems
from evtx.rules.model import Pattern
from evtx.rules.positions import Scalar, Table
from evtx.rules.syntax import Choice, Element, Option, Series, Trigger, Word, render
from evtx.rules.templates import Phrases, read_template, tokens

_MOST_WAYS = 300
_BUILTIN = Phrases({}, frozenset(BUILTIN_PHRASES))

Ways = frozenset[tuple[str, ...]]


class Line(NamedTuple):
    """A template of a pattern with its tree, and where it stands."""

    pattern: Pattern
    node: Series
    at: Piece


def lint_templates(file: Linted) -> None:
    """Report phrases that are not used, templates that never match, and those that others hold."""
    _lint_phrases(file)
    found = [line for pattern in file.patterns for line in _lines(pattern, file)]
    for line in found:
        _lint_words(line, file)
    for line in found:
        _lint_phrases_cut(line, file)
    _lint_contained(found, file)


def _lint_phrases_cut(line: Line, file: Linted) -> None:
    """Report templates that part a preposition from its noun: on the tape the two are one, told by the preposition."""
    words, ways = file.words, _ways(line.node)
    cut = [_cut_phrase(way, words) for way in ways or ()] if words is not None else []
    if cut and all(cut):
        message = f"{cut[0]!r} is one element, told by its preposition: the template can never match"
        help = "write <pp> or an argument after the preposition, or list the words in a frame"
        file.problems.report("W604", line.at, message, help)


def _cut_phrase(way: Sequence[str], words: KnownWords) -> str:
    """A preposition and the noun right after it, as a template writes them; empty when it has none."""
    plain = [word for word in way if "D" not in words.grammar.closed.get(word, "")]
    for before, after in pairwise(plain):
        single = is_preposition(before, words.grammar) and after.isalpha() and not words.is_closed(after)
        if single and words.is_lemma(after, "noun") and not words.is_lemma(after, "verb"):
            return f"{before} {after}"
    return ""


def _lines(pattern: Pattern, file: Linted) -> Iterator[Line]:
    for text, number in zip(pattern.templates, pattern.lines, strict=True):
        template = read_template([Piece(text, number, 1)], _BUILTIN, Problems(""))
        written = file.problems.line(number)
        if template is not None:
            at = Piece(written.strip(), number, len(written) - len(written.lstrip()) + 1)
            yield Line(pattern, template.node, at)


def _lint_phrases(file: Linted) -> None:
    node = file.root.get("phrases")
    entries = node.entries if isinstance(node, Table) else ()
    written = {entry.key.text: entry.value.pieces for entry in entries if isinstance(entry.value, Scalar)}
    used = set(_used(file.lines("match"), written, set()))
    for entry in entries:
        if entry.key.text not in used:
            message = f"no template uses the phrase <{entry.key.text}>"
            file.problems.report("W602", entry.key, message, "delete it, or write it into a template")


def _used(lines: Iterable[Piece], written: Mapping[str, Sequence[Piece]], seen: set[str]) -> Iterator[str]:
    """The phrases that lines name, and those that these name."""
    for token in tokens(lines):
        name = token.at.text[1:-1].strip()
        if token.at.text[0] == "<" and name in written and name not in seen:
            seen.add(name)
            yield name
            yield from _used(written[name], written, seen)


def _lint_words(line: Line, file: Linted) -> None:
    """Report words that no lexicon has, and forms where only lemmas match.

    Of a trigger of several words the first finds the verb group or noun group, and the others tell what else it holds.
    """
    words = file.words
    for word in _words(line.node) if words else ():
        assert words is not None
        text = word.text.replace("’", "'")
        at = _within(word, line)
        if words.is_closed(text) or not text.islower() or words.is_lemma(text):
            continue
        if forms := words.lemmas(text):
            message = f"{text!r} is a form of {forms[0]!r}: a template with it can never match"
            file.problems.report("W604", at, message, f"write {forms[0]}: it matches all its forms")
        elif not words.is_known(text):
            file.problems.report("W601", at, f"{text!r} is in no lexicon", words.guess(text))


def _words(node: Series) -> Iterator[Word]:
    for part in node.parts:
        match part:
            case Word():
                yield part
            case Trigger(Word() as word):
                yield word
            case Trigger(Choice(options)):
                for option in options:
                    yield from _words(Series(option.parts[:1]))
            case Choice(options):
                for option in options:
                    yield from _words(option)
            case Option(inner):
                yield from _words(inner)


def _within(word: Word, line: Line) -> Piece:
    """Where a word stands in its line; the whole line when it comes from a phrase."""
    found = line.at.text.find(word.text)
    return line.at.part(found, found + len(word.text)) if found >= 0 else line.at


def _lint_contained(found: Sequence[Line], file: Linted) -> None:
    """Report templates all of whose ways to match are among those of others of the same event and subtype."""
    ways = [_ways(line.node) for line in found]
    holders: dict[tuple[str, str, tuple[str, ...]], list[int]] = {}
    for number, (line, some) in enumerate(zip(found, ways, strict=True)):
        for way in some or ():
            holders.setdefault((line.pattern.event, line.pattern.subtype, way), []).append(number)
    for number, (line, some) in enumerate(zip(found, ways, strict=True)):
        others = [_others(holders[line.pattern.event, line.pattern.subtype, way], number, ways) for way in some or ()]
        if others and all(others):
            other = found[others[0][0]].at.line
            message = f"the template on line {other} matches all that this one matches"
            file.problems.report("W603", line.at, message, "delete one of them")


def _others(holding: Sequence[int], number: int, ways: Sequence[Ways | None]) -> list[int]:
    """The templates that hold a way as well: of equal ones only those before."""
    return [other for other in holding if other != number and (ways[other] != ways[number] or other < number)]


def _ways(node: Series) -> Ways | None:
    """The sequences of elements that a template stands for; None when they are too many to write out."""
    return frozenset(_spelt_out(node)) if _count(node) <= _MOST_WAYS else None


def _count(node: Series) -> int:
    total = 1
    for part in node.parts:
        match part:
            case Choice(options):
                total *= sum(map(_count, options))
            case Option(inner):
                total *= 1 + _count(inner)
        total = min(total, _MOST_WAYS + 1)
    return total


def _spelt_out(node: Series) -> Iterator[tuple[str, ...]]:
    for chosen in product(*(list(_of_part(part)) for part in node.parts)):
        yield tuple(element for some in chosen for element in some)


def _of_part(part: Element) -> Iterator[tuple[str, ...]]:
    match part:
        case Choice(options):
            for option in options:
                yield from _spelt_out(option)
        case Option(inner):
            yield ()
            yield from _spelt_out(inner)
        case _:
            yield (render(Series((part,))),)
