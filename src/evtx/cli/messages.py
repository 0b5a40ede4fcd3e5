"""What the command says on stderr: always the same words, what is wrong and how to mend it."""

from __future__ import annotations

import os
import sys

from evtx.rendering.safe import visible

DEBUG = "EVTX_DEBUG"


def say(text: str) -> None:
    """Lines on stderr, with whatever they quote made safe; nothing when nobody can read them."""
    if sys.stderr is None:
        return
    encoding = sys.stderr.encoding or "utf-8"
    writable = visible(text).encode(encoding, "backslashreplace").decode(encoding)
    try:
        print(writable, file=sys.stderr, flush=True)
    except OSError:
        return


def error(message: str, help: str = "") -> None:
    """An error, and how to mend it."""
    say(f"evtx: error: {message}" + (f"\n  help: {help}" if help else ""))


def warning(message: str) -> None:
    """Something the user should know, though all went on."""
    say(f"evtx: warning: {message}")


def report_bug(failure: Exception, where: str = "") -> None:
    """An error that is evtx's own fault; with its traceback when EVTX_DEBUG is set to 1."""
    at = f" while reading {where}" if where else ""
    error(
        f"internal error{at}: {type(failure).__name__}: {failure}",
        f"this is a bug in evtx; please report it, with what the same command says when {DEBUG}=1 is set",
    )
    if os.environ.get(DEBUG) == "1":
        import traceback

        say("".join(traceback.format_exception(failure)))
