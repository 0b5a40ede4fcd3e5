"""Templates as trees: the elements, each with its place in the file, and their way back to text."""

from __future__ import annotations

from dataclasses import dataclass

from evtx.rules.diagnostics import Piece


@dataclass(frozen=True, slots=True)
class Word:
    """A word by lemma; `exact` asks for the form as written."""

    text: str
    exact: bool
    at: Piece


@dataclass(frozen=True, slots=True)
class Punctuation:
    """A punctuation mark."""

    text: str
    at: Piece


@dataclass(frozen=True, slots=True)
class Skip:
    """Any stretch within the clause."""

    at: Piece


@dataclass(frozen=True, slots=True)
class Group:
    """Any group of a kind: `verb`, `noun`, `pp` or `any`."""

    kind: str
    at: Piece


@dataclass(frozen=True, slots=True)
class Argument:
    """A group that fills a role; `types` narrow it, none for any that the role accepts.

    `free`, written as a star after the role, lets the group stand behind a preposition too.
    """

    role: str
    free: bool
    types: tuple[Piece, ...]
    at: Piece


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several sequences; with one option only, a mere bracket."""

    options: tuple[Series, ...]
    at: Piece


@dataclass(frozen=True, slots=True)
class Option:
    """A sequence that may be absent."""

    inner: Series
    at: Piece


@dataclass(frozen=True, slots=True)
class Trigger:
    """The words that carry the event; None for those of a frame."""

    inner: Word | Punctuation | Choice | None
    at: Piece


@dataclass(frozen=True, slots=True)
class Series:
    """Elements one after the other."""

    parts: tuple[Element, ...]


Element = Word | Punctuation | Skip | Group | Argument | Choice | Option | Trigger


@dataclass(frozen=True, slots=True)
class Template:
    """A template with its phrases expanded: as a tree, as text, and as written with its place in the file."""

    node: Series
    text: str
    source: Piece


def render(node: Series) -> str:
    """A tree in template syntax."""
    return " ".join(map(_render, node.parts))


def _render(element: Element) -> str:
    match element:
        case Word(text, exact):
            return f"={text}" if exact else text
        case Punctuation(text):
            return text
        case Skip():
            return "..."
        case Group(kind):
            return f"<{kind}>"
        case Argument(role, free, types):
            narrowed = f":{'|'.join(piece.text for piece in types)}" if types else ""
            return f"{{{role}{'*' if free else ''}{narrowed}}}"
        case Choice(options):
            return f"({'|'.join(map(render, options))})"
        case Option(inner):
            return f"[{render(inner)}]"
        case Trigger(inner):
            return f"@{_render(inner)}" if inner else "@"
