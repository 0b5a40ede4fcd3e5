"""The words of dates: every form gets a cell (one character), and a cell knows what it means in each slot."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

OTHER, PLURAL, BREAK, FIGURES, SIGN = "\x01", "\x02", "\x03", "\x04", "\x0f"
FULL_DATE, DAY_MONTH, YEAR_MONTH, YEAR_SPAN, DAY_SPAN, CLOCK = ("\x05", "\x06", "\x07", "\x08", "\x10", "\x0e")
NO_CLASS = "\xff"
"""The class of cells that stand in no template."""

_SMALL = 0x1000
_HUNDREDS, _YEAR, _OLD_YEAR = chr(_SMALL + 100), chr(_SMALL + 101), chr(_SMALL + 102)
_FIRST_WORD = 0x2000
_YEARS = (1000, 1800, 2199)
_PLAIN = (("’", "'"), ("ʼ", "'"), ("‘", "'"), ("‐", "-"), ("‑", "-"), ("–", "-"), ("İ", "I"))

NUMERIC_SLOTS: dict[str, frozenset[str]] = {
    "day": frozenset(chr(_SMALL + n) for n in range(1, 32)),
    "number": frozenset([*(chr(_SMALL + n) for n in range(100)), _HUNDREDS]),
    "short": frozenset(chr(_SMALL + n) for n in range(100)),
    "year": frozenset([_YEAR, _OLD_YEAR]),
    "modern": frozenset([_YEAR]),
    "old": frozenset([_OLD_YEAR]),
    "full": frozenset([FULL_DATE]),
    "daymonth": frozenset([DAY_MONTH]),
    "yearmonth": frozenset([YEAR_MONTH]),
    "years": frozenset([YEAR_SPAN]),
    "days": frozenset([DAY_SPAN]),
    "clock": frozenset([CLOCK]),
    "plural": frozenset([PLURAL]),
    "any": frozenset([OTHER, PLURAL]),
}
"""Slots that figures fill without any word list, and the two that stand for a word of no meaning here."""


def lowered(text: str) -> str:
    """Lower case with straight apostrophes and plain hyphens, of the same length as the text.

    >>> lowered("A’B İ")
    "a'b i"
    """
    if not text.isascii():
        for sign, plain in _PLAIN:
            text = text.replace(sign, plain)
    return text.lower()


def variants(form: str) -> Iterable[str]:
    """A form as written, without accents, and decomposed.

    >>> sorted(len(v) for v in set(variants("é")))
    [1, 1, 2]
    """
    decomposed = unicodedata.normalize("NFD", form)
    return {form, decomposed, "".join(c for c in decomposed if not unicodedata.combining(c))}


def token_pattern(clock_marks: Sequence[str]) -> re.Pattern[str]:
    """Tokens of lowered text: words with their apostrophe, clock times, figures, blank lines, other signs."""
    marks = "|".join(re.escape(mark) for mark in clock_marks) or "(?!)"
    return re.compile(
        r"(?P<word>[^\W\d_]+(?:[\u0300-\u036f]+[^\W\d_]*)*'?)"
        rf"|(?P<clock>(?<![\w.,:/-])\d{{1,2}}\s?(?:{marks})\s?(?:[0-5]\d)?(?![\w:]))"
        r"|(?P<glued>(?:(?<=[^\W\d])|(?<=[^\W\d]-)(?!\d{4}(?![\w-])))\d+(?:[.,/:-]\d+)*)"
        r"|(?P<figures>\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?![\w])|\d+(?:[.,/:-]\d+)*)"
        r"|(?P<pause>\n\s*\n)|[^\s\w]|_+"
    )


def figures_cell(figures: str) -> str:
    """The cell of a run of figures.

    >>> figures_cell("12") == chr(0x1000 + 12), figures_cell("15/12/2020") == FULL_DATE, figures_cell("1,20") == FIGURES
    (True, True, True)
    """
    if figures.isdigit():
        return _number_cell(figures)
    if re.fullmatch(r"\d{4}-\d\d-\d\d|\d{1,2}([/.-])\d{1,2}\1(?:\d{4}|\d\d)", figures):
        return FULL_DATE
    if re.fullmatch(r"\d{1,2}/\d{1,2}", figures):
        return DAY_MONTH
    if re.fullmatch(r"\d{4}-(?:0[1-9]|1[0-2])|(?:0?[1-9]|1[0-2])/\d{4}", figures):
        return YEAR_MONTH
    if re.fullmatch(r"(?:[1-9]|[12]\d|3[01])-(?:[1-9]|[12]\d|3[01])", figures):
        return DAY_SPAN
    return YEAR_SPAN if re.fullmatch(r"1\d{3}-1\d{3}|[12]\d{3}-20\d\d", figures) else FIGURES


def _number_cell(figures: str) -> str:
    if len(figures) <= 2:
        return chr(_SMALL + int(figures))
    if len(figures) == 3:
        return _HUNDREDS
    if len(figures) != 4 or not _YEARS[0] <= int(figures) <= _YEARS[2]:
        return FIGURES
    return _YEAR if int(figures) >= _YEARS[1] else _OLD_YEAR


def small_number(cell: str) -> int | None:
    """The number below a hundred that a cell of figures stands for.

    >>> small_number(figures_cell("12"))
    12
    """
    number = ord(cell) - _SMALL
    return number if 0 <= number < 100 else None


def plain_value(value: object) -> int | str:
    """A value of a word table or family: a number where it is written as one, whether or not YAML made it one.

    >>> plain_value("-2"), plain_value(7), plain_value("2001-09-11")
    (-2, 7, '2001-09-11')
    """
    written = str(value)
    return int(written) if re.fullmatch(r"-?\d{1,4}", written) else written


class Chunk(NamedTuple):
    """Cells and classes of a stretch without spaces, their places in it, and how it may join with its neighbours."""

    cells: str
    classes: str
    places: tuple[tuple[int, int], ...]
    opens: int
    continues: int


class Lexicon(NamedTuple):
    """Forms and their cells; built once for a grammar and then only read.

    `cells` maps single forms, `compounds` a first form to the longer forms that begin with it (longest first),
    `meanings` a slot to the value of each of its cells, `classes` a cell to what templates see of it; `tails` are the
    forms that may go on a compound.
    """

    cells: dict[str, str]
    compounds: dict[str, list[tuple[tuple[str, ...], str]]]
    meanings: dict[str, dict[str, int | str]]
    classes: dict[str, str]
    pattern: re.Pattern[str]
    plural_endings: tuple[str, ...]
    clock_marks: tuple[str, ...]
    tails: frozenset[str]

    def read(self, match: re.Match[str]) -> str:
        """The cell of a token that is not listed."""
        kind, form = match.lastgroup, match.group()
        if kind == "word":
            return self._plain_word(form)
        if kind == "figures":
            return figures_cell(form)
        return {"pause": BREAK, "clock": CLOCK, "glued": FIGURES}.get(kind or "", SIGN)

    def chunk(self, text: str) -> Chunk:
        """The cells of a stretch of lowered text, compounds joined."""
        if text.isalpha():
            forms, places = [text], [(0, len(text))]
            cells = [self.cells.get(text) or self._plain_word(text)]
        else:
            found = list(self.pattern.finditer(text))
            forms, places = [match.group() for match in found], [match.span() for match in found]
            cells = [self.cells.get(form) or self.read(match) for form, match in zip(forms, found, strict=True)]
        opens, continues = self._opens(text, forms), self._continues(text, forms)
        if not self.compounds.keys().isdisjoint(forms):
            self._join(forms, cells, places)
        classes = [self.classes.get(cell, NO_CLASS) for cell in cells]
        return Chunk("".join(cells), "".join(classes), tuple(places), opens, continues)

    def _plain_word(self, word: str) -> str:
        return PLURAL if word.endswith(self.plural_endings) else OTHER

    def _opens(self, text: str, forms: Sequence[str]) -> int:
        """In which ways, one bit each, the end of a stretch of text may make one token with what follows a space."""
        compound = bool(forms) and forms[-1] in self.compounds
        return (text[-1:] in ("", "\n")) | _figures_end(text, self.clock_marks) << 1 | compound << 2

    def _continues(self, text: str, forms: Sequence[str]) -> int:
        """In which of these ways its beginning may go on what stands before a space."""
        compound = bool(forms) and forms[0] in self.tails
        figures = text[:1].isdigit() or text.startswith(self.clock_marks)
        return (text[:1] in ("", "\n")) | figures << 1 | compound << 2

    def _join(self, forms: list[str], cells: list[str], places: list[tuple[int, int]]) -> None:
        """Makes one cell of every run of forms that is a compound, the longest first."""
        for index in range(len(forms) - 1, -1, -1):
            for rest, cell in self.compounds.get(forms[index], ()):
                last = index + len(rest)
                if tuple(forms[index + 1 : last + 1]) == rest and cells[index] != FIGURES:
                    cells[index : last + 1] = [cell]
                    places[index : last + 1] = [(places[index][0], places[last][1])]
                    forms[index : last + 1] = [forms[index] + "\0"]
                    break


def _figures_end(text: str, marks: Sequence[str]) -> bool:
    stem = next((text[: -len(mark)] for mark in marks if text.endswith(mark)), text)
    return stem[-1:].isdigit()


class LexiconBuilder:
    """Enters forms, each with its variants, and gives out cells."""

    def __init__(self, clock_marks: Sequence[str]) -> None:
        self.pattern = token_pattern(clock_marks)
        self.named: dict[tuple[str, ...], str] = {}
        self.cells: dict[str, str] = {}
        self.compounds: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        self.meanings: dict[str, dict[str, int | str]] = {}

    def split(self, text: str) -> list[str]:
        """The forms of lowered text."""
        return [match.group() for match in self.pattern.finditer(text)]

    def cell_for(self, forms: tuple[str, ...]) -> str:
        """The cell of a form, a new one when it has none yet."""
        cell = self.named.get(forms)
        if cell is None:
            cell = self.named[forms] = chr(_FIRST_WORD + len(self.named))
        return cell

    def add(self, form: str) -> str:
        """Enters a form with its variants and returns its cell."""
        cell = self.cell_for(tuple(self.split(form)))
        for variant in variants(form):
            forms = tuple(self.split(variant))
            if len(forms) == 1:
                self.cells.setdefault(forms[0], cell)
            else:
                self._add_compound(forms, cell)
        return cell

    def _add_compound(self, forms: tuple[str, ...], cell: str) -> None:
        longer = self.compounds.setdefault(forms[0], [])
        if all(known != forms[1:] for known, _ in longer):
            longer.append((forms[1:], cell))
            longer.sort(key=lambda entry: -len(entry[0]))

    def add_table(self, slot: str, table: Mapping[object, str]) -> None:
        """Enters a word table: value -> forms separated by commas."""
        entries = self.meanings.setdefault(slot, {})
        for value, forms in table.items():
            for form in forms.split(","):
                entries[self.add(lowered(form.strip()))] = plain_value(value)
