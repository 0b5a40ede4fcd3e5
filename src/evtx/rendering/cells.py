"""The cells of the tables, as rich text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from evtx.event import Argument, DateValue, Event
from evtx.rendering.layouts import LABELS, Layout, filling
from evtx.rendering.safe import one_line, visible
from evtx.rendering.wording import closed, named, readable, reckoned, standing, voices

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text

_NOTHING = "–"
_LABEL_WIDTH = 8


def words(text: str, style: str = "") -> Text:
    """Foreign words, made safe; nothing in them is markup."""
    from rich.text import Text

    return Text(visible(text), style=style)


def _lines(parts: Iterable[Text]) -> Text:
    from rich.text import Text

    return Text("\n").join(parts)


def dated(date: DateValue | None) -> Text:
    """When: readable, and under it the EDTF string with a star when it was reckoned."""
    if date is None:
        return words(_NOTHING, "dim")
    edtf = date.edtf.replace("/", "/\n") if len(date.edtf) > len("2020-12-15/..") else date.edtf
    return _lines([words(readable(date)), words(edtf + ("*" if reckoned(date) else ""), "dim")])


def happening(event: Event) -> Text:
    """The subtype with what sets the event apart from one that plainly happened, and the words that told it."""
    return _lines([_kind(event), words(_told(event), "italic")])


def _kind(event: Event) -> Text:
    apart = "".join(f", {word}" for word in standing(event))
    return words("").append(event.subtype, "bold").append(apart, "bold magenta")


def _told(event: Event) -> str:
    return ", ".join(dict.fromkeys(one_line(trigger.text) for trigger in event.triggers))


def listed(arguments: Iterable[Argument]) -> Text:
    """Arguments under one another; of several roles each but the usual one with its label."""
    found = tuple(arguments)
    usual = found[0].role if found else ""
    mixed = any(argument.role != usual for argument in found)
    return _lines(words(one_line(_labelled(argument) if mixed else closed(named(argument)))) for argument in found)


def _labelled(argument: Argument) -> str:
    return f"{LABELS.get(argument.role, argument.role)} {closed(named(argument))}".strip()


def stacked(event: Event, layout: Layout, claims: Mapping[str, Event]) -> Table:
    """What happened, and under it every argument that has no column of its own, with its label."""
    from rich.table import Table

    grid = Table.grid()
    grid.add_column()
    grid.add_row(_kind(event).append(" · ", "dim").append(_told(event), "italic"))
    for line in _stack(event, layout, claims):
        grid.add_row(line)
    return grid


def _stack(event: Event, layout: Layout, claims: Mapping[str, Event]) -> Iterator[Table | Text]:
    for column in layout.columns:
        for argument in filling(event, column):
            label = LABELS.get(argument.role, argument.role)
            yield _beside(label, closed(named(argument))) if label else words(one_line(closed(named(argument))))
    for voice in voices(event, claims):
        yield _beside("as told by", voice)


def _beside(label: str, text: str) -> Table:
    """A label with its words beside it, which keep to the right of it when they wrap."""
    from rich.table import Table

    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(style="dim", no_wrap=True, min_width=_LABEL_WIDTH)
    grid.add_column(overflow="fold")
    grid.add_row(label, words(one_line(text)))
    return grid


def attributed(event: Event, claims: Mapping[str, Event]) -> Text:
    """According to whom."""
    told = voices(event, claims)
    return _lines(words(one_line(voice)) for voice in told) if told else words(_NOTHING, "dim")
