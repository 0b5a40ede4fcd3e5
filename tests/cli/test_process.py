"""What only a real process shows: closed pipes, interruptions, full disks, and what a start imports."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

EVTX = [sys.executable, "-m", "evtx"]
SENTENCE = "L'armée a bombardé le village de Kafra lundi, a déclaré le ministre. "


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("FORCE_COLOR", "NO_COLOR", "EVTX_DEBUG"):
        monkeypatch.delenv(name, raising=False)


def test_a_text_goes_through_the_whole_house() -> None:
    done = subprocess.run([*EVTX, "-f", "json", "--date", "2020-12-16"], input=SENTENCE.encode(), capture_output=True)
    assert (done.returncode, done.stderr) == (0, b"")
    types = [event["type"] for event in json.loads(done.stdout)["documents"][0]["events"]]
    assert sorted(types) == ["attack", "claim"]


def test_a_closed_pipe_ends_quietly(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(SENTENCE * 300)
    command = subprocess.Popen([*EVTX, str(tmp_path), "-f", "json"], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert command.stdout is not None
    assert command.stderr is not None
    command.stdout.read(10)
    command.stdout.close()
    assert command.stderr.read() == b""
    assert command.wait(timeout=60) == 0


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such signals")
def test_ctrl_c_ends_at_once_and_says_how_far_it_came(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "never")
    named = [str(tmp_path / "never"), "-o", str(tmp_path / "out.json")]
    command = subprocess.Popen([*EVTX, *named], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and not list(tmp_path.glob(".out.json.*")):
        time.sleep(0.05)
    command.send_signal(signal.SIGINT)
    _, err = command.communicate(timeout=60)
    assert command.returncode == 130
    assert f"evtx: interrupted after 0 of 1 inputs; {tmp_path / 'out.json'} was not written" in err.decode()
    assert [path.name for path in tmp_path.iterdir()] == ["never"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full disk to write to")
def test_a_full_disk_is_told() -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run([*EVTX], input=SENTENCE.encode(), stdout=full, stderr=subprocess.PIPE)
    assert done.returncode == 2
    assert b"evtx: error: cannot write the output: no space left on device" in done.stderr
    assert b"Traceback" not in done.stderr


def test_a_json_run_imports_nothing_that_it_does_not_need() -> None:
    code = (
        "import sys; from evtx.cli.main import guarded; code = guarded(['-f', 'json']);"
        "print([name for name in ('rich', 'dateparser', 'babel', 'charset_normalizer', 'csv', 'logging', 'yaml')"
        " if name in sys.modules], file=sys.stderr); sys.exit(code)"
    )
    warm = [sys.executable, "-c", code]
    subprocess.run(warm, input=SENTENCE.encode(), capture_output=True)
    done = subprocess.run(warm, input=SENTENCE.encode(), capture_output=True)
    assert (done.returncode, done.stderr.decode()) == (0, "[]\n")
