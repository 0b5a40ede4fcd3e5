"""Who acts in an infinitive: the one whose act of speech governs it, as in `the army says it means to shell a town`."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from evtx.matching.found import Clause, Filler, Found

_INFINITIVES = frozenset("IJ")
_NEW_CLAUSES = frozenset("qwlsVS.;")


def governed(clause: Clause, content: int, cell: int) -> bool:
    """Whether the verb at `cell` is the infinitive where a content begins, or one that is coordinated with it."""
    cells = clause.cells
    if cells[content].kind not in _INFINITIVES or cells[cell].kind not in _INFINITIVES or cell < content:
        return False
    between = cells[content:cell]
    before = next((other.kind for other in reversed(between) if other.kind not in 'RT"'), "")
    return cell == content or (before in (",", "c") and _NEW_CLAUSES.isdisjoint(other.kind for other in between))


def acting(filler: Callable[[str], Filler | None]) -> Filler | None:
    """Who acts in an infinitive that a claim governs: the one exhorted or accused, else the speaker.

    `filler` gives what fills a role of the claim.
    """
    return filler("addressee") or filler("speaker")


def actor(clause: Clause, cell: int, earlier: Iterable[Found]) -> Filler | None:
    """Who acts in the verb at `cell` by the claims found before it in the sentence; None when no claim governs it."""
    claims = (found for found in earlier if found.content is not None and governed(clause, found.content.cell, cell))
    return next((acting(claim.filler) for claim in claims), None)
