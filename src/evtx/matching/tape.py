"""The tape: a clause as a string of three characters a cell, and templates as patterns over it.

A cell is written as its kind, a character for its word where some rule names that word, and a letter for its mention
type, or on an infinitive for the preposition before it. Between any two elements of a template adjuncts may stand:
dates, adverbs, quotation marks, prepositional phrases, participle phrases, parentheses and asides between commas.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from evtx.matching.cells import TYPE_LETTERS, Cell

WIDTH = 3
TRIGGER = "@"
_FIRST_WORD = 0xE000
# A trigger looks no further than this many cells to either side, so that a hostile sentence costs no more than another.
REACH = 48

# What may stand between any two elements: phrases, dates, adverbs, participles, quotation marks.
GLUE = r'(?:[PTRB"]..)*?'
# What an author may as well leave out. A pattern that does not match is tried once more without these.
ASIDES = re.compile(
    r'(?<=N..),..[NBA]..(?:[NPTRBGA"c,]..)*?,..(?=(?:[RT]..)*@)'  # appositions between a subject and the trigger
    r'|,..(?:(?<![TR]..,..)N|[PTRBGA"c])..(?:[NPTRBGA"c]..)*?,..'  # phrases between commas
    r'|,..[BG]..(?:[NPTRAI"c]..)*?,..'  # a participle with an infinitive between commas
    r'|,..(?:[NPTRBA"c]..)*?[wls]..(?:[^.;@,]..)+?,..'  # a relative clause between commas
    r'|[wl]..(?:[NPTRB"]..)*?[VS]..(?:[NPTRBAI"]..)*?(?=@)'  # a relative clause right before the trigger
    r"|,..V..(?:N..)?(?:[PTR]..)*,..(?=(?:[RT]..)*[IJqB]..)"  # an incise before what its verb parts from another
    r'|(?<=[NP]..)G..(?:[NPTRB"]..)*?(?=@)'  # a gerund phrase right before the trigger
    r"|\(..(?:[^)@]..)*?\)..|-..(?:[^.;@-]..)+?-.."  # brackets, dashes
)

# Phrases that open a clause before its subject.
FRONTED = re.compile(r"(?:^|[.;:q]..)(?:[TR\"]..)*P..(?:[PTR\"]..)*$")


class WordCodes(NamedTuple):
    """The words that templates name, each with its character on the tape."""

    codes: Mapping[str, str]

    def of(self, word: str) -> str:
        """A word's character, `_` for a word that no rule names."""
        return self.codes.get(word, "_")


def word_codes(words: Iterable[str]) -> WordCodes:
    """Characters for words, from the private-use area, in sorted order so that the same rules give the same tape."""
    return WordCodes({word: chr(_FIRST_WORD + rank) for rank, word in enumerate(sorted(set(words)))})


def write_tape(cells: Sequence[Cell], codes: WordCodes) -> str:
    """The tape of a clause."""
    known = codes.codes
    return "".join(
        [
            cell.kind
            + known.get(cell.preposition if cell.kind == "P" else cell.lemma, "_")
            + (known.get(cell.preposition, "_") if cell.kind in "IJG" else TYPE_LETTERS.get(cell.type, "_"))
            for cell in cells
        ]
    )


class Window(NamedTuple):
    """The stretch of tape around a trigger, which is one cell `@`; `cells` are the clause's cells that it shows."""

    tape: str
    cells: Sequence[int]

    def cell_at(self, position: int) -> int:
        """The cell of the clause at a position of this stretch; the one after the last at its end."""
        index = position // WIDTH
        return self.cells[index] if index < len(self.cells) else self.cells[-1] + 1


def window(tape: str, cell: int, last_cell: int) -> Window:
    """The stretch around a trigger that covers the cells from `cell` up to `last_cell`, which is not among them."""
    low, high = max(0, cell - REACH), min(last_cell + REACH, len(tape) // WIDTH)
    trigger = TRIGGER + tape[cell * WIDTH + 1 : (cell + 1) * WIDTH]
    shown = tape[low * WIDTH : cell * WIDTH] + trigger + tape[last_cell * WIDTH : high * WIDTH]
    if last_cell == cell + 1:
        return Window(shown, range(low, high))
    return Window(shown, (*range(low, cell + 1), *range(last_cell, high)))


def without_asides(view: Window) -> Window | None:
    """The same stretch without its asides; None when it has none."""
    tape, start = "", 0
    cells: list[int] = []
    match = ASIDES.search(view.tape)
    while match:
        if opens_clause(view.tape, match):
            match = ASIDES.search(view.tape, match.start() + WIDTH)
            continue
        tape += view.tape[start : match.start()]
        cells += view.cells[start // WIDTH : match.start() // WIDTH]
        start = match.end()
        match = ASIDES.search(view.tape, start)
    if not start:
        return None
    return Window(tape + view.tape[start:], (*cells, *view.cells[start // WIDTH :]))


def opens_clause(tape: str, match: re.Match[str]) -> bool:
    """Whether what stands between two commas is no aside: phrases before the first open a clause that it goes on.

    `According to X, Colonel Y, head of the guard, has` has an aside, but it is not the colonel.
    """
    return match.group().startswith(",") and FRONTED.search(tape[: match.start()]) is not None and "N" in match.group()
