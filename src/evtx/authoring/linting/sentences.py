"""Example sentences: whether a rule has some, whether their trigger is a word of the rule, and what dates them."""

from __future__ import annotations

import re

from evtx.authoring.linting.linted import Linted, id_piece
from evtx.rules.diagnostics import Piece
from evtx.rules.model import Example, Frame, Pattern, RuleExamples


def lint_sentences(file: Linted) -> None:
    """Report rules without examples, and examples that cannot come out as they are marked."""
    by_id = {examples.rule: examples for examples in file.examples}
    for frame in file.frames:
        _lint_rule(frame, by_id.get(frame.id), file)
    for pattern in file.patterns:
        _lint_rule(pattern, by_id.get(pattern.id), file)


def _lint_rule(rule: Frame | Pattern, sentences: RuleExamples | None, file: Linted) -> None:
    if sentences is None or not sentences.examples:
        help = "write a sentence that it must find: `evtx rules mark SENTENCE` prints it marked"
        file.problems.report("W606", id_piece(rule), "the rule has no examples", help)
        return
    _lint_apart(sentences, file)
    for example in sentences.examples:
        _lint_dates(example, sentences, file)
        if isinstance(rule, Frame):
            _lint_trigger(rule, example, file)


def _lint_apart(sentences: RuleExamples, file: Linted) -> None:
    wanted = {example.text for example in sentences.examples}
    for reject in sentences.rejects:
        if reject.text in wanted:
            at = Piece(reject.line_text, reject.position.line, reject.position.column)
            file.problems.report("W607", at, "this sentence is among the examples too", "delete it here or there")


def _lint_dates(example: Example, sentences: RuleExamples, file: Linted) -> None:
    if not sentences.dct and any(mark.role == "date" for mark in example.marks):
        at = _mark_at(example, "date")
        help = "write `dct: 2020-12-16`, the day on which the sentences were written, at the top of the file"
        file.problems.report("W610", at, "nothing tells against which day the date is read", help)


def _lint_trigger(frame: Frame, example: Example, file: Linted) -> None:
    words = file.words
    trigger = next((mark for mark in example.marks if mark.role == "trigger"), None)
    if words is None or trigger is None:
        return
    marked = example.text[trigger.start : trigger.end].lower().replace("’", "'")
    shown = {lemma for word in _parts(marked) for lemma in (word, *words.lemmas(word))}
    named = {word for wording in (*frame.verbs, *frame.nouns) for word in _parts(wording.text)}
    if shown.isdisjoint(named):
        help = "mark the words that carry the event, or add them to the frame"
        file.problems.report("W608", _mark_at(example, "trigger"), "no word of the frame is in the trigger", help)


def _parts(text: str) -> list[str]:
    """Words, and the parts of those with a hyphen or an apostrophe.

    >>> _parts("o'er go-between")
    ["o'er", 'go-between', "o'", 'er', 'go', 'between']
    """
    return [*text.split(), *re.split(r"[\s-]+|(?<=')", text)] if re.search(r"['-]", text) else text.split()


def _mark_at(example: Example, role: str) -> Piece:
    """The marked words of a role where they stand in the file."""
    mark = next(mark for mark in example.marks if mark.role == role)
    words = example.text[mark.start : mark.end]
    found = example.line_text.find(f"[{words}]({role}")
    return Piece(words, example.position.line, example.position.column + max(found + 1, 0))
