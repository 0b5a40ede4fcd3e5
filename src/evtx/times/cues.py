"""Cue words: verbs and phrases that tell on which side of its anchor a date lies."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import islice
from typing import Any, NamedTuple

_WORDS = re.compile(r"[^\W\d_]+'?")
_LISTS = ("endings", "auxiliaries", "participles", "adjacent", "not_after")


class Cue(NamedTuple):
    """What shows one direction: words and phrases, word endings, participles after an auxiliary or before the date."""

    phrases: Mapping[str, Sequence[Sequence[str]]]
    spared: frozenset[str]
    spared_endings: tuple[str, ...]
    endings: tuple[str, ...]
    auxiliaries: frozenset[str]
    participles: tuple[str, ...]
    adjacent: tuple[str, ...]
    not_after: frozenset[str]


class Word(NamedTuple):
    """A word of a sentence and where it stands."""

    form: str
    start: int
    end: int


def plain_cue(lists: Mapping[str, Any]) -> list[Any]:
    """A cue from the lists of a rule file, as JSON keeps it; phrases are separated by commas, all else by spaces."""
    phrases: dict[str, list[list[str]]] = {}
    for phrase in str(lists.get("words") or "").replace("\n", ",").split(","):
        forms = _WORDS.findall(phrase)
        if forms:
            phrases.setdefault(forms[0], []).append(forms)
    spared = str(lists.get("but") or "").split()
    whole = [word for word in spared if not word.startswith("-")]
    endings = [word[1:] for word in spared if word.startswith("-")]
    return [phrases, whole, endings, *(str(lists.get(name) or "").split() for name in _LISTS)]


def from_plain_cue(plain: Sequence[Any]) -> Cue:
    """The cue that `plain_cue` gave."""
    phrases, spared, spared_endings, endings, auxiliaries, participles, adjacent, not_after = plain
    return Cue(
        phrases=phrases,
        spared=frozenset(spared),
        spared_endings=tuple(spared_endings),
        endings=tuple(endings),
        auxiliaries=frozenset(auxiliaries),
        participles=tuple(participles),
        adjacent=tuple(adjacent),
        not_after=frozenset(not_after),
    )


def words_of(low: str, start: int, end: int, most: int | None = None) -> list[Word]:
    """The words of a stretch of lowered text, or so many of its first."""
    found = islice(_WORDS.finditer(low, start, end), most)
    return [Word(match[0], *match.span()) for match in found]


def begins(form: str, cue: Cue) -> bool:
    """Whether a word may begin a cue of several words."""
    return form in cue.auxiliaries or any(len(phrase) > 1 for phrase in cue.phrases.get(form, ()))


def shows(form: str, cue: Cue) -> bool:
    """Whether a word is a cue by itself, and cannot begin a longer one."""
    return not begins(form, cue) and (form in cue.phrases or _ends(form, cue))


def cue_length(words: Sequence[Word], index: int, cue: Cue) -> int:
    """How many words from one on make a cue, 0 when none."""
    form = words[index].form
    for phrase in cue.phrases.get(form, ()):
        if len(phrase) == 1 or [word.form for word in words[index : index + len(phrase)]] == phrase:
            return len(phrase)
    if form in cue.auxiliaries:
        return _participle(words, index, cue.participles)
    return int(_ends(form, cue))


def _ends(form: str, cue: Cue) -> bool:
    return form.endswith(cue.endings) and form not in cue.spared and not form.endswith(cue.spared_endings)


def _participle(words: Sequence[Word], index: int, participles: tuple[str, ...]) -> int:
    for size in (2, 3):
        last = words[index + size - 1 : index + size]
        if last and len(last[0].form) > 2 and last[0].form.endswith(participles):
            return size
    return 0


def ends_in_participle(words: Sequence[Word], cue: Cue) -> bool:
    """Whether the last word before a date is a participle that does not belong to an infinitive."""
    if not words or len(words[-1].form) < 5:
        return False
    barred = len(words) > 1 and words[-2].form in cue.not_after
    return words[-1].form.endswith(cue.adjacent) and not barred
