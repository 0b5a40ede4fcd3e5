"""The JSON Schema of the output (draft 2020-12), for those who read it by program."""

from __future__ import annotations

from typing import Any

from evtx.rendering.objects import SCHEMA

Schema = dict[str, Any]

_TEXT: Schema = {"type": "string"}
_OFFSET: Schema = {"type": "integer", "minimum": 0, "description": "Unicode code points from the start of the text"}
_DAY: Schema = {"type": ["string", "null"], "format": "date", "description": "null where open or not settled"}
_EDTF: Schema = {"type": "string", "description": "Extended Date/Time Format (Library of Congress, 2019)"}


def output_schema() -> Schema:
    """The schema of `--format json`; a line of `--format jsonl` is its `#/$defs/document`."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "evtx output",
        **_object(schema={"const": SCHEMA}, evtx=_said(_TEXT, "version"), documents=_list("document")),
        "$defs": {
            "document": _document(),
            "event": _event(),
            "argument": _argument(),
            "date": _date(),
            "trigger": _object(text=_TEXT, start=_OFFSET, end=_OFFSET),
            "span": _object(start=_OFFSET, end=_OFFSET),
        },
    }


def _object(**properties: Schema) -> Schema:
    """An object that has all of these; fields may be added in later versions."""
    return {"type": "object", "properties": properties, "required": list(properties)}


def _list(name: str) -> Schema:
    return {"type": "array", "items": {"$ref": f"#/$defs/{name}"}}


def _said(schema: Schema, description: str) -> Schema:
    return {**schema, "description": description}


def _optional(schema: Schema) -> Schema:
    return {"anyOf": [schema, {"type": "null"}]}


def _document() -> Schema:
    place = _optional(_OFFSET)
    return _object(
        source=_said(_TEXT, "path as named, - for piped text"),
        language=_said(_TEXT, "ISO 639 code, und when not recognised"),
        dct=_optional(_object(edtf=_EDTF, text=_TEXT, start=place, end=place, anchor={"enum": ["header", "option"]})),
        events=_list("event"),
        warnings={"type": "array", "items": _TEXT},
    )


def _event() -> Schema:
    modalities = ["asserted", "alleged", "possible", "planned", "threatened", "demanded", "hypothetical"]
    return _object(
        id=_said(_TEXT, "unique in the document"),
        type=_said(_TEXT, "claim, attack, delivery, or another type that rules define"),
        subtype=_TEXT,
        triggers=_list("trigger"),
        arguments=_list("argument"),
        date=_optional({"$ref": "#/$defs/date"}),
        polarity={"enum": ["positive", "negative"]},
        modality={"enum": modalities},
        attribution={"type": "array", "items": _TEXT, "description": "ids of claims, innermost first"},
        sentence={"$ref": "#/$defs/span"},
        rule=_said(_TEXT, "id of the rule that found it"),
        codes=_said({"type": "object"}, "codes in other ontologies, null where there is none"),
    )


def _argument() -> Schema:
    return _object(
        role=_TEXT,
        text=_TEXT,
        start=_OFFSET,
        end=_OFFSET,
        resolved=_said({"type": ["string", "null"]}, "the fuller name that a pronoun or short form stands for"),
        implied=_said({"type": "boolean"}, "supplied by another clause or claim"),
    )


def _date() -> Schema:
    anchors = ["text", "dct", "speech", "last", "weekday", "header", "option", "none"]
    return _object(
        edtf=_EDTF,
        earliest=_DAY,
        latest=_DAY,
        granularity=_TEXT,
        text=_TEXT,
        start=_OFFSET,
        end=_OFFSET,
        anchor={"enum": anchors, "description": "what it was reckoned from"},
        alternatives={"type": "array", "items": _EDTF},
        note={"type": ["string", "null"]},
    )
