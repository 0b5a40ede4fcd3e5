"""evtx reads news text and tells who claims what, who attacked whom, who delivered what to whom, and when.

>>> extraction = extract("L'armée a bombardé le village de Kafra lundi.", language="fr", date="2020-12-16")
>>> event = extraction.events[0]
>>> event.subtype, event.triggers[0].text, event.date.edtf
('shelling', 'a bombardé', '2020-12-14')
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from evtx.document import Document, Span
from evtx.event import Argument, DateValue, Derivation, Event, Extraction, Mention
from evtx.languages import prepare
from evtx.pipeline import Extractor
from evtx.reading.typed_date import read_typed_date
from evtx.rules.loading import load_rules as _load_rules
from evtx.rules.locate import builtin_rules
from evtx.rules.model import RuleSet
from evtx.times.resolver import read_dates
from evtx.version import VERSION as __version__

__all__ = [
    "Argument",
    "DateValue",
    "Derivation",
    "Document",
    "Event",
    "Extraction",
    "Extractor",
    "Mention",
    "RuleSet",
    "Span",
    "__version__",
    "extract",
    "find_dates",
    "load_rules",
]


def load_rules(extra: Sequence[Path] = ()) -> RuleSet:
    """The built-in rules with those of further folders added, later ones overriding earlier ones by id.

    Raises `evtx.rules.diagnostics.RuleFileError` with every problem of every file.
    """
    return _load_rules((builtin_rules(), *extra))


@cache
def _extractor() -> Extractor:
    return Extractor(load_rules())


def extract(text: str, language: str | None = None, date: str | None = None) -> Extraction:
    """The events of a text by the built-in rules.

    `language` is a code such as `fr`, told from the words when left out; `date` the document creation time, full or
    partial, as a person types it, read from the header when left out.
    """
    return _extractor().extract(Document(text, language=language, date=date))


def find_dates(text: str, language: str = "fr", dct: str | None = None) -> tuple[DateValue, ...]:
    """Every date expression of a text with its value.

    `dct` is the document creation time, full or partial, as a person types it.

    >>> [date.edtf for date in find_dates("L'attaque a eu lieu mardi dernier.", dct="2020-12-16")]
    ['2020-12-15']
    """
    grammar = prepare(load_rules(), language).dates
    return read_dates(text, grammar, read_typed_date(dct) if dct else None)
