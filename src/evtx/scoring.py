"""How well events agree with a gold file: precision, recall and F1 of events and arguments, and what else is right.

A predicted event matches a gold event of its type when a trigger overlaps one of its triggers; failing that, when both
stand in one sentence and share an argument. Matching is one to one. An argument is right when its role is right and it
shares at least half of its words with the gold argument; a content, at least half of its characters. A date is right
when its days are the same, an attribution when it names the same matched claims. What matches an optional event is
neither rewarded nor punished.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from evtx.event import Argument, Event, Mention
from evtx.gold import Gold, GoldEvent
from evtx.language.sentences import split_sentences
from evtx.names.folding import fold
from evtx.times.calendar import month_stretch, season_stretch, years
from evtx.times.stretch import Stretch

CONTENT = "content"
_END = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2]|2[1-4]))?(?:-(\d\d))?")
_FIRST_SEASON = 21


class Pair(NamedTuple):
    """A predicted event with the gold event that it matches, and where the two differ.

    `missing` are gold arguments that were not found, `wrong` predicted ones that gold lacks.
    """

    event: Event
    gold: GoldEvent
    missing: tuple[Argument, ...]
    wrong: tuple[Argument, ...]
    same_date: bool
    same_attribution: bool


class Comparison(NamedTuple):
    """The events of one document against its gold; optional gold events and what matches them are left out."""

    gold: Gold
    pairs: tuple[Pair, ...]
    missed: tuple[GoldEvent, ...]
    noisy: tuple[Event, ...]


class Tally(NamedTuple):
    """How many were found, how many of these are right, and how many there are in gold."""

    right: int
    found: int
    wanted: int

    @property
    def precision(self) -> float:
        """Share of what was found that is right."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Share of what gold has that was found."""
        return self.right / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return 2 * self.right / (self.found + self.wanted) if self.right else 0.0


class Share(NamedTuple):
    """How many of some are right."""

    right: int
    of: int

    @property
    def value(self) -> float:
        """The share, 0 of none."""
        return self.right / self.of if self.of else 0.0


class Scores(NamedTuple):
    """Scores of one or more documents.

    `nested` is the attribution of events that stand in the words of others; `extra_dates` counts dates of events to
    which gold gives none.
    """

    documents: int
    types: Mapping[str, Tally]
    events: Tally
    arguments: Tally
    subtypes: Share
    polarity: Share
    modality: Share
    dates: Share
    extra_dates: int
    attribution: Share
    nested: Share


def compare(events: Sequence[Event], gold: Gold) -> Comparison:
    """The events found in a document, each with the gold event that it matches."""
    matched = match(events, gold)
    names = {events[found].id: gold.events[wanted].id for found, wanted in matched.items()}
    pairs = [pair(events[found], gold.events[wanted], names) for found, wanted in sorted(matched.items())]
    taken = frozenset(matched.values())
    return Comparison(
        gold=gold,
        pairs=tuple(one for one in pairs if not one.gold.optional),
        missed=tuple(e for position, e in enumerate(gold.events) if position not in taken and not e.optional),
        noisy=tuple(event for position, event in enumerate(events) if position not in matched),
    )


def match(events: Sequence[Event], gold: Gold) -> dict[int, int]:
    """Positions of predicted events with those of the gold events they match, the best matches first."""
    sentences = split_sentences(gold.text, 0, len(gold.text), frozenset())
    ranked = sorted(candidates(events, gold.events, sentences), reverse=True)
    matched: dict[int, int] = {}
    for *_, found, wanted in ranked:
        if -found not in matched and -wanted not in matched.values():
            matched[-found] = -wanted
    return matched


def candidates(
    events: Sequence[Event], wanted: Sequence[GoldEvent], sentences: Sequence[tuple[int, int]]
) -> Iterator[tuple[bool, int, int, int, int]]:
    """Pairs that may match: whether triggers overlap, arguments shared, size of the overlap, positions below zero."""
    for i, event in enumerate(events):
        for j, gold in enumerate(wanted):
            if event.type != gold.type:
                continue
            size = max(overlap(mine, theirs) for mine in event.triggers for theirs in gold.triggers)
            shared = sum(any(agree(mine, theirs) for mine in event.arguments) for theirs in gold.arguments)
            if size or (shared and near(event.triggers, gold.triggers, sentences)):
                yield bool(size), shared, size, -i, -j


def near(left: Sequence[Mention], right: Sequence[Mention], sentences: Sequence[tuple[int, int]]) -> bool:
    """Whether two events have a trigger in one sentence."""
    return any(
        any(start <= mention.start < end for mention in left) and any(start <= other.start < end for other in right)
        for start, end in sentences
    )


def overlap(left: Mention | Argument, right: Mention | Argument) -> int:
    """How many characters two mentions share."""
    return max(0, min(left.end, right.end) - max(left.start, right.start))


def agree(left: Argument, right: Argument) -> bool:
    """Whether two arguments are the same: the role, and at least half of the words, or of a content's characters."""
    shared = overlap(left, right)
    if left.role != right.role or not shared:
        return False
    if left.role == CONTENT:
        longer = max(left.end - left.start, right.end - right.start)
        whole = max(left.end, right.end) - min(left.start, right.start)
        return shared * 2 >= min(longer, whole)
    mine, theirs = words(left.text), words(right.text)
    return len(mine & theirs) * 2 >= len(mine | theirs) > 0


def words(text: str) -> frozenset[str]:
    """The words of a text without case and accents.

    >>> sorted(words("L’Élysée and N'Djamena"))
    ['and', 'djamena', 'elysee', 'l', 'n']
    """
    return frozenset(re.findall(r"\w+", fold(text)))


def pair(event: Event, gold: GoldEvent, names: Mapping[str, str]) -> Pair:
    """An event beside the gold event that it matches; `names` gives the gold ids of all matched events."""
    return Pair(
        event=event,
        gold=gold,
        missing=tuple(a for a in gold.arguments if not any(agree(a, other) for other in event.arguments)),
        wrong=tuple(a for a in event.arguments if not any(agree(a, other) for other in gold.arguments)),
        same_date=days(event.date.edtf if event.date else None) == days(gold.date),
        same_attribution={names.get(claim, "") for claim in event.attribution} == set(gold.attribution),
    )


def days(edtf: str | None) -> tuple[dt.date | str, dt.date | str] | None:
    """First and last day of an EDTF date or interval; an end that is open or has masked figures stays as written.

    >>> days("2020-02") == days("2020-02-01/2020-02-29~"), days("2022/..")
    (True, (datetime.date(2022, 1, 1), '..'))
    """
    if edtf is None:
        return None
    first, _, last = edtf.partition("/")
    return _end(first)[0], _end(last or first)[1]


def _end(written: str) -> tuple[dt.date | str, dt.date | str]:
    """First and last day of one end of an interval."""
    plain = written.rstrip("~?%").partition("T")[0]
    found = _END.fullmatch(plain)
    if found is None:
        return plain, plain
    year, month, day = (int(part) if part else 0 for part in found.groups())
    if day:
        exact = dt.date(year, month, day)
        return exact, exact
    meant = _months(year, month) if month else years(year, year)
    return meant.first or plain, meant.last or plain


def _months(year: int, month: int) -> Stretch:
    """A month, or a season as EDTF numbers them."""
    return month_stretch(year, month) if month < _FIRST_SEASON else season_stretch(year, month - _FIRST_SEASON + 1)


def score(comparisons: Sequence[Comparison]) -> Scores:
    """The scores of some documents taken together."""
    pairs = [one for comparison in comparisons for one in comparison.pairs]
    types = {name: tally(comparisons, name) for name in event_types(comparisons)}
    dated = [one for one in pairs if one.gold.date]
    inner = [one for one in pairs if one.gold.attribution]
    return Scores(
        documents=len(comparisons),
        types=types,
        events=Tally(*(sum(counts) for counts in zip(*types.values(), strict=True))) if types else Tally(0, 0, 0),
        arguments=argument_tally(comparisons),
        subtypes=share(one.event.subtype == one.gold.subtype for one in pairs),
        polarity=share(one.event.polarity == one.gold.polarity for one in pairs),
        modality=share(one.event.modality == one.gold.modality for one in pairs),
        dates=share(one.same_date for one in dated),
        extra_dates=sum(one.event.date is not None and not one.gold.date for one in pairs),
        attribution=share(one.same_attribution for one in pairs),
        nested=share(one.same_attribution for one in inner),
    )


def event_types(comparisons: Iterable[Comparison]) -> list[str]:
    """The types of all events, found or wanted, in alphabetical order."""
    found = {event.type for comparison in comparisons for event in comparison.noisy}
    wanted = {event.type for comparison in comparisons for event in comparison.missed}
    return sorted(found | wanted | {one.gold.type for comparison in comparisons for one in comparison.pairs})


def tally(comparisons: Sequence[Comparison], type_: str) -> Tally:
    """Events of one type."""
    right = sum(one.gold.type == type_ for comparison in comparisons for one in comparison.pairs)
    noisy = sum(event.type == type_ for comparison in comparisons for event in comparison.noisy)
    missed = sum(event.type == type_ for comparison in comparisons for event in comparison.missed)
    return Tally(right, right + noisy, right + missed)


def argument_tally(comparisons: Iterable[Comparison]) -> Tally:
    """Arguments of all events; those of events that match nothing are all wrong, those of missed events all missing."""
    right = found = wanted = 0
    for comparison in comparisons:
        for one in comparison.pairs:
            mine, theirs = len(one.event.arguments), len(one.gold.arguments)
            right += min(mine - len(one.wrong), theirs - len(one.missing))
            found += mine
            wanted += theirs
        found += sum(len(event.arguments) for event in comparison.noisy)
        wanted += sum(len(event.arguments) for event in comparison.missed)
    return Tally(right, found, wanted)


def share(verdicts: Iterable[bool]) -> Share:
    """How many hold of all."""
    held = list(verdicts)
    return Share(sum(held), len(held))
