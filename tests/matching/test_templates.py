"""Templates of rule files over the tape of a sentence: what each element stands for, and what may stand between."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from evtx.languages import LanguageKit
from evtx.matching.building import first_words, template_words
from evtx.matching.compiling import TemplateCompiler
from evtx.matching.found import Clause
from evtx.matching.patterns import first_match, views
from evtx.matching.tape import REACH, WIDTH, window, without_asides, word_codes, write_tape

Match = Callable[..., dict[str, list[str]] | None]


@pytest.fixture
def match(kit: LanguageKit, clause_of: Callable[[str], Clause]) -> Match:
    """What the elements of a template capture around the cell with the trigger; None when it does not match."""

    def matched(template: str, text: str, trigger: str, **phrases: str) -> dict[str, list[str]] | None:
        clause = clause_of(text)
        words = [(text[clause.start(i) : clause.end(i)]) for i in range(len(clause.cells))]
        codes = word_codes(template_words([template, *phrases.values()], kit.grammar))
        openers = first_words(kit.grammar.prepositions)
        compiler = TemplateCompiler(kit.grammar, codes, kit.rules.roles, phrases, openers, {}, {})
        at = words.index(trigger)
        around = views(write_tape(clause.cells, codes), at, at + 1)
        pattern = compiler.tape_pattern("t", template)
        found = first_match([pattern], around)
        return None if found is None else {name: [words[i] for i in found.cells(name)] for name in found.names()}

    return matched


def test_an_argument_is_a_noun_phrase(match: Match) -> None:
    found = match("{subject} @ {object}", "Le maire a vu le pont.", "a vu")
    assert found == {"subject": ["Le maire"], "object": ["le pont"]}


def test_an_argument_may_be_narrowed_to_types(match: Match) -> None:
    assert match("{speaker:person} @", "Le maire a parlé.", "a parlé") == {"speaker": ["Le maire"]}
    assert match("{speaker:actor|document} @", "Un rapport a parlé.", "a parlé") == {"speaker": ["Un rapport"]}
    assert match("{speaker:document} @", "Le maire a parlé.", "a parlé") is None


def test_a_preposition_belongs_to_the_argument_after_it(match: Match) -> None:
    assert match("@ contre {target}", "Il tire contre le pont.", "tire") == {"target": ["le pont"]}
    assert match("@ (contre|sur) {target}", "Il tire sur le pont.", "tire") == {"target": ["le pont"]}
    assert match("@ contre {target}", "Il tire sur le pont.", "tire") is None
    assert match("@ à l'aide de {weapon}", "Il tire à l'aide d'un drone.", "tire") == {"weapon": ["un drone"]}
    assert match("@ à {place}", "Il tire aux ports.", "tire") == {"place": ["ports"]}


def test_words_stand_for_all_their_forms(match: Match) -> None:
    assert match("@ porter plainte", "Il a dit porter plainte.", "a dit") == {}
    assert match("{subject} @mener enquête", "Elles mènent une enquête.", "mènent") == {"subject": ["Elles"]}


def test_one_of_several_words(match: Match) -> None:
    for word in ("pourquoi", "comment"):
        assert match("@ (pourquoi|comment) {content:clause}", f"Il sait {word} le pont tient.", "sait") == {
            "clause": ["le pont"]
        }
    assert match("@ (pourquoi|comment) {content:clause}", "Il sait que le pont tient.", "sait") is None


def test_what_stands_in_square_brackets_may_be_absent(match: Match) -> None:
    template = "{subject} [,] qui @"
    assert match(template, "Le maire qui parle est seul.", "parle") == {"subject": ["Le maire"]}
    assert match(template, "Le maire, qui parle, est seul.", "parle") == {"subject": ["Le maire"]}


def test_a_star_lets_an_argument_follow_a_preposition(match: Match) -> None:
    assert match("{subject*} qui @", "Il parle au maire qui rit.", "rit") == {"subject": ["maire"]}
    assert match("{subject} qui @", "Il parle au maire qui rit.", "rit") is None


def test_three_dots_skip_within_the_sentence(match: Match) -> None:
    assert match("{subject} <verb> ... et @", "Il prend le pont et parle.", "parle") == {"subject": ["Il"]}
    assert match("{subject} <verb> ... et @", "Il prend le pont ; elle rit et parle.", "parle") == {"subject": ["elle"]}


def test_named_phrases_stand_for_their_template(match: Match) -> None:
    found = match("{subject} @ <line>", "Il a mené une frappe.", "a mené", line="(frappe|raid)")
    assert found == {"subject": ["Il"]}


@pytest.mark.parametrize(
    "text",
    [
        "Le maire, hier, a vu le pont.",
        "Le maire de Kafra, dans une lettre, a vu le pont.",
        "Le maire (élu lundi) a vu le pont.",
        "Le maire, qui dort, a vu le pont.",
        "Le maire - un ancien soldat - a vu le pont.",
        "Le maire a vu, dimanche à Kafra, le pont.",
        "Le maire a vu « le pont ».",
    ],
)
def test_adjuncts_may_stand_between_any_two_elements(text: str, match: Match) -> None:
    found = match("{subject} @ {object}", text, "a vu")
    assert found is not None
    assert found["object"] == ["le pont"]
    assert found["subject"][0].startswith("Le maire")


def test_no_other_clause_may_stand_between(match: Match) -> None:
    assert match("{subject} @ {object}", "Le maire rit ; a vu le pont.", "a vu") is None


@pytest.mark.parametrize(
    ("template", "text", "trigger", "kind", "words"),
    [
        ("@ que {content:clause}", "Il dit que le pont tient.", "dit", "clause", "le pont"),
        ("@ {content:infinitive}", "Il dit avoir fui.", "dit", "infinitive", "avoir fui"),
        ("@ {content:quote}", "Il dit « le pont tient ».", "dit", "quote", "le pont"),
        ("{content:before} , @ {subject}", "Le pont tient, dit le maire.", "dit", "before", "Le pont"),
    ],
)
def test_contents(template: str, text: str, trigger: str, kind: str, words: str, match: Match) -> None:
    found = match(template, text, trigger)
    assert found is not None
    assert found[kind] == [words]


def test_words_that_no_rule_names_leave_the_tape_as_it_is(clause_of: Callable[[str], Clause]) -> None:
    clause = clause_of("L'armée a bombardé le pont avec un drone.")
    tape = write_tape(clause.cells, word_codes([]))
    assert tape == "N_fV__N_yP_w.__"
    assert len(tape) == WIDTH * len(clause.cells)


def test_codes_of_words_do_not_depend_on_their_order() -> None:
    assert word_codes(["selon", "avec"]) == word_codes(["avec", "selon", "avec"])
    assert word_codes(["avec"]).of("selon") == "_"


def test_a_trigger_looks_only_so_far() -> None:
    view = window("N__" * 200, 100, 101)
    assert len(view.tape) == WIDTH * (2 * REACH + 1)
    assert view.tape[REACH * WIDTH] == "@"
    assert [view.cell_at(position) for position in (0, REACH * WIDTH, len(view.tape) - WIDTH)] == [52, 100, 148]


def test_a_trigger_of_several_cells_is_one_cell_of_the_window() -> None:
    view = window("N__V__N__P__.__", 1, 3)
    assert view.tape == "N__@__P__.__"
    assert [view.cell_at(position) for position in (0, 3, 6, 9)] == [0, 1, 3, 4]


def test_asides_may_be_left_out_of_a_window() -> None:
    view = without_asides(window("N__,__P__,__V__N__.__", 4, 5))
    assert view is not None
    assert view.tape == "N__@__N__.__"
    assert [view.cell_at(position) for position in (0, 3, 6)] == [0, 4, 5]
    assert without_asides(window("N__V__N__.__", 1, 2)) is None
