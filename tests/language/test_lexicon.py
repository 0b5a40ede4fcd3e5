"""The French lexicon: what forms may be, and that a broken file says so."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evtx.language.lexicon import Lexicon, LexiconError, Reading

FOLDER = Path(__file__).parents[2] / "rules" / "fr"
FRENCH = Lexicon.open(FOLDER)


def readings(form: str) -> set[tuple[str, str, str]]:
    return {(reading.lemma, reading.pos, reading.tags) for reading in FRENCH.readings(form)}


def test_a_form_keeps_all_its_readings() -> None:
    assert readings("porte") == {
        ("porte", "adj", "epi sg"),
        ("porte", "noun", "fem sg"),
        ("porter", "verb", "ipre 1sg 3sg"),
        ("porter", "verb", "spre 1sg 3sg"),
        ("porter", "verb", "impe 2sg"),
    }


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("visé", ("viser", "verb", "ppas mas sg")),
        ("tirées", ("tirer", "verb", "ppas fem pl")),
        ("frappe", ("frapper", "verb", "ipre 1sg 3sg")),
        ("frappe", ("frappe", "noun", "fem sg")),
        ("est", ("être", "verb", "ipre 3sg")),
        ("est", ("est", "noun", "mas sg")),
        ("mort", ("mourir", "verb", "ppas mas sg")),
        ("mort", ("mort", "noun", "fem sg")),
        ("bombardait", ("bombarder", "verb", "iimp 3sg")),
        ("eut", ("avoir", "verb", "ipsi 3sg")),
        ("aurait", ("avoir", "verb", "cond 3sg")),
        ("livrera", ("livrer", "verb", "ifut 3sg")),
        ("envoyant", ("envoyer", "verb", "ppre")),
        ("détruire", ("détruire", "verb", "infi")),
        ("jumelles", ("jumeau", "noun", "fem pl")),
        ("canaux", ("canal", "noun", "mas pl")),
        ("lui", ("lui", "pron", "obj 3sg epi sg")),
        ("Yémen", ("Yémen", "name", "npr mas")),
        ("Fatima", ("Fatima", "name", "prn fem")),
    ],
)
def test_readings(form: str, expected: tuple[str, str, str]) -> None:
    assert expected in readings(form)


def test_old_and_reformed_spellings_are_both_known() -> None:
    assert {form for form in ("connaître", "connaitre", "événement", "évènement") if readings(form)} == {
        "connaître", "connaitre", "événement", "évènement",
    }  # fmt: skip


def test_auxiliaries_come_first() -> None:
    assert [reading.lemma for reading in FRENCH.readings("suis")][:1] == ["être"]


def test_capitals_fall_back_to_lower_case_only_when_unknown() -> None:
    assert readings("BOMBARDÉ") == readings("bombardé") != set()
    assert readings("Pierre") == {("Pierre", "name", "prn mas")}


def test_apostrophes_are_one_sign() -> None:
    assert readings("aujourd’hui") == readings("aujourd'hui") == {("aujourd'hui", "adv", "")}


def test_elided_words_do_not_multiply_forms() -> None:
    assert readings("l'avion") == set()
    assert readings("j'") == {("je", "pron", "subj 1sg epi sg")}


@pytest.mark.parametrize("form", ["", "Qorvanique", "\ud800", "porte\0", "\xff", "a" * 10_000])
def test_what_is_no_word_has_no_reading(form: str) -> None:
    assert FRENCH.readings(form) == ()


@given(st.text(st.characters(), max_size=20))
def test_any_text_may_be_looked_up(form: str) -> None:
    assert all(isinstance(reading, Reading) and reading.lemma for reading in FRENCH.readings(form))


def test_a_missing_lexicon_is_named(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match=r"words\.json"):
        Lexicon.open(tmp_path)


@pytest.mark.parametrize("name", ["words.json", "words.marisa"])
def test_a_cut_file_is_refused(tmp_path: Path, name: str) -> None:
    for file in ("words.json", "words.marisa"):
        shutil.copy(FOLDER / file, tmp_path)
    whole = (tmp_path / name).read_bytes()
    (tmp_path / name).write_bytes(whole[: len(whole) // 2])
    with pytest.raises(LexiconError, match="damaged"):
        Lexicon.open(tmp_path)


def test_a_changed_file_is_refused(tmp_path: Path) -> None:
    shutil.copy(FOLDER / "words.json", tmp_path)
    whole = bytearray((FOLDER / "words.marisa").read_bytes())
    whole[len(whole) // 2] ^= 0xFF
    (tmp_path / "words.marisa").write_bytes(whole)
    with pytest.raises(LexiconError, match="damaged"):
        Lexicon.open(tmp_path)


@pytest.mark.parametrize("content", ["[]", "{}", '{"bytes": "x", "crc32": null}'])
def test_a_table_of_another_shape_is_refused(tmp_path: Path, content: str) -> None:
    shutil.copy(FOLDER / "words.marisa", tmp_path)
    (tmp_path / "words.json").write_text(content, encoding="utf-8")
    with pytest.raises(LexiconError, match="damaged"):
        Lexicon.open(tmp_path)
