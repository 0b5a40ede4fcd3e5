"""The words with which a language's press dates its texts, taken from rule files."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

KEYS = ("published", "updated", "labels", "issues", "bylines", "signed", "joiners", "hours", "clock")
"""The lists of words that a header file has, each written with commas."""


class HeaderGrammar(NamedTuple):
    """What the words of a header line mean, all in lower case with straight apostrophes."""

    months: Mapping[str, int]
    days: Mapping[str, int]
    day_first: bool
    short_years: int
    published: tuple[str, ...]
    updated: tuple[str, ...]
    labels: tuple[str, ...]
    issues: tuple[str, ...]
    bylines: tuple[str, ...]
    signed: tuple[str, ...]
    joiners: frozenset[str]
    hours: frozenset[str]
    clock: frozenset[str]

    @classmethod
    def from_mappings(cls, header: Mapping[str, Any], dates: Mapping[str, Any]) -> HeaderGrammar:
        """The grammar of a language from its header file and the words of its date file.

        From the latter come `words.month`, `words.weekday`, `words.day`, `numeric` and `short_years`. ValueError
        names the keys that are missing or unknown.
        """
        words = {key: _listed(header[key]) for key in _checked(header)}
        weekdays = numbered(dates["words"].get("weekday", {}))
        return cls(
            months=numbered(dates["words"].get("month", {})),
            days=numbered(dates["words"].get("day", {})),
            day_first=dates.get("numeric", "dmy") == "dmy",
            short_years=int(dates.get("short_years", 1950)),
            published=words["published"],
            updated=words["updated"],
            labels=words["labels"],
            issues=words["issues"],
            bylines=words["bylines"],
            signed=words["signed"],
            joiners=frozenset(words["joiners"]) | weekdays.keys(),
            hours=frozenset(words["hours"]),
            clock=frozenset(words["clock"]),
        )

    def month(self, word: str) -> int | None:
        """The number of a month by its name, whole or short."""
        plain = plainly(word)
        return self.months.get(plain) or self.months.get(plain.rstrip("."))

    def day(self, word: str) -> int | None:
        """The day of the month that figures or a word give."""
        plain = plainly(word).rstrip(".")
        return self.days.get(plain) or (int(plain) if plain.isdecimal() else None)


def plainly(words: str) -> str:
    """Words as the grammar holds them: lower case, straight apostrophes, single blanks.

    >>> plainly("Of  the Clock’s")
    "of the clock's"
    """
    return " ".join(words.split()).casefold().replace("’", "'")


def _checked(header: Mapping[str, Any]) -> tuple[str, ...]:
    missing = [f"{key} is missing" for key in KEYS if key not in header]
    unknown = [f"{key} is no key of a header file" for key in header if key not in (*KEYS, "language")]
    if missing or unknown:
        raise ValueError("; ".join(missing + unknown))
    return KEYS


def _listed(written: str) -> tuple[str, ...]:
    return tuple(plainly(word) for word in written.split(",") if word.strip())


def numbered(table: Mapping[Any, str]) -> dict[str, int]:
    """Words to numbers, from a table of numbers with their words parted by commas."""
    return {word: int(number) for number, words in table.items() for word in _listed(words)}
