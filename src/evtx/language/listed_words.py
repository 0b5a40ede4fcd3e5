"""A lexicon written by hand: words with their forms, and the endings by which other words get theirs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from evtx.language.lexicon import FullForms, Reading

# What a column of forms may be called, as the lexicon's tags have it.
FORMS: Mapping[str, str] = {
    "infinitive": "infi",
    "present": "ipre 3sg 3pl",
    "past": "ipsi 3sg 3pl",
    "imperfect": "iimp 3sg 3pl",
    "future": "ifut 3sg 3pl",
    "conditional": "cond 3sg 3pl",
    "subjunctive": "spre 3sg 3pl",
    "participle": "ppas",
    "gerund": "ppre",
    "singular": "epi sg",
    "plural": "epi pl",
    "form": "",
}
CLASSES: Mapping[str, str] = {"verb": "verb", "noun": "noun", "adjective": "adj", "adverb": "adv"}
_COLUMNS = {"noun": "singular plural"}
_NONE = "-"


class Ending(NamedTuple):
    """How words of an ending get their forms: the ending of the word itself, and those of its forms."""

    own: str
    others: tuple[str, ...]


class ListedWords:
    """Forms to readings, made of a few lists."""

    def __init__(self, readings: Mapping[str, Sequence[Reading]]) -> None:
        self._readings = readings

    @classmethod
    def from_mapping(cls, mapping: Mapping[str, Any], more: Mapping[str, Iterable[str]]) -> ListedWords:
        r"""The words of a `words.yml`, as loaded, and `more` words by class, which get their forms by their endings.

        >>> words = ListedWords.from_mapping({
        ...     "columns": {"verb": "infinitive/present present past"},
        ...     "endings": {"verb": "-e: -es -ed\n-: -s -ed"},
        ...     "words": {"verb": "say: says said, go: goes went"}}, {"verb": ["seize"]})
        >>> [reading.lemma for reading in words.readings("seized")], [r.tags for r in words.readings("Went")]
        (['seize'], ['ipsi 3sg 3pl'])
        """
        readings: dict[str, list[Reading]] = {}
        listed = mapping.get("words", {})
        for name, pos in CLASSES.items():
            columns = [
                part.split("/") for part in mapping.get("columns", {}).get(name, _COLUMNS.get(name, "form")).split()
            ]
            endings = [
                read_ending(line) for line in mapping.get("endings", {}).get(name, "").splitlines() if line.strip()
            ]
            entries: dict[str, tuple[str, ...]] = {word: (word,) for word in more.get(name, ())}
            entries |= {entry[0]: entry for entry in read_entries(listed.get(name, ""))}
            for entry in entries.values():
                for form, tags in tagged(entry, columns, endings):
                    readings.setdefault(form, []).append(Reading(entry[0], pos, tags))
        return cls(readings)

    def readings(self, form: str) -> tuple[Reading, ...]:
        """All readings of a form, as written or else in lower case; none when unknown."""
        key = form.replace("’", "'")
        return tuple(self._readings.get(key) or self._readings.get(key.lower(), ()))

    def beginning(self, prefix: str) -> Sequence[str]:
        """The forms that begin with some letters."""
        return [form for form in self._readings if form.startswith(prefix)]


class Joined(NamedTuple):
    """Two lexicons as one: what the first knows, and then what the second adds."""

    first: FullForms
    second: FullForms

    def readings(self, form: str) -> tuple[Reading, ...]:
        """All readings of a form in both."""
        return tuple(dict.fromkeys((*self.first.readings(form), *self.second.readings(form))))

    def beginning(self, prefix: str) -> Sequence[str]:
        """The forms of both that begin with some letters."""
        return [*self.first.beginning(prefix), *self.second.beginning(prefix)]


def read_entries(block: str) -> list[tuple[str, ...]]:
    r"""Words with the forms written after them, from lines with commas: the word itself, then its forms.

    >>> read_entries("say: says said\nwarn, go: goes went")
    [('say', 'says', 'said'), ('warn',), ('go', 'goes', 'went')]
    """
    parts = [part.partition(":") for line in block.splitlines() for part in line.split(",") if part.strip()]
    return [(word.strip(), *forms.split()) for word, _, forms in parts]


def read_ending(line: str) -> Ending:
    """An ending and what takes its place, from a line such as `-y: -ies -ied`."""
    own, _, others = line.partition(":")
    return Ending(own.strip().lstrip("-"), tuple(other.removeprefix("-") or "" for other in others.split()))


def tagged(
    entry: Sequence[str], columns: Sequence[Sequence[str]], endings: Sequence[Ending]
) -> Iterator[tuple[str, str]]:
    """Every form of a word with its tags; the word itself stands in the first column."""
    word, *written = entry
    forms = [word, *(written or formed(word, endings))]
    for form, names in zip(forms, columns, strict=False):
        if form != _NONE:
            yield from ((form, FORMS.get(name, "")) for name in names)


def formed(word: str, endings: Sequence[Ending]) -> list[str]:
    """The forms of a word by the first ending that fits, none when none does.

    >>> formed("carry", [Ending("y", ("ies", "ied")), Ending("", ("s", "ed"))])
    ['carries', 'carried']
    """
    for ending in endings:
        if word.endswith(ending.own):
            return [word[: len(word) - len(ending.own)] + other for other in ending.others]
    return []
