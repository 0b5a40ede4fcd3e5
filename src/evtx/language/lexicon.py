"""The full-form lexicon: every form of a language with all that it may be.

It is two files in the folder of a language: `words.marisa`, a memory-mapped trie from forms to the number of an
analysis, and `words.json`, which spells the analyses out. `scripts/build_fr_words.py` makes those of French.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple, Protocol

import marisa_trie


class LexiconError(ValueError):
    """A lexicon that is not there or not whole; says which file and what to do."""


class Reading(NamedTuple):
    """One thing that a form may be.

    `pos` is noun, adj, verb, adv, det, pron, prep, conj, num, title, name, interj, prefix, suffix or sign.
    `tags` are separated by spaces. Verbs: mood or tense (infi ppre ppas ipre iimp ipsi ifut spre simp cond impe), then
    persons (1sg ... 3pl) or the agreement of a participle. Others: the kind where there is one (prn, patr or npr of a
    name; dem, rel ... of a pronoun), then gender (mas fem epi) and number (sg pl inv).
    """

    lemma: str
    pos: str
    tags: str


class FullForms(Protocol):
    """Something that knows the forms of words."""

    def readings(self, form: str) -> tuple[Reading, ...]:
        """All readings of a form; none when unknown."""

    def beginning(self, prefix: str) -> Sequence[str]:
        """The forms that begin with some letters."""


class Lexicon(NamedTuple):
    """Forms to readings, read from a memory-mapped file."""

    forms: Any  # marisa_trie.RecordTrie, which has no types
    lemmas: Sequence[tuple[int, str]]  # letters to cut from the end of a form, what to put there
    tags: Sequence[tuple[str, str]]  # part of speech, tags
    analyses: Sequence[Sequence[int]]  # lemma, tags, lemma, tags ... as numbers into the two above

    @classmethod
    def open(cls, folder: Path) -> Lexicon:
        """The lexicon in `folder`, such as `rules/fr`. Raises LexiconError when it is missing or damaged."""
        packed, table = folder / "words.marisa", folder / "words.json"
        try:
            listed = json.loads(table.read_bytes())
            _check(packed, listed["bytes"], listed["crc32"])
            forms = marisa_trie.RecordTrie("<H").mmap(str(packed))
            return cls(forms, listed["lemmas"], listed["tags"], listed["analyses"])
        except OSError as error:
            raise LexiconError(f"{error.filename or folder}: the lexicon cannot be read ({error.strerror})") from error
        except (ValueError, KeyError, TypeError, RuntimeError) as error:
            raise LexiconError(f"{table}: the lexicon is damaged; build it again or install anew ({error})") from error

    def readings(self, form: str) -> tuple[Reading, ...]:
        """All readings of a form, as written or else in lower case; none when unknown.

        A typographic apostrophe equals the straight one.
        """
        if "\0" in form:  # the trie takes it for the end of the key
            return ()
        key = form.replace("’", "'") if "’" in form else form
        try:
            found = self.forms.get(key)
            if found is None:
                key = key.lower()
                found = self.forms.get(key)
        except UnicodeEncodeError:  # half a surrogate pair, from a text that was decoded badly
            return ()
        return self._spelt_out(key, self.analyses[found[0][0]]) if found else ()

    def beginning(self, prefix: str) -> Sequence[str]:
        """The forms that begin with some letters."""
        forms: list[str] = self.forms.keys(prefix)
        return forms

    def _spelt_out(self, form: str, analysis: Sequence[int]) -> tuple[Reading, ...]:
        lemmas, tags, length = self.lemmas, self.tags, len(form)
        numbers = iter(analysis)
        readings = []
        for lemma, tag in zip(numbers, numbers, strict=False):
            cut, ending = lemmas[lemma]
            pos, features = tags[tag]
            readings.append(Reading(form[: length - cut] + ending, pos, features))
        return tuple(readings)


def _check(packed: Path, size: int, checksum: int) -> None:
    """Refuse a trie that was cut or changed: the library would read beyond its end."""
    content = packed.read_bytes()
    if len(content) != size or zlib.crc32(content) != checksum:
        raise ValueError(f"{packed.name} is not the file that words.json describes")
