"""The documents of a run, one after the other: what cannot be read or breaks costs itself only."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Generic, NamedTuple, Protocol, Self, TypeVar

from evtx.cli import messages
from evtx.cli.main import INTERRUPTED
from evtx.cli.output import STDOUT, writing
from evtx.cli.usage import RuleProblem
from evtx.document import Document
from evtx.event import Event
from evtx.reading.failure import ReadingError
from evtx.reading.sources import Source, read_source
from evtx.rules.diagnostics import RuleFileError

DONE, FOUND, UNREADABLE, BUG = 0, 1, 5, 70


class Tally:
    """What came of a run so far."""

    def __init__(self) -> None:
        self.done = 0
        self.unreadable = 0
        self.broken = 0
        self.types: set[str] = set()

    def exit_code(self, failing: Sequence[str]) -> int:
        """The code to leave with when events of the failing types are to be an error."""
        if self.broken:
            return BUG
        if self.unreadable:
            return UNREADABLE
        return FOUND if self.types.intersection(failing) else DONE


class Found(Protocol):
    """What reading a document gives."""

    @property
    def events(self) -> Sequence[Event]:
        """The events in it."""

    @property
    def warnings(self) -> tuple[str, ...]:
        """What the user should know about the reading."""

    def _replace(self, *, warnings: tuple[str, ...]) -> Self:
        """The same with other warnings."""


T = TypeVar("T", bound=Found)


class Reader(NamedTuple, Generic[T]):
    """How the documents of a run are read: by what, in which language, with what date, with or without warnings."""

    extract: Callable[[Document], T]
    language: str | None
    date: str | None
    quiet: bool

    def read(self, sources: Sequence[Source | ReadingError], tally: Tally) -> Iterator[T]:
        """What each source holds; those that fail are told on stderr and counted."""
        for source in sources:
            try:
                extraction = self._one(source)
            except ReadingError as failure:
                tally.unreadable += 1
                messages.error(str(failure), failure.help)
            except RuleFileError as failure:
                raise RuleProblem(f"rules cannot be used\n\n{failure}\n") from failure
            except Exception as failure:
                tally.broken += 1
                messages.report_bug(failure, source.title if isinstance(source, Source) else source.source)
            else:
                tally.types.update(event.type for event in extraction.events)
                yield extraction
                tally.done += 1

    def _one(self, source: Source | ReadingError) -> T:
        if isinstance(source, ReadingError):
            raise source
        decoded = read_source(source, sys.stdin.buffer if sys.stdin else io.BytesIO())
        extraction = self.extract(Document(decoded.text, source.name, self.language, self.date))
        told = extraction.warnings if decoded.text.strip() else ("there is no text in it",)
        notes = (*filter(None, (decoded.note,)), *told)
        for note in () if self.quiet else notes:
            messages.warning(f"{source.title}: {note}")
        return extraction._replace(warnings=notes)


def written(pieces: Iterable[str], output: str, tally: Tally, inputs: int, failing: Sequence[str] = ()) -> int:
    """Write the output piece by piece, and give the exit code; when interrupted, say how far it came."""
    try:
        with writing(output) as write:
            for piece in pieces:
                write(piece)
    except KeyboardInterrupt:
        kept = "" if output == STDOUT else f"; {output} was not written"
        messages.say(f"evtx: interrupted after {tally.done} of {inputs} inputs{kept}")
        return INTERRUPTED
    return tally.exit_code(failing)
