"""JSON Schema of each kind of rule file, made of the same declarations that check them, for editors."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from evtx.rules.declarations import DECLARATIONS, LANGUAGE_FILES, Key

DIALECT = "https://json-schema.org/draft/2020-12/schema"
FILES: Mapping[str, str] = {"events": "events", "rules": "rules", "names": "names"} | {
    f"language-{name}": declaration for name, declaration in LANGUAGE_FILES.items()
}
"""Kinds of rule files, each with its declaration; those of a language's special files begin with `language-`."""

_TITLES = {
    "events": "event types: events.yml",
    "rules": "rules: frames, patterns and phrases",
    "names": "lists of names: a file of the folder names",
}
# What YAML makes of a text that is written without quotes.
_SCALAR = ["string", "number", "boolean"]


def schemas() -> dict[str, dict[str, Any]]:
    """The schemas by the kind of file.

    >>> schemas()["language-words"]["properties"]["language"]["description"]
    'language code'
    """
    return {kind: _file(kind, declaration) for kind, declaration in FILES.items()}


def _file(kind: str, declaration: str) -> dict[str, Any]:
    name = kind.removeprefix("language-")
    title = _TITLES.get(kind) or f"what evtx must know of a language: {name}.yml"
    inner = {used: _mapping(used) for used in sorted(_used(declaration))}
    # A language's file in a later folder only adds to the first, which alone must be complete.
    required = {"required": ["language"]} if kind != name else {}
    made = {"$schema": DIALECT, "title": title, **_mapping(declaration), **required}
    return made | ({"$defs": inner} if inner else {})


def _used(declaration: str) -> set[str]:
    """The declarations that one names, and those that these name."""
    named = {key.of for key in DECLARATIONS[declaration] if key.of}
    return named.union(*(_used(name) for name in named))


def _mapping(declaration: str) -> dict[str, Any]:
    keys = DECLARATIONS[declaration]
    required = [key.name for key in keys if key.required]
    properties = {key.name: {"description": key.help, **_value(key)} for key in keys}
    made = {"type": "object", "additionalProperties": False, "properties": properties}
    return made | ({"required": required} if required else {})


def _value(key: Key) -> dict[str, Any]:
    inner = {"$ref": f"#/$defs/{key.of}"} if key.of else {}
    if key.kind == "items":
        return {"type": "array", "minItems": 1} | ({"items": inner} if inner else {})
    if key.kind == "table":
        return inner or {"type": "object"}
    if key.kind == "switch":
        return {"enum": ["yes", "no", True, False]}
    if key.values and key.kind == "text":
        return {"enum": list(key.values)}
    if key.values:
        one = "|".join(key.values)
        return {"type": "string", "pattern": rf"^\s*({one})(\s+({one}))*\s*$"}
    return {"type": _SCALAR}
