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
from evtx.matching.cells import Cell, join_pairs, merge_phrases, rejoin_auxiliaries, share_auxiliaries
from evtx.matching.joining import Triggers, continues_phrase, join_lists, joined, partitive_object
from evtx.matching.moods import clause_moods

_VERB_KINDS = {"finite": "VS", "infinitive": "IJ", "participle": "BB", "gerund": "GG"}
_WORD_KINDS = {"R": "R", "z": "R", "K": "R", "d": "T", "y": "R", "C": "R", "D": "R", "M": "p", "t": "N", "F": "R"}


# What no partitive article stands before.
_PROPER = frozenset(("country", "seat"))


class TypeOf(Protocol):
    """Gives a noun group its mention type."""

    def __call__(self, sentence: Sentence, first: int, last: int, head: int, lemma: str, preposition: str, /) -> str:
        """Type of the group from word `first` to `last`, empty when nothing tells."""


def build_cells(
    sentence: Sentence, groups: Sequence[Group], grammar: Grammar, type_of: TypeOf, triggers: Triggers
) -> list[Cell]:
    """The cells of a sentence, in order; `type_of` gives the mention type of a noun group."""
    cells: list[Cell] = []
    pending: Group | None = None
    for number, group in enumerate(groups, start=1):
        if group.kind == "noun":
            cell = noun_cell(sentence, group, pending, cells, grammar, type_of, triggers)
            if (cells and negated_object(cells[-1], cell, grammar)) or indefinite(sentence, cells, cell, grammar):
                cell = cell._replace(kind="N", preposition="")
            if cells and partitive_object(sentence, cells, cell, grammar, triggers):
                cell = cell._replace(kind="N", preposition="", phrase=cell.first)
            if (
                cells
                and continues_phrase(sentence, cells, cell, grammar, triggers)
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
    cells = join_pairs(clause_moods(cells, sentence, grammar), grammar.between)
    return merge_phrases(join_lists(cells, grammar))


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
    """The preposition of a group in its base form, empty for none; after another one, `of` is an article."""
    if group is None:
        return ""
    last = group.last - 1 if sentence.tape[group.last - 1] != '"' else group.last - 2
    if last > group.first and sentence.tape[last] == LETTERS["of"]:
        last -= 1
    form = sentence.words[last].form.lower()
    return grammar.contractions.get(form, form)


def noun_cell(
    sentence: Sentence,
    group: Group,
    pending: Group | None,
    cells: Sequence[Cell],
    grammar: Grammar,
    type_of: TypeOf,
    rules: Triggers,
) -> Cell:
    """A noun phrase, or a prepositional phrase when a preposition or a contraction opens it."""
    letters = sentence.tape[group.first : group.last]
    preposition, phrase = normal_preposition(sentence, pending, grammar), group.first
    if letters[0] == "M" and not preposition:
        base = grammar.contractions.get(sentence.words[group.first].form.lower(), "")
        if base == grammar.to or (base == grammar.of and follows_noun(cells, group, grammar, rules)):
            preposition, phrase = base, group.first + 1
    first = pending.first if pending is not None else group.first
    type_ = type_of(sentence, phrase, group.last, group.head, group.lemma, preposition)
    if letters[0] == "M" and not preposition and cells and cells[-1].verb is not None and type_ in _PROPER:
        preposition, phrase = grammar.of, group.first + 1
    kind = "P" if preposition else "N"
    named = "U" in letters
    return Cell(kind, first, group.last, group.head, phrase, group.lemma, preposition, type_, named, None)


def follows_noun(cells: Sequence[Cell], group: Group, grammar: Grammar, rules: Triggers) -> bool:
    """Whether what stands right before makes a contraction the preposition rather than an article."""
    if not cells or cells[-1].last != group.first:
        return False
    last = cells[-1]
    if last.verb is not None and last.verb.causative:
        return False
    if last.kind in "SJ" and any(cell.kind in "Nw" for cell in cells[:-1]):
        return True
    if last.verb is not None and last.verb.reflexive and rules.wants_of(last.lemma):
        return True
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
