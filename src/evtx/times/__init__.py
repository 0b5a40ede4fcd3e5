"""Dates: finding them in text, reckoning what they mean, and writing them in EDTF."""
