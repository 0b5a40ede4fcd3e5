"""The command `evtx`."""

from __future__ import annotations

from evtx.version import VERSION


def main() -> None:
    """Print the version."""
    print(f"evtx {VERSION}")
