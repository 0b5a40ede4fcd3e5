"""Which mention may fill which role, and which preposition opens it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from evtx.languages import LanguageKit
from evtx.matching import adjuncts
from evtx.matching.found import Clause
from evtx.matching.roles import Opening, RoleTable, canonical, openings, requirements, unmet
from evtx.rules.model import ComplementRule, Need


@pytest.fixture
def roles(kit: LanguageKit) -> RoleTable:
    return kit.rules.roles


def test_a_role_admits_its_types_and_nouns_of_no_known_type(roles: RoleTable) -> None:
    assert roles.admits("attack", "attacker", "fighters")
    assert not roles.admits("attack", "attacker", "document")
    assert roles.admits("attack", "attacker", "")


def test_a_narrowed_role_admits_no_noun_of_unknown_type(roles: RoleTable) -> None:
    assert roles.admits("attack", "weapon", "vehicle", frozenset(("vehicle",)))
    assert not roles.admits("attack", "weapon", "", frozenset(("vehicle",)))


def test_unions_stand_for_their_members(roles: RoleTable) -> None:
    assert roles.leaves(["actor"]) >= {"person", "fighters", "group", "country"}
    assert roles.leaves(["event(attack,delivery)"]) == {"attack", "delivery"}


def test_of_several_roles_the_first_that_admits_the_type_is_taken(roles: RoleTable) -> None:
    assert roles.pick("delivery", ["vehicle", "supplier"], "vehicle") == "vehicle"
    assert roles.pick("delivery", ["vehicle", "supplier"], "group") == "supplier"
    assert roles.pick("delivery", ["vehicle"], "time") == ""


def test_acts_of_speech_are_the_events_with_a_content(roles: RoleTable) -> None:
    assert roles.speaks("claim")
    assert not roles.speaks("attack")


def test_a_preposition_of_several_words_is_found_as_it_is_written() -> None:
    assert canonical(("à", "l'", "aide", "de")) == "à l'aide de"
    assert canonical(("Près", "de")) == "près de"


def test_prepositions_open_roles_in_the_order_of_the_lines(roles: RoleTable) -> None:
    table = openings(
        [ComplementRule((("avec",),), "weapon", ("weapon",)), ComplementRule((("avec",), ("contre",)), "target", ())],
        roles,
    )
    assert [opening.role for opening in table["avec"]] == ["weapon", "target"]
    assert table["avec"][0] == Opening("weapon", frozenset(("weapon",)))
    assert [opening.role for opening in table["contre"]] == ["target"]


def test_what_a_frame_needs(roles: RoleTable) -> None:
    cargo_of_goods = Need((("cargo", ("goods",)), ("recipient", ())))
    assert not unmet(requirements([cargo_of_goods], roles), [("cargo", "weapon")])
    assert not unmet(requirements([cargo_of_goods], roles), [("recipient", "")])
    assert unmet(requirements([cargo_of_goods], roles), [("cargo", "person")])
    assert unmet(requirements([cargo_of_goods, Need((("supplier", ()),))], roles), [("cargo", "weapon")])
    assert not unmet(requirements([], roles), [])


def test_a_role_already_held_is_passed_over(kit: LanguageKit, clause_of: Callable[[str], Clause]) -> None:
    cell = next(c for c in clause_of("Il tire sur le pont.").cells if c.preposition == "sur")
    tables = (kit.rules.complements["attack"],)
    assert adjuncts.assign("attack", cell, tables, kit.rules.roles, frozenset()) == "target"
    assert adjuncts.assign("attack", cell, tables, kit.rules.roles, frozenset(("target",))) == "place"


def words(clause: Clause, positions: list[int], text: str) -> list[str]:
    return [text[clause.start(i) : clause.end(i)] for i in positions if clause.cells[i].kind in "NP"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Il tire sur le pont à Kafra avec un drone.", ["le pont", "Kafra", "un drone"]),
        ("Il tire sur le pont, près de Kafra, avec un drone.", ["le pont", "Kafra", "un drone"]),
        ("Il tire sur le pont (une ruine) avec un drone.", ["le pont", "un drone"]),
        ("Il tire sur le pont, et son frère rit à Kafra.", ["le pont"]),
        ("Il tire sur le pont qui mène à Kafra.", ["le pont"]),
        ("Il tire sur le pont ; à Kafra on rit.", ["le pont"]),
        ("Il tire sur le pont quand il est à Kafra.", ["le pont"]),
    ],
)
def test_what_stands_after_a_verb_in_its_clause(
    text: str, wanted: list[str], clause_of: Callable[[str], Clause]
) -> None:
    clause = clause_of(text)
    verb = next(i for i, cell in enumerate(clause.cells) if cell.lemma == "tirer")
    assert words(clause, list(adjuncts.after(clause.cells, verb + 1)), text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Lundi, dans un rapport, le maire parle.", ["un rapport"]),
        ("Le pont tient ; dans un rapport, le maire parle.", ["un rapport"]),
        ("Le juge, dans un rapport, parle.", []),
    ],
)
def test_what_opens_a_clause(text: str, wanted: list[str], clause_of: Callable[[str], Clause]) -> None:
    clause = clause_of(text)
    verbs = [i for i, cell in enumerate(clause.cells) if cell.lemma == "parler"]
    subject = next((i for i, cell in enumerate(clause.cells) if cell.lemma in ("maire", "juge")), verbs[0])
    assert words(clause, list(adjuncts.fronted(clause.cells, subject)), text) == wanted
