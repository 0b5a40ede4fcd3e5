"""Every problem of rule files, errors and warnings, in one go."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from evtx.authoring.linting.known_words import KnownWords, known_words
from evtx.authoring.linting.linted import Linted
from evtx.authoring.linting.needs import lint_needs
from evtx.authoring.linting.sentences import lint_sentences
from evtx.authoring.linting.templates import lint_templates
from evtx.authoring.linting.wordings import lint_wordings
from evtx.language.grammar import Grammar
from evtx.languages import lacking, prepare
from evtx.lexicons import full_lexicon, lexicon_of
from evtx.rules.checking import Loaded, Opened, check_sources
from evtx.rules.defaults import completed
from evtx.rules.diagnostics import Diagnostic, Piece, RuleFileError
from evtx.rules.loading import load_rules
from evtx.rules.locate import builtin_rules
from evtx.rules.model import RuleSet
from evtx.rules.positions import Table
from evtx.rules.sources import load_sources
from evtx.rules.using import used

LINTS = (lint_wordings, lint_templates, lint_needs, lint_sentences)


def check_folders(folders: Sequence[Path]) -> tuple[Diagnostic, ...]:
    """Every problem of the files of these folders, read after the built-in ones; of the latter when none is named.

    Warnings are sought in the files that have no error.
    """
    own = load_sources(folders)
    if own and all(source.kind != "events" for source in own):
        loaded = check_sources(own, load_rules([builtin_rules()]))
    else:  # event types of one's own may take from built-in rules what these need
        loaded = check_sources((*load_sources([builtin_rules()]), *own))
    unusable = list(_unusable(loaded))
    _lint(loaded, {problem.path for problem in unusable})
    found = {problem for one in loaded.opened for problem in one.problems.found}
    return tuple(sorted(found.union(unusable)))


def _unusable(loaded: Loaded) -> Iterator[Diagnostic]:
    """What makes a language unusable whose files were among those read."""
    touched = {one.source.language for one in loaded.opened if one.source.kind == "language"}
    for language in sorted(touched.intersection(loaded.rules.languages)):
        if lacking(loaded.rules, language):
            continue
        try:
            prepare(loaded.rules, language)
        except RuleFileError as failure:
            yield from failure.diagnostics


def _lint(loaded: Loaded, broken: set[str]) -> None:
    words = {language: _words(loaded.rules, language) for language in sorted(loaded.rules.rules)} if not broken else {}
    told: set[str] = set()
    for one in loaded.opened:
        file = _linted(one, loaded, words)
        if file is None:
            continue
        language = file.root.text("language")
        if language.text not in told:
            told.add(language.text)
            _lint_language(language, file)
        for lint in LINTS:
            lint(file)


def _words(rules: RuleSet, language: str) -> KnownWords | None:
    """What is known of a language's words; None when it cannot be read."""
    if lacking(rules, language):
        return None
    files = completed(rules.languages[language])
    grammar = used(rules.folders, language, "grammar", partial(Grammar.from_mapping, files["grammar"]))
    complete = full_lexicon(rules.folders, language) is not None
    return known_words(grammar, lexicon_of(rules, language), files["names"], complete)


def _linted(one: Opened, loaded: Loaded, words: dict[str, KnownWords | None]) -> Linted | None:
    """A rule file with what it gave; None when it is no rule file or has errors."""
    if one.source.kind != "rules" or not isinstance(one.root, Table) or one.problems.found:
        return None
    path = one.source.path
    language = one.root.text("language").text
    rules = loaded.rules.rules.get(language)
    return Linted(
        root=one.root,
        problems=one.problems,
        rules=loaded.rules,
        frames=tuple(frame for frame in rules.frames if frame.position.file == path) if rules else (),
        patterns=tuple(pattern for pattern in rules.patterns if pattern.position.file == path) if rules else (),
        examples=loaded.examples,
        words=words.get(language),
    )


def _lint_language(language: Piece, file: Linted) -> None:
    """Report that a language cannot be read, or that nothing tells the forms of its words."""
    missing = lacking(file.rules, language.text)
    if missing:
        help = f"add {' and '.join(missing)} to the folder {language.text}; docs/rules.md says what they hold"
        file.problems.report("W612", language, f"no text in the language {language.text!r} can be read", help)
    elif not file.rules.languages[language.text].get("words") and not full_lexicon(file.rules.folders, language.text):
        help = f"add a words.yml to the folder {language.text}; docs/rules.md says what it holds"
        message = f"nothing tells the forms of words in the language {language.text!r}: only those written match"
        file.problems.report("W611", language, message, help)
