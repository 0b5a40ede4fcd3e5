"""The command with an engine that finds what a test wants it to find."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest

from evtx.cli.commands import run
from evtx.cli.engine import Engine
from evtx.document import Document
from evtx.event import Derivation, Event, Extraction, Mention


def found(document: Document) -> Extraction:
    """An attack in every text, and a failure where the text asks for it."""
    if "break" in document.text:
        raise RuntimeError("broken\x1b[31m")
    if "stop" in document.text:
        raise KeyboardInterrupt
    derivation = (Derivation("fr.rule", "fr/a.yml", 1, "active"),)
    trigger = (Mention("tir", 0, 3),)
    event = Event("e1", "attack", "shelling", trigger, (), None, "positive", "asserted", (), (0, 3), derivation)
    return Extraction(document.source, document.language or "fr", None, (event,), ("odd",))


def load(folders: Sequence[Path]) -> Engine:
    return Engine(found, ("claim", "attack", "delivery"), ("fr", "en"))


class Outcome(NamedTuple):
    code: int
    out: str
    err: str


Evtx = Callable[..., Outcome]


@pytest.fixture
def evtx(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Evtx:
    """Runs the command in an empty folder, with bytes to be piped in."""
    monkeypatch.chdir(tmp_path)

    def call(*arguments: str, pipe: bytes = b"", load: Callable[[Sequence[Path]], Engine] = load) -> Outcome:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(pipe)))
        code = run(arguments, load)
        captured = capsys.readouterr()
        return Outcome(code, captured.out, captured.err)

    return call
