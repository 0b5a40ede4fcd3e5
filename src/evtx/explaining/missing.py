"""Near misses: the rules that words of a sentence could have started, and the words that no rule starts from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from evtx.event import Mention
from evtx.explaining.elements import Reach
from evtx.explaining.filling import Scene
from evtx.explaining.reading import class_name
from evtx.explaining.trying import Attempt
from evtx.explaining.values import Match, Miss, RuleName, Silent
from evtx.explaining.wanting import NO_WAY, wanted
from evtx.language.words import Word
from evtx.matching.describing import describes
from evtx.matching.found import Found, Refusal
from evtx.matching.triggers import NounTrigger, VerbTrigger
from evtx.rules.model import Frame, Pattern

_VERBS, _NOUNS = frozenset("VIBG"), frozenset("N")
_OPEN = _VERBS | _NOUNS | frozenset("AUR")
# How near a rule came: it fitted, all its words stood there, its word stood in another form or reading.
_FITTED, _STOOD, _FORM, _READING, _WORD = 100, 80, 60, 40, 10
_NEARNESS = {
    "words": _WORD,
    "voice": _FORM,
    "count": _FORM,
    "mishap": _FITTED,
    "name": _READING,
    "kind": _READING,
    "figure": _READING,
    "impersonal": _FORM,
}


def rule_name(rule: Frame | Pattern, line: int = 0) -> RuleName:
    """A rule, at one of its lines."""
    return RuleName(rule.id, rule.summary, rule.position.file, line or rule.position.line)


def misses(tried: Sequence[Attempt], found: Sequence[Found], scene: Scene) -> tuple[Miss, ...]:
    """The attempts of a sentence that gave no event, by their words, the nearest first; `found` are its events."""
    failed = [miss for attempt in tried if (miss := missed(attempt, found, scene)) is not None]
    every = [*failed, *by_other_reading(scene)]
    return tuple(sorted(every, key=lambda miss: (miss.word.start, -miss.near)))


def missed(attempt: Attempt, found: Sequence[Found], scene: Scene) -> Miss | None:
    """An attempt as a near miss; None when extraction took it."""
    outcome, rule = attempt.outcome, attempt.rule
    got: tuple[Match, ...] = ()
    if isinstance(outcome, Found):
        if any(same(outcome, event) for event in found):
            return None
        lacked, near = gave_way(outcome, found, scene), _FITTED
    else:
        got, lacked = partial(attempt, scene), wanted(attempt, scene)
        near = frame_nearness(outcome, lacked) if isinstance(outcome, Refusal) else template_nearness(outcome)
    name = rule_name(rule, attempt.line)
    return Miss(name, rule.event, starting_word(attempt, scene), attempt.written, got, lacked, near)


def same(one: Found, other: Found) -> bool:
    """Whether two events are those of one rule at one trigger."""
    return (one.cell, one.event, one.rule.id, one.trigger) == (other.cell, other.event, other.rule.id, other.trigger)


def gave_way(outcome: Found, found: Sequence[Found], scene: Scene) -> str:
    """The event that was preferred to one that fits as well."""
    for event in found:
        if describes(outcome, event, scene.clause):
            return f"to be an event of its own, but it only describes what {event.rule.id} tells of"
        if event.cell == outcome.cell and event.event == outcome.event:
            return f"to be preferred to {event.rule.id}, which {preference(event, outcome)}"
        if event.cell < outcome.cell < event.last_cell:
            taken = scene.place.span(event.trigger).text
            return f"this word for itself, but it is part of the trigger “{taken}” of {event.rule.id}"
    return "to come first among the rules of this word"


def preference(event: Found, outcome: Found) -> str:
    """Why one rule was preferred to another at one word."""
    if event.rule.layer > outcome.rule.layer:
        return "comes from a later folder"
    if not isinstance(event.rule, Frame):
        return "is a pattern and goes before frames"
    if event.last_cell > outcome.last_cell or event.trigger.length > outcome.trigger.length:
        return "has more words there"
    if len(event.fillers) + bool(event.content) > len(outcome.fillers) + bool(outcome.content):
        return "fills more roles"
    return "asks for more, or comes first"


def frame_nearness(refusal: Refusal, lacked: str) -> int:
    """How near a frame came: with all its words there, the more so the more roles it filled."""
    if lacked.endswith(NO_WAY):
        return _WORD
    return _NEARNESS.get(refusal.wanted, _STOOD + len(refusal.fillers) + (refusal.content is not None))


def template_nearness(stopped: Reach) -> int:
    """How near a template came: by the share of its elements; by its word alone when that is one phrase with a role."""
    return round(_STOOD * stopped.part) if stopped.pieces else _READING * ("{" in stopped.after)


def starting_word(attempt: Attempt, scene: Scene) -> Mention:
    """The word that could have started a rule: the head of its group, or the preposition before it."""
    sentence, cell = scene.clause.sentence, scene.clause.cells[attempt.cell]
    if attempt.on_preposition:
        return scene.place.words(sentence.starts[cell.first], sentence.ends[max(cell.first, cell.phrase - 1)])
    return scene.place.words(sentence.starts[cell.head], sentence.ends[cell.head])


def partial(attempt: Attempt, scene: Scene) -> tuple[Match, ...]:
    """What a rule that stopped had matched by then."""
    if not isinstance(attempt.outcome, Refusal):
        return tuple(piece_match(piece.written, piece.cells, scene) for piece in attempt.pieces)
    if attempt.outcome.wanted == "words":
        return ()
    trigger = Match("trigger", trigger_words(attempt, scene), "", "")
    return (trigger, *(filled(attempt, attempt.outcome, scene)))


def trigger_words(attempt: Attempt, scene: Scene) -> Mention:
    """The trigger of a frame that stopped."""
    return scene.place.span(attempt.site.trigger) if attempt.site else starting_word(attempt, scene)


def filled(attempt: Attempt, refusal: Refusal, scene: Scene) -> Iterator[Match]:
    """The roles that a frame had filled when it stopped, and where what is said would begin."""
    for filler in refusal.fillers:
        yield Match(filler.role, scene.place.span(filler.span), filler.type, "")
    if refusal.content is not None:
        cell = refusal.content.cell
        words = scene.place.words(scene.clause.start(cell), scene.clause.end(cell))
        nominal = refusal.content.kind in ("noun", "subject")
        yield Match("content", words, scene.clause.cells[cell].type if nominal else "", "")


def piece_match(written: str, cells: tuple[int, ...], scene: Scene) -> Match:
    """An element of a template with its words."""
    starts = scene.clause.sentence.starts
    words = scene.place.words(starts[scene.clause.cells[cells[0]].first], scene.clause.end(cells[-1]))
    return Match(written, words, scene.clause.cells[cells[0]].type if "{" in written else "", "")


def by_other_reading(scene: Scene) -> Iterator[Miss]:
    """Rules whose word stands in the sentence, but was read as something else or is not the head of its group."""
    sentence = scene.clause.sentence
    tried = {(cell.head, cell.lemma, cell.verb is not None) for cell in scene.clause.cells}
    for index, (word, letter) in enumerate(zip(sentence.words, sentence.tape, strict=True)):
        if letter not in _OPEN:
            continue
        for other, lemma in readings(word):
            if (index, lemma, other in _VERBS) not in tried:
                yield from read_otherwise(index, letter, other, lemma, scene)


def readings(word: Word) -> list[tuple[str, str]]:
    """What a word may be as a noun or verb: class letter and lemma, each lemma once as a verb."""
    found: dict[tuple[bool, str], str] = {}
    for letter in word.letters:
        if letter in _VERBS | _NOUNS:
            for reading in word.readings.get(letter, ()):
                found.setdefault((letter in _VERBS, reading.lemma), letter)
    return [(letter, lemma) for (_, lemma), letter in found.items()]


def read_otherwise(index: int, chosen: str, other: str, lemma: str, scene: Scene) -> Iterator[Miss]:
    """The rules of one such word, each once."""
    sentence, triggers = scene.clause.sentence, scene.rules.triggers
    found: tuple[VerbTrigger, ...] | tuple[NounTrigger, ...] = triggers.nouns(lemma)
    found = triggers.verbs(lemma) if other in _VERBS else found
    word = scene.place.words(sentence.starts[index], sentence.ends[index])
    lacked = f"“{word.text}” as {class_name(other)} ({lemma}), but it is read as {class_name(chosen)} here"
    if (chosen in _VERBS) == (other in _VERBS) and chosen not in "AUR":
        head = next(cell.head for cell in scene.clause.cells if cell.first <= index < cell.last)
        lacked = f"“{word.text}” at the head of its group, which is “{sentence.words[head].form}” here"
        lacked = lacked if head != index else f"“{word.text}” as a form of {lemma}"
    for frame, near in ranked(found):
        yield Miss(rule_name(frame), frame.event, word, lemma, (), lacked, near)


def ranked(triggers: Sequence[VerbTrigger | NounTrigger]) -> Iterator[tuple[Frame, int]]:
    """The frames of some triggers, each once, those that want no other words the nearer."""
    plain = {trigger.frame.id for trigger in triggers if not trigger.tail and not getattr(trigger, "clitics", ())}
    for frame in {trigger.frame.id: trigger.frame for trigger in triggers}.values():
        yield frame, _READING if frame.id in plain else _WORD


def silent(scene: Scene, missed_words: Sequence[Mention], told: Sequence[Found]) -> Iterator[Silent]:
    """The nouns and verbs that no rule has as a trigger; `missed_words` and the triggers `told` are those some has."""
    sentence = scene.clause.sentence
    started = {word.start for word in missed_words}
    triggers = [scene.place.span(found.trigger) for found in told]
    for word, letter, start, end in zip(sentence.words, sentence.tape, sentence.starts, sentence.ends, strict=True):
        words = scene.place.words(start, end)
        in_trigger = any(trigger.start <= words.start < trigger.end for trigger in triggers)
        if letter in _VERBS | _NOUNS and words.start not in started and not in_trigger:
            yield Silent(words, word.lemma(letter), bool(word.readings))
