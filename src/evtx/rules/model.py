"""Rules as the rest of the house sees them: frozen values, checked when the files were loaded.

Named tuples, since every run makes thousands of them before it reads its first word.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple


class Position(NamedTuple):
    """Where something stands in a rule file; line and column count from 1."""

    file: str
    line: int
    column: int


class Wording(NamedTuple):
    """One way to write a verb or noun of a frame: a plain sequence of words, alternatives and options spelt out.

    `line` and `column` say where it begins in the file of its frame.

    >>> Wording("fire at", 10, 7).words
    ('fire', 'at')
    """

    text: str
    line: int
    column: int

    @property
    def words(self) -> tuple[str, ...]:
        """Its words."""
        return tuple(self.text.split(" "))


class ComplementRule(NamedTuple):
    """Prepositions, each as its words, that give what follows them a role; `types` narrows to mention types."""

    prepositions: tuple[tuple[str, ...], ...]
    role: str
    types: tuple[str, ...]


class Need(NamedTuple):
    """What a frame asks for: one of these roles must be filled, by one of these mention types (none: by any)."""

    alternatives: tuple[tuple[str, tuple[str, ...]], ...]


class Frame(NamedTuple):
    """Words that mean one kind of event, and who does what.

    `subject` and `object` are roles (several, in the order of preference, parted by `|`), empty for the default of the
    event type, `none` for no role. `takes` is empty for the default. `itself` is the role that a
    counted noun of the frame fills, empty for none. `light` holds lines `verb, verb -> subject role`:
    verbs that give a noun of the frame its subject or object. `layer` counts the folders before the frame's own: where
    two rules fit alike, the one of the later folder wins.
    """

    id: str
    language: str
    event: str
    subtype: str
    summary: str
    verbs: tuple[Wording, ...]
    nouns: tuple[Wording, ...]
    subject: str
    object: str
    takes: tuple[str, ...]
    needs: tuple[Need, ...]
    complements: tuple[ComplementRule, ...]
    light: str
    itself: str
    modality: str
    polarity: str
    inside: str
    position: Position
    layer: int


class Pattern(NamedTuple):
    """Templates for what a frame cannot say; in `templates` named phrases are replaced by what they stand for.

    `lines` are the lines of the file on which the templates stand, in the same order. `layer` is as in `Frame`.
    """

    id: str
    language: str
    event: str
    subtype: str
    summary: str
    templates: tuple[str, ...]
    lines: tuple[int, ...]
    modality: str
    polarity: str
    inside: str
    position: Position
    layer: int


class Mark(NamedTuple):
    """A marked stretch of an example's text, with the role it must get; `value` is the EDTF string of a date."""

    start: int
    end: int
    role: str
    value: str | None


class Example(NamedTuple):
    """A line of examples: as written, as plain text, and what must come out of it."""

    line_text: str
    text: str
    marks: tuple[Mark, ...]
    position: Position


class RuleExamples(NamedTuple):
    """The sentences that test one rule; `dct` is what their dates are read against, empty for nothing.

    `gaps` are not right yet: to be found as marked, or, without marks, to be rejected.
    """

    rule: str
    language: str
    event: str
    dct: str
    examples: tuple[Example, ...]
    rejects: tuple[Example, ...]
    gaps: tuple[Example, ...]


class Role(NamedTuple):
    """A role of an event type and the mention types (or unions of them) that may fill it."""

    name: str
    types: tuple[str, ...]
    summary: str


class EventType(NamedTuple):
    """A type of event; `subject` and `object` are the roles that frames give to them unless they say otherwise.

    `generic` is the subtype of an event that is not told closer, empty when there is none; those that are `distinct`
    are never another mention of an event of another subtype.
    """

    id: str
    summary: str
    generic: str
    distinct: tuple[str, ...]
    subtypes: tuple[str, ...]
    subject: str
    object: str
    takes: tuple[str, ...]
    roles: tuple[Role, ...]
    position: Position

    def role(self, name: str) -> Role | None:
        """The role of this name, None when the type has none."""
        return next((role for role in self.roles if role.name == name), None)


class Rules(NamedTuple):
    """The rules of one language, in the order of the files."""

    frames: tuple[Frame, ...]
    patterns: tuple[Pattern, ...]


class RuleSet(NamedTuple):
    """Everything that rule files say, examples apart.

    `rules` holds the rules of each language; `languages`, for each language and each of its special files by name
    (`grammar`, `dates` ...), the file's mapping; `names` the mappings of the name files, those to be consulted first in
    front. All values in these mappings are strings, lists and mappings. `folders` are those that were read, as given.
    """

    folders: tuple[str, ...]
    types: tuple[str, ...]
    unions: Mapping[str, tuple[str, ...]]
    events: tuple[EventType, ...]
    names: tuple[Mapping[str, Any], ...]
    rules: Mapping[str, Rules]
    languages: Mapping[str, Mapping[str, Any]]

    @property
    def frames(self) -> tuple[Frame, ...]:
        """The frames of all languages."""
        return tuple(frame for rules in self.rules.values() for frame in rules.frames)

    @property
    def patterns(self) -> tuple[Pattern, ...]:
        """The patterns of all languages."""
        return tuple(pattern for rules in self.rules.values() for pattern in rules.patterns)

    def event(self, id_: str) -> EventType:
        """The event type of this id; KeyError when there is none."""
        for event in self.events:
            if event.id == id_:
                return event
        raise KeyError(id_)
