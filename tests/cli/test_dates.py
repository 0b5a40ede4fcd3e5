"""Dates on the command line: what each means and why, as a table and as data."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from evtx.version import VERSION

from .conftest import Evtx

TEXT = "Le dépôt de Bara a brûlé mardi.\nUn cargo avait coulé en octobre dernier.\n"


@pytest.fixture(autouse=True)
def texts(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "b.txt").write_text("Les habitants de la vallée ont fui vers le port.", "utf-8")


def documents(output: str) -> list[Mapping[str, Any]]:
    found: list[Mapping[str, Any]] = json.loads(output)["documents"]
    return found


def test_a_table_tells_what_each_date_means_and_why(evtx: Evtx) -> None:
    outcome = evtx("dates", "a.txt", "--date", "2020-12-16")
    assert (outcome.code, outcome.err) == (0, "")
    rows = [line.split() for line in outcome.out.splitlines()]
    assert rows[0] == ["a.txt", "·", "fr", "·", "dated", "2020-12-16", "(given)"]
    assert rows[1] == ["Dates", "(2)"]
    assert rows[5][:6] == ["1", "mardi", "2020-12-15", "15", "Dec", "2020"]
    assert "the last one up to 2020-12-16" in " ".join(rows[5])
    assert rows[6][:5] == ["2", "en", "octobre", "dernier", "2020-10"]


def test_the_json_has_the_reason_with_each_date(evtx: Evtx) -> None:
    outcome = evtx("dates", "a.txt", "--date", "2020-12-16", "-f", "json")
    whole = json.loads(outcome.out)
    assert (whole["schema"], whole["evtx"]) == ("evtx-dates/1", VERSION)
    (document,) = whole["documents"]
    assert (document["source"], document["language"], document["dct"]["edtf"]) == ("a.txt", "fr", "2020-12-16")
    first, second = document["dates"]
    assert TEXT[first["start"] : first["end"]] == first["text"] == "mardi"
    assert (first["edtf"], first["earliest"], first["latest"], first["anchor"]) == (*["2020-12-15"] * 3, "dct")
    assert second["reason"] == (
        "en octobre dernier: reckoned from the document's date, the last one before 2020-12-16, so 2020-10"
    )


def test_a_pipe_and_several_files_are_read(evtx: Evtx) -> None:
    piped = evtx("dates", "-f", "json", "--date", "2020-12-16", pipe=TEXT.encode())
    assert [date["edtf"] for date in documents(piped.out)[0]["dates"]] == ["2020-12-15", "2020-10"]
    several = evtx("dates", "a.txt", "b.txt", "-f", "json", "--date", "2020-12")
    assert [(d["source"], len(d["dates"])) for d in documents(several.out)] == [("a.txt", 2), ("b.txt", 0)]
    assert "no dates found" in evtx("dates", "b.txt").out


def test_the_header_dates_the_document(evtx: Evtx) -> None:
    outcome = evtx(
        "dates", "-f", "json", pipe=b"Publi\xc3\xa9 le 16 mai 2020\n\nUn pont a saut\xc3\xa9 hier dans la ville."
    )
    assert [date["edtf"] for date in documents(outcome.out)[0]["dates"]] == ["2020-05-16", "2020-05-15"]


def test_dates_that_hang_in_the_air_are_told_on_stderr(evtx: Evtx) -> None:
    outcome = evtx("dates", "a.txt", "-f", "json")
    told = "the text does not tell when it was written, which leaves 2 of 2 dates open: --date would settle them"
    assert outcome.err == f"evtx: warning: a.txt: {told}\n"
    assert documents(outcome.out)[0]["warnings"] == [told]
    assert evtx("dates", "a.txt", "-q").err == ""


def test_the_suffix_of_the_output_file_tells_the_format(evtx: Evtx, tmp_path: Path) -> None:
    assert evtx("dates", "a.txt", "-o", "out.json", "--date", "2020").code == 0
    assert len(documents((tmp_path / "out.json").read_text("utf-8"))) == 1
    evtx("dates", "a.txt", "-o", "out.txt", "--date", "2020")
    assert "Dates (2)" in (tmp_path / "out.txt").read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["none.txt"], 5, "none.txt: there is no such file"),
        (["a.txt", "--date", "soon"], 2, "--date 'soon' cannot be read as a date"),
        (["a.txt", "--date", "lundi 16 décembre 2020"], 2, "2020-12-16 is another day of the week"),
        (["a.txt", "--lang", "xx"], 2, "unknown language 'xx'"),
        (["a.txt", "--rules", "none"], 2, "--rules none: there is no such folder"),
        (["a.txt", "--format", "html"], 2, "'html' is not one of"),
    ],
)
def test_what_goes_wrong_has_its_code_and_words(arguments: list[str], code: int, words: str, evtx: Evtx) -> None:
    outcome = evtx("dates", *arguments)
    assert outcome.code == code
    assert words in outcome.err


def test_a_broken_rule_file_is_told(evtx: Evtx, tmp_path: Path) -> None:
    (tmp_path / "mine" / "fr").mkdir(parents=True)
    (tmp_path / "mine" / "fr" / "dates.yml").write_text("language: fr\nmonths: janvier\n", "utf-8")
    outcome = evtx("dates", "a.txt", "--rules", "mine")
    assert outcome.code == 3
    assert "dates.yml" in outcome.err


def test_a_text_in_another_language_is_told(evtx: Evtx) -> None:
    outcome = evtx("dates", "-f", "json", pipe="Солдаты атаковали деревню в понедельник, сообщили власти.".encode())
    assert (outcome.code, documents(outcome.out)[0]["dates"]) == (0, [])
    assert "language" in outcome.err


def test_steering_signs_are_shown_and_not_obeyed(evtx: Evtx) -> None:
    outcome = evtx("dates", "--lang", "fr", "--date", "2020", pipe="Le 3 mars\x1b[31m 2019, hier\u202e.".encode())
    assert not {"\x1b", "\u202e"} & set(outcome.out)


def test_a_narrow_page_keeps_every_word(tmp_path: Path) -> None:
    code = (
        "import sys; from evtx.dating import DatedDocument; from evtx import find_dates;"
        "from evtx.rendering.dates import render_table; from evtx.rendering.page import Page;"
        "text = 'Un pont a sauté dans la nuit de lundi à mardi.';"
        "d = DatedDocument('a', text, 'fr', None, find_dates(text, dct='2020-12-16'));"
        "print(''.join(render_table([d], Page(width=60))))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert max(map(len, run.stdout.splitlines())) <= 60
    flat = " ".join(run.stdout.split())
    assert all(word in flat for word in ("nuit", "2020-12-14", "document's"))


def test_no_engine_is_loaded_for_dates() -> None:
    code = (
        "import sys; from evtx.cli.commands import run; run(['dates', '--date', '2020-12-16']);"
        "sys.exit(any(name in sys.modules for name in ('evtx.matching.ruleset', 'dateparser', 'evtx.pipeline')))"
    )
    run = subprocess.run([sys.executable, "-c", code], input=TEXT.encode(), capture_output=True, check=False)
    assert run.returncode == 0, run.stderr
