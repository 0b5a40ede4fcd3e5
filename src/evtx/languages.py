"""Everything needed to read one language, made ready once: grammar, lexicon, names, dates and compiled rules."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from evtx.language.grammar import STRAIGHT, Grammar, lines, written_items
from evtx.language.tokens import Vocabulary
from evtx.lexicons import lexicon_of
from evtx.linking.kinship import Kin
from evtx.linking.mentions import Pronouns
from evtx.matching.building import build_rules
from evtx.matching.found import Clause
from evtx.matching.ruleset import LanguageRules
from evtx.matching.sentences import SentenceReader
from evtx.names.folding import fold
from evtx.names.gazetteer import Gazetteer
from evtx.names.nouns import NounTypes
from evtx.names.typing import GroupTyper
from evtx.reading.header_grammar import HeaderGrammar, numbered
from evtx.rules.defaults import NEEDED, completed
from evtx.rules.model import RuleSet
from evtx.rules.using import used
from evtx.times.grammar import DateGrammar

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_FORGET_AT = 100_000


class Demonyms(Container[str]):
    """The nouns and adjectives that name a people."""

    def __init__(self, names: Gazetteer) -> None:
        self.names = names

    def __contains__(self, lemma: object) -> bool:
        return isinstance(lemma, str) and self.names.demonym(lemma) is not None


class Gate:
    """Tells which stretches of text hold a word that some rule may start from.

    Remembers every run of characters between white space that it has seen: to cut a text there is several times faster
    than to look for its words.
    """

    def __init__(self, rules: LanguageRules, vocabulary: Vocabulary) -> None:
        self._rules = rules
        self._vocabulary = vocabulary
        self._opening: set[str] = set()
        self._others: set[str] = set()

    def opens(self, text: str) -> bool:
        """Whether the text holds a trigger word."""
        if any(symbol in text for symbol in self._rules.trigger_symbols):
            return True
        chunks = set(text.split())
        if not chunks.isdisjoint(self._opening):
            return True
        unknown = chunks - self._others
        return bool(unknown) and sum(map(self._learn, unknown)) > 0

    def _learn(self, chunk: str) -> bool:
        if len(self._others) > _FORGET_AT:
            self._others.clear()
        found = any(map(self._may_trigger, _WORD.findall(chunk)))
        (self._opening if found else self._others).add(chunk)
        return found

    def _may_trigger(self, form: str) -> bool:
        if form.lower().translate(STRAIGHT) in self._rules.trigger_forms:
            return True
        triggers = self._rules.triggers
        words = [self._vocabulary.first_word(part) for part in dict.fromkeys((form, form.partition("-")[0]))]
        lemmas = {reading.lemma for word in words for readings in word.readings.values() for reading in readings}
        lemmas |= {word.lemma(letter) for word in words for letter in word.letters}
        return any(
            triggers.is_verb(lemma) or triggers.is_noun(lemma) or lemma in self._rules.patterns for lemma in lemmas
        )


class LanguageKit(NamedTuple):
    """One language, ready to read."""

    language: str
    grammar: Grammar
    rules: LanguageRules
    sentences: SentenceReader
    dates: DateGrammar
    header: HeaderGrammar
    abbreviations: frozenset[str]
    pronouns: Pronouns
    kin: Kin
    gate: Gate


def readable_languages(rules: RuleSet) -> list[str]:
    """The languages that have rules, and all that reading them needs."""
    return [name for name, files in rules.languages.items() if files.keys() >= NEEDED and name in rules.rules]


def lacking(rules: RuleSet, language: str) -> tuple[str, ...]:
    """What a language lacks to be read: names of files, or `rules`; all of it when nothing is known of it."""
    files = [f"{name}.yml" for name in sorted(NEEDED - rules.languages.get(language, {}).keys())]
    return (*files, *(() if language in rules.rules else ("rules",)))


def closed_class_words(rules: RuleSet) -> dict[str, frozenset[str]]:
    """Language -> the words by which it is recognised."""
    return {
        language: frozenset(files["language"]["identify"].split())
        for language, files in rules.languages.items()
        if "language" in files
    }


def prepare(rules: RuleSet, language: str) -> LanguageKit:
    """The kit of a language; KeyError when the rules have no such language.

    RuleFileError tells which of its files cannot be used.
    """
    files = completed(rules.languages[language])
    use = partial(used, rules.folders, language)
    abbreviations = frozenset(files["language"]["abbreviations"].split())
    plain = [word for word in abbreviations if not word.endswith("#")]
    grammar = use("grammar", lambda: Grammar.from_mapping(files["grammar"], plain))
    names = Gazetteer.from_mappings(rules.names, place_store(rules.folders))
    demonyms = Demonyms(names)
    compiled = use("constructions", lambda: build_rules(rules, language, files["constructions"], grammar, demonyms))
    vocabulary = Vocabulary(grammar, use("words", lambda: lexicon_of(rules, language)), compiled.keeps_participle)
    nouns = use("names", lambda: NounTypes.from_mapping(files["names"]))
    type_of = GroupTyper.from_mapping(files["names"], nouns, names, event_nouns(compiled))
    return LanguageKit(
        language=language,
        grammar=grammar,
        rules=compiled,
        sentences=SentenceReader(vocabulary, compiled, type_of),
        dates=use("dates", lambda: DateGrammar.from_mapping(files["dates"])),
        header=use("header", lambda: HeaderGrammar.from_mappings(files["header"], files["dates"])),
        abbreviations=abbreviations,
        pronouns=pronoun_features(files["grammar"]["pronoun_features"]),
        kin=kinship(files["grammar"], files["dates"].get("words", {}), rules),
        gate=Gate(compiled, vocabulary),
    )


def event_nouns(rules: LanguageRules) -> frozenset[str]:
    """The nouns that name events other than acts of speech."""
    return frozenset(lemma for lemma, event in rules.triggers.noun_events() if not rules.roles.speaks(event))


def place_store(folders: Sequence[str]) -> str | None:
    """The path of the place store in the first rules folder that has one."""
    paths = [Path(folder) / "names" / "places.marisa" for folder in folders]
    return next((str(path) for path in paths if path.exists()), None)


def pronoun_features(block: str) -> Pronouns:
    """Gender and number of pronouns, from lines such as `fem sg: she her`."""
    features: dict[str, tuple[str, str]] = {}
    for line in lines(block):
        tags, _, forms = line.partition(":")
        gender = next((tag for tag in tags.split() if tag in ("mas", "fem")), "")
        number = next((tag for tag in tags.split() if tag in ("sg", "pl")), "")
        features |= dict.fromkeys(forms.split(), (gender, number))
    return Pronouns(features)


def kinship(grammar: Mapping[str, Any], date_words: Mapping[str, Any], rules: RuleSet) -> Kin:
    """What decides whether two mentions may be one event."""
    definite = frozenset(grammar["definite"].split())
    demonstrative = frozenset(grammar.get("demonstrative", "").split())
    sequels = frozenset(written_items(grammar.get("sequels", "")))

    def is_definite(clause: Clause, cell: int) -> bool:
        first = clause.cells[cell].phrase
        words = clause.sentence.words
        return words[first].lower in definite or (first > 0 and words[first - 1].letters == "M")

    def is_demonstrative(clause: Clause, cell: int) -> bool:
        return clause.sentence.words[clause.cells[cell].phrase].lower in demonstrative

    numbers = numbered(date_words.get("number", {}))
    generic = frozenset(event.generic for event in rules.events if event.generic)

    def is_sequel(clause: Clause, cell: int) -> bool:
        return clause.cells[cell].preposition in sequels

    distinct = frozenset(subtype for event in rules.events for subtype in event.distinct)
    return Kin(generic, distinct, fold_words(definite), is_definite, is_demonstrative, is_sequel, numbers)


def fold_words(skipped: frozenset[str]) -> Any:
    """A function that folds words for comparison and leaves out articles at their start."""

    def folded(words: str) -> str:
        parts = fold(words).replace("'", "' ").split()
        return " ".join(part for part in parts if part not in skipped)

    return folded
