"""The main job on the command line: what goes where, which exit code, and which words."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from evtx.cli.engine import Engine
from evtx.rules.diagnostics import Diagnostic, RuleFileError
from evtx.version import VERSION

from .conftest import Evtx


@pytest.fixture(autouse=True)
def texts(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("un tir")
    (tmp_path / "b.txt").write_text("deux tirs")


def sources(output: str) -> list[str]:
    return [json.loads(line)["source"] for line in output.splitlines()]


def test_extract_is_the_default_command(evtx: Evtx) -> None:
    assert evtx("a.txt", "-q") == evtx("extract", "a.txt", "-q")
    assert "shelling" in evtx("a.txt").out


def test_piped_text_is_read(evtx: Evtx) -> None:
    assert sources(evtx("-f", "jsonl", pipe=b"un tir").out) == ["-"]
    assert sources(evtx("-f", "jsonl", "a.txt", "-", pipe=b"un tir").out) == ["a.txt", "-"]


def test_data_goes_to_stdout_and_warnings_to_stderr(evtx: Evtx) -> None:
    outcome = evtx("a.txt", "-f", "json")
    assert json.loads(outcome.out)["evtx"] == VERSION
    assert outcome.err == "evtx: warning: a.txt: odd\n"
    assert evtx("a.txt", "-f", "json", "--quiet").err == ""


def test_one_bad_input_does_not_stop_the_others(evtx: Evtx, tmp_path: Path) -> None:
    (tmp_path / "bin.txt").write_bytes(b"\0\1\2")
    (tmp_path / "empty").mkdir()
    outcome = evtx("none.txt", "a.txt", "bin.txt", "empty", "b.txt", "-f", "jsonl", "-q")
    assert outcome.code == 5
    assert sources(outcome.out) == ["a.txt", "b.txt"]
    assert outcome.err == (
        "evtx: error: none.txt: there is no such file\n  help: check the name and the folder you are in\n"
        "evtx: error: bin.txt: looks binary\n  help: evtx reads plain text: save or export the text first\n"
        "evtx: error: empty: holds no file that ends in .txt or .text\n"
        "  help: name the files themselves, or rename them\n"
    )


def test_an_empty_text_is_a_document_without_a_fuss(evtx: Evtx) -> None:
    outcome = evtx("-f", "jsonl", pipe=b"")
    assert (outcome.code, sources(outcome.out)) == (0, ["-"])
    assert outcome.err == "evtx: warning: standard input: there is no text in it\n"
    assert json.loads(outcome.out)["warnings"] == ["there is no text in it"]


def test_a_guessed_encoding_is_told(evtx: Evtx) -> None:
    outcome = evtx("-f", "jsonl", pipe="tué à Gao".encode("cp1252"))
    assert "evtx: warning: standard input: not UTF-8, read as cp1252" in outcome.err
    assert json.loads(outcome.out)["warnings"] == ["not UTF-8, read as cp1252", "odd"]


def test_a_bug_costs_its_document_and_shows_no_traceback(evtx: Evtx, tmp_path: Path) -> None:
    (tmp_path / "c.txt").write_text("break")
    outcome = evtx("c.txt", "a.txt", "-f", "jsonl", "-q")
    assert (outcome.code, sources(outcome.out)) == (70, ["a.txt"])
    assert outcome.err.startswith("evtx: error: internal error while reading c.txt: RuntimeError: broken␛[31m\n")
    assert "please report it" in outcome.err
    assert "Traceback" not in outcome.err


def test_a_traceback_is_shown_to_those_who_ask(evtx: Evtx, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EVTX_DEBUG", "1")
    assert "Traceback" in evtx(pipe=b"break").err


def test_an_interruption_says_how_far_it_came_and_leaves_no_file(evtx: Evtx, tmp_path: Path) -> None:
    (tmp_path / "c.txt").write_text("stop")
    outcome = evtx("a.txt", "c.txt", "b.txt", "-q", "-o", "out.jsonl")
    assert outcome.code == 130
    assert outcome.err == "evtx: interrupted after 1 of 3 inputs; out.jsonl was not written\n"
    assert {path.name for path in tmp_path.iterdir()} == {"a.txt", "b.txt", "c.txt"}


def test_the_suffix_of_the_output_gives_the_format(evtx: Evtx, tmp_path: Path) -> None:
    for name, start in (
        ("out.json", '{"schema"'),
        ("out.jsonl", '{"source"'),
        ("out.csv", "source,"),
        ("out", "a.txt"),
    ):
        assert evtx("a.txt", "-o", name) == (0, "", "evtx: warning: a.txt: odd\n")
        assert (tmp_path / name).read_text("utf-8").startswith(start)


def test_an_output_keeps_its_permissions_and_its_link(evtx: Evtx, tmp_path: Path) -> None:
    target = tmp_path / "real.json"
    target.write_text("old")
    target.chmod(0o640)
    (tmp_path / "link.json").symlink_to(target)
    evtx("a.txt", "-o", "link.json")
    assert target.read_text("utf-8").startswith('{"schema"')
    assert target.stat().st_mode & 0o777 == 0o640
    assert (tmp_path / "link.json").is_symlink()


@pytest.mark.parametrize(
    ("arguments", "message", "help"),
    [
        (["a.txt", "-o", "no/out.json"], "cannot write no/out.json: no such file or directory", "a folder that exists"),
        (["a.txt", "-o", "out.html"], "no format is known for out.html", "--format: table, json, jsonl, csv"),
        (["a.txt", "-f", "xml"], "'xml' is not one of", "--help"),
        (["a.txt", "--date", "hier"], "--date 'hier' cannot be read as a date", "2020-12-16"),
        (["a.txt", "--lang", "xx"], "unknown language 'xx'", "there are: auto, fr, en"),
        (["a.txt", "--type", "atack"], "unknown event type 'atack'", "did you mean attack?"),
        (["a.txt", "--fail-on", "clam"], "unknown event type 'clam'", "did you mean claim?"),
        (["a.txt", "--rules", "no"], "--rules no: there is no such folder", "a folder"),
        (["a.txt", "--rules", "a.txt"], "--rules a.txt: is not a folder", "a folder"),
        (["--frobnicate"], "No such option '--frobnicate'", "--help"),
    ],
)
def test_a_usage_error_says_what_and_how_to_mend_it(evtx: Evtx, arguments: list[str], message: str, help: str) -> None:
    outcome = evtx(*arguments)
    assert (outcome.code, outcome.out) == (2, "")
    first, *rest = outcome.err.splitlines()
    assert first.startswith("evtx: error: ")
    assert message in first
    assert help in " ".join(rest)


def test_a_broken_rule_file_shows_every_problem(evtx: Evtx) -> None:
    def broken(folders: Sequence[Path]) -> Engine:
        raise RuleFileError(
            [Diagnostic("a.yml", 4, 8, "E203", "unknown phrase <x>"), Diagnostic("b.yml", 1, 1, "E1", "y")]
        )

    outcome = evtx("a.txt", load=broken)
    assert (outcome.code, outcome.out) == (3, "")
    assert "a.yml:4:8: error[E203]: unknown phrase <x>" in outcome.err
    assert "b.yml:1:1: error[E1]: y" in outcome.err


def test_fail_on_gives_1_only_when_such_events_are_found(evtx: Evtx) -> None:
    assert evtx("a.txt", "--fail-on", "claim,attack").code == 1
    assert evtx("a.txt", "--fail-on", "claim", "--fail-on", "delivery").code == 0
    assert evtx("a.txt", "none.txt", "--fail-on", "attack").code == 5


def test_only_the_types_asked_for_are_shown(evtx: Evtx) -> None:
    assert json.loads(evtx("a.txt", "-f", "jsonl", "--type", "claim").out)["events"] == []


def test_date_and_language_reach_the_engine(evtx: Evtx) -> None:
    def echo(folders: Sequence[Path]) -> Engine:
        from evtx.event import Extraction

        return Engine(lambda d: Extraction(f"{d.date} {d.language}", "fr", None, ()), ("claim",), ("fr", "en"))

    assert "mai 2020 en" in evtx("a.txt", "--date", "mai 2020", "--lang", "en", load=echo).out
    assert "None None" in evtx("a.txt", load=echo).out


def test_names_from_outside_are_printed_safely(evtx: Evtx) -> None:
    assert evtx("\x1b[31mx").err.startswith("evtx: error: ␛[31mx: there is no such file")


def test_colour_is_for_terminals_and_those_who_ask(evtx: Evtx, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    assert "\x1b[" not in evtx("a.txt").out
    assert "\x1b[" in evtx("a.txt", "--color", "always").out
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[" in evtx("a.txt").out
    assert "\x1b[" not in evtx("a.txt", "--color", "never").out
