"""From groups to cells: noun phrases with their prepositions and of-phrases, verb groups, single words."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Protocol

from evtx.language.agreement import agreements, features, numbers
from evtx.language.grammar import Grammar
from evtx.language.groups import Group
from evtx.language.tokens import Sentence
from evtx.language.words import LETTERS
from evtx.matching.cells import Cell, complements, merge_phrases, rejoin_auxiliaries, share_auxiliaries
from evtx.matching.moods import clause_moods

_VERB_KINDS = {"finite": "VS", "infinitive": "IJ", "participle": "BB", "gerund": "GG"}
_WORD_KINDS = {"R": "R", "z": "R", "K": "R", "d": "T", "y": "R", "C": "R", "D": "R", "M": "p", "t": "N", "F": "R"}


class TypeOf(Protocol):
    """Gives a noun group its mention type."""

    def __call__(self, sentence: Sentence, first: int, last: int, head: int, lemma: str, preposition: str, /) -> str:
        """Type of the group from word `first` to `last`, empty when nothing tells."""


class Triggers(Protocol):
    """What rules ask of nouns: which trigger events, which make one expression with a verb."""

    def is_noun(self, lemma: str) -> bool:
        """Whether a noun triggers some rule."""

    def is_tail(self, lemma: str, noun: str) -> bool:
        """Whether some rule wants the noun after the verb or noun."""

    def splits(self, lemma: str) -> bool:
        """Whether an of-phrase after the verb's object may be no part of it."""


# Types of of-phrases that a verb may govern itself: `accuse somebody of`, `load lorries with`.
_APART = frozenset(("abstract", "", "weapon", "materiel"))
_NOT_HEADS = frozenset(("event", "abstract", ""))


def build_cells(
    sentence: Sentence, groups: Sequence[Group], grammar: Grammar, type_of: TypeOf, triggers: Triggers
) -> list[Cell]:
    """The cells of a sentence, in order; `type_of` gives the mention type of a noun group."""
    cells: list[Cell] = []
    pending: Group | None = None
    for number, group in enumerate(groups, start=1):
        if group.kind == "noun":
            cell = noun_cell(sentence, group, pending, cells, grammar, type_of)
            if (cells and negated_object(cells[-1], cell, grammar)) or indefinite(sentence, cells, cell, grammar):
                cell = cell._replace(kind="N", preposition="")
            if (
                cells
                and continues_phrase(cells, cell, grammar, triggers)
                and not described(sentence, cells[-1], cell, groups[number : number + 3])
            ):
                cell = joined(cells.pop(), cell)
            cells.append(cell)
        elif group.kind == "preposition":
            if pending is not None:
                cells.append(plain_cell("p", pending))
            pending = group
            continue
        else:
            cells.extend(other_cells(sentence, group, pending, cells, grammar))
        pending = None
    if pending is not None:
        cells.append(plain_cell("p", pending))
    cells = share_auxiliaries(rejoin_auxiliaries(cells, sentence, grammar), sentence, grammar)
    return merge_phrases(clause_moods(cells, sentence, grammar))


def plain_cell(kind: str, group: Group) -> Cell:
    """A cell without type or features."""
    return Cell(kind, group.first, group.last, group.head, group.first, group.lemma, "", "", False, None)


def other_cells(
    sentence: Sentence, group: Group, pending: Group | None, cells: Sequence[Cell], grammar: Grammar
) -> list[Cell]:
    """The cell of a verb group or single word, with the bare preposition before it when there is one."""
    preposition = normal_preposition(sentence, pending, grammar)
    if group.verb is not None:
        kind = _VERB_KINDS[group.kind][group.verb.passive]
        first = pending.first if pending is not None else group.first
        return [Cell(kind, first, group.last, group.head, group.first, group.lemma, preposition, "", False, group.verb)]
    letter = sentence.tape[group.first]
    if letter == "q" and cells and cells[-1].verb is not None and cells[-1].verb.restrictive:
        letter = "R"
    lemma = grammar.contractions.get(group.lemma, group.lemma)
    cell = plain_cell(_WORD_KINDS.get(letter, letter), group)._replace(lemma=lemma)
    if letter == "t":
        cell = cell._replace(type="pronoun", lemma=group.lemma.rpartition("-")[2])
    return [cell] if pending is None else [plain_cell("p", pending), cell]


def normal_preposition(sentence: Sentence, group: Group | None, grammar: Grammar) -> str:
    """The preposition of a group in its base form, empty for none."""
    if group is None:
        return ""
    last = group.last - 1 if sentence.tape[group.last - 1] != '"' else group.last - 2
    form = sentence.words[last].form.lower()
    return grammar.contractions.get(form, form)


def noun_cell(
    sentence: Sentence, group: Group, pending: Group | None, cells: Sequence[Cell], grammar: Grammar, type_of: TypeOf
) -> Cell:
    """A noun phrase, or a prepositional phrase when a preposition or a contraction opens it."""
    letters = sentence.tape[group.first : group.last]
    preposition, phrase = normal_preposition(sentence, pending, grammar), group.first
    if letters[0] == "M" and not preposition:
        base = grammar.contractions.get(sentence.words[group.first].form.lower(), "")
        if base == grammar.to or (base == grammar.of and follows_noun(cells, group, grammar)):
            preposition, phrase = base, group.first + 1
    kind = "P" if preposition else "N"
    first = pending.first if pending is not None else group.first
    type_ = type_of(sentence, phrase, group.last, group.head, group.lemma, preposition)
    named = "U" in letters
    return Cell(kind, first, group.last, group.head, phrase, group.lemma, preposition, type_, named, None)


def follows_noun(cells: Sequence[Cell], group: Group, grammar: Grammar) -> bool:
    """Whether what stands right before makes a contraction the preposition rather than an article."""
    if not cells or cells[-1].last != group.first:
        return False
    last = cells[-1]
    return last.kind in "NPAB" or (last.verb is not None and last.lemma in grammar.of_verbs)


def indefinite(sentence: Sentence, cells: Sequence[Cell], cell: Cell, grammar: Grammar) -> bool:
    """Whether the preposition of before an adjective is an article: `some heavy fighting`, `to strike other towns`."""
    if cell.preposition != grammar.of or sentence.tape[cell.phrase] != LETTERS["adjective"]:
        return False
    verb = cells[-1].verb if cells else None
    governs = verb is not None and (verb.reflexive or cells[-1].lemma in grammar.of_verbs)
    return not cells or (cells[-1].kind in "VIG" and not governs)


def negated_object(before: Cell, cell: Cell, grammar: Grammar) -> bool:
    """Whether an of-phrase right after a negated verb is its object: `will send none of tanks`."""
    negated = before.verb is not None and before.verb.negative
    return negated and cell.preposition == grammar.of and before.last == cell.first and before.kind in "VI"


def continues_phrase(cells: Sequence[Cell], cell: Cell, grammar: Grammar, triggers: Triggers) -> bool:
    """Whether an of-phrase belongs to the phrase right before it.

    Nouns that are events keep theirs apart, since it may be an argument; so does a noun that makes one expression with
    the verb before it.
    """
    before = cells[-1]
    if cell.preposition != grammar.of or before.kind not in "NP" or before.last != cell.first:
        return False
    if before.type in ("pronoun", "event") or cell.type == "event" or not complements(before, cell):
        return False
    if before.type in _NOT_HEADS and triggers.is_noun(before.lemma):
        return False
    if len(cells) < 2:
        return True
    governor = cells[-2]
    if triggers.is_tail(governor.lemma, before.lemma):
        return False
    return (
        governor.verb is None
        or before.type == "quantity"
        or not triggers.splits(governor.lemma)
        or cell.type not in _APART
    )


def described(sentence: Sentence, before: Cell, cell: Cell, following: Sequence[Group]) -> bool:
    """Whether what follows an of-phrase agrees with it alone, not with the noun before it.

    `the families of the pupils killed in the raid`, `the head of the rebels who have killed him`.
    """
    if not following or before.type == "quantity":
        return False
    if following[0].kind == "participle":
        wanted = features(sentence, following[0].head)
    else:
        wanted = relative_verb(sentence, following)
    return bool(wanted & features(sentence, cell.head)) and not wanted & features(sentence, before.head)


def relative_verb(sentence: Sentence, following: Sequence[Group]) -> frozenset[str]:
    """What the verb of a relative clause agrees with, where one begins; else nothing."""
    for who, verb in pairwise(following):
        if sentence.tape[who.first] == LETTERS["who"] and verb.kind == "finite":
            return frozenset(pair for number in numbers(sentence, verb.first, verb.last) for pair in agreements(number))
    return frozenset()


def joined(before: Cell, cell: Cell) -> Cell:
    """Two adjacent phrases as one; a noun that only measures takes the type of what it measures."""
    type_ = cell.type if before.type == "quantity" else before.type
    return before._replace(last=cell.last, type=type_)
