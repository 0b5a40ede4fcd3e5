"""What only a real process shows: closed pipes, interruptions, full disks, and what a start imports."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from functools import partial
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
    command = subprocess.Popen(
        [*EVTX, *named],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=partial(signal.signal, signal.SIGINT, signal.SIG_DFL),  # a parent in the background ignores it
    )
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and not list(tmp_path.glob(".out.json.*")):
        time.sleep(0.05)
    command.send_signal(signal.SIGINT)
    _, err = command.communicate(timeout=60)
    assert command.returncode == 130
    assert f"evtx: interrupted after 0 of 1 inputs; {tmp_path / 'out.json'} was not written" in err.decode()
    assert [path.name for path in tmp_path.iterdir()] == ["never"]


def test_a_broken_rule_file_is_told_with_its_place(tmp_path: Path) -> None:
    (tmp_path / "fr").mkdir()
    (tmp_path / "fr" / "mine.yml").write_text("language: fr\nevent: atack\nframes: []\n")
    done = subprocess.run([*EVTX, "--rules", str(tmp_path)], input=SENTENCE.encode(), capture_output=True)
    assert (done.returncode, done.stdout) == (3, b"")
    assert "mine.yml:2:8: error[E" in done.stderr.decode()
    assert "did you mean attack?" in done.stderr.decode()
    assert "Traceback" not in done.stderr.decode()


HOSTILE = {
    "one endless line": SENTENCE + "et puis rien du tout " * 50_000,
    "no blank at all": SENTENCE + "bombarder" * 50_000,
    "quotations that never close": "« “ " * 2_000 + SENTENCE + "« Il a dit “ non " * 200,
    "nothing but brackets": SENTENCE + "(" * 50_000,
    "a lone surrogate": SENTENCE + "\ud800",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_text_of_the_worst_kind_is_read_in_time(text: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(text.encode("utf-8", "surrogatepass"))
    command = [*EVTX, "-f", "jsonl", "--lang", "fr", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, timeout=60)
    assert done.returncode == 0
    assert b"Traceback" not in done.stderr
    kinds = {event["type"] for event in json.loads(done.stdout)["events"]}
    assert "attack" in kinds


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
