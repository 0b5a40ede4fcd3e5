"""Tables for people: one for each event type, wide or stacked as the page allows, by rich."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from evtx.event import Event, Extraction
from evtx.reading.sources import title_of
from evtx.rendering.cells import attributed, dated, happening, listed, stacked, words
from evtx.rendering.layouts import Layout, filling, layout_of
from evtx.rendering.page import Page
from evtx.rendering.safe import one_line
from evtx.rendering.wording import named, reckoned

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.table import Table

_WIDE = 150
_WHEN = 14
_SIDE_SHARE = 4
_WIDE_SHARE = 6
_SUPPLIED = "[ ] supplied from elsewhere in the text"
_RECKONED = "* reckoned from the document's date, the speech or another date"


def render(extractions: Iterable[Extraction], page: Page) -> Iterator[str]:
    """The tables of each document under its name."""
    gap = ""
    for extraction in extractions:
        yield gap + printed(_document(extraction, page), page)
        gap = "\n"


def printed(parts: Iterable[RenderableType], page: Page) -> str:
    """Parts as text, as wide as the page and in colour if it is."""
    from rich.console import Console

    written = io.StringIO()
    console = Console(
        file=written,
        width=page.width,
        color_system="standard" if page.color else None,
        force_terminal=page.color,
        highlight=False,
        legacy_windows=False,
    )
    _print_all(console, parts)
    return "".join(f"{line.rstrip()}\n" for line in written.getvalue().splitlines())


def _print_all(console: Console, parts: Iterable[RenderableType]) -> None:
    for part in parts:
        console.print(part)


def _document(extraction: Extraction, page: Page) -> Iterator[RenderableType]:
    yield words(heading(extraction), "bold")
    events = page.shown(extraction)
    if not events:
        yield words("  no events found")
        return
    claims = {event.id: event for event in extraction.events}
    for kind in _kinds(events):
        of_kind = [event for event in events if event.type == kind]
        yield _table(layout_of(kind, of_kind), of_kind, claims, page)
    yield from (words(line, "dim") for line in _legend(events))


def heading(extraction: Extraction) -> str:
    """The name of a document, its language and its date."""
    source = one_line(title_of(extraction.source))
    dct = extraction.dct
    dated_as = f"dated {dct.edtf} ({'given' if dct.anchor == 'option' else dct.anchor})" if dct else "undated"
    return f"{source} · {extraction.language} · {dated_as}"


def _kinds(events: Sequence[Event]) -> list[str]:
    """The event types, claims, attacks and deliveries first."""
    known = ("claim", "attack", "delivery")
    found = dict.fromkeys(event.type for event in events)
    return [kind for kind in known if kind in found] + [kind for kind in found if kind not in known]


def _legend(events: Sequence[Event]) -> Iterator[str]:
    if any(named(argument) != argument.text for event in events for argument in event.arguments):
        yield _SUPPLIED
    if any(event.date and reckoned(event.date) for event in events):
        yield _RECKONED


def _table(layout: Layout, events: Sequence[Event], claims: Mapping[str, Event], page: Page) -> Table:
    from rich import box
    from rich.table import Table

    table = Table(
        title=f"{layout.title} ({len(events)})",
        box=box.SIMPLE_HEAD,
        title_justify="left",
        title_style="bold",
        header_style="bold",
        leading=1,
        pad_edge=False,
    )
    (_fill_wide if page.width >= _WIDE else _fill_narrow)(table, layout, events, claims, page)
    return table


def _fill_wide(table: Table, layout: Layout, events: Sequence[Event], claims: Mapping[str, Event], page: Page) -> None:
    """When, who, what, and a column for each further group of roles that any event fills."""
    columns = [layout.lead, *layout.columns] if layout.lead else list(layout.columns)
    used = [column for column in columns if any(filling(event, column) for event in events)]
    voiced = any(event.attribution for event in events)
    room = page.width // _WIDE_SHARE
    who = used[:1] if used[:1] == columns[:1] else []
    table.add_column("When", min_width=_WHEN)
    for column in who:
        table.add_column(column.title, min_width=_WHEN, max_width=room, overflow="fold")
    table.add_column(layout.happening, min_width=_WHEN, max_width=room)
    for column in used[len(who) :]:
        table.add_column(column.title, min_width=_WHEN, max_width=None if column.broad else room, overflow="fold")
    if voiced:
        table.add_column("According to", max_width=room, overflow="fold")
    for event in events:
        voices = [attributed(event, claims)] if voiced else []
        told = [listed(filling(event, column)) for column in used]
        told.insert(len(who), happening(event))
        table.add_row(dated(event.date), *told, *voices)


def _fill_narrow(
    table: Table, layout: Layout, events: Sequence[Event], claims: Mapping[str, Event], page: Page
) -> None:
    """When, the lead if there is one, everything else stacked, and according to whom."""
    side = page.width // _SIDE_SHARE
    table.add_column("When", width=_WHEN)
    if layout.lead:
        table.add_column(layout.lead.title, max_width=side, overflow="fold")
    table.add_column(layout.happening, ratio=1, overflow="fold")
    voiced = not layout.lead and any(event.attribution for event in events)
    if voiced:
        table.add_column("According to", max_width=side, overflow="fold")
    for event in events:
        lead = [listed(filling(event, layout.lead))] if layout.lead else []
        voices = [attributed(event, claims)] if voiced else []
        table.add_row(dated(event.date), *lead, stacked(event, layout, {} if voiced else claims), *voices)
