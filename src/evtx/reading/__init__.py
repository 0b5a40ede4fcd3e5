"""Where documents come from: bytes of files and pipes become text, and a header gives its date."""
