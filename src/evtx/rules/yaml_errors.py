"""What a YAML parser complains of, in words that say how to mend it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from yaml import YAMLError

_PLAINLY = (
    (
        ("mapping values are not allowed", "could not find expected ':'"),
        "a colon or a line break stands where none can be",
        "put a text with a colon into quotes, or in a block: `key: |` and the text indented below",
    ),
    (
        ("'-' indicator", "block end", "block sequence entries", "block mapping", "block collection", "expected key"),
        "the indentation is wrong",
        "let the keys of one rule stand exactly below one another, and the lines of a block further in",
    ),
    (
        ("flow sequence", "flow mapping", "flow node", "block node"),
        "a bracket is not closed, or closes nothing",
        "close it; a text that begins with [ or { needs quotes, or a block: `key: |` and the text indented below",
    ),
    (
        ("quoted scalar", "unexpected end of stream"),
        "a quotation mark is not closed",
        "close it, or put the text in a block: `key: |` and the text indented below",
    ),
    (
        ("cannot start any token",),
        "a text cannot begin like that",
        "put it into quotes, or in a block: `key: |` and the text indented below",
    ),
)
"""What a YAML parser may say, what that means, and how to mend it."""


def syntax_message(error: YAMLError) -> tuple[str, str]:
    """What is wrong with the YAML, and how to mend it."""
    said = " ".join(str(part) for part in (getattr(error, "problem", ""), getattr(error, "context", "")) if part)
    for words, meaning, help in _PLAINLY:
        if any(word in said for word in words):
            return f"not valid YAML: {meaning}", help
    return f"not valid YAML: {said or str(error).splitlines()[0]}", ""
