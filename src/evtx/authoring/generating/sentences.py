"""Sentences for the words and constructions of a frame, each marked as it must be found again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from evtx.authoring.generating.grammar import GenerationGrammar, NounGroup, SentenceForm, Slot
from evtx.authoring.generating.inflection import Inflector
from evtx.authoring.generating.planning import Filling, Planner
from evtx.authoring.generating.verb_groups import Conjugator, VerbWords, verb_words
from evtx.authoring.generating.writing import Bit, WrittenSentence, write
from evtx.authoring.markup import write_markup
from evtx.languages import LanguageKit
from evtx.matching.triggers import verb_trigger
from evtx.rules.model import Frame, Wording

NOUN, _COUNTED, _TRIGGER = "noun", "counted", "trigger"
_WITH_OBJECT = " with object"
_SIDES = ("subject", "object")
# Constructions whose sentence is about the object, and needs a verb that can be put into the passive.
_ABOUT_OBJECT = frozenset(("passive", "participle"))
# Those in which an object may have a preposition of its own, and those of speech in which the object is what is said.
_PREPOSITIONAL = frozenset(("object", "infinitive", "active", "relative", "gerund"))
_OBJECT_IS_SAID = frozenset(("object", "passive"))


class Generator:
    """Makes sentences for the frames of one language."""

    def __init__(self, kit: LanguageKit, generation: GenerationGrammar, inflector: Inflector) -> None:
        self._rules = kit.rules
        self._generation = generation
        self._inflector = inflector
        self._conjugator = Conjugator(generation, inflector)

    def constructions(self, frame: Frame) -> list[str]:
        """The constructions of a frame's verbs for which there is a sentence."""
        takes = self._rules.tables(frame).takes
        return [name for name in self._forms(frame) if name in takes and name != NOUN]

    def shown(self, frame: Frame) -> Iterator[tuple[str, str]]:
        """Each construction of a frame's verbs with a sentence in markup, of the first verb for which there is one."""
        for construction in self.constructions(frame):
            sentences = (self.of_verb(frame, wording, construction) for wording in frame.verbs)
            sentence = next((sentence for sentence in sentences if sentence is not None), None)
            if sentence is not None:
                yield construction, write_markup(sentence.text, sentence.marks).line

    def of_verb(self, frame: Frame, wording: Wording, construction: str) -> WrittenSentence | None:
        """A sentence with a verb of the frame in a construction; None when none can be made."""
        sentence = self._form(frame, construction)
        trigger = verb_trigger(frame, wording.words, self._rules.grammar)
        verb = verb_words(wording.words, self._generation, self._rules.grammar)
        if trigger.object_preposition and construction not in _PREPOSITIONAL:
            return None
        slots = self._slots(frame, sentence)
        if slots is None or (construction in _ABOUT_OBJECT and not self._has_passive(verb)):
            return None
        given = [part.name for part in sentence.parts if isinstance(part, Slot) and part.name == "content"]
        filling = self._planner(frame).fill(slots, given)
        return filling and self._written(sentence, filling, verb)

    def of_noun(self, frame: Frame, wording: Wording) -> WrittenSentence | None:
        """A sentence with a noun of the frame; None when none can be made."""
        sentence = self._forms(frame).get(_COUNTED if frame.itself else NOUN)
        if sentence is None:
            return None
        filling = self._planner(frame).fill({}, [frame.itself] if frame.itself else [], of_noun=True)
        head, *tail = wording.words
        gender, number = self._inflector.noun_features(head)
        if not number:
            return None
        nouns = VerbWords((), head, tuple(tail), frozenset((gender, number)))
        return filling and self._written(sentence, filling, nouns)

    def _forms(self, frame: Frame) -> Mapping[str, SentenceForm]:
        speaks = self._rules.roles.speaks(frame.event)
        return self._generation.speech if speaks else self._generation.sentences

    def _form(self, frame: Frame, construction: str) -> SentenceForm:
        """The sentence of a construction; where the object is somebody spoken to, the one that is made for it."""
        forms, tables = self._forms(frame), self._rules.tables(frame)
        addressed = tables.object and "content" not in tables.object
        return forms.get(f"{construction}{_WITH_OBJECT}" if addressed else construction, forms[construction])

    def _has_passive(self, verb: VerbWords) -> bool:
        """Whether a verb can be put into the passive: not a reflexive or causative one, nor one with an infinitive."""
        with_infinitive = verb.tail and verb.tail[-1].endswith(self._rules.grammar.infinitive_endings)
        return not verb.kinds and not with_infinitive

    def _planner(self, frame: Frame) -> Planner:
        return Planner(self._generation, self._rules, self._rules.tables(frame))

    def _slots(self, frame: Frame, sentence: SentenceForm) -> dict[str, Sequence[str]] | None:
        """The roles of the noun groups that a sentence asks for; None when the frame has none for what it is about."""
        tables = self._rules.tables(frame)
        roles = {"subject": tables.subject, "object": tables.object}
        slots: dict[str, Sequence[str]] = {side: roles[side] for side in _SIDES if sentence.has(side)}
        said = self._rules.roles.speaks(frame.event) and sentence.construction not in _OBJECT_IS_SAID
        if "object" in slots and (not tables.object or (said and "content" in tables.object)):
            del slots["object"]
        about = _ABOUT_OBJECT if sentence.construction in _ABOUT_OBJECT else ()
        return None if about and not (tables.object and tables.subject) else slots

    def _written(self, sentence: SentenceForm, filling: Filling, verb: VerbWords) -> WrittenSentence | None:
        bits: list[Bit] = []
        for index, part in enumerate(sentence.parts):
            if isinstance(part, str):
                bits.append(Bit(part))
                continue
            words = list(self._words(part, _agreeing(sentence, index, filling, self._generation), filling, verb))
            if not words and part.name not in (*_SIDES, "complements"):
                return None
            bits += words
        return write(bits, self._generation)

    def _words(self, slot: Slot, agreeing: NounGroup, filling: Filling, verb: VerbWords) -> Iterator[Bit]:
        """The words that a slot stands for; none when the lexicon lacks them, or nothing stands there."""
        if slot.name in _SIDES:
            role, nouns = filling.slots.get(slot.name, ("", None))
            yield from _bits(nouns.words, role) if nouns else ()
        elif slot.name == "complements":
            for phrase in filling.complements:
                yield from _bits(phrase.preposition)
                yield from _bits(phrase.nouns.words, phrase.role)
        elif slot.name == "content":
            yield from _bits(slot.rest, slot.name)
        elif slot.name in ("noun", "nouns"):
            yield from self._noun(slot.name, verb)
        elif slot.rest:
            other = verb_words((slot.rest,), self._generation, self._rules.grammar)
            yield from map(Bit, self._conjugator.put(other, slot.name, agreeing))
        else:
            yield from (Bit(word, _TRIGGER) for word in self._conjugator.put(verb, slot.name, agreeing))

    def _noun(self, slot: str, noun: VerbWords) -> Iterator[Bit]:
        """The trigger noun with its article, or in the plural after a number."""
        features = (("mas" if "mas" in noun.kinds else "fem"), ("pl" if "pl" in noun.kinds else "sg"))
        if slot == "nouns":
            word, article = self._inflector.noun(noun.lemma, features[0], "pl"), ""
        else:
            word = noun.lemma
            article = self._generation.articles.get(features, "")
        if not word or (slot == "noun" and not article):
            return
        yield from (Bit(part) for part in (article,) if part)
        yield Bit(word, _TRIGGER)
        yield from _bits(" ".join(noun.tail), _TRIGGER)


def _bits(words: str, role: str = "") -> Iterator[Bit]:
    return (Bit(word, role) for word in words.split())


def _agreeing(sentence: SentenceForm, index: int, filling: Filling, generation: GenerationGrammar) -> NounGroup:
    """The noun group that a verb agrees with: the nearest before it, else the nearest after it."""
    before = [part for part in reversed(sentence.parts[:index]) if isinstance(part, Slot) and part.name in _SIDES]
    after = [part for part in sentence.parts[index:] if isinstance(part, Slot) and part.name in _SIDES]
    named = (filling.slots.get(slot.name) for slot in (*before, *after))
    return next((found[1] for found in named if found is not None), generation.nobody)
