"""Checked rules kept on disk as JSON, so that a run reads no YAML.

They are kept under a digest of the version, of the shape of the model and of every rule file. Whatever is wrong with
what was kept, the rules are read anew; it holds data only, and reading it runs nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from evtx.rules import model
from evtx.rules.keeping import read_kept, write_kept
from evtx.rules.model import EventType, Frame, Pattern, Rules, RuleSet
from evtx.rules.sources import Source
from evtx.version import VERSION

FORMAT = 1
_MOST = 12
_KIND = "rules"
_NAMED = (Frame, Pattern, EventType, model.Role, model.Wording, model.ComplementRule, model.Need, RuleSet)


def read_cached(sources: Sequence[Source]) -> RuleSet | None:
    """The rules that these files gave when they were last checked; None when no usable cache says so."""
    body = read_kept(_KIND, _digest(sources))
    try:
        return None if body is None else _unpacked(body)
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError):
        return None


def write_cached(sources: Sequence[Source], rules: RuleSet) -> None:
    """Keep checked rules for the next run, if the cache folder can be written."""
    write_kept(_KIND, _digest(sources), _packed(rules), _MOST)


def _digest(sources: Sequence[Source]) -> str:
    import hashlib

    digest = hashlib.sha256(f"{FORMAT} {VERSION} {_shape()}".encode())
    for source in sources:
        digest.update(
            f"\0{source.folder}\0{source.path}\0{len(source.content or b'')}\0".encode("utf-8", "surrogateescape")
        )
        digest.update(source.content or b"")
    return digest.hexdigest()


def _shape() -> str:
    return " ".join(f"{kind.__name__}({','.join(kind._fields)})" for kind in _NAMED)


class Sections(Mapping[str, Any]):
    """A mapping whose values are read from JSON when they are first asked for."""

    def __init__(self, sections: Mapping[str, str], read: Callable[[Any], Any]) -> None:
        self._sections = sections
        self._read = read
        self._known: dict[str, Any] = {}

    def __getitem__(self, key: str) -> Any:
        """The value of a key; KeyError when there is none."""
        if key not in self._known:
            self._known[key] = self._read(_from_json(self._sections[key]))
        return self._known[key]

    def __iter__(self) -> Iterator[str]:
        """The keys."""
        return iter(self._sections)

    def __len__(self) -> int:
        """How many keys there are."""
        return len(self._sections)


def _packed(rules: RuleSet) -> str:
    """The rules as lines of JSON: what is always needed, then each language's rules, then each of its files."""
    files = [(language, name) for language, by_name in rules.languages.items() for name in by_name]
    head = (rules.folders, rules.types, rules.unions, rules.events, rules.names, list(rules.rules), files)
    by_language = list(rules.rules.values())
    return "\n".join(
        map(_to_json, (head, *by_language, *(rules.languages[language][name] for language, name in files)))
    )


def _unpacked(body: str) -> RuleSet:
    """The rules that `_packed` wrote; ValueError, TypeError or LookupError when it was something else."""
    head, *sections = body.split("\n")
    folders, types, unions, events, names, languages, files = _from_json(head)
    rules = dict(zip(languages, sections, strict=False))
    by_file: dict[str, dict[str, str]] = {}
    for (language, name), section in zip(files, sections[len(rules) :], strict=True):
        by_file.setdefault(language, {})[name] = section
    return RuleSet(
        folders=tuple(folders),
        types=tuple(types),
        unions={name: tuple(members) for name, members in unions.items()},
        events=tuple(map(_builder(EventType), events)),
        names=tuple(names),
        rules=Sections(rules, _read_rules),
        languages={language: Sections(part, _same) for language, part in by_file.items()},
    )


def _to_json(value: Any) -> str:
    import json

    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _from_json(text: str) -> Any:
    import json

    return json.loads(text)


def _read_rules(values: Any) -> Rules:
    frames, patterns = values
    return Rules(tuple(map(_builder(Frame), frames)), tuple(map(_builder(Pattern), patterns)))


def _builder(kind: Any) -> Callable[[Any], Any]:
    """A function that makes a named tuple of the model from the list of its fields, which it may change."""
    reads = [_reader(kind.__annotations__[name]) for name in kind._fields]
    changed = [(index, read) for index, read in enumerate(reads) if read is not None]
    make = kind._make

    def build(values: Any) -> Any:
        for index, read in changed:
            values[index] = read(values[index])
        return make(values)

    return build if changed else make


def _reader(annotation: Any) -> Callable[[Any], Any] | None:
    """How a field of this type is made from JSON; None for taking it as it is."""
    if hasattr(annotation, "_fields"):
        return _builder(annotation)
    if getattr(annotation, "__origin__", None) is not tuple:
        return None
    inner = annotation.__args__[0]
    if not hasattr(inner, "_fields"):
        return _tuples
    read = _builder(inner)
    return lambda values: tuple([read(value) for value in values])


def _tuples(values: Any) -> tuple[Any, ...]:
    """Lists in lists as tuples."""
    return tuple([_tuples(value) if type(value) is list else value for value in values])


def _same(value: Any) -> Any:
    return value
