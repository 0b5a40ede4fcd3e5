"""The measurements, each on one core and in a process that does nothing else."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from statistics import median
from typing import NamedTuple

from benchmarks.texts import Extract
from evtx.document import Document

_RUNS = 5
_STARTS = 15
_MEGA = 1_000_000


class Throughput(NamedTuple):
    """Megabytes of UTF-8 text per second on one kind of text, and what was found in how much."""

    text: str
    megabytes: float
    events: int
    megabytes_per_second: float


class Start(NamedTuple):
    """Median milliseconds of a whole process: Python doing nothing, and evtx reading one article to JSON."""

    python: float
    evtx: float

    @property
    def ratio(self) -> float:
        """How many times as long evtx takes."""
        return self.evtx / self.python


def on_one_core() -> None:
    """Keep this process and its children on one core, where the system can."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def throughput(extract: Extract, batches: Iterator[Sequence[str]], name: str) -> Throughput:
    """Median of some runs, each over a batch of texts not seen before, after one that is not counted."""
    documents = [Document(text, language="fr") for text in next(batches)]
    events = sum(len(extract(document).events) for document in documents)
    megabytes = sum(len(document.text.encode()) for document in documents) / _MEGA
    return Throughput(name, megabytes, events, median(_rate(extract, next(batches)) for _ in range(_RUNS)))


def _rate(extract: Extract, texts: Sequence[str]) -> float:
    documents = [Document(text, language="fr") for text in texts]
    seconds = _seconds(lambda: [extract(document) for document in documents])
    return sum(len(text.encode()) for text in texts) / _MEGA / seconds


def _seconds(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def start(article: Path) -> Start:
    """Both processes by turns, so that what else the machine does falls on both."""
    commands = [sys.executable, "-c", "pass"], [*_evtx(), "--format", "json", str(article)]
    times = [[_seconds(partial(_run, command)) for command in commands] for _ in range(_STARTS + 1)]
    python, evtx = (median(column) * 1000 for column in zip(*times[1:], strict=True))
    return Start(python, evtx)


def _evtx() -> list[str]:
    """The installed command, or the module where there is none."""
    script = Path(sys.executable).with_name("evtx")
    return [str(script)] if script.exists() else [sys.executable, "-m", "evtx"]


def _run(command: Sequence[str]) -> None:
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)


def peak_memory(folder: Path) -> float | None:
    """Megabytes that `evtx --format jsonl` takes at most for a folder; None where the system does not tell."""
    if not hasattr(os, "wait4"):
        return None
    command = [*_evtx(), "--format", "jsonl", "--output", os.devnull, str(folder)]
    child = os.spawnv(os.P_NOWAIT, command[0], command)
    _, status, usage = os.wait4(child, 0)
    if status:
        raise RuntimeError(f"{' '.join(command)} failed")
    unit = 1 if sys.platform == "darwin" else 1024
    return usage.ru_maxrss * unit / _MEGA
