"""Gold files: what a careful reader finds in a text, as `NAME.gold.json` beside `NAME.txt`."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from evtx.event import Argument, Mention

SUFFIX = ".gold.json"


class GoldError(Exception):
    """A gold file that cannot be read or does not fit its text; `problems` says what is wrong, one line each."""

    def __init__(self, problems: Iterable[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(self.problems))


class GoldEvent(NamedTuple):
    """An event as annotated; `date` is EDTF, None when the text gives none; an optional one may or may not be found."""

    id: str
    type: str
    subtype: str
    triggers: tuple[Mention, ...]
    arguments: tuple[Argument, ...]
    date: str | None
    polarity: str
    modality: str
    attribution: tuple[str, ...]
    optional: bool


class Gold(NamedTuple):
    """A text with its annotation; `dct` is what its dates are read against."""

    id: str
    language: str
    dct: str | None
    text: str
    events: tuple[GoldEvent, ...]


def read_gold(path: Path) -> Gold:
    """The gold of `NAME.gold.json` and the text of `NAME.txt` beside it.

    Raises GoldError when a file cannot be read, a field is missing, words do not stand in the text, or an attribution
    names no event.
    """
    text_path = path.with_name(path.name.removesuffix(SUFFIX) + ".txt")
    try:
        written = json.loads(path.read_text("utf-8"))
        text = text_path.read_text("utf-8")
    except OSError as error:
        raise GoldError([f"{error.filename}: {error.strerror}"]) from error
    except ValueError as error:
        raise GoldError([f"{path}: {error}"]) from error
    try:
        problems = [f"{path.name}: {problem}" for event in written["events"] for problem in misfits(event, text)]
        problems += [f"{path.name}: {problem}" for problem in strangers(written["events"])]
        if problems:
            raise GoldError(problems)
        events = tuple(gold_event(event, text) for event in written["events"])
        return Gold(written["id"], written["language"], written.get("dct"), text, events)
    except (KeyError, TypeError, AttributeError) as error:
        raise GoldError([f"{path.name}: no field {error}"]) from error


def misfits(event: Mapping[str, Any], text: str) -> Iterator[str]:
    """What of an event does not stand in the text."""
    if not event["triggers"]:
        yield f"{event['id']}: no trigger"
    for quoted in (*event["triggers"], *event["arguments"]):
        if find(text, quoted["text"], quoted.get("nth", 1)) is None:
            yield f"{event['id']}: not in the text (nth {quoted.get('nth', 1)}): {quoted['text']!r}"


def strangers(events: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """Attributions to no event of the file."""
    ids = {event["id"] for event in events}
    for event in events:
        for claim in event.get("attribution", ()):
            if claim not in ids:
                yield f"{event['id']}: attribution {claim!r} is no event here"


def gold_event(event: Mapping[str, Any], text: str) -> GoldEvent:
    """An event whose words are known to stand in the text."""
    date = event.get("date")
    return GoldEvent(
        id=event["id"],
        type=event["type"],
        subtype=event["subtype"],
        triggers=tuple(mention(quoted, text) for quoted in event["triggers"]),
        arguments=tuple(Argument(quoted["role"], *mention(quoted, text)) for quoted in event["arguments"]),
        date=date["edtf"] if date else None,
        polarity=event.get("polarity", "positive"),
        modality=event.get("modality", "asserted"),
        attribution=tuple(event.get("attribution", ())),
        optional=event.get("optional", False),
    )


def mention(quoted: Mapping[str, Any], text: str) -> Mention:
    """Quoted words with their offsets."""
    start, end = find(text, quoted["text"], quoted.get("nth", 1)) or (0, 0)
    return Mention(quoted["text"], start, end)


def find(text: str, words: str, nth: int) -> tuple[int, int] | None:
    """Where the nth occurrence of some words begins and ends, counted where no word is cut; None when there is none.

    >>> find("bridge, bridges and bridge", "bridge", 2)
    (20, 26)
    """
    found = [match.span() for match in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)]
    return found[nth - 1] if 0 < nth <= len(found) else None
