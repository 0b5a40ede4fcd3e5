"""How fast evtx is, how fast it starts, and how much memory it takes: `python -m benchmarks`."""
