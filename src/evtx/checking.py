"""`python -m evtx.checking FILE...` does what `evtx rules test FILE...` does."""

from __future__ import annotations

import sys

if __name__ == "__main__":
    from evtx.cli.main import guarded

    sys.exit(guarded(["rules", "test", "--no-coverage", *sys.argv[1:]]))
