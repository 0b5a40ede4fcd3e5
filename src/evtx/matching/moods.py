"""What the clause that a verb stands in says of it: a condition makes it hypothetical, some denials are only form."""

from __future__ import annotations

from collections.abc import Sequence

from evtx.language.grammar import Grammar
from evtx.language.tokens import Sentence
from evtx.matching.cells import Cell

_WITHIN = 'NPRTA"c,'
_REAL = frozenset(("present", "past"))


def clause_moods(cells: Sequence[Cell], sentence: Sentence, grammar: Grammar) -> list[Cell]:
    """The cells, verbs in a condition marked hypothetical, those feared or prevented as possible."""
    kinds = {cell.kind for cell in cells}
    if kinds.isdisjoint("sqI"):
        return list(cells)
    conjoined = not kinds.isdisjoint("sq")
    done: list[Cell] = []
    for number, cell in enumerate(cells):
        if cell.kind == "I":
            cell = _meant(cell, cells, number, grammar)
        elif conjoined and cell.kind in "VS" and cell.verb:
            cell = _in_clause(cell, done, sentence, grammar)
        done.append(cell)
    return done


def intending(cells: Sequence[Cell], infinitive: int, grammar: Grammar) -> int:
    """The cell of the verb whose subject means to do, or not to do, what an infinitive says; -1 when there is none."""
    if cells[infinitive].preposition not in (grammar.of, grammar.to):
        return -1
    before = next((n for n in range(infinitive - 1, -1, -1) if cells[n].kind not in "RT"), -1)
    meant = before >= 0 and cells[before].kind == "V" and cells[before].lemma in grammar.speech.intentions
    return before if meant else -1


def _meant(cell: Cell, cells: Sequence[Cell], infinitive: int, grammar: Grammar) -> Cell:
    """An infinitive as planned by whoever means to do it, negative when he means not to."""
    governing = intending(cells, infinitive, grammar)
    outer = cells[governing].verb if governing >= 0 else None
    if cell.verb is None or outer is None:
        return cell
    refused = cells[governing].lemma in grammar.speech.refusals
    negative = cell.verb.negative or outer.negative != refused
    return cell._replace(verb=cell.verb._replace(negative=negative, modality=cell.verb.modality or "planned"))


def _in_clause(cell: Cell, before: Sequence[Cell], sentence: Sentence, grammar: Grammar) -> Cell:
    opener = _opener(before)
    if opener < 0 or cell.verb is None:
        return cell
    verb = cell.verb
    if is_condition(before, opener, grammar) and verb.mood in _REAL and not verb.modality and not told(cell):
        verb = verb._replace(modality="hypothetical")
    if is_feared(before, opener, grammar):
        formal = verb.negative and "z" not in sentence.tape[cell.first : cell.last]
        verb = verb._replace(negative=verb.negative and not formal, modality=verb.modality or "possible")
    return cell._replace(verb=verb)


def told(cell: Cell) -> bool:
    """Whether a verb tells what has come about, as against what may: `if they have taken the town, the port holds`."""
    return cell.verb is not None and cell.verb.compound and cell.verb.mood == "present"


def _opener(before: Sequence[Cell]) -> int:
    """The conjunction that opens the clause of a verb that follows these cells; -1 for a main clause.

    A verb that is joined to the one before it, without a subject of its own, stands in the clause of that one.
    """
    kinds = "".join(cell.kind for cell in before).rstrip("RT")
    joined = kinds.endswith("c")
    for index in range(len(before) - 1, -1, -1):
        kind = before[index].kind
        if kind in "sq":
            return index
        if kind in "VS" and joined:
            return _opener(before[:index])
        if kind not in _WITHIN:
            return -1
    return -1


def is_condition(before: Sequence[Cell], opener: int, grammar: Grammar) -> bool:
    """Whether a conjunction opens a condition."""
    lemma = before[opener].lemma
    return before[opener].kind == "s" and grammar.contractions.get(lemma, lemma) in grammar.speech.hypotheticals


def is_feared(before: Sequence[Cell], opener: int, grammar: Grammar) -> bool:
    """Whether a clause tells what is feared, prevented or yet to come, so that a bare negation in it is only form."""
    if before[opener].kind == "s":
        return before[opener].lemma in grammar.speech.expletives
    governing = next((cell for cell in reversed(before[:opener]) if cell.kind in "VSIJGB"), None)
    return governing is not None and governing.lemma in grammar.speech.expletives
