"""What the terminal can show: its width, and whether to use colour."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping

PIPED_WIDTH = 200
_NARROWEST = 60


def in_color(wanted: str, environment: Mapping[str, str], terminal: bool) -> bool:
    """Whether to use colour: as wanted (`always`, `never`), or as NO_COLOR, FORCE_COLOR and the terminal have it.

    >>> in_color("auto", {}, True), in_color("auto", {"NO_COLOR": "1"}, True)
    (True, False)
    >>> in_color("auto", {"FORCE_COLOR": "1"}, False), in_color("never", {"FORCE_COLOR": "1"}, True)
    (True, False)
    """
    if wanted != "auto":
        return wanted == "always"
    if environment.get("NO_COLOR"):
        return False
    if environment.get("FORCE_COLOR"):
        return environment["FORCE_COLOR"] != "0"
    return terminal and environment.get("TERM") != "dumb"


def page_width(environment: Mapping[str, str], terminal: bool) -> int:
    """Columns for tables: those of the terminal (or COLUMNS), enough for whole tables where there is none.

    >>> page_width({"COLUMNS": "100"}, True), page_width({}, False), page_width({"COLUMNS": "5"}, True)
    (100, 200, 60)
    """
    if not terminal:
        return PIPED_WIDTH
    told = environment.get("COLUMNS", "")
    return max(int(told) if told.isdecimal() else _columns(), _NARROWEST)


def _columns() -> int:
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns
    except OSError:
        return PIPED_WIDTH


def to_terminal() -> bool:
    """Whether a person reads stdout directly."""
    return sys.stdout is not None and sys.stdout.isatty()
