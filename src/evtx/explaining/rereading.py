"""A part of a document read once more by the functions of extraction, with every state of its events kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from evtx.event import DateValue, Event
from evtx.explaining.place import Place
from evtx.languages import LanguageKit
from evtx.linking.dating import Tie
from evtx.linking.linked import Linked
from evtx.linking.mentions import Mentions
from evtx.linking.merging import merge
from evtx.linking.speakers import mentions_of
from evtx.linking.story import STEPS, Story, dated, joined, resolved, scene_of, ties, with_contents
from evtx.matching.found import Found
from evtx.naming import ids_of, name_events
from evtx.parts import placed
from evtx.pipeline import read_part, sentences_to_read

Step = Callable[[Sequence[Linked], Story], list[Linked]]


class Reread(NamedTuple):
    """What extraction made of a part, step by step.

    `spans` are the sentences that it read. `states` are the mentions before the first step of linking and after each;
    `groups` the positions of mentions that are one event, `homes` the id of the event of every mention that is one;
    `ties` the dates with the mentions that they belong to, `referents` what words may point back to.
    """

    place: Place
    kit: LanguageKit
    story: Story
    spans: Sequence[tuple[int, int]]
    states: tuple[list[Linked], ...]
    groups: list[list[int]]
    homes: Mapping[int, str]
    events: tuple[Event, ...]
    ties: tuple[Tie, ...]
    referents: Mentions

    @property
    def mentions(self) -> list[Linked]:
        """The mentions after the last step of linking."""
        return self.states[-1]

    def before(self, step: Step) -> list[Linked]:
        """The mentions before a step of linking."""
        return before(self.states, step)

    def after(self, step: Step) -> list[Linked]:
        """The mentions after a step of linking."""
        return self.states[STEPS.index(step) + 1]

    def event(self, position: int) -> Event | None:
        """The event that the mention at a position belongs to, None when it was left out."""
        return next((event for event in self.events if event.id == self.homes.get(position)), None)

    def group(self, position: int) -> list[int]:
        """The mentions of the event that a mention belongs to, itself among them."""
        return next(group for group in self.groups if position in group)


def reread(place: Place, kit: LanguageKit, dct: DateValue | None, earlier: int) -> Reread:
    """A part of a document as extraction reads it; `earlier` events were found in the parts before it."""
    spans = sentences_to_read(place.text, kit)
    found, story = read_part(place.text, kit, dct, spans)
    states = [with_contents(found, story)]
    for step in STEPS:
        states.append(step(states[-1], story))
    linked = joined(states[-1], story)
    events = [placed(event, place.base, earlier) for event in name_events(linked, place.text, spans)]
    homes = homes_of(states[-1], linked, [event.id for event in events])
    groups = merge(states[-1], scene_of(story))
    tied = tuple(ties(before(states, dated), story))
    referents = mentions_of(before(states, resolved), story.clauses, story.pronouns)
    return Reread(place, kit, story, spans, tuple(states), groups, homes, tuple(events), tied, referents)


def before(states: Sequence[list[Linked]], step: Step) -> list[Linked]:
    """Of all states of the mentions, the one before a step."""
    return states[STEPS.index(step)]


def homes_of(mentions: Sequence[Linked], linked: Sequence[Linked], ids: Sequence[str]) -> dict[int, str]:
    """Position of a mention -> id of its event; `ids` are those of the events in the order of their names."""
    home = {
        key(found): id_ for position, id_ in zip(ids_of(linked), ids, strict=True) for found in linked[position].founds
    }
    return {position: home[key(m.found)] for position, m in enumerate(mentions) if key(m.found) in home}


def key(found: Found) -> tuple[int, int, str, str, int]:
    """What tells an event that was found from all others of a part."""
    return found.sentence, found.cell, found.event, found.rule.id, found.trigger.start
