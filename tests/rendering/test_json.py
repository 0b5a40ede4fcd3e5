"""JSON output is what the reference says, byte for byte the same every time, and safe."""

from __future__ import annotations

import json

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from evtx.event import Extraction
from evtx.rendering import as_json, as_jsonl
from evtx.rendering.objects import as_json as line
from evtx.rendering.page import Page
from evtx.rendering.schema import output_schema
from evtx.version import VERSION

PAGE = Page()


def written(*extractions: Extraction, page: Page = PAGE) -> str:
    return "".join(as_json.render(extractions, page))


def test_one_object_holds_all_documents(extraction: Extraction) -> None:
    output = json.loads(written(extraction, extraction))
    assert list(output) == ["schema", "evtx", "documents"]
    assert (output["schema"], output["evtx"]) == ("evtx/1", VERSION)
    assert [document["source"] for document in output["documents"]] == ["a.txt", "a.txt"]


def test_no_document_is_an_empty_list() -> None:
    assert json.loads(written())["documents"] == []


def test_fields_stand_in_the_order_of_the_reference(extraction: Extraction) -> None:
    document = json.loads(written(extraction))["documents"][0]
    assert list(document) == ["source", "language", "dct", "events", "warnings"]
    assert document["dct"] == {"edtf": "2020-12", "text": "2020-12", "start": 6, "end": 13, "anchor": "header"}
    first = document["events"][0]
    assert " ".join(first) == (
        "id type subtype triggers arguments date polarity modality attribution sentence rule codes"
    )
    assert first["arguments"][0] == {
        "role": "speaker",
        "text": "Elle",
        "start": 0,
        "end": 4,
        "resolved": "La ministre",
        "implied": False,
    }
    assert " ".join(first["date"]) == ("edtf earliest latest granularity text start end anchor alternatives note")
    assert first["date"]["earliest"] == "2020-12-15"
    assert (first["sentence"], first["rule"]) == ({"start": 0, "end": 100}, "fr.some.rule")
    assert first["codes"] == {"plover": None}


def test_a_date_that_the_user_gave_has_no_place_in_the_text(extraction: Extraction) -> None:
    assert extraction.dct is not None
    given_date = extraction._replace(dct=extraction.dct._replace(anchor="option", start=0, end=0))
    dct = json.loads(written(given_date))["documents"][0]["dct"]
    assert (dct["start"], dct["end"]) == (None, None)


def test_every_event_stands_on_its_own_line(extraction: Extraction) -> None:
    assert sum('"subtype"' in part for part in written(extraction).splitlines()) == len(extraction.events)


def test_a_line_of_jsonl_is_a_document_of_the_object(extraction: Extraction) -> None:
    lines = "".join(as_jsonl.render([extraction, extraction], Page())).splitlines()
    assert [json.loads(part) for part in lines] == json.loads(written(extraction, extraction))["documents"]


def test_only_wanted_types_are_written_and_keep_their_attribution(extraction: Extraction) -> None:
    page = Page(types=frozenset({"attack"}))
    (event,) = json.loads(written(extraction, page=page))["documents"][0]["events"]
    assert (event["id"], event["attribution"]) == ("e2", ["e1"])


def test_the_output_follows_its_schema_and_the_schema_is_one(extraction: Extraction) -> None:
    schema = output_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(json.loads(written(extraction)), schema)


def test_the_schema_names_every_field(extraction: Extraction) -> None:
    definitions = output_schema()["$defs"]
    document = json.loads(written(extraction))["documents"][0]
    event = document["events"][0]
    written_fields = {"document": document, "event": event, "argument": event["arguments"][0], "date": event["date"]}
    for name, fields in written_fields.items():
        assert list(definitions[name]["properties"]) == list(fields)


@given(st.text(alphabet=st.characters(exclude_categories=())))
def test_any_text_gives_one_line_of_valid_utf8_that_steers_no_terminal(text: str) -> None:
    output = line({"text": text})
    assert len(output.splitlines()) == 1
    assert not any(ord(char) < 0x20 or 0x7F <= ord(char) < 0xA0 for char in output)
    assert json.loads(output.encode())["text"] == "".join(
        "\ufffd" if 0xD800 <= ord(char) < 0xE000 else char for char in text
    )


@pytest.mark.parametrize("render", [as_json.render, as_jsonl.render])
def test_the_same_events_give_the_same_bytes(render: object, extraction: Extraction) -> None:
    assert callable(render)
    assert list(render([extraction], Page())) == list(render([extraction], Page()))
