"""Cue words: verbs and phrases that tell on which side of its anchor a date lies."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

_WORDS = re.compile(r"[^\W\d_]+'?")


@dataclass(frozen=True, slots=True)
class Cue:
    """What shows one direction: words and phrases, word endings, participles after an auxiliary or before the date."""

    phrases: Mapping[str, tuple[tuple[str, ...], ...]]
    endings: tuple[str, ...]
    spared: frozenset[str]
    spared_endings: tuple[str, ...]
    auxiliaries: frozenset[str]
    participles: tuple[str, ...]
    adjacent: tuple[str, ...]
    not_after: frozenset[str]


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a sentence and where it stands."""

    form: str
    start: int
    end: int


def read_cue(lists: Mapping[str, Any]) -> Cue:
    """A cue from the lists of a rule file; phrases are separated by commas, all else by spaces."""
    phrases: dict[str, tuple[tuple[str, ...], ...]] = {}
    for phrase in str(lists.get("words") or "").replace("\n", ",").split(","):
        forms = tuple(_WORDS.findall(phrase))
        if forms:
            phrases[forms[0]] = (*phrases.get(forms[0], ()), forms)
    spared = str(lists.get("but") or "").split()
    return Cue(
        phrases=phrases,
        endings=_listed(lists, "endings"),
        spared=frozenset(word for word in spared if not word.startswith("-")),
        spared_endings=tuple(word[1:] for word in spared if word.startswith("-")),
        auxiliaries=frozenset(_listed(lists, "auxiliaries")),
        participles=_listed(lists, "participles"),
        adjacent=_listed(lists, "adjacent"),
        not_after=frozenset(_listed(lists, "not_after")),
    )


def _listed(lists: Mapping[str, Any], key: str) -> tuple[str, ...]:
    return tuple(str(lists.get(key) or "").split())


def words_of(low: str, start: int, end: int) -> list[Word]:
    """The words of a stretch of lowered text."""
    return [Word(match.group(), match.start(), match.end()) for match in _WORDS.finditer(low, start, end)]


def cue_length(words: Sequence[Word], index: int, cue: Cue) -> int:
    """How many words from one on make a cue, 0 when none."""
    form = words[index].form
    for phrase in cue.phrases.get(form, ()):
        if tuple(word.form for word in words[index : index + len(phrase)]) == phrase:
            return len(phrase)
    if form in cue.auxiliaries:
        return _participle(words, index, cue.participles)
    return int(cue.endings != () and form.endswith(cue.endings) and not _spared(form, cue))


def _spared(form: str, cue: Cue) -> bool:
    return form in cue.spared or form.endswith(cue.spared_endings or "\0")


def _participle(words: Sequence[Word], index: int, participles: tuple[str, ...]) -> int:
    for size in (2, 3):
        last = words[index + size - 1 : index + size]
        if last and len(last[0].form) > 2 and last[0].form.endswith(participles):
            return size
    return 0


def ends_in_participle(words: Sequence[Word], cue: Cue) -> bool:
    """Whether the last word before a date is a participle that does not belong to an infinitive."""
    if not words or not cue.adjacent or len(words[-1].form) < 5:
        return False
    barred = len(words) > 1 and words[-2].form in cue.not_after
    return words[-1].form.endswith(cue.adjacent) and not barred
