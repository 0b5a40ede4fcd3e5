"""Where sentences end: abbreviations, numbers, quotation marks, line breaks."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from evtx.language.sentences import split_sentences

RULES = Path(__file__).parents[2] / "rules"
FRENCH, ENGLISH = (
    frozenset(yaml.safe_load((RULES / language / "language.yml").read_text(encoding="utf-8"))["abbreviations"].split())
    for language in ("fr", "en")
)


def sentences(text: str, abbreviations: frozenset[str] = FRENCH) -> list[str]:
    return [text[first:last] for first, last in split_sentences(text, 0, len(text), abbreviations)]


# The sign | shows where a sentence ends; the space after it is the white space between sentences.
@pytest.mark.parametrize(
    "marked",
    [
        "M. Barka est parti.| Mme. Orsel reste.| MM. Tavi et Lodo aussi.",
        "Le gén. Mavro et le lt-col. Sidi ont fui.| Mgr. Pol prie.",
        "J. F. Kennedy, J.-P. Moreau et A. B. Tahir en parlent.| Fin.",
        "Le 15.12.20, 3.5 tonnes ont brûlé.| Il était 21.30.| Rien de plus.",
        "En déc. 2020 et le 5 janv. 2021.| Puis en févr. 2022.",
        "Voir l'art. 5, p. 12 et le n° 5.| C'est de l'art.| Ils partent en mer.| Le cap.",
        "Il est né au IIe s. av. J.-C. dans la ville.",
        "Les É.-U. Army et l'U.S. Navy arrivent.",
        "Écrire à redaction@exemple.fr ou voir www.exemple.org/a.b.| Merci.",
        "L'attaque a eu lieu à 21 h 10.| Douze civils sont morts.",
        "Ils ont tout pris : vivres, armes, etc. et sont partis.",
        "Puis... rien...| Il attend…| Encore ?!| Oui.",
        "« Nous partons.| Nous reviendrons. »| Le chef a souri.",
        "« Nous partons ! » dit-elle.| « Où ? », demande-t-il.| « Là… » murmure la voix.",
        'Il a répondu : "Non."| Elle est sortie.| “Jamais.”| Tous ont ri.',
        "Le camp (un ancien lycée.)| Les tentes [vides.]| Rien.",
        "« Le convoi [...] est passé », dit-il.| (...) Puis plus rien.",
        "1. Les faits sont là.| 2. Les suites viennent.",
        "II. Les faits sont là.",
        "La frappe a tué.|Le soir, une autre a suivi.",
        "L’ONU l’affirme.[2]| Les chiffres manquent.",
        "Est-ce vrai ?| — Non.| – Alors ?",
        "Yahoo! a fermé.| À l'hôtel Ibis? c'est fini.",
    ],
)
def test_stops(marked: str) -> None:
    assert sentences(marked.replace("|", "")) == [part.strip() for part in marked.split("|")]


@pytest.mark.parametrize(
    "marked",
    [
        "Mr. Hale met Gen. Ford at 5 p.m. on Monday.| Lt. Cole left.",
        "The U.S. Navy sank it.| See No. 5 and Fig. 3.| He said no.| They sat.",
        "“We leave.| We return.”| He smiled.",
    ],
)
def test_english_stops(marked: str) -> None:
    assert sentences(marked.replace("|", ""), ENGLISH) == [part.strip() for part in marked.split("|")]


def test_a_headline_ends_without_a_stop() -> None:
    assert sentences("Deux morts à Orvane\nUne roquette est tombée sur le marché.") == [
        "Deux morts à Orvane",
        "Une roquette est tombée sur le marché.",
    ]


def test_a_wrapped_paragraph_is_not_cut_at_its_line_breaks() -> None:
    text = (
        "Une colonne de camions a quitté le port dans la nuit, selon le maire de\n"
        "Sorval, et a gagné la frontière sans être arrêtée par les gardes, a dit M.\n"
        "Odal. Elle portait du blé."
    )
    assert sentences(text) == [text.partition(" Elle")[0], "Elle portait du blé."]


def test_lines_too_long_for_wrapping_are_paragraphs() -> None:
    first = "Orvane (Agence) – " + "Le convoi a quitté la ville et " * 4 + "personne ne sait où il va"
    assert sentences(f"{first}\nDeux camions manquent") == [first, "Deux camions manquent"]


def test_blank_lines_and_bullets_end_a_sentence() -> None:
    text = "Bilan de la nuit :\n- deux morts\n- dix blessés.\n• un pont détruit\n\net rien d’autre"
    assert sentences(text) == [
        "Bilan de la nuit :", "- deux morts", "- dix blessés.", "• un pont détruit", "et rien d’autre",
    ]  # fmt: skip


def test_only_the_range_asked_for_is_read() -> None:
    text = "Un. Deux trois. Quatre."
    assert split_sentences(text, 3, 18, FRENCH) == [(4, 15), (16, 18)]


TEXTS = st.text(st.sampled_from(' \n\u00a0.!?…«»"“”()[]-•MmdeàÉ12’'), max_size=120)


@given(TEXTS)
def test_spans_are_ordered_within_bounds_and_lose_only_white_space(text: str) -> None:
    spans = split_sentences(text, 0, len(text), FRENCH)
    edges = [0, *(edge for span in spans for edge in span), len(text)]
    assert edges == sorted(edges)
    assert all(text[first:last] == text[first:last].strip() != "" for first, last in spans)
    gaps = [text[edges[index] : edges[index + 1]] for index in range(0, len(edges), 2)]
    assert "".join(gaps).strip() == ""


@pytest.mark.parametrize("unit", [".", ". ", "\n", "a\n", " ", ".»", ". »", "A. ", "(...", "\u00a0»", "…", ".\n "])
def test_time_is_linear(unit: str) -> None:
    text = unit * (300_000 // len(unit))
    began = time.perf_counter()
    split_sentences(text, 0, len(text), FRENCH)
    assert time.perf_counter() - began < 10  # a quadratic scan takes minutes
