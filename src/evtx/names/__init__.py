"""Names and nouns: what words stand for."""
