"""Which phrase belongs to the one before it: of-phrases, what sorts goods into kinds, links inside a name, lists."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from evtx.language.grammar import Grammar
from evtx.language.tokens import Sentence
from evtx.language.words import LETTERS
from evtx.matching.cells import GOODS, Cell, complements, merged


class Triggers(Protocol):
    """What rules ask of words: which trigger events, which make one expression with a verb."""

    def is_noun(self, lemma: str) -> bool:
        """Whether a noun triggers some rule."""

    def is_tail(self, lemma: str, noun: str) -> bool:
        """Whether some rule wants the noun after the verb or noun."""

    def splits(self, lemma: str) -> bool:
        """Whether an of-phrase after the verb's object may be no part of it."""

    def wants_of(self, lemma: str) -> bool:
        """Whether some rule wants the preposition of after the reflexive verb."""

    def takes_object(self, lemma: str) -> bool:
        """Whether some rule wants the object of the verb."""


# Types of of-phrases that a verb may govern itself: `accuse somebody of`, `load lorries with`.
_APART = frozenset(("abstract", "", "weapon", "materiel", "vehicle"))
_NOT_HEADS = frozenset(("event", "abstract", ""))
_KINDS = frozenset(("abstract", "", "thing", "weapon", "materiel", "body"))
_BODIES = frozenset(("group", "fighters", "name"))
_ACTORS = frozenset(("person", "fighters", "group", "country", "name", "seat"))
_AMOUNTS = GOODS | {"quantity"}
_THINGS = _AMOUNTS | {"thing"}
_UNLISTED = frozenset(("", "event", "abstract", "pronoun"))


def continues_phrase(sentence: Sentence, cells: Sequence[Cell], cell: Cell, grammar: Grammar, rules: Triggers) -> bool:
    """Whether a phrase belongs to the one right before it."""
    before = cells[-1]
    if before.kind not in "NP" or before.last != cell.first:
        return False
    if cell.preposition != grammar.of:
        return sorts(sentence, before, cell, grammar) or links_name(sentence, before, cell, grammar)
    return continues_of(cells, cell, rules)


def continues_of(cells: Sequence[Cell], cell: Cell, rules: Triggers) -> bool:
    """Whether an of-phrase belongs to the phrase right before it.

    Nouns that are events keep theirs apart, since it may be an argument; so does a noun that makes one expression with
    the verb before it.
    """
    before = cells[-1]
    if before.type in ("pronoun", "event") or cell.type == "event" or not complements(before, cell):
        return False
    if rules.is_noun(before.lemma) and (before.type in _NOT_HEADS or cell.type in GOODS):
        return False
    if len(cells) < 2:
        return True
    governor = cells[-2]
    if rules.is_tail(governor.lemma, before.lemma):
        return False
    return (
        governor.verb is None
        or before.type == "quantity"
        or not rules.splits(governor.lemma)
        or cell.type not in _APART
    )


def sorts(sentence: Sentence, before: Cell, cell: Cell, grammar: Grammar) -> bool:
    """Whether a noun without article only says of what kind the goods before it are: `spare parts for planes`."""
    if before.type not in GOODS or cell.preposition not in grammar.sorting or cell.named:
        return False
    bare = all(sentence.tape[index] == LETTERS["adjective"] for index in range(cell.phrase, cell.head))
    return bare and (cell.type in _KINDS or cell.type in grammar.sorting[cell.preposition])


def links_name(sentence: Sentence, before: Cell, cell: Cell, grammar: Grammar) -> bool:
    """Whether the phrase is part of an organisation's name: `the Organisation for Migration`."""
    noun = LETTERS["noun"] in sentence.words[before.head].letters
    capital = noun and sentence.words[before.head].form[:1].isupper() and before.head > 0
    listed = cell.preposition in grammar.name_links and sentence.tape[cell.head] == LETTERS["noun"]
    return listed and capital and before.type in _BODIES and cell.type not in _ACTORS


def partitive_object(sentence: Sentence, cells: Sequence[Cell], cell: Cell, grammar: Grammar, rules: Triggers) -> bool:
    """Whether goods that seem to be an of-phrase are the object of a verb that lacks one: `brought into town arms`."""
    if cell.preposition != grammar.of or cell.type not in _THINGS | {"money"}:
        return False
    letters = sentence.tape[cell.first : cell.phrase + 1]
    contracted = letters[0] == LETTERS["contraction"]
    if not contracted and letters[:2] != LETTERS["of"] + LETTERS["determiner"]:
        return False
    before = cells[-1]
    if before.kind in ",c":
        return not contracted and len(cells) > 1 and cells[-2].kind == "N" and cells[-2].type in _THINGS
    if before.kind == "P" and (
        before.last != cell.first or before.type in _AMOUNTS | _UNLISTED or cell.type not in _AMOUNTS
    ):
        return False
    if before.kind != "P" and (contracted or cell.type == "vehicle"):
        return False
    return lacks_object(cells, grammar, rules)


def lacks_object(cells: Sequence[Cell], grammar: Grammar, rules: Triggers) -> bool:
    """Whether the last verb may have an object that did not come yet; phrases, dates and adverbs may follow it."""
    verb = next((other for other in reversed(cells) if other.kind not in "PTR" and other.type != "time"), None)
    if verb is None or verb.verb is None or verb.kind not in "VIG" or not rules.takes_object(verb.lemma):
        return False
    intransitive = verb.lemma in grammar.be_verbs or verb.lemma in grammar.of_verbs or verb.verb.reflexive
    return verb.verb.causative or not intransitive


def joined(before: Cell, cell: Cell) -> Cell:
    """Two adjacent phrases as one; what measures or holds the second, or has its price, takes its type."""
    measured = before.type == "quantity" or cell.type == "money" or (before.type == "thing" and cell.type in GOODS)
    type_ = cell.type if measured else before.type
    return before._replace(last=cell.last, type=type_)


def join_lists(cells: list[Cell], grammar: Grammar) -> list[Cell]:
    """Of-phrases in a row as one cell with the phrase that begins the row: `tons of rice, of oil and of beans`."""
    index = 0
    while index < len(cells):
        end = _list_end(cells, index, grammar.of)
        if end > index + 1:
            cells[index:end] = [merged(cells[index:end])]
        index += 1
    return cells


def _list_end(cells: Sequence[Cell], first: int, of: str) -> int:
    """The cell after the row of of-phrases that a phrase begins; the next one when it begins none."""
    head, index = cells[first], first + 1
    if head.kind not in "NP" or head.type in _UNLISTED or (head.preposition != of and head.type not in _THINGS):
        return index
    while index + 1 < len(cells) and cells[index].kind in ",c":
        item = cells[index + 1]
        if item.kind != "P" or item.preposition != of or not _alike(head, item):
            break
        if cells[index].kind == "c":
            return index + 2
        index += 2
    return first + 1


def _alike(head: Cell, item: Cell) -> bool:
    return item.type == head.type or {item.type, head.type} <= _THINGS
