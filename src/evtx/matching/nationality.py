"""Adjectives of nationality beside a noun that names an event: its agent, as in `an American raid`."""

from __future__ import annotations

from collections.abc import Sequence

from evtx.document import Span
from evtx.matching.cells import Cell
from evtx.matching.found import Clause, Filler
from evtx.matching.ruleset import FrameTables, LanguageRules

_MEANS = "weapon"


def with_nationality(
    clause: Clause, index: int, last_word: int, tables: FrameTables, fillers: Sequence[Filler], rules: LanguageRules
) -> list[Filler]:
    """The fillers of a noun with the agent that an adjective of nationality names, beside it or beside its weapon."""
    role = tables.subject[0] if tables.subject else ""
    if not role or not rules.roles.admits(tables.frame.event, role, "country"):
        return list(fillers)
    cell = clause.cells[index]
    word = next((i for i in demonyms(clause, cell, rules) if i >= last_word), 0)
    if word:
        return [agent(clause, word, role), *fillers]
    if any(filler.role == role for filler in fillers):
        return list(fillers)
    return [part for filler in fillers for part in parted(clause, filler, role, rules)]


def parted(clause: Clause, filler: Filler, role: str, rules: LanguageRules) -> list[Filler]:
    """A weapon and the agent whose nationality ends its of-phrase: `a strike by American drone`; else the filler."""
    cell = clause.cells[filler.cell]
    word = max(demonyms(clause, cell, rules), default=0) if filler.role == _MEANS and filler.cell >= 0 else 0
    if not word or word != cell.last - 1 or cell.head != cell.phrase:
        return [filler]
    span = Span(filler.span.start, clause.sentence.ends[word - 1])
    return [agent(clause, word, role), filler._replace(span=span)]


def agent(clause: Clause, word: int, role: str) -> Filler:
    """An adjective of nationality as the filler of the agent's role."""
    return Filler(role, Span(clause.sentence.starts[word], clause.sentence.ends[word]), -1, "country")


def demonyms(clause: Clause, cell: Cell, rules: LanguageRules) -> list[int]:
    """The words of a phrase, its head apart, that name the people of a country."""
    sentence = clause.sentence
    return [
        i
        for i in range(cell.phrase, cell.last)
        if sentence.tape[i] in "AN" and i != cell.head and rules.is_demonym(sentence.words[i].lemma(sentence.tape[i]))
    ]
