"""The story: how a text becomes events, one room after the other."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

from evtx.document import Document
from evtx.event import DateValue, Event, Extraction
from evtx.language.identify import identify
from evtx.language.quotations import find_quotations
from evtx.language.sentences import split_sentences
from evtx.languages import LanguageKit, closed_class_words, lacking, prepare, readable_languages
from evtx.linking.story import Story, link
from evtx.matching.found import Found
from evtx.naming import name_events
from evtx.parts import parts_of, placed
from evtx.reading.decode import without_surrogates
from evtx.reading.header import find_header_date
from evtx.reading.typed_date import read_typed_date
from evtx.rules.model import RuleSet
from evtx.times.resolver import read_dates

UNKNOWN = "und"
# Most texts show their language in this many characters.
_FIRST_WORDS = 400
# A sentence longer than this is read in pieces, so that text without full stops costs no more than other text.
_LONGEST_SENTENCE = 4000


class Opened(NamedTuple):
    """A document before its events are sought; `kit` is None when there are no rules for its language."""

    text: str
    language: str
    kit: LanguageKit | None
    dct: DateValue | None


class Extractor:
    """Reads documents by a set of rules; keeps what it learnt of words from one document to the next."""

    def __init__(self, rules: RuleSet) -> None:
        self._rules = rules
        self._closed_class = closed_class_words(rules)
        self._kits: dict[str, LanguageKit] = {}

    def extract(self, document: Document) -> Extraction:
        """All claims, attacks and deliveries (and what else the rules define) of a document.

        Raises TypedDateError when the document's date is no date. A language without rules gives no events and a
        warning that says so.
        """
        opened = self.open(document)
        if opened.kit is None:
            return Extraction(document.source, opened.language, None, (), (self.unreadable(opened.language),))
        events = extract_events(opened.text, opened.kit, opened.dct)
        return Extraction(document.source, opened.language, opened.dct, events)

    def open(self, document: Document) -> Opened:
        """A document ready to be read: what language it is in, its kit, and its date; raises TypedDateError."""
        text = without_surrogates(document.text)
        language = document.language or self._identified(text)
        if language not in readable_languages(self._rules):
            return Opened(text, language, None, None)
        kit = self.kit(language)
        dct = read_typed_date(document.date) if document.date else find_header_date(text, kit.header)
        return Opened(text, language, kit, dct)

    def _identified(self, text: str) -> str:
        first = identify(text[:_FIRST_WORDS], self._closed_class)
        return first or identify(text, self._closed_class) or UNKNOWN

    def kit(self, language: str) -> LanguageKit:
        """All that is needed to read a language; KeyError when the rules do not know it."""
        if language not in self._kits:
            self._kits[language] = prepare(self._rules, language)
        return self._kits[language]

    def unreadable(self, language: str) -> str:
        """What to tell the user about a text in a language that cannot be read."""
        if language == UNKNOWN:
            return "the language of the text was not recognised; name it with --lang"
        if language not in self._rules.rules:
            return f"there are no rules for the language {language!r}"
        files = " and ".join(lacking(self._rules, language))
        return f"the rules for the language {language!r} cannot be used without {files}"


def extract_events(text: str, kit: LanguageKit, dct: DateValue | None) -> tuple[Event, ...]:
    """The events of a text in a known language, with dates reckoned from the document creation time."""
    events: list[Event] = []
    for start, end in parts_of(text):
        found = events_of_part(text[start:end], kit, dct)
        events += [placed(event, start, len(events)) for event in found] if start else found
    return tuple(events)


def events_of_part(text: str, kit: LanguageKit, dct: DateValue | None) -> tuple[Event, ...]:
    """The events of a text that is short enough to be read whole."""
    spans = sentences_to_read(text, kit)
    if not spans:
        return ()
    found, story = read_part(text, kit, dct, spans)
    return name_events(link(found, story), text, spans)


def read_part(
    text: str, kit: LanguageKit, dct: DateValue | None, spans: Sequence[tuple[int, int]]
) -> tuple[list[Found], Story]:
    """The events of some sentences of a text one by one, and what links them."""
    quotations = find_quotations(text)
    quoted = [(quotation.inner_start, quotation.inner_end) for quotation in quotations]
    dates = read_dates(text, kit.dates, dct, quotations=quoted)
    days = [(date.start, date.end) for date in dates]
    sentences = [kit.sentences.read(text, span, days, number) for number, span in enumerate(spans)]
    story = Story(
        text=text,
        dct=dct,
        clauses=[clause for clause, _ in sentences],
        quotations=quotations,
        dates=dates,
        redate=lambda speech, ahead: read_dates(text, kit.dates, dct, speech, quoted, ahead),
        pronouns=kit.pronouns,
        kin=kit.kin,
        date_words=kit.grammar.date_words,
    )
    return [event for _, events in sentences for event in events], story


def sentences_to_read(text: str, kit: LanguageKit) -> list[tuple[int, int]]:
    """The sentences in which some rule may start, and those just before them when they have pronouns."""
    if not kit.gate.opens(text):
        return []
    pieces = sentences_of(text, kit)
    opened = [kit.gate.opens(text[start:end]) for start, end in pieces]
    wanted = [
        opens or (after and kit.pronouns.any_in(text[start:end]))
        for opens, after, (start, end) in zip(opened, [*opened[1:], False], [*pieces[1:], (0, 0)], strict=True)
    ]
    return [span for span, read in zip(pieces, wanted, strict=True) if read]


def sentences_of(text: str, kit: LanguageKit) -> list[tuple[int, int]]:
    """All sentences of a text, over-long ones in pieces."""
    spans = split_sentences(text, 0, len(text), kit.abbreviations)
    return list(chain.from_iterable(pieces_of(text, span) for span in spans))


def pieces_of(text: str, span: tuple[int, int]) -> list[tuple[int, int]]:
    """A sentence as it is, or cut at white space into pieces that are not too long."""
    start, end = span
    pieces: list[tuple[int, int]] = []
    while end - start > _LONGEST_SENTENCE:
        cut = text.rfind(" ", start, start + _LONGEST_SENTENCE)
        cut = cut if cut > start else start + _LONGEST_SENTENCE
        pieces.append((start, cut))
        start = cut
    return [*pieces, (start, end)]
