"""A small folder of rules that is sound, and ways to spoil it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from evtx.rules.diagnostics import Diagnostic
from evtx.rules.loading import load_sound

EVENTS = """\
types:
  leaves: person fighters group place facility weapon event
  unions:
    actor: person fighters group
events:
  - id: claim
    summary: Somebody says something.
    subtypes: statement denial
    subject: speaker
    object: content
    takes: clause quote
    roles:
      - name: speaker
        types: actor
        summary: who speaks
      - name: content
        types: event
        summary: what is said
  - id: attack
    summary: Force used on people or things.
    generic: raid
    subtypes: raid shelling
    subject: attacker
    object: target
    takes: active passive noun
    roles:
      - name: attacker
        types: actor
        summary: who attacks
      - name: target
        types: actor place facility
        summary: what is hit
      - name: weapon
        types: weapon
        summary: with what
"""

ATTACKS = """\
language: fr
event: attack
dct: 2020-12-16

frames:
  - id: fr.attack.shell
    summary: Something is shelled.
    subtype: shelling
    verbs: |
      pilonner
      tirer (sur|vers) [le]
    nouns: |
      tir de (mortier|roquettes)
    object: target|none
    takes: active noun
    needs: |
      attacker | target(place|facility)
      target
    complements: |
      avec, à l’aide de -> weapon(weapon)
    light: |
      mener, lancer -> subject attacker
      viser -> object none
    modality: planned
    examples: |
      [L'armée](attacker) [a pilonné](trigger) [lundi](date=2020-12-14) [le port](target).
    rejects: |
      Le prix a baissé.
    gaps: |
      [Le port](target), [pilonné](trigger), est vide.
      Le maire a tiré la leçon.

patterns:
  - id: fr.attack.claimed-raid
    summary: A raid by somebody.
    subtype: raid
    match: |
      @<strike> [contre {target:place|actor}]
      {attacker} ... @mener =une <verb>
    polarity: negative

phrases:
  strike: (mener|lancer) (un|des) raid
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A rules folder with event types and one file of rules."""
    rules = tmp_path / "rules"
    (rules / "fr").mkdir(parents=True)
    (rules / "events.yml").write_text(EVENTS, encoding="utf-8")
    (rules / "fr" / "attacks.yml").write_text(ATTACKS, encoding="utf-8")
    return rules


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache folder of the test's own."""
    path = tmp_path / "cache"
    monkeypatch.setenv("EVTX_CACHE_DIR", str(path))
    return path


@pytest.fixture
def problems_of(folder: Path) -> Callable[[str, str | bytes], tuple[Diagnostic, ...]]:
    """A function that adds a file to the folder and gives the problems of all files."""

    def find(name: str, content: str | bytes) -> tuple[Diagnostic, ...]:
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return load_sound([folder]).diagnostics

    return find
