"""Which words can trigger which frame: the index that decides which rules run, and which sentences are read at all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
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
    def rank(self) -> tuple[int, int]:
        """The more a trigger asks for, the sooner it is tried."""
        asks = self.reflexive + self.causative + 2 * len(self.tail) + len(self.clitics)
        return -asks, -bool(self.frame.needs)


class NounTrigger(NamedTuple):
    """A noun of a frame and the words that must follow it."""

    frame: Frame
    lemma: str
    tail: tuple[str, ...]

    @property
    def rank(self) -> tuple[int, int]:
        """The more a trigger asks for, the sooner it is tried."""
        return -len(self.tail), -bool(self.frame.needs)


class TriggerIndex(NamedTuple):
    """Lemma -> the triggers that begin with it, the most demanding first."""

    verbs: Mapping[str, tuple[VerbTrigger, ...]]
    nouns: Mapping[str, tuple[NounTrigger, ...]]
    tails: frozenset[tuple[str, str]]
    splitting: frozenset[str]

    def is_verb(self, lemma: str) -> bool:
        """Whether some frame has this verb."""
        return lemma in self.verbs

    def is_noun(self, lemma: str) -> bool:
        """Whether some frame has this noun."""
        return lemma in self.nouns

    def is_tail(self, lemma: str, noun: str) -> bool:
        """Whether some frame needs this noun after this verb or noun."""
        return (lemma, noun) in self.tails

    def splits(self, lemma: str) -> bool:
        """Whether an of-phrase after a verb's object may be what is said rather than part of the object."""
        return lemma in self.splitting


def split_wording(words: Sequence[str], grammar: Grammar) -> list[str]:
    r"""The words of a frame line, elisions apart.

    >>> from types import SimpleNamespace
    >>> import re
    >>> split_wording(("s'en", "prendre", "à"), SimpleNamespace(token=re.compile(r"\w+'|\w+")))
    ["s'", 'en', 'prendre', 'à']
    """
    return [
        part
        for word in words
        for part in (grammar.token.findall(word.translate(STRAIGHT)) if "'" in word or "’" in word else (word,))
    ]


def verb_trigger(frame: Frame, written: Sequence[str], grammar: Grammar) -> VerbTrigger:
    """The trigger that a line of `verbs` stands for."""
    words = split_wording(written, grammar)
    clitics: list[str] = []
    while len(words) > 1 and "C" in grammar.closed.get(words[0], ""):
        clitics.append(words.pop(0))
    causative = len(words) > 1 and words[0] in grammar.causatives and words[1] not in grammar.closed
    if causative and not words[1].endswith(grammar.infinitive_endings):
        causative = False
    lemma, *tail = words[1:] if causative else words
    preposition = ""
    for size in range(len(tail), 0, -1):
        written = "".join(word if word.endswith("'") else word + " " for word in tail[-size:]).strip()
        if (size > 1 and written in grammar.prepositions) or (size == 1 and is_preposition(written, grammar)):
            preposition = grammar.contractions.get(written, written)
            del tail[-size:]
            break
    return VerbTrigger(
        frame=frame,
        lemma=lemma,
        reflexive=not grammar.reflexives.isdisjoint(clitics),
        causative=causative,
        clitics=frozenset(clitics) - grammar.reflexives,
        tail=content_words(tail, grammar),
        object_preposition=preposition,
    )


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
    verbs: dict[str, list[VerbTrigger]] = {}
    nouns: dict[str, list[NounTrigger]] = {}
    for frame in frames:
        for wording in frame.verbs:
            verb = verb_trigger(frame, wording.words, grammar)
            verbs.setdefault(verb.lemma, []).append(verb)
        for wording in frame.nouns:
            noun = noun_trigger(frame, wording.words, grammar)
            nouns.setdefault(noun.lemma, []).append(noun)
    triggers: list[VerbTrigger | NounTrigger] = [one for found in verbs.values() for one in found]
    triggers += [one for found in nouns.values() for one in found]
    tails = frozenset((trigger.lemma, word) for trigger in triggers for word in trigger.tail)
    splitting = frozenset(trigger.lemma for trigger in triggers if _governs_of(trigger.frame, grammar.of))
    return TriggerIndex(
        {lemma: tuple(sorted(found, key=lambda trigger: trigger.rank)) for lemma, found in verbs.items()},
        {lemma: tuple(sorted(found, key=lambda trigger: trigger.rank)) for lemma, found in nouns.items()},
        tails,
        splitting,
    )


# Roles of of-phrases that verbs govern, so that they are no part of the object before them.
_GOVERNED = frozenset(("content", "cargo"))


def _governs_of(frame: Frame, preposition: str) -> bool:
    """Whether the verb governs what an of-phrase names: `accuse somebody of something`, `load lorries with arms`."""
    return any((preposition,) in rule.prepositions and rule.role in _GOVERNED for rule in frame.complements)
