"""An explanation as data: one object, a sentence a line; docs/explain.md describes every field."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from evtx.event import Extraction, Mention
from evtx.explaining.values import (
    DateFound,
    Decision,
    Explanation,
    Match,
    Miss,
    Phrase,
    Quoted,
    Reading,
    RuleName,
    SentenceExplained,
    Silent,
    Stretch,
    Token,
    Told,
)
from evtx.rendering.objects import Object, as_json, date_object, event_object, head_object
from evtx.version import VERSION

SCHEMA = "evtx-explain/1"


def render(explanations: Iterable[Explanation]) -> Iterator[str]:
    """One object for all documents, in pieces."""
    yield f'{{"schema": {as_json(SCHEMA)}, "evtx": {as_json(VERSION)},\n "documents": ['
    separator = "\n  "
    for explanation in explanations:
        yield separator + document(explanation)
        separator = ",\n  "
    yield "]}\n"


def document(explanation: Explanation) -> str:
    """One document: its head, its sentences, the events in them."""
    head = as_json(head_object(Extraction(explanation.source, explanation.language, explanation.dct, ())))
    sentences = listed(as_json(sentence_object(sentence)) for sentence in explanation.sentences)
    events = listed(as_json(event_object(event)) for event in explanation.events)
    warnings = as_json(list(explanation.warnings))
    head = head.removesuffix("}")
    return f'{head},\n   "sentences": [{sentences}],\n   "events": [{events}],\n   "warnings": {warnings}}}'


def listed(objects: Iterable[str]) -> str:
    """Objects with a line for each."""
    lines = ",\n    ".join(objects)
    return f"\n    {lines}" if lines else ""


def sentence_object(sentence: SentenceExplained) -> Object:
    """One sentence."""
    return {
        **words_object(sentence.words),
        "line": sentence.line,
        "column": sentence.column,
        "read": sentence.read,
        "tokens": [token_object(token) for token in sentence.tokens],
        "groups": [group_object(phrase) for phrase in sentence.phrases],
        "clauses": [clause_object(clause) for clause in sentence.clauses],
        "quotations": [quotation_object(quotation) for quotation in sentence.quotations],
        "dates": [date_found_object(found) for found in sentence.dates],
        "mentions": [told_object(told) for told in sentence.told],
        "near_misses": [miss_object(miss) for miss in sentence.misses],
        "no_rule": [silent_object(silent) for silent in sentence.silent],
    }


def words_object(words: Mention) -> Object:
    """Words with their offsets."""
    return {"text": words.text, "start": words.start, "end": words.end}


def reading_object(reading: Reading) -> Object:
    """What a word may be."""
    return {"class": reading.word_class, "lemma": reading.lemma, "features": list(reading.features)}


def token_object(token: Token) -> Object:
    """A word with its readings."""
    others = [reading_object(other) for other in token.others]
    return {**words_object(token.words), **reading_object(token.chosen), "others": others}


def group_object(phrase: Phrase) -> Object:
    """A group of words."""
    return {
        **words_object(phrase.words),
        "kind": phrase.kind,
        "head": phrase.lemma or None,
        "type": phrase.type or None,
        "preposition": phrase.preposition or None,
        "features": list(phrase.features),
    }


def clause_object(clause: Stretch) -> Object:
    """A clause."""
    return {**words_object(clause.words), "kind": clause.kind}


def quotation_object(quotation: Quoted) -> Object:
    """A quotation."""
    return {**words_object(quotation.words), "depth": quotation.depth, "closed": quotation.closed}


def date_found_object(found: DateFound) -> Object:
    """A date with the events that carry it."""
    return {**date_object(found.date), "events": list(found.events), "why": found.why}


def told_object(told: Told) -> Object:
    """A mention of an event."""
    return {
        "event": told.event,
        "type": told.type,
        "subtype": told.subtype,
        "trigger": words_object(told.trigger),
        "rule": rule_object(told.rule),
        "written": told.written,
        "matches": [match_object(match) for match in told.matches],
        "decisions": [decision_object(decision) for decision in told.decisions],
    }


def rule_object(rule: RuleName) -> Object:
    """A rule and its place."""
    return {"id": rule.id, "summary": rule.summary, "file": rule.file, "line": rule.line}


def match_object(match: Match) -> Object:
    """An element with its words."""
    return {
        "element": match.element,
        **words_object(match.words),
        "type": match.type or None,
        "resolved": match.resolved,
        "implied": match.implied,
        "why": match.why,
    }


def decision_object(decision: Decision) -> Object:
    """Something that was settled."""
    return {"about": decision.about, "value": decision.value, "why": decision.why}


def miss_object(miss: Miss) -> Object:
    """A rule that gave nothing."""
    matched = [
        {"element": match.element, **words_object(match.words), "type": match.type or None} for match in miss.matched
    ]
    return {
        "rule": rule_object(miss.rule),
        "type": miss.type,
        "word": words_object(miss.word),
        "written": miss.written,
        "matched": matched,
        "wanted": miss.wanted,
        "nearness": miss.near,
    }


def silent_object(silent: Silent) -> Object:
    """A word that no rule starts from."""
    return {**words_object(silent.words), "lemma": silent.lemma, "known": silent.known}
