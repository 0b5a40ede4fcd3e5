"""Where a new rule belongs in a rules folder, and its lines put into a file without touching the others."""

from __future__ import annotations

import re
from pathlib import Path

from evtx.authoring.skeleton import NewRule, head, skeleton

_TOP_KEY = re.compile(r"[A-Za-z_]\w*\s*:")
_ITEM = re.compile(r"( *)- ")
_SUFFIX = ".yml"


def file_for(rule: NewRule, path: Path) -> Path:
    """The file that a rule goes to: `path` itself, or the file of the event type in the language's folder under it."""
    if path.suffix == _SUFFIX:
        return path
    folder = path if path.name == rule.language else path / rule.language
    event = re.compile(rf"^event:\s*{re.escape(rule.event.id)}\s*(?:#.*)?$", re.MULTILINE)
    files = sorted(folder.glob(f"*{_SUFFIX}")) if folder.is_dir() else []
    fitting = (file for file in files if event.search(file.read_text("utf-8", "replace")))
    return next(fitting, folder / f"{rule.event.id}{_SUFFIX}")


def with_rule(text: str, rule: NewRule) -> str:
    """The text of a rule file with the skeleton of a rule as the last of its kind; an empty text gets a head too."""
    if not text.strip():
        return "\n".join([*head(rule), f"{rule.key}:", *skeleton(rule)]) + "\n"
    newline = "\r\n" if "\r\n" in text else "\n"
    lines = text.replace("\r\n", "\n").rstrip("\n").split("\n")
    start = next((i for i, line in enumerate(lines) if re.match(rf"{rule.key}\s*:", line)), -1)
    if start < 0:
        return newline.join([*lines, "", f"{rule.key}:", *skeleton(rule)]) + newline
    end = _end_of(lines, start)
    indents = (match for line in lines[start + 1 : end] if (match := _ITEM.match(line)))
    first = next(indents, None)
    added = ["", *skeleton(rule, len(first[1]) if first else 2)]
    return newline.join([*lines[:end], *added, *lines[end:]]) + newline


def _end_of(lines: list[str], start: int) -> int:
    """The line after the last one of a top-level key; blank lines and comments above the next key belong to that."""
    end = next((i for i in range(start + 1, len(lines)) if _TOP_KEY.match(lines[i])), len(lines))
    while end > start + 1 and (not lines[end - 1].strip() or lines[end - 1].startswith("#")):
        end -= 1
    return end
