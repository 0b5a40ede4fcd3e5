"""Scores against gold: what matches what, and what counts."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from evtx.event import Argument, DateValue, Derivation, Event, Mention
from evtx.gold import Gold, GoldError, GoldEvent, read_gold
from evtx.scoring import Comparison, Scores, Tally, compare, days, score

TEXT = "Le maire a dit que l'armée avait bombardé le port lundi. L'armée nie. Un raid a tué dix gardes."


def place(words: str) -> tuple[str, int, int]:
    start = TEXT.index(words)
    return words, start, start + len(words)


def day(edtf: str) -> DateValue:
    return DateValue(edtf, None, None, "day", "", 0, 0, "text")


def arguments(written: str) -> tuple[Argument, ...]:
    """Arguments from `role words; role words`."""
    pairs = [part.strip().split(" ", 1) for part in written.split(";") if part.strip()]
    return tuple(Argument(role, *place(words)) for role, words in pairs)


def event(id_: str, type_: str, trigger: str, roles: str = "", **changes: Any) -> Event:
    fields: dict[str, Any] = {
        "subtype": "attack",
        "date": None,
        "polarity": "positive",
        "modality": "asserted",
        "attribution": (),
        **changes,
    }
    mention, derivation = Mention(*place(trigger)), Derivation("r", "f", 1, "c")
    return Event(
        id=id_,
        type=type_,
        triggers=(mention,),
        arguments=arguments(roles),
        sentence=(0, 56),
        derivations=(derivation,),
        **fields,
    )


def wanted(id_: str, type_: str, trigger: str, roles: str = "", **changes: Any) -> GoldEvent:
    fields: dict[str, Any] = {
        "subtype": "attack",
        "date": None,
        "polarity": "positive",
        "modality": "asserted",
        "attribution": (),
        "optional": False,
        **changes,
    }
    return GoldEvent(id=id_, type=type_, triggers=(Mention(*place(trigger)),), arguments=arguments(roles), **fields)


def compared(found: list[Event], gold: list[GoldEvent]) -> Comparison:
    return compare(found, Gold("a", "fr", None, TEXT, tuple(gold)))


def scored(found: list[Event], gold: list[GoldEvent]) -> Scores:
    return score([compared(found, gold)])


def test_everything_right() -> None:
    claim = "speaker Le maire; content l'armée avait bombardé le port lundi"
    scores = scored(
        [event("e1", "claim", "a dit", claim), event("e2", "attack", "avait bombardé", attribution=("e1",))],
        [wanted("c", "claim", "a dit", claim), wanted("a", "attack", "avait bombardé", attribution=("c",))],
    )
    assert (scores.events.f1, scores.arguments.f1, scores.attribution.value, scores.nested.value) == (1, 1, 1, 1)
    assert scores.types == {"attack": Tally(1, 1, 1), "claim": Tally(1, 1, 1)}


def test_a_trigger_need_only_overlap() -> None:
    assert len(compared([event("e", "attack", "bombardé")], [wanted("g", "attack", "avait bombardé")]).pairs) == 1


def test_another_type_never_matches() -> None:
    found = compared([event("e", "delivery", "bombardé")], [wanted("g", "attack", "bombardé")])
    assert ([e.id for e in found.noisy], [g.id for g in found.missed]) == (["e"], ["g"])


@pytest.mark.parametrize(
    ("trigger", "roles", "matches"),
    [
        ("a tué", "killed dix gardes", True),
        ("a tué", "target dix gardes", False),
        ("a tué", "", False),
        ("avait bombardé", "killed dix gardes", False),
    ],
)
def test_without_a_common_trigger_a_sentence_and_an_argument_must_be_shared(
    trigger: str, roles: str, matches: bool
) -> None:
    found = compared([event("e", "attack", trigger, roles)], [wanted("g", "attack", "raid", "killed dix gardes")])
    assert bool(found.pairs) is matches


def test_matching_is_one_to_one_and_takes_the_better_match() -> None:
    found = compared(
        [event("poor", "attack", "bombardé"), event("good", "attack", "avait bombardé", "target le port")],
        [wanted("g", "attack", "avait bombardé", "target le port")],
    )
    assert [pair.event.id for pair in found.pairs] == ["good"]
    assert [noise.id for noise in found.noisy] == ["poor"]


@pytest.mark.parametrize(
    ("mine", "theirs", "right"),
    [
        ("target le port", "target port", True),
        ("target port", "target le port lundi", False),
        ("place le port", "target le port", False),
        ("killed dix gardes", "killed dix", True),
        ("attacker l'armée", "attacker L'armée", False),
        ("content l'armée avait bombardé", "content l'armée avait bombardé le port", True),
        ("content l'armée", "content l'armée avait bombardé le port lundi", False),
    ],
)
def test_when_an_argument_is_right(mine: str, theirs: str, right: bool) -> None:
    found = compared([event("e", "claim", "a dit", mine)], [wanted("g", "claim", "a dit", theirs)])
    assert (not found.pairs[0].wrong, not found.pairs[0].missing) == (right, right)


def test_an_optional_event_is_neither_rewarded_nor_punished() -> None:
    gold = [wanted("g", "attack", "raid", "killed dix gardes", optional=True)]
    nothing = Tally(0, 0, 0)
    assert scored([event("e", "attack", "raid", "killed dix gardes")], gold).events == nothing
    assert scored([], gold).events == nothing


def test_arguments_of_noise_and_of_what_was_missed_count() -> None:
    scores = scored(
        [event("e", "attack", "raid", "killed dix gardes")], [wanted("g", "attack", "bombardé", "target le port")]
    )
    assert scores.arguments == Tally(0, 1, 1)


@pytest.mark.parametrize(
    ("mine", "theirs", "right", "extra"),
    [
        ("2020-12-15", "2020-12-15", (1, 1), 0),
        ("2020-12", "2020-12-01/2020-12-31", (1, 1), 0),
        ("2020-12-14", "2020-12-15", (0, 1), 0),
        (None, "2020-12-15", (0, 1), 0),
        ("2020-12-15", None, (0, 0), 1),
        (None, None, (0, 0), 0),
    ],
)
def test_dates(mine: str | None, theirs: str | None, right: tuple[int, int], extra: int) -> None:
    date = day(mine) if mine else None
    scores = scored([event("e", "attack", "raid", date=date)], [wanted("g", "attack", "raid", date=theirs)])
    assert (tuple(scores.dates), scores.extra_dates) == (right, extra)


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2020", "2020-01-01", "2020-12-31"),
        ("2020-02~", "2020-02-01", "2020-02-29"),
        ("2020-21", "2020-03-01", "2020-05-31"),
        ("2020-24", "2020-12-01", "2021-02-28"),
        ("2020-03/2020-04-02", "2020-03-01", "2020-04-02"),
        ("2020-03-04T12:00", "2020-03-04", "2020-03-04"),
        ("2020-03-04/..", "2020-03-04", ".."),
        ("XXXX-12-03", "XXXX-12-03", "XXXX-12-03"),
    ],
)
def test_days_of_an_edtf_string(edtf: str, first: str, last: str) -> None:
    assert tuple(map(str, days(edtf) or ())) == (first, last)


def test_an_attribution_to_another_claim_is_wrong() -> None:
    gold = [
        wanted("c", "claim", "a dit"),
        wanted("n", "claim", "nie"),
        wanted("a", "attack", "raid", attribution=("n",)),
    ]
    claims = [event("e1", "claim", "a dit"), event("e2", "claim", "nie")]
    right = scored([*claims, event("e3", "attack", "raid", attribution=("e2",))], gold)
    wrong = scored([*claims, event("e3", "attack", "raid", attribution=("e1",))], gold)
    assert (tuple(right.nested), tuple(wrong.nested), tuple(wrong.attribution)) == ((1, 1), (0, 1), (2, 3))


def test_subtype_polarity_and_modality() -> None:
    found = event("e", "attack", "raid", subtype="clash", polarity="negative", modality="planned")
    scores = scored([found], [wanted("g", "attack", "raid", polarity="negative")])
    assert (tuple(scores.subtypes), tuple(scores.polarity), tuple(scores.modality)) == ((0, 1), (1, 1), (0, 1))


def test_documents_are_taken_together() -> None:
    one = compared([event("e", "attack", "raid")], [wanted("g", "attack", "raid")])
    other = compared([], [wanted("g", "attack", "raid"), wanted("h", "attack", "nie")])
    scores = score([one, other])
    assert (scores.documents, scores.events) == (2, Tally(1, 1, 3))
    assert score([]).events.f1 == 0


WriteGold = Callable[..., Path]


@pytest.fixture
def write_gold(tmp_path: Path) -> WriteGold:
    """Writes a gold file of one event over TEXT."""

    def write(**changes: Any) -> Path:
        fields = {"id": "c1", "type": "claim", "subtype": "statement", "triggers": [{"text": "a dit"}], "arguments": []}
        (tmp_path / "a.txt").write_text(TEXT, "utf-8")
        path = tmp_path / "a.gold.json"
        path.write_text(
            json.dumps({"id": "a", "language": "fr", "dct": "2020", "events": [{**fields, **changes}]}), "utf-8"
        )
        return path

    return write


def test_gold_quotes_its_words(write_gold: WriteGold) -> None:
    gold = read_gold(write_gold(arguments=[{"role": "speaker", "text": "a", "nth": 2}]))
    assert gold.events[0].triggers == (Mention(*place("a dit")),)
    assert gold.events[0].arguments == (Argument("speaker", "a", TEXT.index("a tué"), TEXT.index("a tué") + 1),)
    assert (gold.dct, gold.events[0].polarity, gold.events[0].optional) == ("2020", "positive", False)


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"triggers": [{"text": "a ri"}]}, "a.gold.json: c1: not in the text (nth 1): 'a ri'"),
        ({"triggers": [{"text": "maire", "nth": 2}]}, "a.gold.json: c1: not in the text (nth 2): 'maire'"),
        ({"triggers": [{"text": "mair"}]}, "a.gold.json: c1: not in the text (nth 1): 'mair'"),
        ({"triggers": []}, "a.gold.json: c1: no trigger"),
        ({"attribution": ["c9"]}, "a.gold.json: c1: attribution 'c9' is no event here"),
    ],
)
def test_gold_that_does_not_fit_its_text(changes: dict[str, Any], problem: str, write_gold: WriteGold) -> None:
    with pytest.raises(GoldError) as caught:
        read_gold(write_gold(**changes))
    assert caught.value.problems == (problem,)


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"events": [{}]}', '{"events": 3}'])
def test_gold_that_is_none(content: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "a.gold.json").write_text(content, "utf-8")
    with pytest.raises(GoldError):
        read_gold(tmp_path / "a.gold.json")


def test_gold_without_a_text(tmp_path: Path) -> None:
    (tmp_path / "a.gold.json").write_text("{}", "utf-8")
    with pytest.raises(GoldError, match=r"a\.txt: No such file"):
        read_gold(tmp_path / "a.gold.json")
