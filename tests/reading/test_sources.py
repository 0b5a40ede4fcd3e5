"""What users name is found, in order, once, and what cannot be read says so."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest

from evtx.reading.failure import ReadingError
from evtx.reading.sources import Source, find_sources, read_source


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.TXT", "notes.md", ".hidden.txt", "sub/c.text", ".git/d.txt", "sub/gold.json"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(name)
    return tmp_path


def names(*arguments: str) -> list[str]:
    return [found.name for found in find_sources(arguments) if isinstance(found, Source)]


def test_a_folder_gives_its_text_files_in_sorted_order(folder: Path) -> None:
    assert names(str(folder)) == [str(folder / name) for name in ("a.TXT", "b.txt", "sub/c.text")]


def test_a_file_named_outright_may_be_called_anything(folder: Path) -> None:
    assert names(str(folder / "notes.md"), "-") == [str(folder / "notes.md"), "-"]


def test_nothing_is_read_twice(folder: Path) -> None:
    link = folder / "link.txt"
    link.symlink_to(folder / "b.txt")
    named = (str(folder / "b.txt"), str(link), "-", str(folder), "-")
    assert names(*named) == [str(folder / "b.txt"), "-", str(folder / "a.TXT"), str(folder / "sub/c.text")]


def test_a_folder_without_text_is_an_error_in_its_place(tmp_path: Path, folder: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    first, second = find_sources([str(empty), str(folder / "b.txt")])
    assert isinstance(first, ReadingError)
    assert "holds no file that ends in .txt" in str(first)
    assert second == Source(str(folder / "b.txt"))


def test_a_missing_file_says_so() -> None:
    with pytest.raises(ReadingError, match="there is no such file"):
        read_source(Source("nowhere.txt"), io.BytesIO())


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_forbidden_file_says_so(folder: Path) -> None:
    (folder / "b.txt").chmod(0)
    with pytest.raises(ReadingError, match="you may not read it"):
        read_source(Source(str(folder / "b.txt")), io.BytesIO())


def test_a_name_no_system_takes_is_a_reading_error() -> None:
    with pytest.raises(ReadingError, match="cannot be read"):
        read_source(Source("a" * 5000), io.BytesIO())


def test_a_pipe_is_read_to_its_end() -> None:
    assert read_source(Source("-"), io.BytesIO("à Gao".encode())).text == "à Gao"


def test_line_ends_are_kept_as_given() -> None:
    assert read_source(Source("-"), io.BytesIO(b"a\r\nb\rc\n")).text == "a\r\nb\rc\n"
