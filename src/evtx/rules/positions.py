"""YAML read through its events into nodes that know where they stand; every scalar stays a string.

Only what rule files need is let through: no tags, anchors or aliases, no duplicate keys, no second document. Nesting
and size are bounded before anything is built, so that no file can blow up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from evtx.rules.diagnostics import Piece, Problems
from evtx.rules.sources import MAX_BYTES
from evtx.rules.yaml_errors import syntax_message

if TYPE_CHECKING:
    from yaml import Event, YAMLError

MAX_DEPTH = 12
_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text; `pieces` are its non-blank lines as they stand in the file, stripped."""

    value: str
    at: Piece
    pieces: tuple[Piece, ...]

    def words(self) -> list[Piece]:
        """The words of all its lines."""
        return [word for piece in self.pieces for word in piece.words()]


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    items: tuple[Node, ...]
    at: Piece


@dataclass(frozen=True, slots=True)
class Entry:
    """A key of a mapping and its value."""

    key: Piece
    value: Node


@dataclass(frozen=True, slots=True)
class Table:
    """A mapping, its entries in the order of the file."""

    entries: tuple[Entry, ...]
    at: Piece

    def get(self, name: str) -> Node | None:
        """The value of a key, None when the mapping has no such key."""
        return next((entry.value for entry in self.entries if entry.key.text == name), None)

    def scalar(self, name: str) -> Scalar | None:
        """The value of a key when it is a text."""
        value = self.get(name)
        return value if isinstance(value, Scalar) else None

    def text(self, name: str) -> Piece:
        """The text of a key, its lines joined, at its place; empty when the mapping has none."""
        scalar = self.scalar(name)
        if scalar is None or not scalar.pieces:
            return Piece("", self.at.line, self.at.column)
        first, *more = scalar.pieces
        return first._replace(text=" ".join(piece.text for piece in scalar.pieces)) if more else first

    def lines(self, name: str) -> tuple[Piece, ...]:
        """The lines of a key's block."""
        scalar = self.scalar(name)
        return scalar.pieces if scalar else ()

    def words(self, name: str) -> list[Piece]:
        """The words of a key."""
        scalar = self.scalar(name)
        return scalar.words() if scalar else []

    def tables(self, name: str) -> list[Table]:
        """The mappings in a key's list; other items are left out."""
        value = self.get(name)
        return [item for item in value.items if isinstance(item, Table)] if isinstance(value, Items) else []


Node = Scalar | Items | Table


def plain(node: Node) -> Any:
    """A node as strings, lists and dictionaries."""
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, Items):
        return [plain(item) for item in node.items]
    return {entry.key.text: plain(entry.value) for entry in node.entries}


def decode(content: bytes, problems: Problems) -> str | None:
    """The text of a file's bytes; None when they are too many or no UTF-8, which is reported."""
    if len(content) > MAX_BYTES:
        problems.report("E106", Piece("", 1, 1), f"the file is larger than {MAX_BYTES // 1_000_000} MB", "split it")
        return None
    try:
        return content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8-sig", "replace")
        at = Piece("", before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1)
        problems.report("E101", at, "the file is not UTF-8 text", "save it with the encoding UTF-8")
        return None


def read_nodes(text: str, problems: Problems) -> Node | None:
    """The document in a YAML text; None when there is none or it cannot be read, which is reported."""
    if _has_bad_characters(text, problems):
        return None
    import yaml

    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return _Builder(text, problems).build(yaml.parse(text, Loader=loader))
    except yaml.YAMLError as error:
        code = "E107" if "nesting depth" in str(error) else "E104"
        problems.report(code, _mark_of(error), *syntax_message(error))
    except RecursionError:
        problems.report("E107", Piece("", 1, 1), "the file is nested too deeply")
    return None


def _has_bad_characters(text: str, problems: Problems) -> bool:
    before = len(problems.found)
    for number, line in enumerate(text.split("\n"), 1):
        if "\t" in line:
            at = Piece("\t", number, line.index("\t") + 1)
            problems.report("E102", at, "tab character", "put spaces in its place")
        for match in _UNSEEN.finditer(line):
            at = Piece(" ", number, match.start() + 1)
            problems.report("E103", at, f"control character U+{ord(match.group()):04X}", "delete it")
    return len(problems.found) > before


def _mark_of(error: YAMLError) -> Piece:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    return Piece("", mark.line + 1, mark.column + 1) if mark else Piece("", 1, 1)


@dataclass(slots=True)
class _Open:
    """A list or mapping whose end has not come yet."""

    mapping: bool
    at: Piece
    children: list[Node]


class _Builder:
    """Builds nodes from parser events without recursion."""

    def __init__(self, text: str, problems: Problems) -> None:
        self._lines = text.split("\n")
        self._problems = problems
        self._stack: list[_Open] = []
        self._roots: list[Node] = []

    def build(self, events: Iterator[Event]) -> Node | None:
        before = len(self._problems.found)
        for event in events:
            self._check(event)
            kind = type(event).__name__
            if kind in ("SequenceStartEvent", "MappingStartEvent"):
                self._stack.append(_Open(kind[0] == "M", self._at(event), []))
                if len(self._stack) > MAX_DEPTH:
                    self._problems.report("E107", self._at(event), "nested too deeply")
                    return None
            elif kind in ("SequenceEndEvent", "MappingEndEvent"):
                self._add(self._closed(self._stack.pop()))
            elif kind == "ScalarEvent":
                self._add(self._scalar(event))
            elif kind == "AliasEvent":
                self._add(Scalar("", self._at(event), ()))
        if any(diagnostic.code == "E109" for diagnostic in self._problems.found):
            return None
        if not self._roots and len(self._problems.found) == before:
            self._problems.report("E105", Piece("", 1, 1), "the file is empty", "delete it, or write its first rule")
        return self._roots[0] if self._roots else None

    def _check(self, event: Any) -> None:
        if type(event).__name__ == "DocumentStartEvent" and self._roots:
            self._problems.report("E111", self._at(event), "a second YAML document", "one file holds one document")
        if getattr(event, "anchor", None):
            help = "write the text out wherever it is needed"
            self._problems.report("E109", self._at(event), "anchors and aliases are not allowed", help)
        if getattr(event, "tag", None):
            self._problems.report("E108", self._at(event), f"the tag {event.tag} is not allowed", "delete it")

    def _at(self, event: Any) -> Piece:
        return Piece("", event.start_mark.line + 1, event.start_mark.column + 1)

    def _add(self, node: Node) -> None:
        (self._stack[-1].children if self._stack else self._roots).append(node)

    def _closed(self, opened: _Open) -> Node:
        if not opened.mapping:
            return Items(tuple(opened.children), opened.at)
        seen: dict[str, Entry] = {}
        for key, value in zip(opened.children[::2], opened.children[1::2], strict=False):
            if not isinstance(key, Scalar):
                self._problems.report("E114", key.at, "a key must be a word", "quote it if it holds brackets")
                continue
            if key.value in seen:
                first = seen[key.value].key.line
                message = f"duplicate key {key.value!r}, first on line {first}"
                self._problems.report("E110", key.at, message, "join the two")
                continue
            seen[key.value] = Entry(key.at._replace(text=key.value), value)
        return Table(tuple(seen.values()), opened.at)

    def _scalar(self, event: Any) -> Scalar:
        first, last = event.start_mark, event.end_mark
        if event.style in ("|", ">"):
            pieces = self._block(first.line + 1) if event.value.strip() else ()
            at = pieces[0] if pieces else Piece("", first.line + 1, first.column + 1)
        elif first.line == last.line:
            at = Piece(event.value, first.line + 1, first.column + 1 + (event.style in ("'", '"')))
            pieces = (at.strip(),) if at.text.strip() else ()
        else:
            pieces = self._flow(first, last)
            at = Piece(pieces[0].text if pieces else "", first.line + 1, first.column + 1)
        return Scalar(event.value, at, tuple(pieces))

    def _block(self, number: int) -> Sequence[Piece]:
        """The lines of a block scalar whose first line has this index."""
        pieces: list[Piece] = []
        indent = 0
        for index in range(number, len(self._lines)):
            line = self._lines[index]
            if not line.strip():
                continue
            depth = len(line) - len(line.lstrip())
            indent = indent or depth
            if depth < indent or not depth:
                break
            pieces.append(Piece(line, index + 1, 1).strip())
        return pieces

    def _flow(self, first: Any, last: Any) -> Sequence[Piece]:
        """The lines of a plain or quoted scalar between two marks."""
        pieces: list[Piece] = []
        for index in range(first.line, last.line + 1):
            start = first.column if index == first.line else 0
            end = last.column if index == last.line else None
            piece = Piece(self._lines[index][start:end], index + 1, start + 1).strip()
            if piece.text.strip("'\""):
                pieces.append(piece)
        return pieces
