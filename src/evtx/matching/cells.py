"""Cells, of which a tape is made: verb groups and noun phrases, with appositions and coordinations each one cell.

A cell's kind is one letter: N noun phrase, P prepositional phrase, V/S finite verb (active/passive), I/J infinitive
(active/passive), B participle, G gerund, A adjective, T date, R adverb, p bare preposition, q that, w who, l relative,
s subordinator, c coordination, and the punctuation itself (all quotation marks are one double quote).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from evtx.language.grammar import Grammar
from evtx.language.groups import VerbFeatures
from evtx.language.tokens import Sentence
from evtx.language.words import LETTERS

TYPE_LETTERS = {
    "person": "p", "fighters": "f", "group": "g", "country": "k", "place": "l", "facility": "y", "weapon": "w",
    "vehicle": "v", "materiel": "m", "document": "d", "outlet": "o", "money": "$", "time": "t", "abstract": "a",
    "event": "e", "thing": "h", "body": "b", "name": "n", "pronoun": "r", "quantity": "u", "seat": "s",
    "dead": "x", "wounded": "z", "disaster": "i", "figure": "j",
}  # fmt: skip


class Cell(NamedTuple):
    """One cell of the tape; `first`, `last`, `head` and `phrase` (first word after the preposition) index words."""

    kind: str
    first: int
    last: int
    head: int
    phrase: int
    lemma: str
    preposition: str
    type: str
    named: bool
    verb: VerbFeatures | None

    @property
    def code(self) -> str:
        """Kind, type and whether it holds a name: what the merging patterns look at."""
        return self.kind + TYPE_LETTERS.get(self.type, "_") + ("U" if self.named else "_")


GOODS = frozenset(("weapon", "materiel", "vehicle"))
_LOCATIONS = frozenset(("place", "country", "facility", "seat"))
_STATES = frozenset(("country", "seat"))
_NAMED = frozenset(("place", "name", "person", "group", "fighters"))
_PARTED = re.compile(r'V,[RTPN"]+,B')


def partitive(cell: Cell, sentence: Sentence, grammar: Grammar) -> bool:
    """Whether what opens an of-phrase may be an article as well, where a verb stands before it."""
    contracted = cell.phrase > cell.first and sentence.tape[cell.first] == LETTERS["contraction"]
    return cell.kind == "P" and cell.preposition == grammar.of and contracted


def rejoin_auxiliaries(cells: list[Cell], sentence: Sentence, grammar: Grammar) -> list[Cell]:
    """Participles that an aside parts from their auxiliary, as finite verbs: `has, on Monday, shelled`."""
    kinds = "".join(cell.kind for cell in cells)
    for match in _PARTED.finditer(kinds):
        auxiliary, at = cells[match.start()], match.end() - 1
        letter = sentence.tape[auxiliary.head]
        if auxiliary.verb is None or letter not in "HE":
            continue
        with_be = letter == "E" and cells[at].lemma in grammar.be_verbs
        passive = letter == "E" and not with_be and not auxiliary.verb.reflexive
        features = auxiliary.verb._replace(passive=passive, compound=letter == "H" or with_be)
        cells[at] = cells[at]._replace(kind="VS"[passive], verb=features)
        cells[match.start()] = auxiliary._replace(kind="R", verb=None)
    return cells


_SHARED = re.compile(r"(?<=[VSIJ])[^VSIJ.;qwl]*?(?:c(N?)[RT\"]*(B)|,[RT\"]*(B)(?=[RT\"]*[Nn]))")


def share_auxiliaries(cells: list[Cell], sentence: Sentence, grammar: Grammar) -> list[Cell]:
    """Participles that share the auxiliary of a verb before them, as finite verbs: `were killed and nine hurt`."""
    kinds = "".join("n" if partitive(cell, sentence, grammar) else cell.kind for cell in cells)
    if "B" not in kinds or "c" not in kinds:
        return cells
    match = _SHARED.search(kinds)
    while match:
        verb, at = cells[match.start() - 1], max(match.start(2), match.start(3))
        if verb.verb is not None and verb.verb.compound and (verb.kind in "SJ" or not match.group(1)):
            cells[at] = cells[at]._replace(kind=verb.kind, verb=verb.verb)
            if kinds[at + 1 : at + 2] == "n":
                cells[at + 1] = cells[at + 1]._replace(kind="N", phrase=cells[at + 1].first, preposition="")
            kinds = kinds[:at] + verb.kind + kinds[at + 1 :]
        match = _SHARED.search(kinds, match.start() + 1)
    return cells


def complements(before: Cell, cell: Cell) -> bool:
    """Whether an of-phrase can be part of the phrase before it.

    Where goods come from is no part of their name, and goods are no part of a country's or of a proper name.
    """
    if cell.type in GOODS and (before.type in _STATES or (before.named and before.type in _NAMED)):
        return False
    return not (before.type in GOODS and cell.type in _LOCATIONS)


_NOT_BEFORE_VERB = r'(?!(?:[RT"]..)*[VS])'
_MERGES = (
    # An apposed name: "the minister, Jane Roe," but not "Jane Roe, the minister,".
    re.compile(
        r"(?:N[pfgdovnlya]_,..N[pfgkonvly]U(?=[VS]..)|[NP][pfgdovnlya]_,..N[pfgkonvly]U"
        r"(?:,..(?=(?:[RTP]..)*[VS]..)|(?=,..|\...|[q\"]..|$|\)..|;..)))"
    ),
    re.compile(rf"N[^exz].(?:,..N[^erxz].)*c..N[^erxz].{_NOT_BEFORE_VERB}"),
    re.compile(r"(?:^|(?<=[,.q\":;s(]..))N[^exz].(?:,..N[^erxz].)*c..N[^erxz]."),
    re.compile(rf"P[^exz].(?:,..N[^erxz].)*c..N[^erxz].{_NOT_BEFORE_VERB}"),
    re.compile(r"(?<=N..)P[^exz].(?:,..N[^erxz].)*c..N[^erxz]."),
)


def join_pairs(cells: list[Cell], between: str) -> list[Cell]:
    """The two phrases after the preposition between as one cell: `between the army and the rebels`."""
    kinds = "".join(cell.kind for cell in cells)
    for match in reversed(list(re.finditer("PcN", kinds))):
        low, high = match.span()
        if cells[low].preposition == between and not unlike(cells[low:high]):
            cells[low:high] = [merged(cells[low:high])]
    return cells


def merge_phrases(cells: list[Cell]) -> list[Cell]:
    """Appositions and coordinations of noun phrases as one cell each."""
    if not any(cell.kind in ",c" for cell in cells):
        return cells
    codes = "".join([cell.code for cell in cells])
    for pattern in _MERGES:
        matches = [match.span() for match in pattern.finditer(codes)]
        for low, high in reversed(matches):
            phrases = cells[low // 3 : high // 3]
            if unlike(phrases) or (pattern is _MERGES[0] and not apposed(phrases)):
                continue
            cells[low // 3 : high // 3] = [merged(phrases[:-1] if phrases[-1].kind == "," else phrases)]
        if matches:
            codes = "".join([cell.code for cell in cells])
    return cells


# Types that say little beside goods: `money and arms`.
_LOOSE = frozenset(("money", "thing", "abstract", "quantity"))
_PLAIN = frozenset(("country", "seat", "person", "name"))
_HAPPENINGS = frozenset(("event", "abstract", "time", "disaster"))
_ACTORS = frozenset(("person", "fighters", "group", "country", "name"))


def unlike(cells: Sequence[Cell]) -> bool:
    """Whether what is coordinated is of two worlds, so that a new clause begins: `the murder of X and the trial`."""
    types = {cell.type for cell in cells}
    if cells[0].named and cells[0].type in _PLAIN and not cells[-1].type and not cells[-1].named:
        return True
    return not types.isdisjoint(_HAPPENINGS) and not types.isdisjoint(_ACTORS)


_PEOPLE = frozenset(("person", "fighters"))


def apposed(cells: Sequence[Cell]) -> bool:
    """Whether a phrase and the name after it can be one thing: `the minister, Jane Roe`, not `a report, Jane Roe`."""
    types = {cell.type for cell in cells}
    return "document" not in types or types.isdisjoint(_PEOPLE)


def merged(cells: Sequence[Cell]) -> Cell:
    """Phrases with what joins them as one cell, headed by the first."""
    types = [cell.type for cell in cells if cell.type]
    goods = [type_ for type_ in types if type_ in GOODS]
    type_ = goods[0] if goods and types[0] in _LOOSE else next(iter(types), "")
    return cells[0]._replace(last=cells[-1].last, type=type_, named=any(cell.named for cell in cells))
