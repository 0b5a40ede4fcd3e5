"""The words of a frame's verb or noun as a sentence needs them."""

from __future__ import annotations

from typing import NamedTuple

from evtx.authoring.generating.grammar import GenerationGrammar, NounGroup
from evtx.authoring.generating.inflection import Inflector
from evtx.language.grammar import Grammar
from evtx.matching.triggers import bare_verb

_AGREEING = "=subject"


class VerbWords(NamedTuple):
    """A verb of a frame taken apart: clitics before it, its lemma, the words after it, and what kinds it is of."""

    clitics: tuple[str, ...]
    lemma: str
    tail: tuple[str, ...]
    kinds: frozenset[str]


def verb_words(written: tuple[str, ...], generation: GenerationGrammar, grammar: Grammar) -> VerbWords:
    """The parts of a line of `verbs`; a causative is the verb that is put, with its infinitive after it."""
    verb = bare_verb(written, grammar)
    clitics = tuple(_whole(clitic, generation) for clitic in verb.clitics)
    reflexive = not grammar.reflexives.isdisjoint(verb.clitics)
    lemma, tail = verb.lemma, tuple(verb.tail)
    if verb.causative:
        parts = " ".join(written).replace("'", "' ").split()
        lemma, tail = parts[len(verb.clitics)], (verb.lemma, *tail)
    kinds = {"reflexive"} if reflexive else {"be"} if lemma in grammar.be_verbs else set()
    return VerbWords(clitics, lemma, tail, frozenset(kinds | ({"caused"} if verb.causative else set())))


def _whole(clitic: str, generation: GenerationGrammar) -> str:
    """A clitic without its elision."""
    letters = clitic.removesuffix("'")
    return next((word for word in generation.elided if word[:-1] == letters), clitic) if letters != clitic else clitic


class Conjugator(NamedTuple):
    """Puts verbs by the forms of a language."""

    generation: GenerationGrammar
    inflector: Inflector

    def put(self, verb: VerbWords, name: str, subject: NounGroup) -> list[str]:
        """The words of a verb in a form, with what follows it; none when the lexicon lacks one of them."""
        form = self.generation.form(name, verb.kinds)
        words: list[str] = []
        for part in form.parts if form else ():
            if part == "clitics":
                words += verb.clitics
                continue
            word = self._word(part, verb, subject)
            if not word:
                return []
            words.append(word)
        return [*words, *verb.tail] if words else []

    def _word(self, part: str, verb: VerbWords, subject: NounGroup) -> str:
        lemma, slash, tense = part.partition("/")
        if slash:
            return self.inflector.verb(lemma, tense, (f"3{subject.number}",))
        if part == "ppas":
            return self.inflector.verb(verb.lemma, "ppas", ("mas", "sg"))
        if part.endswith(_AGREEING):
            return self.inflector.verb(verb.lemma, part.removesuffix(_AGREEING), (subject.gender, subject.number))
        if part == "infi":
            return verb.lemma
        if part == "ppre":
            return self.inflector.verb(verb.lemma, part)
        return part
