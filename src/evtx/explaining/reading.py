"""How a sentence was read: words with their classes, groups, clauses, quotations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from evtx.explaining.place import Place
from evtx.explaining.values import Phrase, Quoted, Reading, Stretch, Token
from evtx.language import lexicon
from evtx.language.groups import VerbFeatures
from evtx.language.quotations import Quotation
from evtx.language.tokens import DATE_WORD
from evtx.language.words import LETTERS, Word
from evtx.matching.cells import Cell
from evtx.matching.found import Clause

AUXILIARY = "auxiliary or verb"
PUNCTUATION = "punctuation"
_CLASSES = {letter: name.replace("_", " ") for name, letter in LETTERS.items()} | {
    LETTERS["subject"]: "subject pronoun",
    LETTERS["clitic"]: "clitic pronoun",
    LETTERS["inversion"]: "inverted pronoun",
    LETTERS["have"]: AUXILIARY,
    LETTERS["be"]: AUXILIARY,
}
_MARKS = frozenset(",;:.()-\"'")
AGREEMENT = {
    "mas": "masculine", "fem": "feminine", "epi": "either gender", "sg": "singular", "pl": "plural",
    "inv": "singular or plural",
}  # fmt: skip
_FEATURES = AGREEMENT | {
    "infi": "infinitive", "ppas": "past participle", "ppre": "present participle", "ipre": "present",
    "iimp": "imperfect", "ipsi": "simple past", "ifut": "future", "spre": "subjunctive present",
    "simp": "subjunctive imperfect", "cond": "conditional", "impe": "imperative",
    "1sg": "first person singular", "2sg": "second person singular", "3sg": "third person singular",
    "1pl": "first person plural", "2pl": "second person plural", "3pl": "third person plural",
}  # fmt: skip
_KINDS = {
    "N": "noun phrase", "P": "prepositional phrase", "V": "verb", "S": "passive verb", "I": "infinitive",
    "J": "passive infinitive", "B": "participle", "G": "gerund", "A": "adjective", "T": "date", "R": "adverb",
    "p": "preposition", "q": "that", "w": "who", "l": "relative", "s": "subordinator", "c": "coordination",
}  # fmt: skip
_CLAUSES = {
    "q": "that-clause", "w": "relative clause", "l": "relative clause", "s": "subordinate clause",
    ":": "after a colon", ";": "main clause",
}  # fmt: skip


def tokens(clause: Clause, place: Place) -> tuple[Token, ...]:
    """The words of a sentence, each with its reading."""
    sentence = clause.sentence
    rows = zip(sentence.words, sentence.tape, sentence.starts, sentence.ends, strict=True)
    return tuple(token(word, letter, place, start, end) for word, letter, start, end in rows)


def token(word: Word, letter: str, place: Place, start: int, end: int) -> Token:
    """One word with the class letter that it has where it stands."""
    chosen, *same = readings(word, letter)
    others = [reading for other in word.letters if other != letter for reading in readings(word, other)]
    return Token(place.words(start, end), chosen, tuple(dict.fromkeys((*same, *others))))


def readings(word: Word, letter: str) -> list[Reading]:
    """What a word may be as one of its classes, the first one first."""
    found = word.readings.get(letter, ())
    name = class_name(letter)
    return [Reading(name, one.lemma, features(one)) for one in found] or [Reading(name, word.form.lower(), ())]


def class_name(letter: str) -> str:
    """A word class by its letter."""
    return PUNCTUATION if letter in _MARKS else _CLASSES.get(letter, "symbol")


def features(reading: lexicon.Reading) -> tuple[str, ...]:
    """What the lexicon says of a form, in words, such as masculine or singular."""
    return tuple(_FEATURES[tag] for tag in reading.tags.split() if tag in _FEATURES)


def phrases(clause: Clause, place: Place) -> tuple[Phrase, ...]:
    """The groups of a sentence in its order, punctuation too."""
    return tuple(phrase(clause, cell, place) for cell in clause.cells)


def phrase(clause: Clause, cell: Cell, place: Place) -> Phrase:
    """One group."""
    words = place.words(clause.sentence.starts[cell.first], clause.sentence.ends[cell.last - 1])
    said = verb_features(cell.verb) if cell.verb is not None else ()
    lemma = "" if cell.lemma == DATE_WORD.form else cell.lemma
    return Phrase(words, _KINDS.get(cell.kind, PUNCTUATION), lemma, cell.type, cell.preposition, said)


def verb_features(verb: VerbFeatures) -> tuple[str, ...]:
    """What the form of a verb group says, in words, such as past, negated or causative."""
    named = (
        ("negated", verb.negative),
        ("only", verb.restrictive),
        ("reflexive", verb.reflexive),
        ("causative", verb.causative),
        ("compound tense", verb.compound),
    )
    modal = (f"modal: {verb.modality}",) if verb.modality else ()
    clitics = (f"clitics: {' '.join(verb.clitics)}",) if verb.clitics else ()
    return (verb.mood, *(name for name, holds in named if holds), *modal, *clitics)


def clauses(clause: Clause, place: Place) -> tuple[Stretch, ...]:
    """The clauses of a sentence one after the other: cut where a conjunction, relative pronoun, colon or semicolon is.

    That is how far rules and dates look; a clause that another one interrupts comes in two.
    """
    cells = clause.cells
    opened = [0, *(index for index, cell in enumerate(cells) if cell.kind in _CLAUSES and index)]
    found: list[Stretch] = []
    for first, after in zip(opened, [*opened[1:], len(cells)], strict=True):
        if any(cells[i].kind not in ',.;:"' for i in range(first, after)):
            words = place.words(clause.sentence.starts[cells[first].first], clause.end(after - 1))
            found.append(Stretch(words, _CLAUSES.get(cells[first].kind, "main clause")))
    return tuple(found)


def quotations(found: Iterable[Quotation], clause: Clause, place: Place) -> Iterator[Quoted]:
    """The quotations that reach into a sentence."""
    start, end = clause.sentence.start, clause.sentence.end
    for one in found:
        if one.start < end and start < one.end:
            yield Quoted(place.words(one.start, one.end), one.depth, one.closed)


def cell_words(clause: Clause, cells: Sequence[int], place: Place) -> str:
    """The words from the first to the last of some cells, preposition included."""
    first, last = clause.cells[cells[0]], clause.cells[cells[-1]]
    return place.text[clause.sentence.starts[first.first] : clause.sentence.ends[last.last - 1]]
