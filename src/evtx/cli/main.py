"""The entry point: whatever happens inside ends as a message and an exit code, never as a traceback."""

from __future__ import annotations

import gc
import sys

INTERRUPTED = 130
INTERNAL = 70


def main() -> None:
    """Run the command with the arguments of the process, and leave with its exit code.

    Nothing that loading makes is garbage, so that looking for some waits until the rules are there (`load_engine`).
    """
    gc.disable()
    sys.exit(guarded(sys.argv[1:]))


def guarded(arguments: list[str]) -> int:
    """The exit code of a run: 130 when interrupted, 0 when nobody reads the output any more, 70 after a bug."""
    try:
        from evtx.cli.commands import run

        return run(arguments)
    except KeyboardInterrupt:
        print("evtx: interrupted", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        return _unread()
    except Exception as failure:
        from evtx.cli.messages import report_bug

        report_bug(failure)
        return INTERNAL


def _unread() -> int:
    """Nothing more can be written, not even by the interpreter when it closes its output."""
    import os

    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0
