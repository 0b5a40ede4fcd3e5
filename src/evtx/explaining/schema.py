"""The JSON Schema of explanations (draft 2020-12)."""

from __future__ import annotations

from typing import Any

from evtx.explaining.as_json import SCHEMA
from evtx.rendering.schema import output_schema

Schema = dict[str, Any]

_TEXT: Schema = {"type": "string"}
_COUNT: Schema = {"type": "integer", "minimum": 0}
_YES_NO: Schema = {"type": "boolean"}
_TEXTS: Schema = {"type": "array", "items": _TEXT}
_MAYBE: Schema = {"type": ["string", "null"]}


def explanation_schema() -> Schema:
    """The schema of `evtx explain --format json`; events, dates and heads are those of the output of extraction."""
    output = output_schema()
    document = output["$defs"]["document"]["properties"]
    shared = {name: output["$defs"][name] for name in ("event", "argument", "date", "trigger", "span")}
    head = {name: document[name] for name in ("source", "language", "dct", "warnings")}
    return {
        "$schema": output["$schema"],
        "title": "evtx explanation",
        **_object(schema={"const": SCHEMA}, evtx=_TEXT, documents=_list("document")),
        "$defs": {
            **shared,
            "document": _object(**head, sentences=_list("sentence"), events=_list("event")),
            "sentence": _sentence(),
            "token": _words(**_READING, others={"type": "array", "items": _object(**_READING)}),
            "group": _words(kind=_TEXT, head=_MAYBE, type=_MAYBE, preposition=_MAYBE, features=_TEXTS),
            "clause": _words(kind=_TEXT),
            "quotation": _words(depth=_COUNT, closed=_YES_NO),
            "date_found": {"allOf": [{"$ref": "#/$defs/date"}, _object(events=_TEXTS, why=_TEXT)]},
            "mention": _mention(),
            "rule": _object(id=_TEXT, summary=_TEXT, file=_TEXT, line=_COUNT),
            "match": _words(element=_TEXT, type=_MAYBE, resolved=_MAYBE, implied=_YES_NO, why=_TEXT),
            "decision": _object(about=_TEXT, value=_TEXT, why=_TEXT),
            "near_miss": _near_miss(),
            "no_rule": _words(lemma=_TEXT, known=_YES_NO),
        },
    }


_READING: dict[str, Schema] = {"class": _TEXT, "lemma": _TEXT, "features": _TEXTS}


def _object(**properties: Schema) -> Schema:
    return {"type": "object", "properties": properties, "required": list(properties)}


def _words(**properties: Schema) -> Schema:
    return _object(text=_TEXT, start=_COUNT, end=_COUNT, **properties)


def _list(name: str) -> Schema:
    return {"type": "array", "items": _ref(name)}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def _sentence() -> Schema:
    return _words(
        line=_COUNT,
        column=_COUNT,
        read=_YES_NO,
        tokens=_list("token"),
        groups=_list("group"),
        clauses=_list("clause"),
        quotations=_list("quotation"),
        dates=_list("date_found"),
        mentions=_list("mention"),
        near_misses=_list("near_miss"),
        no_rule=_list("no_rule"),
    )


def _mention() -> Schema:
    return _object(
        event=_MAYBE,
        type=_TEXT,
        subtype=_TEXT,
        trigger=_ref("trigger"),
        rule=_ref("rule"),
        written=_TEXT,
        matches=_list("match"),
        decisions=_list("decision"),
    )


def _near_miss() -> Schema:
    return _object(
        rule=_ref("rule"),
        type=_TEXT,
        word=_ref("trigger"),
        written=_TEXT,
        matched={"type": "array", "items": _words(element=_TEXT, type=_MAYBE)},
        wanted=_TEXT,
        nearness=_COUNT,
    )
