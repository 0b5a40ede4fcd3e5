"""Whether a file has the keys, and the kinds of values, that its declaration asks for."""

from __future__ import annotations

from collections.abc import Mapping

from evtx.rules.declarations import DECLARATIONS, Key
from evtx.rules.diagnostics import Problems, did_you_mean
from evtx.rules.positions import Items, Node, Scalar, Table

_WRITTEN: Mapping[str, str] = {
    "items": "a list, each item after a dash",
    "table": "a mapping of keys to values",
    "lines": "a block of lines: `|` after the colon, the lines indented below",
    "words": "words with spaces between them",
    "text": "one text",
    "switch": "yes or no",
}
_SWITCHES = ("yes", "no")


def check_shape(node: Node, name: str, problems: Problems) -> bool:
    """Report what the declaration of this name does not allow, or asks for and misses; whether it is a mapping."""
    if check_keys(node, name, problems):
        check_complete(node, name, problems)
        return True
    return False


def check_keys(node: Node, name: str, problems: Problems) -> bool:
    """Report keys and kinds of values that the declaration of this name does not allow; whether it is a mapping."""
    if not isinstance(node, Table):
        problems.report("E114", node.at, "keys with values are wanted here", f"write {_WRITTEN['table']}")
        return False
    declared = {key.name: key for key in DECLARATIONS[name]}
    for entry in node.entries:
        key = declared.get(entry.key.text)
        if key is None:
            problems.report(
                "E112", entry.key, f"unknown key {entry.key.text!r}", did_you_mean(entry.key.text, declared)
            )
        else:
            _check_value(entry.value, key, problems)
    return True


def check_complete(node: Node, name: str, problems: Problems) -> None:
    """Report keys that the declaration of this name asks for and a mapping lacks."""
    for key in DECLARATIONS[name]:
        if key.required and isinstance(node, Table) and node.get(key.name) is None:
            problems.report("E113", node.at, f"missing key {key.name!r}", f"it gives: {key.help}")


def _check_value(value: Node, key: Key, problems: Problems) -> None:
    if not _fits(value, key):
        problems.report("E114", value.at, f"{key.name!r} has the wrong kind of value", f"write {_WRITTEN[key.kind]}")
    elif isinstance(value, Scalar):
        _check_scalar(value, key, problems)
    elif isinstance(value, Items):
        if not value.items:
            problems.report("E115", value.at, f"{key.name!r} is empty", "fill it or delete the key")
        for item in value.items if key.of else ():
            check_shape(item, key.of, problems)
    elif key.of:
        check_shape(value, key.of, problems)


def _fits(value: Node, key: Key) -> bool:
    if key.kind == "items":
        return isinstance(value, Items)
    if key.kind == "table":
        return isinstance(value, Table)
    return isinstance(value, Scalar)


def _check_scalar(value: Scalar, key: Key, problems: Problems) -> None:
    if not value.pieces:
        problems.report("E115", value.at, f"{key.name!r} is empty", "fill it or delete the key")
    elif key.kind == "switch" and value.value not in _SWITCHES:
        problems.report("E308", value.at, f"{value.value!r} is no value of {key.name!r}", "one of: no, yes")
    for word in value.words() if key.values else ():
        if word.text not in key.values:
            help = did_you_mean(word.text, key.values)
            problems.report("E308", word, f"{word.text!r} is no value of {key.name!r}", help)
