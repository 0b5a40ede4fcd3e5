"""What a relative pronoun or a participle says something of, where several phrases stand before it."""

from __future__ import annotations

from evtx.language.agreement import agreements, features, numbers
from evtx.matching.cells import Cell
from evtx.matching.found import Clause
from evtx.matching.patterns import TapeMatch

_RELATIVE, _HEAD, _OBJECT_RELATIVE = "relative", "head", "object-relative"
_SUBJECT, _OBJECT = "subject", "object"


def with_antecedent(before: TapeMatch | None, clause: Clause, verb: int) -> TapeMatch | None:
    """The construction before a verb; of a relative clause or participle the subject is the first that agrees."""
    if before is None or before.pattern.id not in (_RELATIVE, _HEAD, _OBJECT_RELATIVE):
        return before
    if before.pattern.id == _OBJECT_RELATIVE:
        return before._replace(also=candidates(clause, before.cells(_OBJECT)[0], verb)[1:])
    first, wanted = before.cells(_SUBJECT)[0], wanted_by(clause, clause.cells[verb])
    agreeing = [i for i in candidates(clause, first, verb) if agrees(clause, clause.cells[i], wanted)] or [first]
    return before._replace(moved={_SUBJECT: agreeing[0]}, also=agreeing[1:])


def candidates(clause: Clause, first: int, verb: int) -> list[int]:
    """The phrases from the first possible one up to the relative pronoun or participle."""
    found = [first]
    for index in range(first + 1, verb):
        if clause.cells[index].kind in "wq":
            break
        found += [index] if clause.cells[index].kind == "P" else []
    return found


def wanted_by(clause: Clause, verb: Cell) -> frozenset[str]:
    """The genders and numbers that a verb group agrees with; empty where it does not tell."""
    if verb.kind == "B":
        return features(clause.sentence, verb.head)
    return frozenset(pair for number in numbers(clause.sentence, verb.phrase, verb.last) for pair in agreements(number))


def agrees(clause: Clause, cell: Cell, wanted: frozenset[str]) -> bool:
    """Whether a phrase may agree: coordinated and counted phrases and names may with anything."""
    sentence = clause.sentence
    if not wanted or sentence.tape[cell.head] not in "NA" or set(sentence.tape[cell.phrase : cell.last]) & set("cQ"):
        return True
    return bool(wanted & features(sentence, cell.head))
