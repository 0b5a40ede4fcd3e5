"""Templates of date expressions, as people write them in the rule files, to nodes of the automaton.

Words stand for themselves; `(a|b)` one of several; `[x]` may be absent; `<name>` a named phrase; `{month}` a word of
that table or figures of that kind; `{first:date|month}` the same under another name, where a type may also be what an
earlier stage found; a backslash makes a bracket a plain sign.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from evtx.times.lexicon import NUMERIC_SLOTS, LexiconBuilder
from evtx.times.nodes import Choice, Item, Node, Sequence

_WORD = r"[^\s()\[\]|{}<>\\]+"
_SIGNS = re.compile(rf"\{{([^{{}}]*)\}}|<([\w-]+)>|(\({_WORD}(?:\|{_WORD})+\)|[()\[\]|])|(\\.|{_WORD})")


class GrammarError(ValueError):
    """A date grammar that cannot be used; the message names the template and what is wrong with it."""


@dataclass(slots=True)
class TemplateReader:
    """Reads templates against a lexicon, named phrases and the kinds of earlier stages."""

    lexicon: LexiconBuilder
    phrases: Mapping[str, str]
    kinds: frozenset[str]
    known: dict[str, Node] = field(default_factory=dict)
    words: dict[str, Node] = field(default_factory=dict)
    slots: dict[str, Node] = field(default_factory=dict)

    def read(self, template: str) -> Node:
        """The node of one template; GrammarError when it is malformed."""
        signs: list[tuple[str, ...]] = [
            (m[1], m[2], m[3], (m[4] or "").lstrip("\\")) for m in _SIGNS.finditer(template)
        ]
        node, end = self._choice(signs, 0, template)
        if end != len(signs):
            raise GrammarError(f"unexpected {signs[end][2]!r} in the template {template!r}")
        return node

    def _choice(self, signs: list[tuple[str, ...]], index: int, template: str) -> tuple[Node, int]:
        parts: list[Node] = []
        while True:
            part, index = self._sequence(signs, index, template)
            parts.append(part)
            if index >= len(signs) or signs[index][2] != "|":
                return (parts[0] if len(parts) == 1 else _merged(parts)), index
            index += 1

    def _sequence(self, signs: list[tuple[str, ...]], index: int, template: str) -> tuple[Node, int]:
        parts: list[Node] = []
        while index < len(signs) and signs[index][2] not in ("|", ")", "]"):
            part, index = self._element(signs, index, template)
            parts.extend(part.parts if isinstance(part, Sequence) else (part,))
        if not parts:
            raise GrammarError(f"nothing between two signs of the template {template!r}")
        return (parts[0] if len(parts) == 1 else Sequence(tuple(parts))), index

    def _element(self, signs: list[tuple[str, ...]], index: int, template: str) -> tuple[Node, int]:
        slot, phrase, bracket, word = signs[index]
        if len(bracket or "") > 1:
            return self._plain_words(bracket), index + 1
        if bracket:
            return self._group(signs, index, template)
        if phrase:
            return self._phrase(phrase, template), index + 1
        return (self._slot(slot, template) if slot else self._words(word)), index + 1

    def _group(self, signs: list[tuple[str, ...]], index: int, template: str) -> tuple[Node, int]:
        closing = {"(": ")", "[": "]"}[signs[index][2]]
        node, end = self._choice(signs, index + 1, template)
        if end >= len(signs) or signs[end][2] != closing:
            raise GrammarError(f"{closing!r} is missing in the template {template!r}")
        return (Choice((node,), empty=True) if closing == "]" else node), end + 1

    def _plain_words(self, group: str) -> Node:
        """A choice among single words, read at once, as there are many of them."""
        if group not in self.words:
            self.words[group] = _merged([self._words(word) for word in group[1:-1].split("|")])
        return self.words[group]

    def _phrase(self, name: str, template: str) -> Node:
        if name not in self.phrases:
            raise GrammarError(f"unknown phrase <{name}> in the template {template!r}")
        if name not in self.known:
            inner = {key: text for key, text in self.phrases.items() if key != name}
            reader = TemplateReader(self.lexicon, inner, self.kinds, words=self.words)
            self.known[name] = reader.read(" ".join(self.phrases[name].split()))
        return self.known[name]

    def _slot(self, slot: str, template: str) -> Node:
        if slot in self.slots:
            return self.slots[slot]
        name, _, types = slot.partition(":")
        cells = [self._cells(kind, template) for kind in (types or name).split("|")]
        self.slots[slot] = Item(frozenset[str]().union(*cells), f"{name}:{types}" if types else name)
        return self.slots[slot]

    def _cells(self, kind: str, template: str) -> frozenset[str]:
        table = frozenset(self.lexicon.meanings.get(kind, {}))
        figures = NUMERIC_SLOTS.get(kind, frozenset())
        made = frozenset([self.lexicon.cell_for((f"{{{kind}}}",))]) if kind in self.kinds else frozenset[str]()
        if not (table or figures or made):
            raise GrammarError(f"unknown slot {{{kind}}} in the template {template!r}")
        return table | figures | made

    def _words(self, written: str) -> Node:
        if written not in self.words:
            forms = [written] if written.isalpha() else self.lexicon.split(written)
            parts = tuple(Item(frozenset([self._word(form)])) for form in forms)
            self.words[written] = parts[0] if len(parts) == 1 else Sequence(parts)
        return self.words[written]

    def _word(self, form: str) -> str:
        if form.isdigit():
            raise GrammarError(f"the figure {form!r} cannot stand in a template")
        known = self.lexicon.cells.get(form)
        return known if known is not None else self.lexicon.add(form)


def _merged(parts: list[Node]) -> Node:
    """Single words side by side in a choice become one item, which keeps the automaton small."""
    plain = [part for part in parts if isinstance(part, Item) and part.slot is None]
    others = [part for part in parts if not (isinstance(part, Item) and part.slot is None)]
    words = [Item(frozenset[str]().union(*(item.cells for item in plain)))] if plain else []
    return Choice((*words, *others)) if others else words[0]
