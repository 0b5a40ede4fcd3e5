"""Foreign text made safe to print: what would steer a terminal is shown instead."""

from __future__ import annotations

import re

STEERING = "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
"""A character class: controls but for tab and line feed, marks of direction, line separators, lone surrogates."""

_PICTURES = 0x2400


def visible(text: str) -> str:
    r"""The text with control, escape and direction characters shown, not obeyed; line feeds and tabs stay.

    >>> visible("a\x1b[31mb\u202ec")
    'a␛[31mb<U+202E>c'
    """
    return text if text.isprintable() else re.sub(STEERING, _shown, text)


def one_line(text: str) -> str:
    r"""Visible text on one line, with single blanks.

    >>> one_line("two\n\t lines")
    'two lines'
    """
    return visible(" ".join(text.split()))


def _shown(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code < 0x20:
        return chr(_PICTURES + code)
    if code == 0x7F:
        return "\u2421"
    return "\ufffd" if 0xD800 <= code < 0xE000 else f"<U+{code:04X}>"
