"""Explaining: why a text gives the events that it gives, and which rules nearly gave more."""
