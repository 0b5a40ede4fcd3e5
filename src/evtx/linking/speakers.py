"""Speakers that the words around a claim leave out, and what pronouns and short names stand for."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from evtx.linking.linked import Linked
from evtx.linking.mentions import Pointer, Referent, gender_number, referents, resolve_name, resolve_pronoun
from evtx.matching.found import Clause, Filler

_BACK = 3


@dataclass(frozen=True, slots=True)
class Pronouns:
    """A language's pronouns: form -> gender and number, empty strings for what a form does not show."""

    features: Mapping[str, tuple[str, str]]

    def of(self, form: str) -> tuple[str, str]:
        """Gender and number of a pronoun."""
        return self.features.get(form.lower(), ("", ""))


def inherit_speakers(events: Sequence[Linked], clauses: Sequence[Clause]) -> list[Linked]:
    """Claims without a speaker of their own take the one of the claim before them in the sentence: gerund chains."""
    done: list[Linked] = []
    for event in events:
        if (
            event.found.content is None
            and not event.contents
            or event.filler("speaker")
            or event.polarity == "negative"
        ):
            done.append(event)
            continue
        previous = [e for e in done if e.found.sentence == event.found.sentence and e.filler("speaker")]
        if previous and may_inherit(event, clauses[event.found.sentence]):
            speaker = _governing(event, previous).filler("speaker")
            assert speaker is not None
            event = replace(event, fillers=(*event.fillers, replace(speaker, implied=True, cell=-1)))
        done.append(event)
    return done


def _governing(event: Linked, previous: Sequence[Linked]) -> Linked:
    outside = [e for e in previous if not any(span.overlaps(e.found.trigger) for p in previous for span in p.contents)]
    return (outside or list(previous))[-1]


def may_inherit(event: Linked, clause: Clause) -> bool:
    """Whether the form of the claim leaves its subject to the clause before: a gerund, an infinitive, a shared verb."""
    cell = clause.cells[event.found.cell]
    return cell.kind in "GIJVB"


def resolve(
    events: Sequence[Linked], clauses: Sequence[Clause], text: str, pronouns: Pronouns, same: Callable[[str, str], bool]
) -> list[Linked]:
    """Every event with its pronouns and short names resolved."""
    spoke: dict[int, set[int]] = {}
    for event in events:
        speaker = event.filler("speaker")
        if speaker is not None and speaker.cell >= 0:
            spoke.setdefault(event.found.sentence, set()).add(speaker.cell)
    known = [referents(clause, frozenset(spoke.get(number, ()))) for number, clause in enumerate(clauses)]
    known = _with_resolved(known)
    memory: dict[tuple[int, int], str | None] = {}
    return [
        replace(e, fillers=tuple(_resolved(f, e, clauses, text, known, pronouns, same, memory) for f in e.fillers))
        for e in events
    ]


def _with_resolved(known: list[list[Referent]]) -> list[list[Referent]]:
    return known


def _resolved(
    filler: Filler,
    event: Linked,
    clauses: Sequence[Clause],
    text: str,
    known: Sequence[Sequence[Referent]],
    pronouns: Pronouns,
    same: Callable[[str, str], bool],
    memory: dict[tuple[int, int], str | None],
) -> Filler:
    if filler.role in ("killed", "injured", "cargo", "content") or filler.resolved:
        return filler
    key = (filler.span.start, filler.span.end)
    if key not in memory:
        memory[key] = _referent_text(filler, event, clauses, text, known, pronouns, same)
    return replace(filler, resolved=memory[key])


def _referent_text(
    filler: Filler,
    event: Linked,
    clauses: Sequence[Clause],
    text: str,
    known: Sequence[Sequence[Referent]],
    pronouns: Pronouns,
    same: Callable[[str, str], bool],
) -> str | None:
    number = event.found.sentence
    words = filler.span.text(text)
    earlier = [r for r in known[number] if r.span.end <= filler.span.start]
    if filler.type == "pronoun":
        gender, count = pronouns.of(words)
        pointer = Pointer(filler.span, "", "pronoun", gender, count, False)
        found = resolve_pronoun(pointer, [*known[max(0, number - _BACK) : number], earlier])
        return found.span.text(text) if found else None
    if filler.cell < 0:
        return None
    clause = clauses[number]
    gender, count = gender_number(clause, filler.cell)
    cell = clause.cells[filler.cell]
    pointer = Pointer(filler.span, cell.lemma, cell.type, gender, count, cell.named)
    found = resolve_name(pointer, text, [*known[:number], earlier], same)
    return found.span.text(text) if found else None
