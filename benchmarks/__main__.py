"""One command measures everything and prints a table: `python -m benchmarks [--json FILE]`."""

from __future__ import annotations

import json
import platform
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import click

from benchmarks.measures import Start, Throughput, on_one_core, peak_memory, start, throughput
from benchmarks.texts import SAMPLES, Pool, documents, sentence_pool

DENSEST = "100 % of sentences with events"


class Result(NamedTuple):
    """All that one run of the benchmark measured."""

    python: str
    throughput: tuple[Throughput, ...]
    start: Start
    peak_megabytes: float | None


@click.command()
@click.option("--json", "target", type=click.Path(dir_okay=False), help="Also write the figures to this file.")
@click.option("--megabytes", default=1.0, show_default=True, help="Size of the text made for each run.")
def main(target: str | None, megabytes: float) -> None:
    """Measure throughput at several densities, the start, and peak memory."""
    result = measure(int(megabytes * 1_000_000))
    show(result)
    if target:
        Path(target).write_text(json.dumps(_plain(result), indent=2) + "\n", "utf-8")


def measure(size: int) -> Result:
    """Run every measurement on this much text."""
    from evtx import Extractor, load_rules
    from evtx.languages import prepare

    on_one_core()
    rules = load_rules()
    extract = Extractor(rules).extract
    corpora = _corpora(sentence_pool(extract, prepare(rules, "fr").gate.opens), size)
    speeds = tuple(throughput(extract, batches, name) for name, batches in corpora.items())
    return Result(platform.python_version(), speeds, start(_article()), _peak(next(corpora[DENSEST])))


def _corpora(pool: Pool, size: int) -> dict[str, Iterator[list[str]]]:
    """Text at each density of sentences with events among sentences without any trigger word, and a hard case."""
    return {
        "0 % of sentences with events": documents(pool.telling, pool.silent, 0, size),
        "10 % of sentences with events": documents(pool.telling, pool.silent, 10, size),
        DENSEST: documents(pool.telling, pool.silent, 100, size),
        "trigger words in all, events in none": documents(pool.telling, pool.near, 0, size),
    }


def _article() -> Path:
    return min(SAMPLES.glob("*.txt"))


def _peak(texts: Sequence[str]) -> float | None:
    with tempfile.TemporaryDirectory() as folder:
        for number, text in enumerate(texts):
            (Path(folder) / f"{number:04d}.txt").write_text(text, "utf-8")
        return peak_memory(Path(folder))


def show(result: Result) -> None:
    """Print the figures as a table."""
    from rich import print as show_table
    from rich.table import Table

    table = Table("measure", "result", "on", title=f"evtx on one core, Python {result.python}", title_justify="left")
    for speed in result.throughput:
        told = f"{speed.megabytes:.1f} MB, {speed.events} events"
        table.add_row(speed.text, f"{speed.megabytes_per_second:.2f} MB/s", told)
    begun = result.start
    table.add_row("start", f"{begun.ratio:.1f} x Python", f"{begun.evtx:.0f} ms, Python alone {begun.python:.0f} ms")
    if result.peak_megabytes is not None:
        table.add_row("peak memory", f"{result.peak_megabytes:.0f} MB", "the densest text, by the command")
    show_table(table)


def _plain(result: Result) -> dict[str, object]:
    return {
        "python": result.python,
        "throughput": [speed._asdict() for speed in result.throughput],
        "start": {**result.start._asdict(), "ratio": result.start.ratio},
        "peak_megabytes": result.peak_megabytes,
    }


if __name__ == "__main__":
    main()
