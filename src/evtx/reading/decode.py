"""Bytes to text: by byte order mark, then strict UTF-8, then what the bytes look like."""

from __future__ import annotations

import re
from typing import NamedTuple

from evtx.reading.failure import ReadingError

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_KNOWN = (
    (b"%PDF", "a PDF document"),
    (b"PK\x03\x04", "a zipped file, such as a word processor's"),
    (b"\x1f\x8b", "a gzipped file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"\xd0\xcf\x11\xe0", "an old word processor's file"),
)
_CONTROL = bytes({*range(9), 11, *range(14, 27), *range(28, 32), 127})
_SAMPLE = 65_536
_CONTROL_SHARE = 0.02
_MARKED_ONLY = ("utf_7", "utf_16", "utf_16_be", "utf_16_le", "utf_32", "utf_32_be", "utf_32_le")
_WESTERN = ("cp1252", "iso8859-15", "mac_roman")
_WESTERN_SHARE = 0.34
_ODD_LETTERS = {0xD0, 0xD7, 0xDD, 0xDE, 0xF0, 0xF7, 0xFD, 0xFE}
_MARKS_OF_PRINT = {
    0xA0,
    0xA9,
    0xAB,
    0xBB,
    0xB0,
    0xB7,
    0x2013,
    0x2014,
    0x2018,
    0x2019,
    0x201C,
    0x201D,
    0x2022,
    0x2026,
    0x20AC,
}
_USUAL = frozenset(map(chr, {*range(0xC0, 0x100), 0x152, 0x153, 0x178} - _ODD_LETTERS | _MARKS_OF_PRINT))
_SURROGATE = "[\ud800-\udfff]"
_LOST = "\ufffd"


class Decoded(NamedTuple):
    """Text, and what the reader should know about how it was read (empty when there is nothing to know)."""

    text: str
    note: str = ""


def decode(raw: bytes, source: str) -> Decoded:
    """The text that bytes hold, without a byte order mark.

    UTF-8 with a few broken bytes stays UTF-8, each stretch of them shown as U+FFFD, and so does UTF-8 with a lone
    surrogate; other encodings are told by charset-normalizer. ReadingError when the bytes are no text, or none that
    can be told.
    """
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return _marked(raw[len(mark) :], encoding, source)
    _refuse_binary(raw, source)
    try:
        return Decoded(raw.decode("utf-8"))
    except UnicodeDecodeError:
        return _surrogates(raw) or _damaged(raw) or _guessed(raw, source)


def without_surrogates(text: str) -> str:
    r"""The text with every lone surrogate replaced by U+FFFD, one for one, so that no offset moves.

    >>> without_surrogates("a" + chr(0xD800) + "b") == "a\ufffdb"
    True
    """
    try:
        text.encode()  # many times faster than to look at each character
    except UnicodeEncodeError:
        return re.sub(_SURROGATE, _LOST, text)
    return text


def _marked(raw: bytes, encoding: str, source: str) -> Decoded:
    try:
        return Decoded(raw.decode(encoding))
    except UnicodeDecodeError as broken:
        message = f"begins as {encoding.upper()} and breaks off at byte {broken.start}"
        raise ReadingError(source, message, "save the file again as UTF-8") from broken


def _refuse_binary(raw: bytes, source: str) -> None:
    sample = raw[:_SAMPLE]
    kind = next((kind for mark, kind in _KNOWN if sample.startswith(mark)), None)
    controls = len(sample) - len(sample.translate(None, _CONTROL))
    if kind or b"\0" in sample or controls > _CONTROL_SHARE * len(sample):
        message = f"looks binary ({kind})" if kind else "looks binary"
        raise ReadingError(source, message, "evtx reads plain text: save or export the text first")


def _surrogates(raw: bytes) -> Decoded | None:
    """UTF-8 in which nothing is broken but halves of surrogate pairs, as programs write that keep UTF-16 inside."""
    try:
        text = raw.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return None
    return _with_losses(without_surrogates(text))


def _damaged(raw: bytes) -> Decoded | None:
    """UTF-8 in which no more characters are broken than are whole beyond ASCII.

    Text in another encoding rarely holds bytes that happen to make such a character.
    """
    text = raw.decode("utf-8", "replace")
    lost = text.count(_LOST)
    beyond = len(text) - len(text.encode("ascii", "ignore")) - lost
    return None if lost > beyond else _with_losses(text)


def _with_losses(text: str) -> Decoded:
    lost = text.count(_LOST)
    places = "place" if lost == 1 else "places"
    return Decoded(text, f"not valid UTF-8 in {lost} {places}, shown as {_LOST}")


def _guessed(raw: bytes, source: str) -> Decoded:
    encoding = _western(raw) or _likeliest(raw)
    if encoding is None:
        raise ReadingError(source, "is in an encoding that cannot be told", "save the file again as UTF-8")
    return Decoded(raw.decode(encoding, "replace"), f"not UTF-8, read as {encoding}")


def _western(raw: bytes) -> str | None:
    """The Western encoding in which all bytes beyond ASCII are usual characters, where these are rare enough.

    Short texts need this: a statistical guess takes a line of accented Latin-1 for Central European or Greek. Of
    several that fit, the one with the fewest accented capitals is right.
    """
    high = raw.translate(None, bytes(range(128)))
    if len(high) > _WESTERN_SHARE * len(raw):
        return None
    read = {name: high.decode(name, "replace") for name in _WESTERN}
    fitting = [name for name in _WESTERN if _USUAL.issuperset(read[name])]
    return min(fitting, key=lambda name: sum(map(str.isupper, read[name])), default=None)


def _likeliest(raw: bytes) -> str | None:
    from charset_normalizer import from_bytes

    best = from_bytes(raw, cp_exclusion=list(_MARKED_ONLY)).best()
    return best.encoding if best else None
