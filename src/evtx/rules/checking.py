"""Rule files checked and put together: every problem of every file, and the rules of the files that have none."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from evtx.rules.constructions import check_constructions
from evtx.rules.declarations import LANGUAGE_FILES
from evtx.rules.diagnostics import Diagnostic, Piece, Problems, did_you_mean
from evtx.rules.frames import RuleFile, check_language, read_rule_file
from evtx.rules.grammars import check_grammar
from evtx.rules.model import Frame, Pattern, RuleExamples, Rules, RuleSet
from evtx.rules.ontology import read_ontology
from evtx.rules.positions import Node, Table, decode, plain, read_nodes
from evtx.rules.shapes import check_complete, check_keys
from evtx.rules.sources import Source
from evtx.rules.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Opened:
    """A file read as YAML; `root` is None when there is none."""

    source: Source
    root: Node | None
    problems: Problems


@dataclass(frozen=True, slots=True)
class Loaded:
    """What files gave: the rules and examples of the sound ones, and the problems of the others."""

    rules: RuleSet
    examples: tuple[RuleExamples, ...]
    diagnostics: tuple[Diagnostic, ...]
    opened: tuple[Opened, ...]


NO_RULES = RuleSet((), (), {}, (), (), {}, {})


def check_sources(sources: Sequence[Source], base: RuleSet = NO_RULES) -> Loaded:
    """Everything that these files say, and everything that is wrong with them.

    `base` are rules of earlier folders, already checked, to which they add.
    """
    opened = [_open(source) for source in sources]
    vocabulary = _read_vocabulary(opened, base)
    whole = {(language, name) for language, files in base.languages.items() for name in files}
    for one in opened:
        _check_special(one, vocabulary, whole)
    files = [
        (one, _read_rules(one, vocabulary)) for one in opened if one.source.kind == "rules" and one.root is not None
    ]
    _report_duplicates(files)
    folders = tuple(dict.fromkeys(source.folder for source in sources))
    _report_switches(files, folders, base)
    sound = [(folders.index(one.source.folder), file) for one, file in files if not one.problems.found]
    layers = [[file for layer, file in sound if layer == number] for number in range(len(folders))]
    special = [one for one in opened if not one.problems.found]
    rule_set = RuleSet(
        folders=(*base.folders, *folders),
        types=tuple(sorted(vocabulary.leaves)),
        unions=dict(vocabulary.unions),
        events=tuple(vocabulary.events.values()),
        names=(*_names(special), *base.names),
        rules=_by_language(layers, base),
        languages=_languages(special, base),
    )
    found = {diagnostic for one in opened for diagnostic in one.problems.found}
    return Loaded(rule_set, _examples(layers), tuple(sorted(found)), tuple(opened))


def _open(source: Source) -> Opened:
    top = Piece("", 1, 1)
    if source.content is None:
        problems = Problems(source.path)
        problems.report("E118", top, f"cannot be read: {source.trouble}", "check the path and the permissions")
        return Opened(source, None, problems)
    unread = Problems(source.path)
    text = decode(source.content, unread)
    if text is None or source.kind == "stray":
        if source.kind == "stray":
            unread.report("E116", top, "not the name of a rule file", "rule files end in .yml")
        return Opened(source, None, unread)
    problems = Problems(source.path, text)
    return Opened(source, read_nodes(text, problems), problems)


def _read_vocabulary(opened: Sequence[Opened], base: RuleSet) -> Vocabulary:
    vocabulary = Vocabulary({event.id: event for event in base.events}, frozenset(base.types), base.unions)
    files = [one for one in opened if one.source.kind == "events"]
    for one in files:
        if one.root is not None:
            vocabulary = read_ontology(one.root, vocabulary, one.problems)
    if not files and opened and not base.events:
        help = "put an events.yml into the first folder"
        opened[0].problems.report("E119", Piece("", 1, 1), "no events.yml declares the event types", help)
    return vocabulary


def _check_special(one: Opened, vocabulary: Vocabulary, whole: set[tuple[str, str]]) -> None:
    """Check a name file or a special file of a language; others are checked elsewhere.

    The first file of its name in a language must be complete, those of later folders only add to it; `whole` are those
    met so far.
    """
    if one.root is None or one.source.kind not in ("names", "language"):
        return
    kind = "names" if one.source.kind == "names" else LANGUAGE_FILES[one.source.name]
    if not check_keys(one.root, kind, one.problems) or not isinstance(one.root, Table):
        return
    key = (one.source.language, one.source.name)
    if key not in whole and one.source.kind == "language":
        check_complete(one.root, kind, one.problems)
        whole.add(key)
    if one.source.kind == "language":
        check_language(one.root.text("language"), one.source.language, one.problems)
    if kind == "grammar":
        check_grammar(one.root, one.problems)
    if kind == "constructions":
        check_constructions(one.root, vocabulary, one.problems)
    for part in (*one.root.tables("names"), *one.root.tables("nouns")):
        if part.text("type").text:
            vocabulary.check_leaf(part.text("type"), one.problems)


def _read_rules(one: Opened, vocabulary: Vocabulary) -> RuleFile:
    assert one.root is not None
    return read_rule_file(one.root, one.source.language, vocabulary, one.problems)


def _report_duplicates(files: Iterable[tuple[Opened, RuleFile]]) -> None:
    """Report ids that stand twice in one folder; in a later folder they override."""
    first: dict[tuple[str, str], str] = {}
    for one, file in files:
        for piece in file.ids:
            key = (one.source.folder, piece.text)
            if piece.text and key in first:
                message = f"{piece.text!r} is the id of another rule, at {first[key]}"
                one.problems.report("E302", piece, message, "give one of them another id")
            first.setdefault(key, f"{one.source.path}:{piece.line}")


def _report_switches(files: Sequence[tuple[Opened, RuleFile]], folders: Sequence[str], base: RuleSet) -> None:
    """Report ids under `off` that no rule of an earlier folder has."""
    if not any(file.off for _, file in files):
        return
    based = {frame.id for frame in base.frames} | {pattern.id for pattern in base.patterns}
    placed = [(folders.index(one.source.folder), piece.text) for one, file in files for piece in file.ids]
    for one, file in files:
        layer = folders.index(one.source.folder)
        earlier = based | {id_ for place, id_ in placed if place < layer}
        for piece in file.off:
            if piece.text not in earlier:
                message = f"no rule of an earlier folder has the id {piece.text!r}"
                one.problems.report("E316", piece, message, did_you_mean(piece.text, earlier) or "delete the line")


def _by_language(layers: Sequence[Sequence[RuleFile]], base: RuleSet) -> dict[str, Rules]:
    """The rules of each language; one of a later folder with the id of an earlier one takes its place."""
    rules: dict[str, Frame | Pattern] = {frame.id: frame for frame in base.frames}
    rules |= {pattern.id: pattern for pattern in base.patterns}
    for number, files in enumerate(layers, len(base.folders)):
        for id_ in _switched_off(files):
            rules.pop(id_, None)
        for file in files:
            rules |= {frame.id: frame._replace(layer=number) for frame in file.frames}
            rules |= {pattern.id: pattern._replace(layer=number) for pattern in file.patterns}
    return {
        language: Rules(
            tuple(rule for rule in rules.values() if isinstance(rule, Frame) and rule.language == language),
            tuple(rule for rule in rules.values() if isinstance(rule, Pattern) and rule.language == language),
        )
        for language in sorted({rule.language for rule in rules.values()})
    }


def _examples(layers: Sequence[Sequence[RuleFile]]) -> tuple[RuleExamples, ...]:
    """The examples of the rules that are used."""
    examples: dict[str, RuleExamples] = {}
    for files in layers:
        for id_ in _switched_off(files):
            examples.pop(id_, None)
        examples |= {example.rule: example for file in files for example in file.examples}
    return tuple(examples.values())


def _switched_off(files: Iterable[RuleFile]) -> list[str]:
    return [piece.text for file in files for piece in file.off]


def _languages(opened: Iterable[Opened], base: RuleSet) -> dict[str, Mapping[str, Any]]:
    languages: dict[str, Mapping[str, Any]] = dict(base.languages)
    for one in opened:
        if one.source.kind == "language" and one.root is not None:
            files = languages[one.source.language] = dict(languages.get(one.source.language, {}))
            name = one.source.name
            files[name] = merged(files[name], plain(one.root)) if name in files else plain(one.root)
    return languages


def _names(opened: Iterable[Opened]) -> tuple[dict[str, Any], ...]:
    """The name files, those of later folders first."""
    by_folder: dict[str, list[dict[str, Any]]] = {}
    for one in opened:
        if one.source.kind == "names" and one.root is not None:
            by_folder.setdefault(one.source.folder, []).append(plain(one.root))
    return tuple(mapping for folder in reversed(by_folder) for mapping in by_folder[folder])


def merged(first: Any, second: Any) -> Any:
    """A value with what a later one adds or overrides: mappings by key, lists by id, anything else as a whole.

    >>> merged({"a": [{"id": "x", "n": "1"}], "b": "2"}, {"a": [{"id": "x", "n": "3"}, {"id": "y"}]})
    {'a': [{'id': 'x', 'n': '3'}, {'id': 'y'}], 'b': '2'}
    """
    if isinstance(first, dict) and isinstance(second, dict):
        return first | {key: merged(first[key], value) if key in first else value for key, value in second.items()}
    if isinstance(first, list) and isinstance(second, list):
        items = {_id(item, number): item for number, item in enumerate(first)}
        return list((items | {_id(item, len(first) + n): item for n, item in enumerate(second)}).values())
    return second


def _id(item: Any, number: int) -> object:
    return item["id"] if isinstance(item, dict) and "id" in item else number
