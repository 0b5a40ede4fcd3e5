"""From a sentence to its words: tokens with offsets, multiword expressions and dates as one word each."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from typing import NamedTuple

from evtx.language.grammar import STRAIGHT, Grammar
from evtx.language.lexicon import FullForms, Reading
from evtx.language.words import Word, as_objects, group_readings, settle

PUNCTUATION = {
    ",": ",", ";": ";", ":": ":", "(": "(", ")": ")", "[": "(", "]": ")", "–": "-", "—": "-", "-": "-",
    "«": '"', "»": '"', "“": '"', "”": '"', '"': '"', "„": '"', "‹": '"', "›": '"',
}  # fmt: skip
DATE_WORD = Word("<date>", "d", {}, "<date>")
# Letters of the forms of to be and to have, whose readings the lexicon gives as those of other verbs.
AUXILIARIES = frozenset("HEFJLXY")
# After these a capital tells nothing: the sentence, a quotation or a list item begins.
OPENERS = frozenset('.:"-')
_FORGET_AT = 200_000
# How many spaces a sentence has at least that is all in capitals, and no name.
_SHOUTED = 2


class Sentence(NamedTuple):
    """An analysed sentence: its words, where each begins and ends in the document, and its word tape."""

    start: int
    end: int
    words: Sequence[Word]
    starts: Sequence[int]
    ends: Sequence[int]
    tape: str


class Vocabulary:
    """Looks words up, and remembers them: the lexicon, the closed classes, and what capitals tell.

    `keeps_participle` says of a verb whether its participle matters as one; all others may be adjectives as well.
    """

    def __init__(self, grammar: Grammar, lexicon: FullForms, keeps_participle: Callable[[str], bool]) -> None:
        self._grammar = grammar
        self._lexicon = lexicon
        self._keeps_participle = keeps_participle
        self.inner: dict[str, Word] = {}
        self.opening: dict[str, Word] = {}

    def word(self, form: str) -> Word:
        """The word that a form is inside a sentence, where a capital marks a name."""
        found = self.inner.get(form)
        return found if found is not None else self._remember(self.inner, form, capital_tells=True)

    def first_word(self, form: str) -> Word:
        """The word that a form is at the start of a sentence, where a capital tells nothing."""
        found = self.opening.get(form)
        return found if found is not None else self._remember(self.opening, form, capital_tells=False)

    def _remember(self, memory: dict[str, Word], form: str, capital_tells: bool) -> Word:
        if len(memory) > _FORGET_AT:
            memory.clear()
        word = memory[form] = self._look_up(sys.intern(form.translate(STRAIGHT)), capital_tells)
        return word

    def _look_up(self, form: str, capital_tells: bool) -> Word:
        word = self._classified(form, form.lower(), capital_tells)
        lower = form.lower()
        return word._replace(lower=lower, locutions=self._grammar.locutions.get(lower))

    def _classified(self, form: str, lower: str, capital_tells: bool) -> Word:
        closed = self._grammar.closed.get(lower) or self._grammar.single_locutions.get(lower)
        if closed and not (capital_tells and form[0].isupper() and len(form) > 1 and not form.endswith("'")):
            return self._closed_word(form, lower, closed)
        if form[0] == "-" and len(form) > 1:
            return Word(form, "t", {})
        if form in PUNCTUATION:
            return Word(form, PUNCTUATION[form], {})
        if not (form[0].isalnum()):
            return Word(form, "." if form[0] in ".!?…" else "x", {})
        if form[0].isdigit():
            return Word(form, "Q" if form.replace(".", "").replace(",", "").isdecimal() or " " in form else "x", {})
        return self._open_word(form, lower, capital_tells)

    def _closed_word(self, form: str, lower: str, letters: str) -> Word:
        readings = group_readings(self._lexicon.readings(lower))
        verbs = tuple(reading for letter in "VIBG" for reading in readings.get(letter, ()))
        return Word(form, letters, readings | {letter: verbs for letter in letters if letter in AUXILIARIES and verbs})

    def _compound(self, form: str) -> dict[str, tuple[Reading, ...]]:
        """A compound noun that the lexicon lacks, as the lemmas of its parts: `cargo-planes`."""
        parts = [group_readings(self._lexicon.readings(part)).get("N") for part in form.split("-") if part]
        if not all(parts):
            return {}
        lemma = "-".join(readings[0].lemma for readings in parts if readings)
        tags = parts[0][0].tags if parts and parts[0] else ""
        return {"N": (Reading(lemma, "noun", tags),)}

    def _readings(self, form: str) -> dict[str, tuple[Reading, ...]]:
        """Readings by class: the lemmas that a language prefers, then those that trigger rules, then variants."""
        grouped = group_readings(self._lexicon.readings(form))
        return {letter: tuple(sorted(found, key=self._rank)) for letter, found in grouped.items()}

    def _rank(self, reading: Reading) -> tuple[bool, bool]:
        return reading.lemma not in self._grammar.preferred_lemmas, not self._keeps_participle(reading.lemma)

    def _open_word(self, form: str, lower: str, capital_tells: bool) -> Word:
        readings = self._readings(form)
        capital = form[0].isupper()
        if capital and not readings:
            readings = self._readings(lower)
        letters = "".join(readings)
        if capital and capital_tells:
            letters = "".join(letter for letter in letters if letter in "NA") + "U"
        if not letters and "-" in form and not capital:
            readings = self._compound(form)
            letters = "".join(readings)
        if not letters:
            letters = "U" if capital or any(c.isupper() for c in form) else "N"
        if "B" in letters and self._keeps_participle(readings["B"][0].lemma):
            letters = letters.replace("A", "")
        elif "B" in letters and "A" not in letters:
            letters += "A"
        return Word(form, letters, readings)


def read_sentence(
    text: str, span: tuple[int, int], dates: Sequence[tuple[int, int]], vocabulary: Vocabulary, grammar: Grammar
) -> Sentence:
    """Words of the sentence at `span` of the document; every date span inside it becomes one word."""
    words: list[Word] = []
    starts: list[int] = []
    ends: list[int] = []
    pending = [date for date in dates if span[0] <= date[0] and date[1] <= span[1] and not _in_word(text, date[0])]
    begin = span[0]
    lookup = Capitals(vocabulary, grammar) if in_capitals(text[span[0] : span[1]]) else vocabulary
    for date_start, date_end in pending:
        _read_words(text, begin, date_start, lookup, grammar, words, starts, ends)
        words.append(DATE_WORD)
        starts.append(date_start)
        ends.append(date_end)
        begin = date_end
    _read_words(text, begin, span[1], lookup, grammar, words, starts, ends)
    join_locutions(words, starts, ends)
    return Sentence(span[0], span[1], words, starts, ends, as_objects(words, settle(words, grammar.choose)))


class Capitals:
    """Looks words up as a vocabulary does, in a sentence all in capitals, which tell nothing of a word."""

    def __init__(self, vocabulary: Vocabulary, grammar: Grammar) -> None:
        self._vocabulary = vocabulary
        self._closed = grammar.closed
        self.inner: dict[str, Word] = {}

    def word(self, form: str) -> Word:
        """The word that a form is in small letters where it is known so, else a name."""
        lower = form.lower()
        small = self._vocabulary.word(lower)
        return small if small.readings or lower in self._closed else self._vocabulary.first_word(form.capitalize())

    first_word = word


def in_capitals(sentence: str) -> bool:
    """Whether a sentence of several words has nothing but capitals.

    >>> in_capitals("REBELS SHELL A TOWN"), in_capitals("THE UN"), in_capitals("NATO: rebels shell a town")
    (True, False, False)
    """
    return sentence.isupper() and sentence.count(" ") >= _SHOUTED


def _in_word(text: str, position: int) -> bool:
    """Whether a position lies inside a word or compound name."""
    return position > 0 and (text[position - 1].isalnum() or text[position - 1] == "-")


def _read_words(
    text: str,
    start: int,
    end: int,
    vocabulary: Vocabulary | Capitals,
    grammar: Grammar,
    words: list[Word],
    starts: list[int],
    ends: list[int],
) -> None:
    spans = [match.span() for match in grammar.token.finditer(text, start, end)]
    known = vocabulary.inner.get
    found = [known(text[first:last]) or vocabulary.word(text[first:last]) for first, last in spans]
    before = words[-1].letters if words else "."
    for position, word in enumerate(found):
        if before in OPENERS:
            word = found[position] = vocabulary.first_word(word.form)
        before = word.letters
    words += found
    starts += [first for first, _ in spans]
    ends += [last for _, last in spans]


def join_locutions(words: list[Word], starts: list[int], ends: list[int]) -> None:
    """Replace, in place, each multiword expression by its one word."""
    for position in range(len(words) - 2, -1, -1):
        seconds = words[position].locutions
        if seconds is None:
            continue
        for locution in seconds.get(words[position + 1].lower, ()):
            stop = position + 2 + len(locution.rest)
            if stop <= len(words) and all(
                words[position + 2 + offset].lower in forms for offset, forms in enumerate(locution.rest)
            ):
                words[position:stop] = [locution.word]
                ends[position:stop] = [ends[stop - 1]]
                del starts[position + 1 : stop]
                break
