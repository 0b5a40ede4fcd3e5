"""Verb groups and noun groups over the word tape: which words belong together, and which of them is the head.

A sentence's word tape has one class letter per word (see `words.LETTERS`), so a group is a match of one pattern.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from evtx.language.grammar import Grammar, Modal
from evtx.language.tokens import Sentence
from evtx.language.words import Word

# Adverbs, negation, quotation marks and dates may stand inside a verb group.
_INSIDE = r'[RKzd"]*'
_COMPOUND = rf"{_INSIDE}(?:F{_INSIDE})?B"
_NOUN_PREFIX = r'(?:[DM]{1,2}"?)?K?(?:[QA]|QcQ|B(?=[NQ])|R(?=[AQ]))*"?'
_NOUN_SUFFIX = r'(?:[NUA]|(?<=[NA])"U[UNAOMDPQ]{0,7}"|"U+"(?=U)|R(?=A)|Q(?![NAQKUB])|cA(?![NUA]))*(?:\([UN]\))?'
GROUP = re.compile(
    rf"(?P<finite>y?C*(?:[HE]t?{_COMPOUND}|[HE]t?{_INSIDE}FA?|[VHE]t?z?))"
    rf"|(?P<infinitive>y?z?C*(?:[JL]{_COMPOUND}|[IJL]))"
    rf"|(?P<gerund>y?z?C*(?:[XY]{_COMPOUND}|[GXY]))"
    r"|(?P<participle>B)"
    rf"|(?P<noun>{_NOUN_PREFIX}(?:N|U){_NOUN_SUFFIX}|[DM]\"?K?[QA]+|K?Q+A*|[TS])"
    r"|(?P<preposition>[PO]+\"?)"
    r"|(?P<other>.)"
)


class VerbFeatures(NamedTuple):
    """What the form of a verb group says: voice, mood and tense, negation, clitics, and what a modal lends it.

    `restrictive` is a negation that only limits: `delivers nothing but food`; `impersonal` a modal without a real
    subject: `there must be delivered`.
    """

    passive: bool
    mood: str
    negative: bool
    restrictive: bool
    reflexive: bool
    clitics: tuple[str, ...]
    modality: str
    causative: bool
    compound: bool
    impersonal: bool = False


class Group(NamedTuple):
    """A group of words: its kind, its first word and the one after its last, its head, lemma, and (verbs) features."""

    kind: str
    first: int
    last: int
    head: int
    lemma: str
    verb: VerbFeatures | None


def find_groups(sentence: Sentence, grammar: Grammar) -> list[Group]:
    """The groups of a sentence, in order and without gaps; modals are joined to their infinitive."""
    groups = _groups(sentence, grammar)
    if any(group.kind == "infinitive" for group in groups):
        return list(join_modals(groups, sentence, grammar))
    return groups


def _groups(sentence: Sentence, grammar: Grammar) -> list[Group]:
    tape, words = sentence.tape, sentence.words
    groups: list[Group] = []
    for match in GROUP.finditer(tape):
        kind = match.lastgroup
        first, last = match.span()
        if kind == "noun":
            head = noun_head(tape, first, last)
            groups.append(Group(kind, first, last, head, words[head].lemma(tape[head]), None))
        elif kind == "other" or kind == "preposition":
            groups.append(Group(kind, first, last, last - 1, words[last - 1].lower, None))
        else:
            groups.append(verb_group(sentence, grammar, str(kind), first, last))
    return groups


def _lemma(sentence: Sentence, index: int) -> str:
    return sentence.words[index].lemma(sentence.tape[index])


def noun_head(tape: str, first: int, last: int) -> int:
    """Index of the head: the first noun, else the first name, else the last word.

    >>> noun_head("DANAU", 0, 5), noun_head("DUU", 0, 3), noun_head("DQA", 0, 3)
    (2, 1, 2)
    """
    for letter in "NU":
        found = tape.find(letter, first, last)
        if found >= 0:
            return found
    return last - 1


def verb_group(sentence: Sentence, grammar: Grammar, kind: str, first: int, last: int) -> Group:
    """A verb group with its features, read off the letters between `first` and `last`."""
    letters = sentence.tape[first:last]
    words = sentence.words
    head = verb_head(letters, first)
    lemma = _lemma(sentence, head)
    clitics = tuple(words[first + offset].form.lower() for offset, letter in enumerate(letters) if letter == "C")
    participle = letters[head - first] == "B"
    reflexive = not grammar.reflexives.isdisjoint(clitics)
    been = "F" in letters or (kind == "infinitive" and "L" in letters and participle) or "Y" in letters
    with_be = "E" in letters and participle and lemma not in grammar.be_verbs and not reflexive
    auxiliary = next((first + i for i, letter in enumerate(letters) if letter in "VHEIJLGXYB"), head)
    restrictive = "y" in letters and "z" not in letters and sentence.tape[last : last + 1] == "q"
    features = VerbFeatures(
        passive=participle and (been or with_be),
        mood=mood_of(words[auxiliary], sentence.tape[auxiliary]),
        negative=grammar.denial in letters and not restrictive,
        restrictive=restrictive,
        reflexive=reflexive,
        clitics=clitics,
        modality="",
        causative=False,
        compound=participle and ("H" in letters or "J" in letters or "X" in letters or lemma in grammar.be_verbs),
    )
    return Group(kind, first, last, head, lemma, features)


def verb_head(letters: str, first: int) -> int:
    """Index of the word that carries the meaning: the participle, else the verb itself."""
    for kinds in ("B", "VIG", "F", "HEJLXY"):
        for offset in range(len(letters) - 1, -1, -1):
            if letters[offset] in kinds:
                return first + offset
    return first + len(letters) - 1


def mood_of(word: Word, letter: str) -> str:
    """Mood and tense of a verb form: present, past, future, conditional, subjunctive, or the non-finite kinds."""
    fixed = {"I": "infinitive", "J": "infinitive", "L": "infinitive", "G": "gerund", "X": "gerund", "Y": "gerund"}
    if letter in fixed:
        return fixed[letter]
    if letter == "B":
        return "participle"
    moods = {reading.tags.split(" ", 1)[0] for found in word.readings.values() for reading in found}
    for tag, mood in (
        ("ipre", "present"),
        ("ifut", "future"),
        ("cond", "conditional"),
        ("iimp", "past"),
        ("ipsi", "past"),
    ):
        if tag in moods:
            return mood
    return "subjunctive" if moods & {"spre", "simp"} else "present"


def join_modals(groups: Iterable[Group], sentence: Sentence, grammar: Grammar) -> Iterator[Group]:
    """Each modal verb and the infinitive that it governs as one group, headed by the infinitive."""
    held: list[Group] = []
    for group in groups:
        if group.kind == "infinitive" and held:
            modal = governing_modal(held, sentence, grammar)
            if modal is not None:
                group = join(held[0], group, modal, grammar)
                held = [group]
                continue
        if group.verb is not None:
            yield from held
            held = [group]
        elif held and _may_stand_between(group, sentence):
            held.append(group)
        else:
            yield from held
            held = []
            yield group
    yield from held


def _may_stand_between(group: Group, sentence: Sentence) -> bool:
    letters = sentence.tape[group.first : group.last]
    return group.kind == "preposition" or letters in ("R", "z", '"', "d")


def governing_modal(held: list[Group], sentence: Sentence, grammar: Grammar) -> Modal | None:
    """The modal that the verb group at the head of `held` is, when the words after it are its link and no more."""
    between = [
        sentence.words[index].form.lower()
        for group in held[1:]
        for index in range(group.first, group.last)
        if sentence.tape[index] not in 'Rz"d'
    ]
    link = [grammar.contractions.get(form, form) for form in between]
    for modal in grammar.modals.get(held[0].lemma, ()):
        if list(modal.link) == link:
            return modal
    return None


def lent_modality(modal: Modal, verb: VerbFeatures) -> str:
    """What a modal makes of its infinitive; one in a past compound tense tells of what came true (`has managed to`)."""
    if modal.modality in ("asserted", "caused") or (modal.modality == "possible" and verb.compound):
        return verb.modality
    return modal.modality


def join(modal_group: Group, infinitive: Group, modal: Modal, grammar: Grammar) -> Group:
    """The two as one group: mood, negation and place of the modal, voice and head of the infinitive."""
    outer, inner = modal_group.verb, infinitive.verb
    assert outer is not None
    assert inner is not None
    features = VerbFeatures(
        passive=inner.passive,
        mood=outer.mood,
        negative=outer.negative or inner.negative,
        restrictive=inner.restrictive,
        reflexive=inner.reflexive or (outer.reflexive and modal.modality == "caused"),
        clitics=(*outer.clitics, *inner.clitics),
        modality=lent_modality(modal, outer),
        causative=modal.modality == "caused" or outer.causative,
        compound=outer.compound,
        impersonal=modal.lemma in grammar.impersonal or outer.impersonal,
    )
    return Group(modal_group.kind, modal_group.first, infinitive.last, infinitive.head, infinitive.lemma, features)
