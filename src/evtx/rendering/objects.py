"""Events as plain objects in the order of the output reference; docs/output.md describes every field."""

from __future__ import annotations

import datetime as dt
import json
import re
from typing import Any

from evtx.event import Argument, DateValue, Event, Extraction, Mention
from evtx.rendering.safe import STEERING

SCHEMA = "evtx/1"
Object = dict[str, Any]


def as_json(value: object) -> str:
    r"""One line of JSON that is valid UTF-8 and steers no terminal; a lone surrogate becomes U+FFFD.

    >>> as_json({"text": "a\u202eb" + chr(0xD800)})
    '{"text": "a\\u202eb\ufffd"}'
    """
    return escaped(json.dumps(value, ensure_ascii=False))


def escaped(json_text: str) -> str:
    """JSON with the characters in it that would steer a terminal written as escapes."""
    return re.sub(STEERING, _escaped, json_text)


def _escaped(found: re.Match[str]) -> str:
    code = ord(found[0])
    return "\ufffd" if 0xD800 <= code < 0xE000 else f"\\u{code:04x}"


def head_object(extraction: Extraction) -> Object:
    """What a document's object says before its events."""
    dct = extraction.dct
    return {"source": extraction.source, "language": extraction.language, "dct": dct and _dct_object(dct)}


def event_object(event: Event) -> Object:
    """One event."""
    return {
        "id": event.id,
        "type": event.type,
        "subtype": event.subtype,
        "triggers": [_mention_object(trigger) for trigger in event.triggers],
        "arguments": [_argument_object(argument) for argument in event.arguments],
        "date": event.date and date_object(event.date),
        "polarity": event.polarity,
        "modality": event.modality,
        "attribution": list(event.attribution),
        "sentence": {"start": event.sentence[0], "end": event.sentence[1]},
        "rule": event.rule,
        "codes": {"plover": None},
    }


def _dct_object(date: DateValue) -> Object:
    """The document's date; it has no place in the text when the user gave it."""
    start, end = (None, None) if date.anchor == "option" else (date.start, date.end)
    return {"edtf": date.edtf, "text": date.text, "start": start, "end": end, "anchor": date.anchor}


def _mention_object(mention: Mention) -> Object:
    return {"text": mention.text, "start": mention.start, "end": mention.end}


def _argument_object(argument: Argument) -> Object:
    return {
        "role": argument.role,
        "text": argument.text,
        "start": argument.start,
        "end": argument.end,
        "resolved": argument.resolved,
        "implied": argument.implied,
    }


def date_object(date: DateValue) -> Object:
    """One date."""
    return {
        "edtf": date.edtf,
        "earliest": _iso(date.earliest),
        "latest": _iso(date.latest),
        "granularity": date.granularity,
        "text": date.text,
        "start": date.start,
        "end": date.end,
        "anchor": date.anchor,
        "alternatives": list(date.alternatives),
        "note": date.note,
    }


def _iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None
