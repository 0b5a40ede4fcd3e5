"""One command puts evtx beside other readers of dates: `python -m benchmarks.dates [--families] [--misses]`.

Quality on the French sentences of dates_fr.txt, time on an article of the samples. A reader that cannot be loaded is
said to be missing. The sentences are by the authors of evtx, who know what it can read and how it divides a month or
a year, so they favour it; where usage differs every usual value counts as right.
"""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import click

from benchmarks.dates_peers import READERS, NotInstalled, Reader
from benchmarks.dates_set import Found, Item, Score, false_dates, is_right, items, scored
from benchmarks.texts import SAMPLES

ARTICLE = SAMPLES / "fr_weekly_1904.txt"
_DCT = dt.date(2020, 12, 16)
_RUNS = 15


class Result(NamedTuple):
    """What one reader made of the sentences, how long it took to load, and how long for an article when warm."""

    answers: Sequence[tuple[Item, Sequence[Found]]]
    load: float
    article: float


@click.command()
@click.option("--families", is_flag=True, help="Also show each family of dates.")
@click.option("--misses", is_flag=True, help="Also show what each reader misses or gets wrong.")
@click.option("--only", multiple=True, type=click.Choice(list(READERS)), help="Measure only these readers.")
def main(families: bool, misses: bool, only: Sequence[str]) -> None:
    """Measure how many dates each reader finds, how many rightly, and how long it takes."""
    results: dict[str, Result] = {}
    for name in only or READERS:
        try:
            results[name] = measured(name)
        except (NotInstalled, ImportError) as failure:
            click.echo(f"{name}: missing ({failure})", err=True)
    click.echo("\n".join(table(results)))
    if families:
        click.echo("\n" + "\n".join(family_table(results)))
    if misses:
        click.echo("\n" + "\n".join(line for name, result in results.items() for line in missed(name, result)))


def measured(name: str) -> Result:
    """Load a reader and let it read everything; NotInstalled or ImportError when it is not there."""
    begun = time.perf_counter()
    read = READERS[name]()
    read("Un pont a sauté hier.", _DCT)
    load = time.perf_counter() - begun
    answers = [(item, read(item.text, item.dct)) for item in items()]
    return Result(answers, load, warm(read, ARTICLE))


def warm(read: Reader, article: Path) -> float:
    """Seconds for an article, the best of some runs; a different end each time keeps memories out of it."""
    text = article.read_text("utf-8")
    read(text, _DCT)
    times = []
    for run in range(_RUNS):
        begun = time.perf_counter()
        read(f"{text} {run}", _DCT)
        times.append(time.perf_counter() - begun)
    return min(times)


def table(results: Mapping[str, Result]) -> list[str]:
    """Lines of a table with a row for each reader."""
    size = ARTICLE.stat().st_size / 1000
    head = f"{'reader':18} {'dates':>6} {'found':>6} {'right':>6} {'right %':>8} {'false':>6}"
    rows = [f"{head} {f'ms for {size:.1f} kB':>15} {'s to load':>10}"]
    for name, result in results.items():
        scores = [score for _, score in scored(result.answers)]
        wanted, found, right = (sum(column) for column in zip(*scores, strict=True))
        quality = f"{wanted:6} {found:6} {right:6} {100 * right / wanted:8.1f} {false_dates(result.answers):6}"
        rows.append(f"{name:18} {quality} {1000 * result.article:15.1f} {result.load:10.2f}")
    traps = sum(item.place is None for item in items())
    return [*rows, f"false: dates found in {traps} sentences that have none"]


def family_table(results: Mapping[str, Result]) -> list[str]:
    """Lines of a table with a row for each family: how many are right."""
    scores: dict[str, dict[str, Score]] = {name: dict(scored(result.answers)) for name, result in results.items()}
    names = list(dict.fromkeys(family for each in scores.values() for family in each))
    rows = [f"{'family':18} {'dates':>6} " + " ".join(f"{name:>17}" for name in results)]
    for family in names:
        right = [each[family].right for each in scores.values()]
        wanted = next(each[family].wanted for each in scores.values())
        rows.append(f"{family:18} {wanted:6} " + " ".join(f"{number:17}" for number in right))
    return rows


def missed(name: str, result: Result) -> list[str]:
    """A line for every date that a reader does not get right, and for every false one."""
    lines = []
    for item, found in result.answers:
        shown = ", ".join(f"{item.text[date.start : date.end]!r} {date.span[0]}/{date.span[1]}" for date in found)
        if item.place is None and found:
            lines.append(f"{name}: false {shown} in {item.text!r}")
        elif item.place is not None and not is_right(item, found):
            lines.append(f"{name}: {item.family}: {item.text!r} ({item.dct}): {shown or 'nothing'}")
    return lines


if __name__ == "__main__":
    main()
