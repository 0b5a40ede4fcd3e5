"""The calls that the package offers: texts in, events or dates out."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from evtx.dating import DateFinder
from evtx.document import Document
from evtx.event import DateValue, Extraction
from evtx.pipeline import Extractor
from evtx.reading.typed_date import read_typed_date
from evtx.rules import loading
from evtx.rules.locate import builtin_rules
from evtx.rules.model import RuleSet


def load_rules(extra: Sequence[Path] = ()) -> RuleSet:
    """The built-in rules with those of further folders added, later ones overriding earlier ones by id.

    Raises `evtx.rules.diagnostics.RuleFileError` with every problem of every file.
    """
    return loading.load_rules((builtin_rules(), *extra))


@cache
def _extractor() -> Extractor:
    return Extractor(load_rules())


@cache
def _dates() -> DateFinder:
    return DateFinder(load_rules())


def extract(text: str, language: str | None = None, date: str | None = None) -> Extraction:
    """The events of a text by the built-in rules.

    `language` is a code such as `fr`, told from the words when left out; `date` the document creation time, full or
    partial, as a person types it, read from the header when left out.
    """
    return _extractor().extract(Document(text, language=language, date=date))


def find_dates(text: str, language: str = "fr", dct: str | None = None) -> tuple[DateValue, ...]:
    """Every date expression of a text with its value.

    `dct` is the document creation time, full or partial, as a person types it.

    >>> from evtx.library import find_dates
    >>> [date.edtf for date in find_dates("Lorries: 12/2020. Tanks: 15/12/2020.")]
    ['2020-12', '2020-12-15']
    """
    return _dates().find(text, language, read_typed_date(dct) if dct else None)
