"""evtx reads news text and tells who claims what, who attacked whom, who delivered what to whom, and when.

>>> import evtx
>>> extraction = evtx.extract("Les soldats ont attaqué un village lundi.", language="fr", date="2020-12-16")
>>> event = extraction.events[0]
>>> event.type, [argument.text for argument in event.arguments], event.date.edtf
('attack', ['Les soldats', 'un village'], '2020-12-14')
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from evtx.version import VERSION as __version__

if TYPE_CHECKING:
    from evtx.document import Document, Span
    from evtx.event import Argument, DateValue, Derivation, Event, Extraction, Mention
    from evtx.library import extract, find_dates, load_rules
    from evtx.pipeline import Extractor
    from evtx.rules.model import RuleSet

# Where each public name stands. They are imported when asked for, so that `evtx --version` need not load the engine.
_HOMES = {
    "evtx.document": ("Document", "Span"),
    "evtx.event": ("Argument", "DateValue", "Derivation", "Event", "Extraction", "Mention"),
    "evtx.library": ("extract", "find_dates", "load_rules"),
    "evtx.pipeline": ("Extractor",),
    "evtx.rules.model": ("RuleSet",),
}

__all__ = [
    "Argument",
    "DateValue",
    "Derivation",
    "Document",
    "Event",
    "Extraction",
    "Extractor",
    "Mention",
    "RuleSet",
    "Span",
    "__version__",
    "extract",
    "find_dates",
    "load_rules",
]


def __getattr__(name: str) -> object:
    """A public name, imported on first use; AttributeError for any other."""
    for home, names in _HOMES.items():
        if name in names:
            return getattr(import_module(home), name)
    raise AttributeError(f"module 'evtx' has no attribute {name!r}")
