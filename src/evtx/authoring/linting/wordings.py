"""The words of frames: whether the language has them, in the form that is wanted, and only once."""

from __future__ import annotations

from collections.abc import Iterator

from evtx.authoring.linting.known_words import KnownWords
from evtx.authoring.linting.linted import Linted
from evtx.matching.triggers import bare_verb, split_wording
from evtx.rules.diagnostics import Piece
from evtx.rules.model import Frame, Wording


def lint_wordings(file: Linted) -> None:
    """Report words in no lexicon, words that are no infinitive or singular, and words listed twice in a frame."""
    for frame in file.frames:
        _lint_twice(frame, file)
        if file.words is None:
            continue
        for wording in frame.verbs:
            _lint_verb(wording, file, file.words)
        for wording in frame.nouns:
            _lint_noun(wording, file, file.words)


def _lint_twice(frame: Frame, file: Linted) -> None:
    for wordings in (frame.verbs, frame.nouns):
        first: dict[str, Wording] = {}
        for wording in wordings:
            before = first.setdefault(wording.text, wording)
            if before is not wording:
                at = Piece(wording.text, wording.line, wording.column)
                message = f"{wording.text!r} stands in this frame already, on line {before.line}"
                file.problems.report("W609", at, message, "delete one of them")


def _lint_verb(wording: Wording, file: Linted, words: KnownWords) -> None:
    verb = bare_verb(wording.words, words.grammar)
    at = _at(verb.lemma, wording, file)
    if words.is_lemma(verb.lemma, "verb") or words.is_closed(verb.lemma):
        _lint_rest(verb.tail, wording, file, words)
    elif forms := words.lemmas(verb.lemma, "verb"):
        message = f"{verb.lemma!r} is a form of {forms[0]!r}, and only lemmas match here"
        file.problems.report("W604", at, message, f"write {forms[0]}: it matches all its forms")
    elif words.readings(verb.lemma):
        help = "move it to nouns, or write the infinitive"
        file.problems.report("W601", at, f"{verb.lemma!r} is no verb of the lexicon", help)
    else:
        file.problems.report("W601", at, f"{verb.lemma!r} is in no lexicon", words.guess(verb.lemma))


def _lint_noun(wording: Wording, file: Linted, words: KnownWords) -> None:
    noun, *tail = split_wording(wording.words, words.grammar)
    at = _at(noun, wording, file)
    if words.is_lemma(noun, "noun", "adj", "name") or (words.is_known(noun) and not words.readings(noun)):
        _lint_rest(tail, wording, file, words)
    elif forms := words.lemmas(noun, "noun", "adj"):
        message = f"{noun!r} is a form of {forms[0]!r}, and only lemmas match here"
        file.problems.report("W604", at, message, f"write {forms[0]}: it matches all its forms")
    elif words.readings(noun):
        file.problems.report(
            "W601", at, f"{noun!r} is no noun of the lexicon", "move it to verbs, or write the singular"
        )
    else:
        file.problems.report("W601", at, f"{noun!r} is in no lexicon", words.guess(noun))


def _lint_rest(rest: list[str], wording: Wording, file: Linted, words: KnownWords) -> None:
    for word in rest:
        if not words.is_known(word):
            file.problems.report("W601", _at(word, wording, file), f"{word!r} is in no lexicon", words.guess(word))


def _at(word: str, wording: Wording, file: Linted) -> Piece:
    """Where a word of a wording stands: at its place in the line, at the beginning of the line if it is not there."""
    column = next(_columns(word, wording, file), wording.column)
    return Piece(word, wording.line, column)


def _columns(word: str, wording: Wording, file: Linted) -> Iterator[int]:
    line = file.problems.line(wording.line)
    found = line.find(word, wording.column - 1)
    if found >= 0:
        yield found + 1
