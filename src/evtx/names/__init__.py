"""Names, nouns and quantities: what words stand for."""
