"""Which language a text is in, told from its closed-class words, the endings of its words and its script."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache

_SAMPLE = 1500  # characters that are read; a news text has said its language long before
_SCRIPT_LETTERS = 100  # spread over them; enough to tell the script
_WORD = re.compile(r"[^\W\d_]+")
_LONGEST_ENDING = 6
_LEAST_STEM = 2  # letters that must stand before an ending
# What a listed word says for its language, in halves of a vote: shared with neighbours, or theirs alone.
_OWN = 2
_WEIGHTS = {"": _OWN, "?": 1, "!": -2}
# Half votes. A text of a language gathers three times this share of its words, a text of a neighbour a third of it.
_LEAST_SHARE = 0.2
_LEAST = 3


def identify(text: str, closed_class: Mapping[str, frozenset[str]]) -> str | None:
    """Code of the language that `text` is in; None when nothing tells, two tell alike, or it is none of these.

    `closed_class` holds for each language words that are frequent in it, in lower case and without an apostrophe:
    `word` for one that is strange to its neighbours, `?word` for one that it shares with some, `!word` for one of a
    neighbour that it does not have, `-xyz` for an ending of its own.

    >>> words = {"en": frozenset(("the", "were", "-ing", "?in")), "xx": frozenset(("zu", "zo"))}
    >>> identify("The troops were arriving in the night.", words), identify("In Kafra in March.", words)
    ('en', None)
    """
    sample = text[:_SAMPLE].lower()
    words = _WORD.findall(sample)
    script = script_of(sample[:: 1 + len(sample) // _SCRIPT_LETTERS])
    votes = {
        language: tally(words, listed) for language, listed in closed_class.items() if script == listed_script(listed)
    }
    return winner(votes, len(words))


def tally(words: Iterable[str], listed: frozenset[str]) -> int:
    """Half votes of all words together; none when no word is the language's own.

    >>> listed = frozenset(("the", "?in", "!der"))
    >>> tally(("the", "arms", "in", "boxes"), listed), tally(("in", "kafra", "in", "march"), listed)
    (3, 0)
    """
    votes = [vote(word, listed) for word in words]
    return sum(votes) if _OWN in votes else 0


@lru_cache(maxsize=1 << 16)
def vote(word: str, listed: frozenset[str]) -> int:
    """What a word says by itself, or else by the longest ending that is listed.

    >>> [vote(word, frozenset(("the", "?in", "!der", "-ing"))) for word in ("the", "in", "der", "shooting")]
    [2, 1, -2, 2]
    """
    endings = (f"-{word[-length:]}" for length in range(min(_LONGEST_ENDING, len(word) - _LEAST_STEM), 1, -1))
    for entry in (word, *endings):
        for sign, weight in _WEIGHTS.items():
            if sign + entry in listed:
                return weight
    return 0


def winner(votes: Mapping[str, int], words: int) -> str | None:
    """The language with the most votes, if they are enough for so many words and no other has as many.

    >>> winner({"fr": 6, "en": 2}, 9), winner({"fr": 6, "en": 6}, 9), winner({"fr": 6}, 90)
    ('fr', None, None)
    """
    ranked = sorted(votes.items(), key=lambda counted: (-counted[1], counted[0]))[:2]
    if not ranked or ranked[0][1] < max(_LEAST, _LEAST_SHARE * words):
        return None
    tied = len(ranked) > 1 and ranked[1][1] == ranked[0][1]
    return None if tied else ranked[0][0]


def script_of(text: str) -> str:
    """Name of the script that most letters of a text are written in, as Unicode names it; empty without letters.

    >>> script_of("Kabul"), script_of("كابول"), script_of("1996")
    ('LATIN', 'ARABIC', '')
    """
    scripts = Counter(unicodedata.name(letter, " ").partition(" ")[0] for letter in text if letter.isalpha())
    return max(scripts, key=lambda name: (scripts[name], name), default="")


@lru_cache
def listed_script(listed: frozenset[str]) -> str:
    """Script that the words of a language are written in."""
    return script_of("".join(sorted(listed)))
