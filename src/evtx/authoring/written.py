"""A rule as its author wrote it: the lines of its keys, from its file."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from evtx.authoring.bench import Rule
from evtx.rules.diagnostics import Piece, Problems
from evtx.rules.positions import Node, Scalar, Table, decode, read_nodes


class Written(NamedTuple):
    """The lines of each key of a rule, and those of the phrases that its file names."""

    keys: Mapping[str, tuple[Piece, ...]]
    phrases: Mapping[str, tuple[Piece, ...]]

    def lines(self, key: str) -> tuple[str, ...]:
        """The lines of one key, none when the rule does not have it."""
        return tuple(piece.text for piece in self.keys.get(key, ()))

    def used_phrases(self) -> dict[str, str]:
        """The phrases that the templates name, and those that these name in turn."""
        used: dict[str, str] = {}
        waiting = list(self.lines("match"))
        while waiting:
            text = waiting.pop(0)
            for name, lines in self.phrases.items():
                if f"<{name}>" in text and name not in used:
                    used[name] = " ".join(piece.text for piece in lines)
                    waiting.append(used[name])
        return used


NOTHING = Written({}, {})


def as_written(rule: Rule) -> Written:
    """The rule in its file; nothing when the file has changed since it was loaded and the rule is gone."""
    root = _root(Path(rule.position.file))
    if root is None:
        return NOTHING
    found = [item for kind in ("frames", "patterns") for item in root.tables(kind) if item.text("id").text == rule.id]
    phrases = root.get("phrases")
    return Written(
        {entry.key.text: _lines(entry.value) for item in found for entry in item.entries},
        {entry.key.text: _lines(entry.value) for entry in (phrases.entries if isinstance(phrases, Table) else ())},
    )


def _root(path: Path) -> Table | None:
    problems = Problems(str(path))
    try:
        text = decode(path.read_bytes(), problems)
    except OSError:
        return None
    root = None if text is None else read_nodes(text, problems)
    return root if isinstance(root, Table) else None


def _lines(node: Node) -> tuple[Piece, ...]:
    return node.pieces if isinstance(node, Scalar) else ()
