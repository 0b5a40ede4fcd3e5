"""What `generation.yml` of a language says: noun groups, forms of verbs, and a sentence for each construction."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from evtx.language.grammar import lines

_TOKEN = re.compile(r"\{[^{}]*\}|\S+")


class NounGroup(NamedTuple):
    """Words that can fill a role, with their mention type, gender and number (empty for none)."""

    words: str
    type: str = ""
    gender: str = ""
    number: str = ""


class Form(NamedTuple):
    """How a verb is put: a name, the kinds of verbs that it is for, its parts as written."""

    name: str
    kinds: frozenset[str]
    parts: tuple[str, ...]


class Slot(NamedTuple):
    """A place in a sentence: its name, and what stands after a blank or colon in it."""

    name: str
    rest: str = ""


class SentenceForm(NamedTuple):
    """The sentence of one construction: words and slots."""

    construction: str
    parts: tuple[str | Slot, ...]

    def has(self, name: str) -> bool:
        """Whether it has a slot of this name."""
        return any(isinstance(part, Slot) and part.name == name for part in self.parts)


class GenerationGrammar(NamedTuple):
    """All that the file says."""

    nouns: tuple[NounGroup, ...]
    nobody: NounGroup
    articles: Mapping[tuple[str, str], str]
    forms: tuple[Form, ...]
    sentences: Mapping[str, SentenceForm]
    speech: Mapping[str, SentenceForm]
    joins: Mapping[tuple[str, str], str]
    elided: tuple[str, ...]
    vowels: frozenset[str]

    @classmethod
    def from_mapping(cls, mapping: Mapping[str, Any]) -> GenerationGrammar:
        """The grammar of a file as loaded."""
        nouns = [noun_group(line, type_) for type_, block in mapping["nouns"].items() for line in lines(block)]
        articles = [noun_group(line, "") for line in lines(mapping["articles"])]
        joins = [line.partition(":") for line in lines(mapping.get("joins", ""))]
        return cls(
            nouns=tuple(nouns),
            nobody=noun_group(mapping["nobody"], ""),
            articles={(article.gender, article.number): article.words for article in articles},
            forms=tuple(form(line) for line in lines(mapping["forms"])),
            sentences=dict(sentence_forms(mapping["sentences"])),
            speech=dict(sentence_forms(mapping["speech"])),
            joins={(pair.split()[0], pair.split()[1]): joined.strip() for pair, _, joined in joins},
            elided=tuple(mapping.get("elided", "").split()),
            vowels=frozenset(mapping.get("vowels", "")),
        )

    def form(self, name: str, kinds: frozenset[str]) -> Form | None:
        """The form of this name for a verb of these kinds, the most particular first; None when there is none."""
        fitting = [form for form in self.forms if form.name == name and form.kinds <= kinds]
        return max(fitting, key=lambda form: len(form.kinds), default=None)


def noun_group(line: str, type_: str) -> NounGroup:
    """A noun group as written.

    >>> noun_group("mas pl, the rebels", "fighters")
    NounGroup(words='the rebels', type='fighters', gender='mas', number='pl')
    """
    tags, _, words = line.partition(",")
    gender, _, number = tags.partition(" ")
    return NounGroup(words.strip(), type_, gender, number.strip())


def form(line: str) -> Form:
    """A form as written.

    >>> form("past of reflexive: have/ipre ppas").kinds
    frozenset({'reflexive'})
    """
    head, _, parts = line.partition(":")
    name, _, kinds = head.partition(" of ")
    return Form(name.strip(), frozenset(kinds.split()), tuple(parts.split()))


def sentence_forms(block: str) -> Iterator[tuple[str, SentenceForm]]:
    """Construction -> its sentence, from lines such as `active: {subject} {past} {object} .`."""
    for line in lines(block):
        name, _, text = line.partition(":")
        yield name.strip(), SentenceForm(name.strip(), tuple(_part(token) for token in _TOKEN.findall(text)))


def _part(token: str) -> str | Slot:
    if not token.startswith("{"):
        return token
    name, _, rest = token[1:-1].replace(":", " ").partition(" ")
    return Slot(name, rest.strip())
