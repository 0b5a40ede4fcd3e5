"""What stands around an event and tells what it was: a weapon its subtype, an accident that it is none."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from evtx.language.grammar import lines, written_items
from evtx.matching.cells import Cell
from evtx.matching.found import Clause, Filler
from evtx.matching.ruleset import LanguageRules

Bars = Mapping[str, frozenset[str]]
Tells = Mapping[tuple[str, str], str]


def barred(event: str, cells: Iterable[Cell], rules: LanguageRules) -> bool:
    """Whether one of the phrases names what else brought the event about: `killed in an accident`."""
    bars = rules.bars.get(event, {})
    return any(cell.kind == "P" and cell.type in bars.get(cell.preposition, ()) for cell in cells)


def told(event: str, fillers: Sequence[Filler], clause: Clause, rules: LanguageRules) -> str:
    """The subtype that the words of a filler tell, as `mine` tells of a bombing; empty for none."""
    tells = rules.tells.get(event, {})
    words = ((filler.role, word) for filler in fillers if filler.cell >= 0 for word in lemmas(clause, filler.cell))
    return next((tells[pair] for pair in words if pair in tells), "")


def lemmas(clause: Clause, index: int) -> list[str]:
    """The lemmas of a phrase, that of its head first."""
    cell, sentence = clause.cells[index], clause.sentence
    return [cell.lemma, *(sentence.words[i].lemma(sentence.tape[i]) for i in range(cell.phrase, cell.last))]


def read_bars(block: str) -> Bars:
    """Preposition -> types, from lines such as `in, during -> disaster`."""
    bars: dict[str, frozenset[str]] = {}
    for line in lines(block):
        prepositions, _, types = line.partition("->")
        for preposition in written_items(prepositions):
            bars[preposition] = bars.get(preposition, frozenset()) | frozenset(types.split())
    return bars


def read_tells(block: str) -> Tells:
    """Role and noun -> subtype, from lines such as `weapon: mine, bomb -> bombing`."""
    tells: dict[tuple[str, str], str] = {}
    for line in lines(block):
        role, _, rest = line.partition(":")
        nouns, _, subtype = rest.partition("->")
        tells |= {(role.strip(), noun): subtype.strip() for noun in written_items(nouns)}
    return tells
