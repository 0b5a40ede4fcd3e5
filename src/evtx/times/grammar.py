"""The date grammar of one language, ready to read with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from evtx.times.automaton import Automaton, automaton_of
from evtx.times.cues import Cue, from_plain_cue
from evtx.times.kept import kept_tables
from evtx.times.lexicon import Lexicon, token_pattern
from evtx.times.plain import Plain
from evtx.times.windows import Guard, Memory, Triggers


class Meaning(NamedTuple):
    """What a family says that its words mean: an operation with the fields that they imply.

    `alone` tells whether they are a date by themselves.
    """

    family: str
    reads: str
    fixed: Mapping[str, int | str]
    alone: bool


class Stage(NamedTuple):
    """One pass over a tape: its automaton, and of every template the meaning and the class that it leaves behind.

    An empty class stands for that of the `of` slot. `goes_on` tells that all its templates hold what an earlier stage
    found.
    """

    automaton: Automaton
    meanings: tuple[Meaning, ...]
    results: tuple[str, ...]
    goes_on: bool


@dataclass(frozen=True, eq=False)
class DateGrammar:
    """How a language writes dates: words, families, cues. Compiled once, then only read."""

    language: str
    dct: str | None
    day_first: bool
    years: tuple[int, int]
    century_start: int
    lexicon: Lexicon
    stages: tuple[Stage, ...]
    triggers: Triggers
    cues: Mapping[str, Cue]
    breaks: frozenset[str]
    openers: frozenset[str]
    mentions: frozenset[str]
    memory: Memory

    @classmethod
    def from_mapping(cls, mapping: Mapping[str, Any]) -> DateGrammar:
        """The grammar of a rule file as a loader gives it; GrammarError tells what is wrong with it.

        `numeric` says how figures are written (`dmy` or `mdy`), `years` which years are considered when nothing in a
        text tells the year, `short_years` the first year that two figures can mean.

        The tables that it is compiled to are kept on disk for the next run.
        """
        return grammar_of(mapping, kept_tables(mapping))


def compiled_grammar(mapping: Mapping[str, Any]) -> DateGrammar:
    """The grammar of a rule file, compiled anew and kept nowhere."""
    from evtx.times.compiling import compiled_tables

    return grammar_of(mapping, compiled_tables(mapping))


def grammar_of(mapping: Mapping[str, Any], tables: Plain) -> DateGrammar:
    """The grammar of a rule file from the tables it was compiled to."""
    first, last = str(mapping.get("years", "1990 2035")).split()
    return DateGrammar(
        language=str(mapping.get("language", "")),
        dct=None if mapping.get("dct") is None else str(mapping["dct"]),
        day_first=mapping.get("numeric", "dmy") == "dmy",
        years=(int(first), int(last)),
        century_start=int(mapping.get("short_years", 1950)),
        lexicon=_lexicon(tables),
        stages=_stages(tables),
        triggers=Triggers(frozenset(tables["triggers"]), _guards(tables)),
        cues={name: from_plain_cue(plain) for name, plain in tables["cues"].items()},
        breaks=frozenset(tables["breaks"]),
        openers=frozenset(tables["openers"]),
        mentions=frozenset(tables["mentions"]),
        memory=Memory({}, {}, {}, {}),
    )


def _lexicon(tables: Plain) -> Lexicon:
    (cells, compounds, meanings), (plurals, marks) = tables["words"], tables["marks"]
    joined = {form: [(tuple(rest), cell) for rest, cell in longer] for form, longer in compounds.items()}
    tails = frozenset(form for longer in joined.values() for rest, _ in longer for form in rest)
    return Lexicon(
        cells=cells,
        compounds=joined,
        meanings=meanings,
        classes=tables["classes"],
        pattern=token_pattern(marks),
        plural_endings=tuple(plurals) or ("\0",),
        clock_marks=tuple(marks),
        tails=tails,
    )


def _stages(tables: Plain) -> tuple[Stage, ...]:
    meanings = [Meaning(*family) for family in tables["families"]]
    return tuple(
        Stage(automaton_of(automaton), tuple(meanings[owner] for owner in owners), tuple(results), goes_on)
        for automaton, owners, results, goes_on in tables["stages"]
    )


def _guards(tables: Plain) -> dict[str, Guard]:
    return {word: Guard(frozenset(before), frozenset(after)) for word, (before, after) in tables["guards"].items()}
