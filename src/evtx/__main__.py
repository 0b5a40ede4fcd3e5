"""`python -m evtx` does what the command `evtx` does."""

from __future__ import annotations

from evtx.cli.main import main

if __name__ == "__main__":
    main()
