"""Word classes: which grammatical classes a form may have, and which one it has where it stands."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from evtx.language.lexicon import Reading

# One letter per class: the alphabet of the word tape that the group patterns are written in.
LETTERS: Mapping[str, str] = {
    "determiner": "D", "contraction": "M", "of": "O", "preposition": "P", "coordination": "c", "that": "q", "who": "w",
    "relative": "l", "subordinator": "s", "ne": "y", "negation": "z", "subject": "S", "clitic": "C", "pronoun": "T",
    "number": "Q", "quantifier": "K", "adverb": "R", "noun": "N", "adjective": "A", "have": "H", "be": "E",
    "have_infinitive": "J", "be_infinitive": "L", "been": "F", "having": "X", "being": "Y", "name": "U", "verb": "V",
    "infinitive": "I", "participle": "B", "gerund": "G", "inversion": "t", "date": "d", "comma": ",", "quote": '"',
    "stop": ".", "colon": ":", "bracket": "(",
}  # fmt: skip
FINITE_MOODS = frozenset(("ipre", "iimp", "ipsi", "ifut", "spre", "simp", "cond", "impe"))
_TOLD_BY_SPEAKER = "ipsi 1sg 2sg"
_NON_FINITE = {"infi": "I", "ppas": "B", "ppre": "G"}
_OPEN_CLASSES = {"noun": "N", "adj": "A", "adv": "R", "name": "U", "num": "Q"}
_PLACE = re.compile(r"(?:^|(?<=\s))_(?=[\s(]|$)")
_TRANSPARENT = frozenset("RzKt")
_AUXILIARIES = frozenset("HEJLXY")
_BESIDE_AUXILIARY = _TRANSPARENT | frozenset("FTC")
_COURSES = ("awaited", "shared")


class Word(NamedTuple):
    """A form with all it may be: its class letters, and per letter the readings behind it.

    `lower` is the form in lower case; `locutions` holds the multiword expressions that begin with it, by second word.
    """

    form: str
    letters: str
    readings: Mapping[str, tuple[Reading, ...]]
    lower: str = ""
    locutions: Mapping[str, tuple[Locution, ...]] | None = None

    def lemma(self, letter: str) -> str:
        """Lemma of the first reading under a class letter; the form itself when the class has none."""
        found = self.readings.get(letter)
        return found[0].lemma if found else self.form.lower()


def letter_of(reading: Reading) -> str | None:
    """Class letter of a lexicon reading; None for classes that the closed lists of a language cover.

    >>> letter_of(Reading("aim", "verb", "ppas mas sg")), letter_of(Reading("aim", "verb", "ipre 3sg"))
    ('B', 'V')
    """
    if reading.pos != "verb":
        return _OPEN_CLASSES.get(reading.pos)
    mood = reading.tags.split(" ", 1)[0]
    return _NON_FINITE.get(mood) or ("V" if mood in FINITE_MOODS else None)


def group_readings(readings: Iterable[Reading]) -> dict[str, tuple[Reading, ...]]:
    """Readings by class letter, in the order of the lexicon; a participle is no verb of a speaker who tells the past.

    >>> list(group_readings((Reading("take", "verb", "ppas mas inv"), Reading("take", "verb", "ipsi 1sg 2sg"))))
    ['B']
    """
    grouped: dict[str, tuple[Reading, ...]] = {}
    for reading in readings:
        letter = None if reading.tags == _TOLD_BY_SPEAKER and "B" in grouped else letter_of(reading)
        if letter:
            grouped[letter] = (*grouped.get(letter, ()), reading)
    return grouped


class Locution(NamedTuple):
    """Several words that count as one: the words after the first two, each as the forms that may stand for it."""

    rest: tuple[frozenset[str], ...]
    word: Word


class ChoiceRule(NamedTuple):
    """One line of a language's `readings`: a context of class letters, and the letters that a word in it keeps.

    `course` asks for what became of the last auxiliary (see `followed`), empty where it does not matter.
    """

    course: str
    left: frozenset[str]
    left_through_adverbs: bool
    words: frozenset[str]
    right_only: frozenset[str]
    right_maybe: frozenset[str]
    keep: frozenset[str]

    def applies(self, before: str, head: str, form: str, after: str, course: str = "") -> bool:
        """Whether the context fits; `before` and `head` are settled letters, `after` all letters of the next word."""
        if (self.words and form not in self.words) or (self.course and course != self.course):
            return False
        if self.left and (head if self.left_through_adverbs else before) not in self.left:
            return False
        if not self.right_only and not self.right_maybe:
            return True
        following = frozenset(after)
        return bool(following) and (following <= self.right_only or not following.isdisjoint(self.right_maybe))


def parse_choice(line: str) -> ChoiceRule:
    """A rule from its written form, e.g. `determiner _ -> noun adjective`.

    >>> rule = parse_choice("~have/be _(is) noun? -> participle")
    >>> sorted(rule.left), rule.left_through_adverbs, sorted(rule.words), sorted(rule.right_maybe)
    (['E', 'H'], True, ['is'], ['N'])
    """
    context, _, kept = line.partition("->")
    left, right = _PLACE.split(context, maxsplit=1)
    course = next((name for name in _COURSES if left.startswith(f"{name} ")), "")
    left = left.removeprefix(course).strip()
    words, right = right[1:].split(")", 1) if right.startswith("(") else ("", right)
    rights = [name for name in right.strip().split("/") if name]
    return ChoiceRule(
        course=course,
        left=_letters(left.strip().lstrip("~").split("/")),
        left_through_adverbs=left.startswith("~"),
        words=frozenset(words.split()),
        right_only=_letters(name for name in rights if not name.endswith("?")),
        right_maybe=_letters(name[:-1] for name in rights if name.endswith("?")),
        keep=_letters(kept.split()),
    )


def _letters(names: Iterable[str]) -> frozenset[str]:
    return frozenset(LETTERS[name.strip()] for name in names if name.strip())


_SUBJECT, _OBJECT, _FINITE = (
    LETTERS["subject"],
    LETTERS["clitic"],
    frozenset(LETTERS[v] for v in ("verb", "have", "be")),
)


def followed(course: str, letter: str) -> str:
    """What has become of the last auxiliary after one more word.

    It is `beside` the word, parted from its participle by an `aside`, its participle is `awaited` after that, or it has
    one that further participles may have `shared`; empty when it has none to come.

    >>> from functools import reduce
    >>> [reduce(followed, tape, "") for tape in ("NH", "NH,", "NH,R,", "NH,R,BD", "NEA")]
    ['beside', 'aside', 'awaited', 'shared', '']
    """
    if letter in _AUXILIARIES:
        return "beside"
    if course and letter == "B":
        return "shared"
    if letter == "." or not course:
        return ""
    if course == "beside":
        return course if letter in _BESIDE_AUXILIARY else "aside" if letter == "," else ""
    if course == "aside":
        return "awaited" if letter == "," else course
    return course if course == "shared" or letter in _TRANSPARENT else ""


def settle(words: Sequence[Word], choose: Callable[[str, str, Word, str, str], str], start: str = ".") -> str:
    """The word tape: one settled class letter per word, each chosen from what stands before and after it."""
    tape: list[str] = []
    before = head = start
    course = ""
    following = [*(word.letters for word in words[1:]), "."]
    for word, after in zip(words, following, strict=False):
        letters = word.letters
        before = letters if len(letters) == 1 else choose(before, head, word, after, course)
        tape.append(before)
        course = followed(course, before) if course or before in _AUXILIARIES else ""
        if before not in _TRANSPARENT:
            head = before
    return "".join(tape)


class Chooser:
    """Chooses one class for an ambiguous word by a language's rules; remembers what it chose per context."""

    def __init__(self, rules: Sequence[ChoiceRule], priority: str) -> None:
        self._rules = tuple(rules)
        self._rank = {letter: rank for rank, letter in enumerate(priority)}
        self._listed = frozenset(word for rule in rules for word in rule.words)
        self._memory: dict[tuple[str, str, str, str, str, str], str] = {}

    def __call__(self, before: str, head: str, word: Word, after: str, course: str = "") -> str:
        """The class letter that a word has between these neighbours, after an auxiliary of this course."""
        form = word.lower
        told = course if course in _COURSES and "B" in word.letters else ""
        key = (before, head, word.letters, after, form if form in self._listed else "", told)
        chosen = self._memory.get(key)
        if chosen is None:
            chosen = self._memory[key] = self._choose(*key)
        return chosen

    def _choose(self, before: str, head: str, letters: str, after: str, form: str, course: str) -> str:
        left = set(letters)
        for rule in self._rules:
            if len(left) > 1 and rule.applies(before, head, form, after, course):
                left = left & rule.keep or left
        return min(left, key=lambda letter: (self._rank.get(letter, len(self._rank)), letter))


_PERSON = re.compile(r"\b([123])(?:sg|pl)$")


def as_objects(words: Sequence[Word], tape: str) -> str:
    """The word tape with pronouns that the verb after them cannot have for its subject as objects: `us has told`."""
    letters = list(tape)
    for index, word in enumerate(words[:-1]):
        if tape[index] != _SUBJECT or _OBJECT not in word.letters:
            continue
        verb = next((i for i in range(index + 1, len(words)) if tape[i] != _OBJECT), index)
        if tape[verb] in _FINITE and persons(words[verb]) == {"3"}:
            letters[index] = _OBJECT
    return "".join(letters)


def persons(word: Word) -> set[str]:
    """The grammatical persons that the readings of a form show."""
    found = (_PERSON.search(reading.tags) for readings in word.readings.values() for reading in readings)
    return {match.group(1) for match in found if match}
