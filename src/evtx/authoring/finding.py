"""Which rules an author asks for: by language, event type and word, or by an id that is nearly right."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches
from typing import NamedTuple

from evtx.authoring.bench import Bench, Rule
from evtx.language.lexicon import FullForms, LexiconError
from evtx.rules.model import Frame

_WORD = re.compile(r"[^\W\d_][\w'’°-]*")
_NAMED = re.compile(r"\{[^{}]*\}|<[^<>]*>")


class Wanted(NamedTuple):
    """What a rule must have: one of the languages, one of the event types or subtypes, all of the words."""

    languages: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


def find_rules(bench: Bench, wanted: Wanted) -> list[Rule]:
    """The rules that have what is wanted, in the order of the files."""
    rules = [rule for rule in bench.by_id.values() if _is_of(rule, wanted)]
    if not wanted.words:
        return rules
    asked = {language: _Asked.of(wanted.words, bench, language) for language in {rule.language for rule in rules}}
    return [rule for rule in rules if asked[rule.language].stands_in(rule)]


def _is_of(rule: Rule, wanted: Wanted) -> bool:
    return (not wanted.languages or rule.language in wanted.languages) and (
        not wanted.types or bool({rule.event, rule.subtype}.intersection(wanted.types))
    )


class Forms(NamedTuple):
    """Tells what words are forms of."""

    lexicon: FullForms | None

    def of(self, word: str) -> frozenset[str]:
        """A word and what it may be a form of, in lower case."""
        readings = self.lexicon.readings(word) if self.lexicon else ()
        return frozenset((word.lower(), *(reading.lemma.lower() for reading in readings)))

    def of_all(self, words: Iterable[str]) -> frozenset[str]:
        """The same for several words together."""
        return frozenset(form for word in words for form in self.of(word))


def forms_of(bench: Bench, language: str) -> Forms:
    """The forms of a language; without a lexicon a word is a form of itself alone."""
    try:
        return Forms(bench.lexicon(language))
    except LexiconError:
        return Forms(None)


class _Asked(NamedTuple):
    """Words that somebody looks for, each with what it may be a form of."""

    forms: Forms
    words: tuple[frozenset[str], ...]

    @classmethod
    def of(cls, texts: Iterable[str], bench: Bench, language: str) -> _Asked:
        """The words of some texts."""
        forms = forms_of(bench, language)
        return cls(forms, tuple(forms.of(word) for text in texts for word in words_in(text)))

    def stands_in(self, rule: Rule) -> bool:
        """Whether one wording or template of a rule holds all of the words."""
        return any(self._all_in(self.forms.of_all(words)) for words in wordings_of(rule))

    def _all_in(self, own: frozenset[str]) -> bool:
        return all(own & one for one in self.words)


def wordings_of(rule: Rule) -> Iterator[list[str]]:
    """The words of each wording of a frame, of each template of a pattern."""
    texts = [wording.text for wording in (*rule.verbs, *rule.nouns)] if isinstance(rule, Frame) else rule.templates
    yield from (words_in(_NAMED.sub(" ", text)) for text in texts)


def words_in(text: str) -> list[str]:
    """The words of a text or template, in lower case, elided ones with their apostrophe.

    >>> words_in("o'er (Hill|Dale) @go-between")
    ["o'", 'er', 'hill', 'dale', 'go-between']
    """
    parts = (re.split(r"(?<=')", word.replace("’", "'")) for word in _WORD.findall(text.lower()))
    return [part for found in parts for part in found if part]


def close_to(written: str, ids: Sequence[str]) -> list[str]:
    """Ids of rules that somebody who wrote this may have meant, the nearest first."""
    whole = get_close_matches(written, ids, 3, 0.6)
    last = written.rpartition(".")[2]
    ends = {id_.rpartition(".")[2]: id_ for id_ in reversed(ids)}
    parts = [ends[end] for end in get_close_matches(last, ends, 3, 0.75)]
    return list(dict.fromkeys((*whole, *parts)))[:3]
