"""Sentences made from frames: by the constructions of their language, its lexicon, and `generation.yml`."""
