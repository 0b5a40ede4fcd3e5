"""The lexicon of a language: its full-form lexicon, the words that its own rules and lists name, or both."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from evtx.language.lexicon import FullForms, Lexicon
from evtx.language.listed_words import Joined, ListedWords
from evtx.rules.model import RuleSet, Wording

_STORE = "words.marisa"


def lexicon_of(rules: RuleSet, language: str) -> FullForms:
    """The lexicon of a language; LexiconError when its file is damaged.

    Words of a `words.yml` come before those of the full-form lexicon. Without the latter the words with which frames
    begin count as listed too.
    """
    files: Mapping[str, Any] = rules.languages.get(language, {})
    full = full_lexicon(rules.folders, language)
    listed: Mapping[str, Any] = files.get("words", {})
    if full is None:
        return ListedWords.from_mapping(listed, frame_words(rules, language, closed_words(files)))
    return Joined(ListedWords.from_mapping(listed, {}), full) if listed else full


def full_lexicon(folders: Sequence[str], language: str) -> Lexicon | None:
    """The full-form lexicon of a language in the first rules folder that has one; None when none has."""
    found = (Path(folder) / language for folder in folders)
    return next((Lexicon.open(folder) for folder in found if (folder / _STORE).exists()), None)


def frame_words(rules: RuleSet, language: str, closed: frozenset[str]) -> dict[str, list[str]]:
    """The words with which the verbs and nouns of a language's frames begin, by class."""
    frames = rules.rules[language].frames if language in rules.rules else ()
    verbs = (wording for frame in frames for wording in frame.verbs)
    nouns = (wording for frame in frames for wording in frame.nouns)
    return {"verb": _first(verbs, closed), "noun": _first(nouns, closed)}


def closed_words(files: Mapping[str, Any]) -> frozenset[str]:
    """The closed-class words of a language's grammar."""
    classes: Mapping[str, str] = files.get("grammar", {}).get("classes", {})
    return frozenset(word for words in classes.values() for word in words.split())


def _first(wordings: Iterable[Wording], closed: frozenset[str]) -> list[str]:
    """The first word of each that is of no closed class."""
    words = (next((word for word in wording.words if word not in closed), "") for wording in wordings)
    return list(dict.fromkeys(word for word in words if word))
