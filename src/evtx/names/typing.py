"""The mention type of a noun group: from its head noun, its name, its title, or what it measures."""

from __future__ import annotations

from collections.abc import Container, Mapping
from typing import Any, NamedTuple

from evtx.language.tokens import Sentence
from evtx.language.words import LETTERS
from evtx.names.gazetteer import Gazetteer
from evtx.names.nouns import NounTypes, listed

_FORGET_AT = 50_000
_GOODS = frozenset(("weapon", "materiel", "vehicle"))
# What goes on with a name of several words after its first group: `the Republic of Korea`.
_OF = (LETTERS["of"], LETTERS["contraction"])
_PRONOUNS = frozenset("STt")
# Types that an event noun overrides: a noun listed with a concrete type keeps it.
_YIELDING = frozenset(("", "abstract", "event", "thing", "time"))


class GroupTyper(NamedTuple):
    """Gives noun groups their type; `event_nouns` are the nouns that trigger some rule."""

    nouns: NounTypes
    names: Gazetteer
    event_nouns: Container[str]
    titles: frozenset[str]
    group_words: frozenset[str]
    fighter_words: frozenset[str]
    measures: frozenset[str]
    functions: frozenset[str]
    counted: Mapping[str, str]
    determined: Mapping[str, str]
    memory: dict[tuple[object, ...], str]

    @classmethod
    def from_mapping(
        cls, mapping: Mapping[str, Any], nouns: NounTypes, names: Gazetteer, event_nouns: Container[str]
    ) -> GroupTyper:
        """A typer from a language's `names.yml`, as loaded."""

        def words(key: str) -> frozenset[str]:
            return frozenset(entry.lower() for entry in listed(mapping.get(key, "")))

        return cls(
            nouns,
            names,
            event_nouns,
            words("titles"),
            words("organisation_words"),
            words("fighter_words"),
            words("measure_nouns"),
            words("roles"),
            noun_types(mapping.get("counted", "")),
            noun_types(mapping.get("determined", "")),
            {},
        )

    def __call__(self, sentence: Sentence, first: int, last: int, head: int, lemma: str, preposition: str, /) -> str:
        """Type of the group from word `first` to `last`; empty when nothing tells."""
        letter = sentence.tape[head]
        if letter in _PRONOUNS:
            return "pronoun"
        if letter == "Q":
            return "quantity"
        forms = [word.form for word in sentence.words[first : last + 3]]
        counted = self._measured(sentence, first)
        key = (letter, head - first, last - first, bool(preposition), head == 0, counted, *forms)
        known = self.memory.get(key)
        if known is None:
            if len(self.memory) > _FORGET_AT:
                self.memory.clear()
            known = self.memory[key] = self._work_out(sentence, first, last, head, lemma, preposition)
        return known

    def _work_out(self, sentence: Sentence, first: int, last: int, head: int, lemma: str, preposition: str) -> str:
        letter = sentence.tape[head]
        named = self._named(sentence, head, last, preposition)
        if letter == "U":
            return named or self._unknown_name(sentence, first, head)
        return named or self._casualty(sentence, first, last, lemma) or self._common(sentence, head, last, lemma)

    def _casualty(self, sentence: Sentence, first: int, last: int, lemma: str) -> str:
        """Type of a noun that names casualties where it is counted, empty for others."""
        if lemma not in self.counted:
            return ""
        counted = any(letter in "QK" for letter in sentence.tape[first:last]) or self._measured(sentence, first)
        return self.counted[lemma] if counted else ""

    def _measured(self, sentence: Sentence, first: int) -> bool:
        """Whether a noun that measures stands before the group with one word between: `a score of dead`."""
        return first > 1 and sentence.words[first - 2].lemma(sentence.tape[first - 2]) in self.measures

    def _named(self, sentence: Sentence, head: int, last: int, preposition: str) -> str:
        end = last + 2 if sentence.tape[last : last + 1] in _OF else last
        found = self.names.longest([word.form for word in sentence.words[head:end]], 0)
        if found is None:
            return ""
        entry, length = found
        if length < last - head and "U" in sentence.tape[head + length : last] and entry.type == "place":
            return ""
        if entry.also == "country":
            return "seat" if preposition else "country"
        return entry.type

    def _unknown_name(self, sentence: Sentence, first: int, head: int) -> str:
        form = sentence.words[head].form.lower()
        if form in self.group_words:
            return "fighters" if form in self.fighter_words else "group"
        before = {sentence.words[index].form.lower() for index in range(first, head)}
        return "name" if before.isdisjoint(self.titles) else "person"

    def _common(self, sentence: Sentence, head: int, last: int, lemma: str) -> str:
        determined = self.determined.get(f"{sentence.words[head - 1].lower} {lemma}") if head else None
        if determined:
            return determined
        following = [word.form for word in sentence.words[head + 1 : last + 3]]
        form = sentence.words[head].form
        found = self.nouns.type_at([lemma, *following], 0, form=form) or self.nouns.type_at(
            [lemma.lower(), *following], 0, form=form
        )
        type_ = found[0] if found else ""
        lemma = lemma.lower()
        capital = head > 0 and sentence.words[head].form[:1].isupper()
        if capital:
            type_ = "fighters" if lemma in self.fighter_words else "group" if lemma in self.group_words else type_
            named = not form.isupper() and sentence.tape[head - 1] != LETTERS["quote"]
            type_ = "name" if type_ in _GOODS and named else type_
        return self._settled(type_, lemma, capital)

    def _settled(self, type_: str, lemma: str, capital: bool) -> str:
        if lemma in self.measures and type_ in _YIELDING:
            return "quantity"
        if lemma in self.event_nouns and type_ in _YIELDING and not capital:
            return "event"
        if lemma in self.functions:
            return type_ or "person"
        return type_ or ("country" if self.names.demonym(lemma) else "")


def noun_types(block: str) -> dict[str, str]:
    """Noun, or determiner and noun -> its type there, from entries such as `fatality -> dead`."""
    pairs = (entry.partition("->") for entry in listed(block))
    return {noun.strip(): type_.strip() for noun, _, type_ in pairs}
