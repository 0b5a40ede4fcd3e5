"""What an explanation holds: plain values, with the same offsets as events and reasons in words."""

from __future__ import annotations

from typing import NamedTuple

from evtx.event import DateValue, Event, Mention


class Reading(NamedTuple):
    """One thing that a word may be: its class, its lemma, its features in words."""

    word_class: str
    lemma: str
    features: tuple[str, ...]


class Token(NamedTuple):
    """A word, the reading that was chosen where it stands, and the others that its form allows."""

    words: Mention
    chosen: Reading
    others: tuple[Reading, ...]


class Phrase(NamedTuple):
    """A group of words as rules see it: kind, head, mention type, preposition, and for verbs what their form says."""

    words: Mention
    kind: str
    lemma: str
    type: str
    preposition: str
    features: tuple[str, ...]


class Stretch(NamedTuple):
    """A clause, by what opens it."""

    words: Mention
    kind: str


class Quoted(NamedTuple):
    """A quotation, how deep it is nested, and whether its closing mark is there."""

    words: Mention
    depth: int
    closed: bool


class DateFound(NamedTuple):
    """A date expression, the events that carry it, and how it came to them or to none."""

    date: DateValue
    events: tuple[str, ...]
    why: str


class RuleName(NamedTuple):
    """A rule: its id, what it is for, and where it stands."""

    id: str
    summary: str
    file: str
    line: int


class Match(NamedTuple):
    """An element of a rule with the words that fill it.

    `element` is `trigger`, a role, or an element of a template as it is written. `type` is the mention type of the
    words, empty when nothing tells. `why` says by which construction, preposition or template element they came in.
    """

    element: str
    words: Mention
    type: str
    why: str
    resolved: str | None = None
    implied: bool = False


class Decision(NamedTuple):
    """Something that was settled about an event: what about, how, and why."""

    about: str
    value: str
    why: str


class Told(NamedTuple):
    """A mention of an event: the rule that found it, what matched what, and what was settled about it.

    `event` is the id of the event in the output, None for a noun that points back to nothing and was left out.
    """

    event: str | None
    type: str
    subtype: str
    trigger: Mention
    rule: RuleName
    written: str
    matches: tuple[Match, ...]
    decisions: tuple[Decision, ...]


class Miss(NamedTuple):
    """A rule that a word of the sentence could have started, and that gave no event there.

    `written` is the line of the rule. `matched` lists what it had found by then, `wanted` says what it lacked. `near`
    grows with the part of the rule that was there.
    """

    rule: RuleName
    type: str
    word: Mention
    written: str
    matched: tuple[Match, ...]
    wanted: str
    near: int


class Silent(NamedTuple):
    """A noun or verb that no rule has as its trigger; `known` tells whether the lexicon has it."""

    words: Mention
    lemma: str
    known: bool


class SentenceExplained(NamedTuple):
    """One sentence: how it was read, what it tells, what it nearly told.

    `line` and `column` count from 1. `read` is False for a sentence that extraction passes over, since it has no word
    that a rule may start from.
    """

    words: Mention
    line: int
    column: int
    read: bool
    tokens: tuple[Token, ...]
    phrases: tuple[Phrase, ...]
    clauses: tuple[Stretch, ...]
    quotations: tuple[Quoted, ...]
    dates: tuple[DateFound, ...]
    told: tuple[Told, ...]
    misses: tuple[Miss, ...]
    silent: tuple[Silent, ...]


class Explanation(NamedTuple):
    """A document: what was asked about it, and its events as extraction gives them.

    `events` are those with a mention in one of the sentences, and the claims that they are attributed to.
    """

    source: str
    language: str
    dct: DateValue | None
    sentences: tuple[SentenceExplained, ...]
    events: tuple[Event, ...]
    warnings: tuple[str, ...] = ()
