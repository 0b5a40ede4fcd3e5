"""The name files themselves: one spelling each, in order, nothing contradicts."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from evtx.names.folding import fold, name_key
from evtx.names.listing import read_demonyms
from evtx.names.nouns import listed

RULES = Path(__file__).parents[2] / "rules"
FILES = [*sorted((RULES / "names").glob("*.yml")), RULES / "fr" / "names.yml"]
TYPES = {"fighters", "group", "outlet", "weapon", "vehicle", "place", "facility"}


def lines_of(mapping: Mapping[str, Any]) -> Iterator[str]:
    """Lines that hold variants of one name each."""
    for section in mapping.get("names", ()):
        yield from section["names"].splitlines()


def names_of(line: str) -> list[str]:
    return line.partition(";")[0].strip().split(", ")


def order(name: str) -> str:
    return re.sub(r"[^\w '&/+.*-]", "", fold(name).replace("-", " "))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_text_is_normalised(path: Path) -> None:
    text = path.read_text("utf-8")
    assert unicodedata.is_normalized("NFC", text)
    assert "\t" not in text
    assert "’" not in text or path.parent.name == "fr"


@pytest.mark.parametrize("path", FILES[:-2], ids=lambda path: path.name)
def test_a_file_can_be_read_at_a_glance(path: Path) -> None:
    assert path.read_text("utf-8").count("\n") <= 400


def test_every_name_has_a_type_and_one_line(name_files: Mapping[str, Mapping[str, Any]]) -> None:
    for file, mapping in name_files.items():
        assert {section["type"] for section in mapping.get("names", ())} <= TYPES
        lines = Counter(key for line in lines_of(mapping) for key in {name_key(name) for name in names_of(line)})
        assert [key for key, count in lines.items() if count > 1] == [], file


def test_lines_are_sorted(name_files: Mapping[str, Mapping[str, Any]]) -> None:
    for file, mapping in name_files.items():
        for section in mapping.get("names", ()):
            first = [order(names_of(line)[0]) for line in section["names"].splitlines()]
            assert first == sorted(first), file


def test_lines_end_with_a_country_code_or_none(name_files: Mapping[str, Mapping[str, Any]]) -> None:
    codes = {line[:2] for line in name_files["countries.yml"]["countries"].splitlines()}
    for mapping in name_files.values():
        for line in lines_of(mapping):
            names, separator, code = line.partition("; ")
            assert names
            assert not separator or code in codes, line


def test_no_name_stands_in_two_files(name_files: Mapping[str, Mapping[str, Any]]) -> None:
    files: dict[str, set[str]] = {}
    for file, mapping in name_files.items():
        for line in lines_of(mapping):
            for name in names_of(line):
                files.setdefault(name_key(name), set()).add(file)
    assert {key for key, found in files.items() if len(found) > 1} == set()


def test_country_names_are_unambiguous(name_files: Mapping[str, Mapping[str, Any]]) -> None:
    codes: dict[str, set[str]] = {}
    for line in name_files["countries.yml"]["countries"].splitlines():
        code, _, rest = line.partition(": ")
        for column in rest.split("; ")[:2]:
            for name in filter(None, column.split(", ")):
                codes.setdefault(name_key(name), set()).add(code)
    assert {name: found for name, found in codes.items() if len(found) > 1} == {}


def test_countries_are_sorted_and_have_demonyms(name_files: Mapping[str, Mapping[str, Any]]) -> None:
    lines = name_files["countries.yml"]["countries"].splitlines()
    codes = [line[:2] for line in lines]
    assert codes == sorted(set(codes))
    assert len(codes) > 200
    demonyms = read_demonyms([name_files["countries.yml"]])
    assert {code for code in codes if code not in demonyms.values()} <= {"CG", "KN", "VC"}


def test_french_word_lists_have_no_word_twice(french_names: Mapping[str, Any]) -> None:
    for key, block in french_names.items():
        if isinstance(block, str) and "\n" in block:
            assert [word for word, count in Counter(listed(block)).items() if count > 1] == [], key
