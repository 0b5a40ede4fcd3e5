"""Which class a form has where it stands: the readings of French words chosen in context."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from evtx.language.lexicon import Reading
from evtx.language.tokens import Sentence
from evtx.language.words import LETTERS, Chooser, Word, group_readings, parse_choice, settle

CLASSES = {letter: name for name, letter in LETTERS.items()}
MARK = re.compile(r"\[([^\]]*)\]\((\w+)\)")

Words = Callable[[str], Sentence]


def classes(marked: str, read_words: Words) -> tuple[dict[str, str], dict[str, str]]:
    """The class wanted of each marked word of a sentence, and the one it has."""
    wanted = {match[1]: match[2] for match in MARK.finditer(marked)}
    text = MARK.sub(r"\1", marked)
    sentence = read_words(text)
    found = {
        text[start:end]: CLASSES.get(letter, letter)
        for start, end, letter in zip(sentence.starts, sentence.ends, sentence.tape, strict=True)
    }
    return wanted, {word: found.get(word, "") for word in wanted}


@pytest.mark.parametrize(
    "marked",
    [
        "La [porte](noun) est fermée.",
        "Le chef [porte](verb) un fusil.",
        "La [frappe](noun) a détruit le pont.",
        "L'aviation [frappe](verb) le port.",
        "L'ancien maire, [visé](participle) par une plainte, se tait.",
        "Le tireur a [visé](participle) le convoi.",
        "Il [vise](verb) le pont.",
        "L'[annonce](noun) surprend la presse.",
        "Le ministère [annonce](verb) la fermeture du port.",
        "La [marche](noun) a réuni mille personnes.",
        "Il [marche](verb) vers le port.",
        "Le [livre](noun) est lourd.",
        "Elle leur a [livré](participle) des vivres.",
        "Il faut le [livrer](infinitive).",
        "Les [tirs](noun) ont visé une [ferme](noun).",
        "Le général [tire](verb) sur la foule.",
        "Les [gardes](noun) [gardent](verb) la [porte](noun).",
        "Un membre de la [garde](noun) a été tué.",
        "La milice [mine](verb) la route.",
        "Une [mine](noun) a explosé.",
        "Le feu a [pris](participle) dans le dépôt.",
        "Le président du [parti](noun) [préside](verb).",
        "Le convoi est [parti](participle).",
        "Deux [blessés](noun) ont parlé.",
        "Des soldats ont été [blessés](participle).",
        "Trois hommes [armés](adjective) ont enlevé le maire.",
        "La [trêve](noun) [tient](verb).",
        "Le maire a condamné l'attaque et [appelé](participle) à la trêve.",
        "Le père et l'[appelé](noun) sont là.",
        "L'armée a, de son côté, [fait](participle) état de dix morts.",
        "La ville est, selon le maire, en [état](noun) de siège.",
        "Le ministre [dément](verb) toujours ces propos.",
    ],
)
def test_nouns_verbs_and_participles_of_one_spelling(marked: str, read_words: Words) -> None:
    wanted, found = classes(marked, read_words)
    assert found == wanted


@pytest.mark.parametrize(
    "marked",
    [
        "La ville [est](be) en ruines.",
        "Le vent souffle de l'[est](noun).",
        "Le dépôt a [été](been) détruit.",
        "En [été](noun), la rivière est basse.",
        "Il a [été](been) arrêté.",
        "Les rebelles [la](clitic) contrôlent.",
        "[La](determiner) route est coupée.",
        "Le colonel [les](clitic) a vus.",
        "[Les](determiner) obus tombent.",
        "Il [l'](clitic)attaque depuis lundi.",
        "[L'](determiner)attaque a surpris le maire.",
        "Il [en](clitic) parle.",
        "Il vit [en](preposition) Italie.",
        "Il sort [en](preposition) [tirant](gerund) sur la foule.",
        "L'armée a tué quatre combattants et [en](clitic) a blessé six.",
        "Il [s'](clitic)[en](clitic) est pris au maire.",
        "Elle [leur](clitic) a livré [leurs](determiner) vivres.",
        "[Leur](determiner) chef a fui.",
        "Selon [lui](pronoun), la trêve tient.",
        "Le chef [lui](clitic) parle.",
        "Il [nous](clitic) a menti.",
        "[Nous](subject) tenons la ville.",
        "[Certains](pronoun) ont fui.",
        "[Certains](determiner) habitants ont fui.",
        "[Un](determiner) homme dort.",
        "L'[un](number) des tireurs a fui.",
        "[Plus de](quantifier) cent civils ont fui.",
        "Il n'[y](clitic) a [jamais](negation) rien eu.",
        "[C'](subject)est un mensonge.",
        "Il n'est [pas](negation) là.",
        "Il dit [que](that) le pont tient.",
        "Le maire [qui](who) parle est seul.",
        "Il affirme [être](be_infinitive) innocent.",
        "Il dit [avoir](have_infinitive) fui.",
        "[Ayant](having) fui, il se tait.",
        "« Nous partons », a[-t-il](inversion) dit.",
        "Ils ont fui [mardi dernier](date).",
    ],
)
def test_little_words(marked: str, read_words: Words) -> None:
    wanted, found = classes(marked, read_words)
    assert found == wanted


@pytest.mark.parametrize(
    "marked",
    [
        "Le village de [Kafra](name) est vide.",
        "L'[OTAN](name) se tait.",
        "[Village](noun) vide, port fermé.",
        "Il dit : « [Rebelles](noun) et soldats sont partis. »",
    ],
)
def test_capital_makes_a_name_only_where_no_sentence_begins(marked: str, read_words: Words) -> None:
    wanted, found = classes(marked, read_words)
    assert found == wanted


def test_a_choice_needs_its_left_and_its_right() -> None:
    rule = parse_choice("determiner _(tir) of/preposition? -> noun")
    assert rule.applies("D", "D", "tir", "O")
    assert rule.applies("D", "D", "tir", "RP")
    assert not rule.applies("D", "D", "tir", "RN")
    assert not rule.applies("V", "V", "tir", "O")
    assert not rule.applies("D", "D", "port", "O")


def test_tilde_looks_through_adverbs_and_negation() -> None:
    words = [Word("a", "H", {}), Word("pas", "z", {}), Word("livré", "AB", {})]
    through, beside = (
        Chooser((parse_choice(line),), "AB") for line in ("~have _ -> participle", "have _ -> participle")
    )
    assert settle(words, through) == "HzB"
    assert settle(words, beside) == "HzA"


def test_a_word_that_no_line_speaks_of_takes_its_first_class_by_priority() -> None:
    chooser = Chooser((parse_choice("determiner _ -> noun"),), "VN")
    assert settle([Word("elle", "S", {}), Word("porte", "NV", {})], chooser) == "SV"
    assert settle([Word("la", "D", {}), Word("porte", "NV", {})], chooser) == "DN"


def test_a_line_never_leaves_a_word_without_class() -> None:
    chooser = Chooser((parse_choice("determiner _ -> adverb"),), "NV")
    assert settle([Word("la", "D", {}), Word("porte", "NV", {})], chooser) == "DN"


def test_readings_are_grouped_by_class_in_the_order_of_the_lexicon() -> None:
    readings = (
        Reading("tirer", "verb", "ipre 3sg"),
        Reading("tir", "noun", "mas sg"),
        Reading("tire", "noun", "fem sg"),
        Reading("tirer", "verb", "infi"),
        Reading("et", "conj", ""),
    )
    lemmas = {letter: [reading.lemma for reading in found] for letter, found in group_readings(readings).items()}
    assert lemmas == {"V": ["tirer"], "N": ["tir", "tire"], "I": ["tirer"]}


@pytest.mark.parametrize(
    "marked",
    ["Le chef [nous](clitic) a dit.", "« Oui », [nous](clitic) a dit le chef.", "Hier, [nous](subject) avons dit non."],
)
def test_a_pronoun_that_is_no_subject_of_its_verb(marked: str, read_words: Words) -> None:
    wanted, found = classes(marked, read_words)
    assert found == wanted
