"""The rule author's bench: what rules there are, what they say, whether they do what their examples say."""
