"""Compiled grammars are kept between runs, and a kept one that is damaged is made anew."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from evtx.event import DateValue
from evtx.reading.typed_date import read_typed_date
from evtx.times import compiling
from evtx.times.grammar import DateGrammar, compiled_grammar
from evtx.times.resolver import read_dates

TEXT = "Le dépôt de Bara a brûlé dans la nuit de lundi à mardi, trois jours après la trêve du 11 décembre dernier."


def dates(grammar: DateGrammar) -> tuple[DateValue, ...]:
    return read_dates(TEXT, grammar, read_typed_date("2020-12-16"))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("EVTX_CACHE_DIR", str(tmp_path))
    return tmp_path


def test_a_kept_grammar_reads_as_a_new_one(mapping: dict[str, Any], folder: Path) -> None:
    new = dates(DateGrammar.from_mapping(mapping))
    assert len(list(folder.iterdir())) == 1
    assert dates(DateGrammar.from_mapping(mapping)) == new == dates(compiled_grammar(mapping))


def test_nothing_is_compiled_twice(mapping: dict[str, Any], folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    DateGrammar.from_mapping(mapping)
    monkeypatch.setattr(compiling, "compiled_tables", None)
    assert dates(DateGrammar.from_mapping(mapping))


def test_another_grammar_is_kept_beside(mapping: dict[str, Any], folder: Path) -> None:
    DateGrammar.from_mapping(mapping)
    DateGrammar.from_mapping({**mapping, "numeric": "mdy"})
    assert len(list(folder.iterdir())) == 2


@pytest.mark.parametrize("damage", [b"", b"00000000\n{}", b"\xff\xfe", b"no number\n{}"])
def test_a_damaged_file_is_made_anew(damage: bytes, mapping: dict[str, Any], folder: Path) -> None:
    DateGrammar.from_mapping(mapping)
    (path,) = folder.iterdir()
    path.write_bytes(damage)
    assert dates(DateGrammar.from_mapping(mapping))
    assert json.loads(path.read_text("utf-8").partition("\n")[2])


def test_a_file_that_others_may_write_is_left_alone(mapping: dict[str, Any], folder: Path) -> None:
    DateGrammar.from_mapping(mapping)
    (path,) = folder.iterdir()
    path.chmod(0o666)
    assert dates(DateGrammar.from_mapping(mapping))
    assert path.stat().st_mode & 0o022 == 0


def test_a_folder_that_cannot_be_written_is_no_matter(
    mapping: dict[str, Any], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = folder / "file"
    blocked.write_text("")
    monkeypatch.setenv("EVTX_CACHE_DIR", str(blocked / "below"))
    assert dates(DateGrammar.from_mapping(mapping))


GUARDED = [
    ("Il a été tué en 2019.", ["en 2019"]),
    ("Deux ponts ont en outre été coupés.", []),
    ("Ils n'avaient encore jamais été vus.", []),
    ("Le fort a été rasé l'été dernier.", ["l'été dernier"]),
    ("« Ce matin, deux obus sont tombés », dit-il.", ["Ce matin"]),
    ("Été 2019 : la ville brûle.", ["Été 2019"]),
]


@pytest.mark.parametrize(("text", "words"), GUARDED)
def test_words_of_many_meanings_need_company(text: str, words: list[str], read: Any) -> None:
    assert [value.text for value in read(text)] == words
