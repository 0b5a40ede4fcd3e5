"""Triggers of several words are found however the text cuts them into phrases."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from evtx.event import Event


@pytest.mark.parametrize(
    ("sentence", "rule"),
    [
        # An adverb of several words inside the trigger.
        ("[Des miliciens](attacker) [ont emmené de force](trigger) [les bergers](target).", "fr.attack.abduct"),
        ("[Les rebelles](attacker) [sont entrés de force](trigger) dans [la ville](target).", "fr.attack.invade"),
        # The preposition of a reflexive verb, contracted with the article.
        ("[Les rebelles](interceptor) [se sont saisis](trigger) du [camion](cargo).", "fr.delivery.seize-actively"),
        ("[Les rebelles](recipient) [se sont dotés](trigger) des [roquettes](cargo).", "fr.delivery.buy"),
        # A participle that could be a verb in the first person.
        ("[Le pont](target), [pris d'assaut](trigger) par [les rebelles](attacker), est coupé.", "fr.attack.storm"),
        # Complements after an adjective or phrase that belongs to the trigger.
        ("Une [descente armée](trigger) des [miliciens](attacker) inquiète le bourg.", "fr.attack.operation"),
    ],
)
def test_the_words_of_a_trigger_may_be_several(sentence: str, rule: str, event_in: Callable[[str], Event]) -> None:
    assert event_in(sentence).rule == rule
