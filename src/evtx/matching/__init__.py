"""Matching: sentences become a tape of cells, rules become patterns over it, and what matches becomes events."""
