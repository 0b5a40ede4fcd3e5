"""What a language knows of the words that its rules name."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from typing import Any

from evtx.language.grammar import Grammar
from evtx.language.lexicon import FullForms, Reading
from evtx.names.nouns import listed

_WORD = re.compile(r"[^\W\d_]+'?")
_SAME_LETTERS = 2
_MOST_GUESSES = 40


class KnownWords:
    """The lexicon, the closed classes and the listed nouns of a language together.

    Where a lexicon is not `complete`, words that it does not have are nouns.
    """

    def __init__(self, grammar: Grammar, lexicon: FullForms, nouns: frozenset[str], complete: bool) -> None:
        self.grammar = grammar
        self._lexicon = lexicon
        self._nouns = nouns
        self._complete = complete
        self._closed = frozenset(
            (*grammar.closed, *grammar.contractions, *grammar.single_locutions, *_words_of(grammar))
        )
        self._guesses: dict[str, str] = {}
        self._readings: dict[str, Sequence[Reading]] = {}

    def readings(self, word: str) -> Sequence[Reading]:
        """What the lexicon says of a word."""
        if word not in self._readings:
            self._readings[word] = self._lexicon.readings(word)
        return self._readings[word]

    def is_closed(self, word: str) -> bool:
        """Whether a word is of a closed class, or part of a locution."""
        return word in self._closed

    def is_known(self, word: str) -> bool:
        """Whether a word is one of the language: a form, a listed noun, a name, a figure, or a compound of such."""
        if not self._complete or self.is_closed(word) or word in self._nouns or not word.islower():
            return True
        if self.readings(word):
            return True
        parts = [part for part in re.split(r"-|(?<=')", word) if part]
        return len(parts) > 1 and all(map(self.is_known, parts))

    def is_lemma(self, word: str, *classes: str) -> bool:
        """Whether a word is the lemma of one of its readings, among those of some parts of speech."""
        return any(r.lemma == word and (not classes or r.pos in classes) for r in self.readings(word))

    def lemmas(self, word: str, *classes: str) -> list[str]:
        """What a word is a form of."""
        found = (r.lemma for r in self.readings(word) if not classes or r.pos in classes)
        return list(dict.fromkeys(found))

    def guess(self, word: str) -> str:
        """A way to mend a word that is not known."""
        if word not in self._guesses and len(self._guesses) < _MOST_GUESSES:
            near = get_close_matches(word, self._lexicon.beginning(word[:_SAME_LETTERS]), 9, 0.75)
            lemmas = [form for form in near if self.is_lemma(form)]
            self._guesses[word] = f"did you mean {lemmas[0]}? if not, " if lemmas else ""
        return f"{self._guesses.get(word, '')}add it to a words.yml with its forms"


def known_words(grammar: Grammar, lexicon: FullForms, names: Mapping[str, Any], complete: bool) -> KnownWords:
    """The words of a language, from its grammar, its lexicon (whether it is a full one) and its `names.yml`."""
    listed_nouns = [entry for part in names.get("nouns", ()) for entry in listed(part["words"])]
    more = listed(names.get("unknown_ok", ""))
    words = (word for entry in (*listed_nouns, *more) for word in entry.split())
    return KnownWords(grammar, lexicon, frozenset(words), complete)


def _words_of(grammar: Grammar) -> list[str]:
    """The words of which the locutions of a language are made."""
    found = [locution for seconds in grammar.locutions.values() for some in seconds.values() for locution in some]
    return [word for locution in found for word in _WORD.findall(locution.word.form)]
