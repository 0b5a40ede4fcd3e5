"""One file per output format, behind one registry."""
