"""The tape: a clause as a string of three characters a cell, and templates as patterns over it.

A cell is written as its kind, a character for its word where some rule names that word, and a letter for its mention
type. Between any two elements of a template adjuncts may stand: dates, adverbs, quotation marks, prepositional phrases,
participle phrases, parentheses and asides between commas.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from evtx.matching.cells import TYPE_LETTERS, Cell

WIDTH = 3
TRIGGER = "@"
_FIRST_WORD = 0xE000
# A trigger looks no further than this many cells to either side, so that a hostile sentence costs no more than another.
REACH = 48

ASIDE = (
    r',..(?:[NPTRBGA"c]..)+?,..'  # phrases between commas
    r'|,..(?:[NPTRBA"c]..)*?[wls]..(?:[^.;@,]..)+?,..'  # a relative clause between commas
    r"|\(..(?:[^)@]..)*?\)..|-..(?:[^.;@-]..)+?-.."  # brackets, dashes
)
RELATIVE = r'[wl]..(?:[NPTRB"]..)*?[VS]..(?:[NPTRBAI"]..)*?'
GLUE = rf'(?:[PTR"]..|B..|{ASIDE}|{RELATIVE})*?'


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
            + TYPE_LETTERS.get(cell.type, "_")
            for cell in cells
        ]
    )


class Window(NamedTuple):
    """The stretch of tape around a trigger: one cell `@` stands for the cells from `cell` up to `last_cell`."""

    tape: str
    low: int
    cell: int
    last_cell: int

    def cell_at(self, position: int) -> int:
        """The cell of the clause at a position of this stretch."""
        found = self.low + position // WIDTH
        return found if found <= self.cell else found + self.last_cell - self.cell - 1


def window(tape: str, cell: int, last_cell: int) -> Window:
    """The stretch around a trigger that covers the cells from `cell` up to `last_cell`, which is not among them."""
    low, high = max(0, cell - REACH), last_cell + REACH
    trigger = TRIGGER + tape[cell * WIDTH + 1 : (cell + 1) * WIDTH]
    return Window(
        tape[low * WIDTH : cell * WIDTH] + trigger + tape[last_cell * WIDTH : high * WIDTH], low, cell, last_cell
    )
