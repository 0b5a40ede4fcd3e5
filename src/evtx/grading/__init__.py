"""Grading: what a comparison with gold files says, fault by fault and rule by rule, for people and for programs."""
