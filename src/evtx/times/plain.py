"""What a compiled date grammar is made of when it is kept: plain values, as JSON has them."""

from __future__ import annotations

from typing import Any

Plain = dict[str, Any]
"""Tables by name."""
