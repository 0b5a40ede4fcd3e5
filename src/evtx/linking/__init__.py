"""Linking: what a document's events have to do with each other, sentence after sentence."""
