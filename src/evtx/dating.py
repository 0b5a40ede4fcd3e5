"""The dates of a document, without its events."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property, partial
from typing import NamedTuple

from evtx.document import Document
from evtx.event import DateValue, Event
from evtx.language.identify import identify
from evtx.language.quotations import find_quotations
from evtx.reading.header import find_header_date
from evtx.reading.header_grammar import HeaderGrammar
from evtx.reading.typed_date import read_typed_date
from evtx.rules.defaults import completed
from evtx.rules.model import RuleSet
from evtx.rules.using import used
from evtx.times.grammar import DateGrammar
from evtx.times.resolver import read_dates
from evtx.times.values import UNRESOLVED, YEAR_UNKNOWN

_NEEDED = frozenset(("dates", "language"))
_OPEN = frozenset((UNRESOLVED, YEAR_UNKNOWN))


class DatedDocument(NamedTuple):
    """A document with its own date and every date expression in it, in the order of the text."""

    source: str
    text: str
    language: str
    dct: DateValue | None
    dates: tuple[DateValue, ...]
    warnings: tuple[str, ...] = ()

    @property
    def events(self) -> tuple[Event, ...]:
        """None are sought."""
        return ()


class DateFinder:
    """Finds the dates of documents by a set of rules; keeps what it learnt of words from one document to the next."""

    def __init__(self, rules: RuleSet) -> None:
        self._rules = rules
        self._grammars: dict[str, DateGrammar] = {}

    def read(self, document: Document) -> DatedDocument:
        """The dates of a document, reckoned from the date it was given or names at its head.

        Raises TypedDateError when the date that it was given is none.
        """
        text = document.text
        language = document.language or identify(text, self._closed_class) or ""
        if language not in dated_languages(self._rules):
            told = (
                f"there are no rules for the language {language!r}" if language else "its language was not recognised"
            )
            return DatedDocument(document.source, text, language or "und", None, (), (told,))
        dct = read_typed_date(document.date) if document.date else self._header_date(text, language)
        dates = self.find(text, language, dct)
        return DatedDocument(document.source, text, language, dct, dates, _unsettled(dates, dct))

    def find(self, text: str, language: str, dct: DateValue | None) -> tuple[DateValue, ...]:
        """Every date expression of a text in a language; KeyError when the rules do not know it."""
        if language not in self._grammars:
            mapping = self._rules.languages[language]["dates"]
            folders = self._rules.folders
            self._grammars[language] = used(folders, language, "dates", lambda: DateGrammar.from_mapping(mapping))
        quoted = [(quotation.inner_start, quotation.inner_end) for quotation in find_quotations(text)]
        return read_dates(text, self._grammars[language], dct, quotations=quoted)

    @cached_property
    def _closed_class(self) -> Mapping[str, frozenset[str]]:
        files = self._rules.languages
        return {name: frozenset(files[name]["language"]["identify"].split()) for name in dated_languages(self._rules)}

    def _header_date(self, text: str, language: str) -> DateValue | None:
        files = completed(self._rules.languages[language])
        header, dates = files["header"], files["dates"]
        make = partial(HeaderGrammar.from_mappings, header, dates)
        return find_header_date(text, used(self._rules.folders, language, "header", make))


def dated_languages(rules: RuleSet) -> tuple[str, ...]:
    """The languages for which the rules hold all that finding dates needs."""
    return tuple(language for language, files in rules.languages.items() if files.keys() >= _NEEDED)


def _unsettled(dates: tuple[DateValue, ...], dct: DateValue | None) -> tuple[str, ...]:
    """What to tell the user when dates hang in the air for want of a document date."""
    count = sum(date.note in _OPEN for date in dates)
    if dct is not None or not count:
        return ()
    left = f"leaves {count} of {len(dates)} dates open: --date would settle them"
    return (f"the text does not tell when it was written, which {left}",)
