"""Whatever happens inside a run, the user sees a message and an exit code."""

from __future__ import annotations

import pytest

from evtx.cli import commands
from evtx.cli.main import guarded


def fails_with(monkeypatch: pytest.MonkeyPatch, failure: BaseException) -> None:
    def run(arguments: list[str]) -> int:
        raise failure

    monkeypatch.setattr(commands, "run", run)


def test_an_interruption_before_anything_was_read_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    fails_with(monkeypatch, KeyboardInterrupt())
    assert guarded([]) == 130
    assert capsys.readouterr().err == "evtx: interrupted\n"


def test_a_bug_anywhere_is_told_without_a_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    fails_with(monkeypatch, RuntimeError("odd"))
    assert guarded([]) == 70
    err = capsys.readouterr().err
    assert "internal error: RuntimeError: odd" in err
    assert "Traceback" not in err
