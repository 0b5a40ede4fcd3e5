"""Bytes become text whatever wrote them, or a message that says why not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evtx.reading.decode import decode, without_surrogates
from evtx.reading.failure import ReadingError

SENTENCE = "L'armée a affirmé mardi avoir visé un dépôt près de la frontière, à l'est."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_encodings_are_read_without_a_note(encoding: str) -> None:
    assert decode(SENTENCE.encode(encoding), "a") == (SENTENCE, "")


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_a_byte_order_mark_is_no_part_of_the_text(encoding: str) -> None:
    assert decode(("\ufeff" + SENTENCE).encode(encoding), "a").text == SENTENCE


@pytest.mark.parametrize("text", [SENTENCE, "à Gao", "café tué", "« Œuvre » — dit-il, 5 €"])
@pytest.mark.parametrize("encoding", ["cp1252", "iso8859-15", "mac_roman"])
def test_short_western_text_in_an_old_encoding_is_read_right(text: str, encoding: str) -> None:
    try:
        raw = text.encode(encoding)
    except UnicodeEncodeError:
        raw = text.encode("cp1252")
    decoded = decode(raw, "a")
    assert decoded.text == text
    assert decoded.note.startswith("not UTF-8, read as ")


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Министерство заявило, что удар был нанесён по складу.", "cp1251"),
        ("قال المتحدث باسم الجيش إن الغارة استهدفت مخزنا", "cp1256"),
        ("Żołnierze zostali zaatakowani w środę, powiedział rzecznik", "cp1250"),
    ],
)
def test_other_encodings_are_told_by_their_bytes(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "a").text == text


def test_utf8_with_a_broken_byte_stays_utf8_and_says_so() -> None:
    decoded = decode(SENTENCE.encode() + b" fin \xff.", "a")
    assert decoded.text == SENTENCE + " fin \ufffd."
    assert decoded.note == "not valid UTF-8 in 1 place, shown as \ufffd"


def test_little_text_with_as_much_broken_as_whole_stays_utf8() -> None:
    assert decode("L'armée a tué\n".encode() + b"\xff", "a").text == "L'armée a tué\n\ufffd"


@pytest.mark.parametrize("encoding", ["gb18030", "big5"])
def test_chinese_text_in_an_old_encoding_is_no_damaged_utf8(encoding: str) -> None:
    assert decode("中國國防部發言人表示襲擊造成多人死亡".encode(encoding), "a").note.startswith("not UTF-8")


def test_a_lone_surrogate_in_utf8_costs_one_character() -> None:
    decoded = decode("L'armee \ud800 a tir\udfffe".encode("utf-8", "surrogatepass"), "a")
    assert decoded == ("L'armee \ufffd a tir\ufffde", "not valid UTF-8 in 2 places, shown as \ufffd")


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"abc\0def", "looks binary"),
        (b"%PDF-1.7 text", "looks binary (a PDF document)"),
        (b"PK\x03\x04rest", "looks binary (a zipped file, such as a word processor's)"),
        (bytes(range(1, 9)) * 10, "looks binary"),
    ],
)
def test_binary_files_are_refused(raw: bytes, said: str) -> None:
    with pytest.raises(ReadingError) as caught:
        decode(raw, "a.bin")
    assert str(caught.value) == f"a.bin: {said}"
    assert "plain text" in caught.value.help


def test_utf16_that_breaks_off_is_refused_with_the_place() -> None:
    with pytest.raises(ReadingError, match="breaks off at byte 2"):
        decode(b"\xff\xfea\x00b", "a")


def test_terminal_colours_do_not_make_a_file_binary() -> None:
    assert decode(b"\x1b[31mred\x1b[0m text", "a").text == "\x1b[31mred\x1b[0m text"


@given(st.text(alphabet=st.characters(exclude_categories=())))
def test_lone_surrogates_go_and_no_offset_moves(text: str) -> None:
    safe = without_surrogates(text)
    assert len(safe) == len(text)
    assert safe.encode() is not None
    assert all(a == b or 0xD800 <= ord(a) < 0xE000 for a, b in zip(text, safe, strict=True))


@given(st.binary(max_size=200))
def test_any_bytes_give_text_or_a_reading_error(raw: bytes) -> None:
    try:
        text = decode(raw, "a").text
    except ReadingError:
        text = ""
    assert len(text) <= len(raw)
