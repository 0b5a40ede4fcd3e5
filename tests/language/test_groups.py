"""Verb groups and noun groups: which words belong together, and what the form of a verb says."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from evtx.language.groups import Group, find_groups
from evtx.language.tokens import Sentence
from evtx.languages import LanguageKit

Groups = Callable[[str], list[tuple[str, Group]]]


@pytest.fixture
def groups(read_words: Callable[[str], Sentence], kit: LanguageKit) -> Groups:
    """The groups of a sentence with their words."""

    def read(text: str) -> list[tuple[str, Group]]:
        sentence = read_words(text)
        found = find_groups(sentence, kit.grammar)
        return [(text[sentence.starts[g.first] : sentence.ends[g.last - 1]], g) for g in found]

    return read


def verb(groups: list[tuple[str, Group]], words: str) -> Group:
    """The verb group that these words are."""
    return next(group for written, group in groups if written == words and group.verb is not None)


# The verb group, its infinitive, and what its form says: voice, mood, and what else holds of it.
FORMS = [
    ("L'armée a bombardé le port.", "a bombardé", "bombarder", "active present compound"),
    ("L'armée bombarde le port.", "bombarde", "bombarder", "active present"),
    ("L'armée bombardait le port.", "bombardait", "bombarder", "active past"),
    ("L'armée bombarda le port.", "bombarda", "bombarder", "active past"),
    ("L'armée bombardera le port.", "bombardera", "bombarder", "active future"),
    ("L'armée bombarderait le port.", "bombarderait", "bombarder", "active conditional"),
    ("L'armée aurait bombardé le port.", "aurait bombardé", "bombarder", "active conditional compound"),
    ("Il faut que l'armée parte.", "parte", "partir", "active subjunctive"),
    ("Le port a été bombardé.", "a été bombardé", "bombarder", "passive present compound"),
    ("Le port avait été bombardé.", "avait été bombardé", "bombarder", "passive past compound"),
    ("Le port sera bombardé demain.", "sera bombardé", "bombarder", "passive future"),
    ("Le port aurait été bombardé.", "aurait été bombardé", "bombarder", "passive conditional compound"),
    ("Les vivres ont déjà été largement distribués.", "ont déjà été largement distribués", "distribuer",
     "passive present compound"),
    ("Le convoi est arrivé au camp.", "est arrivé", "arriver", "active present compound"),
    ("Les soldats sont morts.", "sont morts", "mourir", "active present compound"),
    ("L'armée n'a pas bombardé le port.", "n'a pas bombardé", "bombarder", "active present compound negative"),
    ("Le port n'a jamais été bombardé.", "n'a jamais été bombardé", "bombarder", "passive present compound negative"),
    ("L'armée n'a bombardé que le port.", "n'a bombardé", "bombarder", "active present compound restrictive"),
    ("L'armée affirme avoir bombardé le port.", "avoir bombardé", "bombarder", "active infinitive compound"),
    ("Il dit avoir été attaqué.", "avoir été attaqué", "attaquer", "passive infinitive compound"),
    ("Il demande de ne pas livrer le port.", "ne pas livrer", "livrer", "active infinitive negative"),
    ("Ayant bombardé le port, il part.", "Ayant bombardé", "bombarder", "active gerund compound"),
    ("Ayant été bombardé, il part.", "Ayant été bombardé", "bombarder", "passive gerund compound"),
    ("Le port bombardé lundi est vide.", "bombardé", "bombarder", "active participle"),
    ("A-t-il bombardé le port ?", "A-t-il bombardé", "bombarder", "active present compound"),
    ("« Nous partons », a-t-il déclaré.", "a-t-il déclaré", "déclarer", "active present compound"),
    ("Le groupe s'est emparé du port.", "s'est emparé", "emparer", "active present reflexive"),
    ("Il s'en est pris au maire.", "s'en est pris", "prendre", "active present reflexive"),
    ("Le port devrait être bombardé.", "devrait être bombardé", "bombarder", "passive conditional"),
    ("Les rebelles les ont tués.", "les ont tués", "tuer", "active present compound"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "lemma", "features"), FORMS)
def test_form_of_a_verb_group(text: str, words: str, lemma: str, features: str, groups: Groups) -> None:
    group = verb(groups(text), words)
    found = group.verb
    assert found is not None
    flags = [name for name in ("compound", "negative", "restrictive", "reflexive") if getattr(found, name)]
    said = " ".join(("passive" if found.passive else "active", found.mood, *flags))
    assert (group.lemma, said) == (lemma, features)


# A modal and its infinitive are one group; what the modal makes of it.
@pytest.mark.parametrize(
    ("text", "words", "modality"),
    [
        ("L'armée peut bombarder le port.", "peut bombarder", "possible"),
        ("L'armée a pu bombarder le port.", "a pu bombarder", ""),
        ("L'armée doit bombarder le port.", "doit bombarder", "planned"),
        ("L'armée va bombarder le port.", "va bombarder", "planned"),
        ("L'armée veut bombarder le port.", "veut bombarder", "planned"),
        ("L'armée risque de bombarder le port.", "risque de bombarder", "possible"),
        ("L'armée vient de bombarder le port.", "vient de bombarder", ""),
        ("L'armée a tenté, lundi, de fuir.", "a tenté", ""),
        ("L'armée a tenté de bombarder le port.", "a tenté de bombarder", ""),
        ("Le port pourrait avoir été bombardé.", "pourrait avoir été bombardé", "possible"),
        ("L'armée n'a pas pu livrer les vivres.", "n'a pas pu livrer", ""),
    ],
)
def test_modal_and_infinitive(text: str, words: str, modality: str, groups: Groups) -> None:
    found = verb(groups(text), words).verb
    assert found is not None
    assert found.modality == modality


def test_a_modal_keeps_its_mood_and_negation_and_takes_the_voice_of_its_infinitive(groups: Groups) -> None:
    found = verb(groups("Le port ne devait pas être bombardé."), "ne devait pas être bombardé").verb
    assert found is not None
    assert (found.mood, found.negative, found.passive) == ("past", True, True)


def test_no_other_verb_takes_the_infinitive_after_it(groups: Groups) -> None:
    found = groups("L'armée a menacé de bombarder le port.")
    assert verb(found, "a menacé").lemma == "menacer"
    assert verb(found, "bombarder").verb is not None


@pytest.mark.parametrize(
    ("text", "words", "lemma", "reflexive"),
    [
        ("L'armée a fait livrer des vivres.", "a fait livrer", "livrer", False),
        ("Le kamikaze s'est fait exploser.", "s'est fait exploser", "exploser", True),
        ("Il a laissé partir le convoi.", "a laissé partir", "partir", False),
    ],
)
def test_causatives(text: str, words: str, lemma: str, reflexive: bool, groups: Groups) -> None:
    group = verb(groups(text), words)
    assert group.verb is not None
    assert (group.lemma, group.verb.causative, group.verb.reflexive) == (lemma, True, reflexive)


def test_clitics_are_remembered(groups: Groups) -> None:
    found = verb(groups("Il le lui a livré."), "le lui a livré").verb
    assert found is not None
    assert found.clitics == ("le", "lui")


@pytest.mark.parametrize(
    ("text", "words", "lemma"),
    [
        ("Les trois vieux soldats dorment.", "Les trois vieux soldats", "soldat"),
        ("Le nouveau chef dort.", "Le nouveau chef", "chef"),
        ("Au moins 38 soldats dorment.", "Au moins 38 soldats", "soldat"),
        ("Le général Omar Tavi dort.", "Le général Omar Tavi", "général"),
        ("L'organisation Kavir (OKV) se tait.", "L'organisation Kavir (OKV)", "organisation"),
        ("Les missiles sol-air tombent.", "Les missiles sol-air", "missile"),
        ("Le groupe « Aube rouge » se tait.", "Le groupe « Aube rouge »", "groupe"),
        ("Omar Tavi dort.", "Omar Tavi", "Omar"),
        ("Tous les blessés dorment.", "Tous les blessés", "blessé"),
        ("Deux cents fusils dorment.", "Deux cents fusils", "fusil"),
        ("Les deux dorment.", "Les deux", "deux"),
        ("Elle dort.", "Elle", "elle"),
    ],
)
def test_noun_group_and_its_head(text: str, words: str, lemma: str, groups: Groups) -> None:
    assert (words, lemma) in [(written, group.lemma) for written, group in groups(text) if group.kind == "noun"]


def test_groups_leave_no_word_out(groups: Groups) -> None:
    found = [group for _, group in groups("Le maire a dit hier, selon « Le Phare », que trois ponts sont coupés.")]
    assert [group.first for group in found[1:]] == [group.last for group in found[:-1]]
