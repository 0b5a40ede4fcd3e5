"""What no example tries: words of frames, constructions that they take, templates of patterns.

Frames help themselves: a sentence is made for each word and construction that no example shows, and only what is not
found again in it is reported.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from evtx.authoring.bench import Bench
from evtx.authoring.finding import forms_of, words_in
from evtx.authoring.generating.grammar import GenerationGrammar
from evtx.authoring.generating.inflection import Inflector
from evtx.authoring.generating.sentences import Generator
from evtx.authoring.generating.writing import WrittenSentence
from evtx.authoring.markup import write_markup
from evtx.authoring.templates import matched_templates
from evtx.authoring.trying import own_events, try_example
from evtx.lexicons import full_lexicon
from evtx.rules.model import Example, Frame, Pattern, Position, RuleExamples, Wording


class Uncovered(NamedTuple):
    """A part of a rule that no example exercises: `part` names its kind, `text` is the part itself.

    `sentence` is the one that was made for it, in markup, empty when none could be made; `outcome` what came out of it.
    `kind` is `untried`, or, when there is a sentence, `missing` or `wrong` as for an example.
    """

    rule: str
    part: str
    text: str
    position: Position
    kind: str = "untried"
    sentence: str = ""
    outcome: str = "no sentence could be made for it: write an example"


class Coverage(NamedTuple):
    """How many parts there are, how many sentences were made for them, and the parts that nothing exercises."""

    parts: int
    made: int
    uncovered: tuple[Uncovered, ...]


class _Made(NamedTuple):
    """A part of a frame, and the sentence that was made for it; None when none could be made."""

    part: str
    text: str
    position: Position
    sentence: WrittenSentence | None


def cover(bench: Bench, rules: Iterable[RuleExamples]) -> Coverage:
    """What of these rules is exercised by their examples, or found again in a sentence made for it."""
    uncovered: list[Uncovered] = []
    parts = made = 0
    makers: dict[str, _Maker] = {}
    for examples in rules:
        rule = bench.by_id[examples.rule]
        if isinstance(rule, Pattern):
            parts += len(rule.templates)
            uncovered += _templates(rule, examples, bench)
            continue
        if rule.language not in makers:
            makers[rule.language] = _Maker(bench, rule.language)
        maker = makers[rule.language]
        open_parts = list(maker.parts(rule, examples))
        parts += len(rule.verbs) + len(rule.nouns) + len(maker.constructions(rule))
        made += sum(part.sentence is not None for part in open_parts)
        uncovered += [found for part in open_parts for found in _not_found(part, rule, bench)]
    return Coverage(parts, made, tuple(uncovered))


def leave_out(bench: Bench, rules: Iterable[RuleExamples]) -> Coverage:
    """No coverage, for who only wants the examples run."""
    return Coverage(0, 0, ())


class _Maker:
    """Finds the parts of frames that no example shows, and makes a sentence for each."""

    def __init__(self, bench: Bench, language: str) -> None:
        self._bench = bench
        self._forms = forms_of(bench, language)
        self._generator = generator(bench, language)

    def constructions(self, frame: Frame) -> list[str]:
        """The constructions of a frame for which sentences are made."""
        return self._generator.constructions(frame) if self._generator and frame.verbs else []

    def parts(self, frame: Frame, examples: RuleExamples) -> Iterator[_Made]:
        """Words that no example shows, and all constructions, each with its sentence."""
        shown = self._shown(examples)
        constructions = self.constructions(frame)
        for kind, wordings in (("verb", frame.verbs), ("noun", frame.nouns)):
            for wording in wordings:
                if not any(self._is_in(wording, words) for words in shown):
                    sentence = (
                        self._of_verb(frame, wording, constructions)
                        if kind == "verb"
                        else self._of_noun(frame, wording)
                    )
                    yield _Made(kind, wording.text, frame.position._replace(line=wording.line), sentence)
        for construction in constructions:
            sentences = (self._of_verb(frame, wording, [construction]) for wording in frame.verbs)
            sentence = next((sentence for sentence in sentences if sentence is not None), None)
            if sentence is not None:
                yield _Made("construction", construction, frame.position, sentence)

    def _of_verb(self, frame: Frame, wording: Wording, constructions: Sequence[str]) -> WrittenSentence | None:
        if self._generator is None:
            return None
        sentences = (self._generator.of_verb(frame, wording, construction) for construction in constructions)
        return next((sentence for sentence in sentences if sentence is not None), None)

    def _of_noun(self, frame: Frame, wording: Wording) -> WrittenSentence | None:
        return self._generator.of_noun(frame, wording) if self._generator else None

    def _shown(self, examples: RuleExamples) -> list[frozenset[str]]:
        """The words of each trigger that the rule finds in its examples, with their lemmas."""
        texts = [
            trigger.text
            for example in examples.examples
            for event in own_events(examples, example, self._bench.extractor)
            for trigger in event.triggers
        ]
        return [self._forms.of_all(words_in(text)) for text in texts]

    def _is_in(self, wording: Wording, shown: frozenset[str]) -> bool:
        return all(self._forms.of(word) & shown for word in words_in(wording.text))


def generator(bench: Bench, language: str) -> Generator | None:
    """What makes sentences in a language; None when its rules do not say how, or it has no full-form lexicon."""
    mapping = bench.rules.languages[language].get("generation")
    lexicon = full_lexicon(bench.rules.folders, language)
    if mapping is None or lexicon is None:
        return None
    kit = bench.extractor.kit(language)
    inflector = Inflector(lexicon, kit.grammar.closed)
    return Generator(kit, GenerationGrammar.from_mapping(mapping), inflector)


def _templates(rule: Pattern, examples: RuleExamples, bench: Bench) -> Iterator[Uncovered]:
    matched = matched_templates(rule, examples, bench.extractor)
    for template, line in zip(rule.templates, rule.lines, strict=True):
        if template not in matched:
            position = rule.position._replace(line=line)
            yield Uncovered(rule.id, "template", template, position, outcome="no example uses it: write one")


def _not_found(made: _Made, rule: Frame, bench: Bench) -> Iterator[Uncovered]:
    """The part, unless the frame finds its sentence as it was meant."""
    if made.sentence is None:
        yield Uncovered(rule.id, made.part, made.text, made.position)
        return
    example = Example("", made.sentence.text, made.sentence.marks, made.position)
    alone = RuleExamples(rule.id, rule.language, rule.event, "", (example,), (), ())
    failure = try_example(alone, example, bench.extractor)
    if failure is not None:
        markup = write_markup(example.text, example.marks).line
        yield Uncovered(rule.id, made.part, made.text, made.position, failure.kind, markup, failure.detail)
