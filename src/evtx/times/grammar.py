"""The date grammar of one language, compiled from the mapping of its rule file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from evtx.times.automaton import Automaton
from evtx.times.cues import Cue, read_cue
from evtx.times.lexicon import Lexicon, build_lexicon, plain_value, variants
from evtx.times.templates import GrammarError, TemplateReader

STAGES = ("points", "narrowed", "expressions")
"""What the templates of a family are matched over: words, then also points in time, then also narrowed points."""

OPERATIONS = frozenset(
    {
        "calendar",
        "easter",
        "named",
        "season",
        "quarter",
        "half",
        "decade",
        "century",
        "shift",
        "lastn",
        "part",
        "within",
        "same",
        "night",
        "range",
        "both",
        "since",
        "until",
        "before",
        "after",
        "by",
        "nothing",
    }
)
"""What a family may say that its words mean; `evtx.times.readings` tells what each is."""


@dataclass(frozen=True, slots=True)
class Family:
    """Date expressions of one shape and meaning.

    `reads` is the operation, `fixed` the fields that the words imply, `kind` the name under which later stages may use
    what was found (None when they cannot, `same` for that of its `of` slot), `alone` whether it is a date by itself.
    """

    id: str
    summary: str
    stage: str
    reads: str
    kind: str | None
    alone: bool
    fixed: Mapping[str, int | str]
    templates: tuple[str, ...]
    examples: tuple[str, ...]
    rejects: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stage:
    """One pass over the tape: its automaton, and the family and result cell of every template in it."""

    automaton: Automaton
    families: tuple[Family, ...]
    results: tuple[str, ...]


@dataclass(frozen=True)
class DateGrammar:
    """How a language writes dates: words, families, cues. Compiled once, then only read."""

    language: str
    dct: str | None
    day_first: bool
    years: tuple[int, int]
    century_start: int
    lexicon: Lexicon
    families: tuple[Family, ...]
    phrases: Mapping[str, str]
    trigger_tables: tuple[str, ...]
    cue_lists: Mapping[str, Any]

    @classmethod
    def from_mapping(cls, mapping: Mapping[str, Any]) -> DateGrammar:
        """The grammar of a rule file as yaml.safe_load gives it; GrammarError tells what is wrong with it.

        `numeric` says how figures are written (`dmy` or `mdy`), `years` which years are considered when nothing in a
        text tells the year, `short_years` the first year that two figures can mean.
        """
        words = mapping.get("words") or {}
        lexicon = build_lexicon(words, _listed(mapping.get("clock", "")), _listed(mapping.get("plurals", "")))
        for word in _listed(mapping.get("function_words", "")):
            lexicon.add(word)
        families = tuple(_family(entry) for entry in mapping.get("families") or ())
        first, last = _listed(mapping.get("years", "1990 2035"))
        return cls(
            language=str(mapping.get("language", "")),
            dct=None if mapping.get("dct") is None else str(mapping["dct"]),
            day_first=mapping.get("numeric", "dmy") == "dmy",
            years=(int(first), int(last)),
            century_start=int(mapping.get("short_years", 1950)),
            lexicon=lexicon,
            families=families,
            phrases=mapping.get("phrases") or {},
            trigger_tables=tuple(_listed(mapping.get("triggers", ""))),
            cue_lists=mapping.get("cues") or {},
        )

    @cached_property
    def stages(self) -> tuple[Stage, ...]:
        """The templates compiled, when first needed."""
        return _stages(self.families, self.lexicon, self.phrases)

    @cached_property
    def triggers(self) -> frozenset[str]:
        """Words that a date may stand around: the last word of every entry of the trigger tables."""
        meanings, named = self.lexicon.meanings, self.lexicon.named
        cells = {cell for table in self.trigger_tables for cell in meanings.get(table, {})}
        lasts = (_last_word(forms) for forms, cell in named.items() if cell in cells)
        return frozenset(variant for word in lasts for variant in variants(word))

    @cached_property
    def chunks(self) -> dict[str, tuple[tuple[int, int], ...]]:
        """What is already known of chunks of text: where triggers stand in them. A memory only, with no effect."""
        return {}

    @cached_property
    def cues(self) -> Mapping[str, Cue]:
        """For each direction (past, future, plan) and for speech the words that show it."""
        return {name: read_cue(lists) for name, lists in self.cue_lists.items() if isinstance(lists, Mapping)}

    @cached_property
    def breaks(self) -> frozenset[str]:
        """Words that begin another clause: a cue beyond them is farther than it looks."""
        return frozenset(_listed(self.cue_lists.get("breaks")))


_NO = frozenset(("no", "false"))


def _listed(value: object) -> list[str]:
    return str(value or "").split()


def _last_word(forms: tuple[str, ...]) -> str:
    return next((form.rstrip("'") for form in reversed(forms) if form[:1].isalpha()), forms[-1])


def _lines(block: object) -> tuple[str, ...]:
    return tuple(line.strip() for line in str(block or "").splitlines() if line.strip())


def _family(entry: Mapping[str, Any]) -> Family:
    name, reads, stage = (str(entry.get("id")), str(entry.get("reads")), str(entry.get("stage", STAGES[-1])))
    if reads not in OPERATIONS:
        raise GrammarError(f"{name}: unknown operation {reads!r}")
    if stage not in STAGES:
        raise GrammarError(f"{name}: unknown stage {stage!r}")
    return Family(
        id=name,
        summary=str(entry.get("summary", "")),
        stage=stage,
        reads=reads,
        kind=entry.get("kind"),
        alone=str(entry.get("alone", True)).lower() not in _NO,
        fixed={key: plain_value(value) for key, value in (entry.get("with") or {}).items()},
        templates=_lines(entry.get("match")),
        examples=_lines(entry.get("examples")),
        rejects=_lines(entry.get("rejects")),
    )


def _stages(families: Iterable[Family], lexicon: Lexicon, phrases: Mapping[str, str]) -> tuple[Stage, ...]:
    kinds: set[str] = set()
    stages = []
    for name in STAGES:
        here = [family for family in families if family.stage == name]
        reader = TemplateReader(lexicon, phrases, frozenset(kinds))
        stages.append(_stage(here, reader))
        kinds.update(family.kind for family in here if family.kind not in (None, "same"))
    return tuple(stages)


def _stage(families: Iterable[Family], reader: TemplateReader) -> Stage:
    automaton = Automaton()
    owners: list[Family] = []
    results: list[str] = []
    for family in families:
        for template in family.templates:
            automaton.add(reader.read(template), len(owners))
            owners.append(family)
            results.append(_result(family, reader.lexicon))
    return Stage(automaton, tuple(owners), tuple(results))


def _result(family: Family, lexicon: Lexicon) -> str:
    if family.kind in (None, "same"):
        return "same" if family.kind else lexicon.cell_for(("{}",))
    return lexicon.cell_for((f"{{{family.kind}}}",))
