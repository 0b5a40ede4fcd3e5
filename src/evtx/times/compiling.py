"""From the mapping of a rule file to the tables of its date grammar, as plain lists and dictionaries."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from evtx.times.cues import plain_cue
from evtx.times.families import STAGES, Family, read_families
from evtx.times.lexicon import NO_CLASS, LexiconBuilder, variants
from evtx.times.nodes import Node
from evtx.times.plain import Plain
from evtx.times.subsets import classes_of, compiled, matches_without
from evtx.times.templates import TemplateReader


def compiled_tables(mapping: Mapping[str, Any]) -> Plain:
    """The tables of a date grammar, which JSON can keep; GrammarError tells what is wrong with the mapping."""
    lexicon = LexiconBuilder(_listed(mapping.get("clock")))
    for slot, table in (mapping.get("words") or {}).items():
        lexicon.add_table(slot, table)
    for word in _listed(mapping.get("function_words")):
        lexicon.add(word)
    families = read_families(mapping)
    classes, stages = _stages(families, lexicon, mapping.get("phrases") or {})
    cues = mapping.get("cues") or {}
    return {
        "words": [lexicon.cells, lexicon.compounds, lexicon.meanings],
        "marks": [_listed(mapping.get("plurals")), _listed(mapping.get("clock"))],
        "triggers": sorted(_triggers(lexicon, _listed(mapping.get("triggers")))),
        "guards": dict(_guards(mapping)),
        "families": [[family.id, family.reads, family.fixed, family.alone] for family in families],
        "classes": classes,
        "stages": stages,
        "cues": {name: plain_cue(lists) for name, lists in cues.items() if isinstance(lists, Mapping)},
        "breaks": _listed(cues.get("breaks")),
        "openers": _listed(cues.get("openers")),
        "mentions": _listed(cues.get("mentions")),
    }


def _listed(value: object) -> list[str]:
    return str(value or "").split()


def _guards(mapping: Mapping[str, Any]) -> Iterable[tuple[str, list[list[str]]]]:
    """For each guarded word the words of which one must stand before it, or one after it."""
    for guard in mapping.get("guards") or ():
        for word in _listed(guard.get("words")):
            for variant in variants(word):
                yield variant, [_listed(guard.get("before")), _listed(guard.get("after"))]


def _triggers(lexicon: LexiconBuilder, tables: Iterable[str]) -> set[str]:
    """Words that a date may stand around: the last word of every entry of the trigger tables."""
    cells = {cell for table in tables for cell in lexicon.meanings.get(table, {})}
    lasts = (_last_word(forms) for forms, cell in lexicon.named.items() if cell in cells)
    return {variant for word in lasts for variant in variants(word)}


def _last_word(forms: tuple[str, ...]) -> str:
    return next((form.rstrip("'") for form in reversed(forms) if form[:1].isalpha()), forms[-1])


def _stages(
    families: tuple[Family, ...], lexicon: LexiconBuilder, phrases: Mapping[str, str]
) -> tuple[dict[str, str], list[Any]]:
    """Classes of cells, and for each stage its automaton and of every template its family and the cell it leaves."""
    kinds: set[str] = set()
    nodes: list[list[Node]] = []
    owners = [[n for n, family in enumerate(families) if family.stage == name] for name in STAGES]
    for here in owners:
        reader = TemplateReader(lexicon, phrases, frozenset(kinds))
        nodes.append([reader.read(template) for number in here for template in families[number].templates])
        kinds.update(kind for number in here if (kind := families[number].kind) not in (None, "same"))
    classes = classes_of(node for stage in nodes for node in stage)
    numbers = [[number for number in here for _ in families[number].templates] for here in owners]
    results = [[_class_left(families[number], lexicon, classes) for number in here] for here in numbers]
    automata = [compiled(stage, classes) for stage in nodes]
    made = [{left for stage in results[:n] for left in stage if left} for n in range(len(STAGES))]
    goes_on = [not matches_without(automaton, left) for automaton, left in zip(automata, made, strict=True)]
    return classes, [list(stage) for stage in zip(automata, numbers, results, goes_on, strict=True)]


def _class_left(family: Family, lexicon: LexiconBuilder, classes: Mapping[str, str]) -> str:
    """The class under which later stages meet what a family found; empty for that of its `of` slot."""
    if family.kind == "same":
        return ""
    return classes.get(lexicon.cell_for((f"{{{family.kind}}}",)), NO_CLASS)
