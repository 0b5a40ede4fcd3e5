"""One command measures everything and prints a table: `python -m benchmarks [--json FILE]`."""

from __future__ import annotations

import json
import platform
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import click

from benchmarks.measures import Start, Throughput, on_one_core, peak_memory, start, throughput
from benchmarks.texts import SAMPLES, Pool, documents, sentence_pool

PERCENTAGES = (0, 10, 100)


class Result(NamedTuple):
    """All that one run of the benchmark measured."""

    python: str
    throughput: tuple[Throughput, ...]
    start: Start
    peak_megabytes: float | None


@click.command()
@click.option("--json", "target", type=click.Path(dir_okay=False), help="Also write the figures to this file.")
@click.option("--megabytes", default=1.0, show_default=True, help="Size of the text made for each density.")
def main(target: str | None, megabytes: float) -> None:
    """Measure throughput at several densities, the start, and peak memory."""
    result = measure(int(megabytes * 1_000_000))
    show(result)
    if target:
        Path(target).write_text(json.dumps(_plain(result), indent=2) + "\n", "utf-8")


def measure(size: int) -> Result:
    """Run every measurement on this much text."""
    from evtx import Extractor, load_rules

    on_one_core()
    extract = Extractor(load_rules()).extract
    pool = sentence_pool(extract)
    made = {percent: documents(pool, percent, size) for percent in PERCENTAGES if _possible(pool, percent)}
    speeds = tuple(throughput(extract, texts, percent) for percent, texts in made.items())
    return Result(platform.python_version(), speeds, start(_article()), _peak(made[max(made)]))


def _possible(pool: Pool, percent: int) -> bool:
    return bool((percent == 0 or pool.telling) and (percent == 100 or pool.plain))


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
        table.add_row(f"{speed.percent} % telling sentences", f"{speed.megabytes_per_second:.2f} MB/s", told)
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
