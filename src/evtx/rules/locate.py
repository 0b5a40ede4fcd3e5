"""Where the built-in rules lie."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent


def builtin_rules() -> Path:
    """The folder of the built-in rules: packed beside the code in a wheel, at the top level of a checkout.

    >>> (builtin_rules() / "events.yml").is_file()
    True
    """
    packed = PACKAGE / "_rules"
    return packed if packed.is_dir() else PACKAGE.parent.parent / "rules"
