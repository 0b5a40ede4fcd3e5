"""Which words can trigger which frame: the index that decides which rules run, and which sentences are read at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from evtx.language.grammar import STRAIGHT, Grammar
from evtx.rules.model import Frame


class VerbTrigger(NamedTuple):
    """A verb of a frame: its lemma, what must go with it, and the preposition that introduces its object."""

    frame: Frame
    lemma: str
    reflexive: bool
    causative: bool
    clitics: frozenset[str]
    tail: tuple[str, ...]
    object_preposition: str

    @property
    def rank(self) -> tuple[int, int, int]:
        """The more a trigger asks for, the sooner it is tried; then the later its folder."""
        asks = self.reflexive + self.causative + 2 * len(self.tail) + len(self.clitics)
        return -asks, -self.frame.layer, -bool(self.frame.needs)


class NounTrigger(NamedTuple):
    """A noun of a frame and the words that must follow it."""

    frame: Frame
    lemma: str
    tail: tuple[str, ...]

    @property
    def rank(self) -> tuple[int, int, int]:
        """The more a trigger asks for, the sooner it is tried; then the later its folder."""
        return -len(self.tail), -self.frame.layer, -bool(self.frame.needs)


Lines = dict[str, list[tuple[Frame, Sequence[str]]]]
"""Lemma -> the frames that list it, each with the line as written."""


class TriggerIndex:
    """Lemma -> the triggers that begin with it, the most demanding first; they are made when first asked for."""

    def __init__(self, verbs: Lines, nouns: Lines, grammar: Grammar) -> None:
        self._verb_lines = verbs
        self._noun_lines = nouns
        self._grammar = grammar
        self._verbs: dict[str, tuple[VerbTrigger, ...]] = {}
        self._nouns: dict[str, tuple[NounTrigger, ...]] = {}
        self._tails: dict[str, frozenset[str]] = {}

    def verbs(self, lemma: str) -> tuple[VerbTrigger, ...]:
        """The triggers of a verb."""
        if lemma not in self._verbs:
            found = [verb_trigger(frame, words, self._grammar) for frame, words in self._verb_lines.get(lemma, ())]
            self._verbs[lemma] = tuple(sorted(found, key=lambda trigger: trigger.rank))
        return self._verbs[lemma]

    def nouns(self, lemma: str) -> tuple[NounTrigger, ...]:
        """The triggers of a noun."""
        if lemma not in self._nouns:
            found = [noun_trigger(frame, words, self._grammar) for frame, words in self._noun_lines.get(lemma, ())]
            self._nouns[lemma] = tuple(sorted(found, key=lambda trigger: trigger.rank))
        return self._nouns[lemma]

    def is_verb(self, lemma: str) -> bool:
        """Whether some frame has this verb."""
        return lemma in self._verb_lines

    def is_noun(self, lemma: str) -> bool:
        """Whether some frame has this noun."""
        return lemma in self._noun_lines

    def noun_events(self) -> Iterator[tuple[str, str]]:
        """Every noun with the event types that it may name."""
        return ((lemma, frame.event) for lemma, found in self._noun_lines.items() for frame, _ in found)

    def is_tail(self, lemma: str, noun: str) -> bool:
        """Whether some frame needs this noun after this verb or noun."""
        if lemma not in self._tails:
            triggers: list[VerbTrigger | NounTrigger] = [*self.verbs(lemma), *self.nouns(lemma)]
            self._tails[lemma] = frozenset(word for trigger in triggers for word in trigger.tail)
        return noun in self._tails[lemma]

    def takes_object(self, lemma: str) -> bool:
        """Whether some frame wants the object of this verb."""
        return any(frame.object != "none" for frame, _ in self._verb_lines.get(lemma, ()))

    def wants_of(self, lemma: str) -> bool:
        """Whether the preposition of introduces the object of this verb in some frame where it is reflexive."""
        return any(
            trigger.reflexive and not trigger.tail and trigger.object_preposition == self._grammar.of
            for trigger in self.verbs(lemma)
        )

    def splits(self, lemma: str) -> bool:
        """Whether an of-phrase after a verb's object may be what is said rather than part of the object."""
        found = self._verb_lines.get(lemma, ())
        return any(_governs_of(frame, self._grammar.of) for frame, _ in found)


def split_wording(words: Sequence[str], grammar: Grammar) -> list[str]:
    r"""The words of a frame line, elisions apart.

    >>> from types import SimpleNamespace
    >>> import re
    >>> split_wording(("o'er", "run", "by"), SimpleNamespace(token=re.compile(r"\w+'|\w+")))
    ["o'", 'er', 'run', 'by']
    """
    return [
        part
        for word in words
        for part in (grammar.token.findall(word.translate(STRAIGHT)) if "'" in word or "’" in word else (word,))
    ]


class BareVerb(NamedTuple):
    """A line of `verbs` taken apart: clitics before it, whether another verb causes it, the verb, what follows."""

    clitics: list[str]
    causative: bool
    lemma: str
    tail: list[str]


def bare_verb(written: Sequence[str], grammar: Grammar) -> BareVerb:
    """The parts of a line of `verbs`."""
    if len(written) == 1 and "'" not in written[0]:
        return BareVerb([], False, written[0], [])
    words = split_wording(written, grammar)
    clitics: list[str] = []
    while len(words) > 1 and "C" in grammar.closed.get(words[0], ""):
        clitics.append(words.pop(0))
    causative = (
        len(words) > 1
        and words[0] in grammar.causatives
        and words[1] not in grammar.closed
        and words[1].endswith(grammar.infinitive_endings)
    )
    lemma, *tail = words[1:] if causative else words
    return BareVerb(clitics, causative, lemma, tail)


def verb_trigger(frame: Frame, written: Sequence[str], grammar: Grammar) -> VerbTrigger:
    """The trigger that a line of `verbs` stands for."""
    clitics, causative, lemma, tail = bare_verb(written, grammar)
    tail, preposition = without_preposition(tail, grammar)
    return VerbTrigger(
        frame=frame,
        lemma=lemma,
        reflexive=not grammar.reflexives.isdisjoint(clitics),
        causative=causative,
        clitics=frozenset(clitics) - grammar.reflexives,
        tail=content_words(tail, grammar),
        object_preposition=preposition,
    )


def without_preposition(tail: list[str], grammar: Grammar) -> tuple[list[str], str]:
    """The words after a verb without the preposition, of one word or several, that ends them; that preposition."""
    for size in range(len(tail), 0, -1):
        written = "".join(word if word.endswith("'") else word + " " for word in tail[-size:]).strip()
        if (size > 1 and written in grammar.prepositions) or (size == 1 and is_preposition(written, grammar)):
            return tail[:-size], grammar.contractions.get(written, written)
    return tail, ""


def is_preposition(word: str, grammar: Grammar) -> bool:
    """Whether a word introduces a phrase: a preposition, or what stands for `of`."""
    letters = grammar.closed.get(word, "")
    return "P" in letters or "O" in letters


def content_words(words: Iterable[str], grammar: Grammar) -> tuple[str, ...]:
    """The words without articles, contracted forms as their preposition."""
    return tuple(grammar.contractions.get(word, word) for word in words if "D" not in grammar.closed.get(word, ""))


def noun_trigger(frame: Frame, written: Sequence[str], grammar: Grammar) -> NounTrigger:
    """The trigger that a line of `nouns` stands for."""
    lemma, *tail = split_wording(written, grammar)
    return NounTrigger(frame, lemma, content_words(tail, grammar))


def index_triggers(frames: Iterable[Frame], grammar: Grammar) -> TriggerIndex:
    """The index of all frames of one language."""
    verbs: Lines = {}
    nouns: Lines = {}
    for frame in frames:
        for wording in frame.verbs:
            words = wording.words
            verbs.setdefault(bare_verb(words, grammar).lemma, []).append((frame, words))
        for wording in frame.nouns:
            words = wording.words
            nouns.setdefault(words[0], []).append((frame, words))
    return TriggerIndex(verbs, nouns, grammar)


# Roles of of-phrases that verbs govern, so that they are no part of the object before them.
_GOVERNED = frozenset(("content", "cargo"))


def _governs_of(frame: Frame, preposition: str) -> bool:
    """Whether the verb governs what an of-phrase names: `accuse somebody of something`, `load lorries with arms`."""
    return any((preposition,) in rule.prepositions and rule.role in _GOVERNED for rule in frame.complements)
