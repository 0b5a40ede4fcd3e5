"""Scores and faults as tables, and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from evtx.grading.blame import Cost, costs
from evtx.grading.faults import Fault, faults
from evtx.rendering.cells import words
from evtx.rendering.objects import Object, as_json
from evtx.rendering.page import Page
from evtx.rendering.tables import printed
from evtx.scoring import Comparison, Scores, Share, Tally, score
from evtx.version import VERSION

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.table import Table

SCHEMA = "evtx-scores/1"


class Graded(NamedTuple):
    """Documents compared with their gold, and what is wanted of it: every fault, and the costs of rules."""

    comparisons: Sequence[Comparison]
    show: bool
    by_rule: bool

    @property
    def faults(self) -> list[tuple[str, Fault]]:
        """All faults, each with the id of its document."""
        return [(one.gold.id, fault) for one in self.comparisons for fault in faults(one)]

    @property
    def costs(self) -> list[Cost]:
        """The costs of rules."""
        return costs(self.comparisons, (fault for _, fault in self.faults))


def tallies(scores: Scores) -> dict[str, Tally]:
    """What has precision and recall, by name."""
    return {**scores.types, "events": scores.events, "arguments": scores.arguments}


def shares(scores: Scores) -> dict[str, Share]:
    """What is right or not of matched events, by name."""
    return {
        "subtypes": scores.subtypes,
        "polarity": scores.polarity,
        "modality": scores.modality,
        "dates": scores.dates,
        "attribution": scores.attribution,
        "nested attribution": scores.nested,
    }


def as_table(graded: Graded, page: Page) -> Iterator[str]:
    """The faults if wanted, the costs of rules if wanted, and the scores at the end, where a terminal shows them."""
    yield printed(_tables(graded), page)


def _tables(graded: Graded) -> Iterator[RenderableType]:
    if graded.show:
        yield from _shown(graded.faults)
    if graded.by_rule:
        yield _costs(graded.costs)
    scores = score(graded.comparisons)
    yield _scores(scores)
    yield _shares(scores)


def percent(share: float) -> str:
    """A share in percent, with one decimal.

    >>> percent(0.875)
    '87.5'
    """
    return f"{100 * share:.1f}"


def table(title: str, *columns: str) -> Table:
    """An empty table; a column whose title ends in `#` holds numbers."""
    from rich import box
    from rich.table import Table

    made = Table(
        title=title, box=box.SIMPLE_HEAD, title_justify="left", title_style="bold", header_style="bold", pad_edge=False
    )
    for column in columns:
        made.add_column(column.removesuffix("#"), justify="right" if column.endswith("#") else "left", overflow="fold")
    return made


def _scores(scores: Scores) -> Table:
    made = table(f"Scores (documents: {scores.documents})", "", "Precision#", "Recall#", "F1#", "Found#", "In gold#")
    for name, tally in tallies(scores).items():
        shown = map(percent, (tally.precision, tally.recall, tally.f1))
        made.add_row(words(name), *shown, str(tally.found), str(tally.wanted))
    return made


def _shares(scores: Scores) -> Table:
    made = table("Of the events found", "", "Right, %#", "Right#", "Of#")
    for name, share in shares(scores).items():
        made.add_row(words(name), percent(share.value), str(share.right), str(share.of))
    made.add_row(words("dates where gold has none"), "", str(scores.extra_dates), "")
    return made


def _shown(found: Sequence[tuple[str, Fault]]) -> Iterator[RenderableType]:
    for document in dict.fromkeys(document for document, _ in found):
        made = table(document, "Line#", "Fault", "What", "Words", "Rule")
        for fault in (fault for name, fault in found if name == document):
            told = (
                words(fault.trigger, "italic").append("\n" if fault.detail else "").append(words(fault.detail, "dim"))
            )
            made.add_row(str(fault.line), words(fault.kind, "bold"), words(fault.what), told, words(fault.rule))
        yield made


def _costs(rules: Sequence[Cost]) -> Table:
    costly = [cost for cost in rules if cost.total]
    title = f"Rules by cost ({len(rules) - len(costly)} more without a fault)"
    made = table(title, "Rule", "Faults#", "Right#", "Noisy#", "Missing#", "Wrong#", "Different#")
    for cost in costly:
        numbers = (cost.total, cost.right, cost.noisy, cost.missing, cost.wrong, cost.different)
        made.add_row(words(cost.rule), *map(str, numbers))
    return made


def as_object(graded: Graded, _: Page) -> Iterator[str]:
    """One object: scores as shares of one, with faults and costs if wanted."""
    scores = score(graded.comparisons)
    whole: Object = {"schema": SCHEMA, "evtx": VERSION, "documents": scores.documents}
    whole |= {name: _tally(tally) for name, tally in tallies(scores).items()}
    whole |= {name.replace(" ", "_"): _share(share) for name, share in shares(scores).items()}
    whole["extra_dates"] = scores.extra_dates
    if graded.show:
        whole["faults"] = [{"document": document, **fault._asdict()} for document, fault in graded.faults]
    if graded.by_rule:
        whole["rules"] = [{**cost._asdict(), "total": cost.total} for cost in graded.costs]
    yield as_json(whole) + "\n"


def _tally(tally: Tally) -> Object:
    shown = {"precision": tally.precision, "recall": tally.recall, "f1": tally.f1}
    return {**{name: round(value, 4) for name, value in shown.items()}, "found": tally.found, "gold": tally.wanted}


def _share(share: Share) -> Object:
    return {"share": round(share.value, 4), "right": share.right, "of": share.of}


FORMATS = {"table": as_table, "json": as_object}
"""The formats of scores, by name."""
