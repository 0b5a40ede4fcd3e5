"""Which rules are meant by paths and ids: rule files, folders of them, and patterns of ids."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from fnmatch import fnmatchcase
from pathlib import Path
from typing import NamedTuple

from evtx.rules.locate import builtin_rules
from evtx.rules.model import RuleExamples

_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[a-z]+)?$")
_BESIDE = ("events.yml", "names")


class Scope(NamedTuple):
    """The rules at some paths: all when there are none. `folders` must be read besides the built-in one."""

    paths: tuple[Path, ...] = ()
    folders: tuple[Path, ...] = ()

    def holds(self, file: str) -> bool:
        """Whether a rule file is meant."""
        if not self.paths:
            return True
        resolved = Path(file).resolve()
        return any(resolved.is_relative_to(path.resolve()) for path in self.paths)


def scope_of(paths: Iterable[Path]) -> Scope:
    """What paths mean: a rule file, a folder of rules, or the folder of one language in it."""
    named = tuple(paths)
    own = [path for path in named if not path.resolve().is_relative_to(builtin_rules().resolve())]
    return Scope(named, tuple(dict.fromkeys(_root(path) for path in own)))


def _root(path: Path) -> Path:
    """The rules folder that a path lies in: where event types or names stand beside the folder of a language.

    Without these a file is read by itself.
    """
    language = path if path.is_dir() else path.absolute().parent
    above = language.absolute().parent
    in_language = _LANGUAGE.match(language.absolute().name) is not None and not _is_root(language)
    if in_language and (path.is_dir() or any((above / name).exists() for name in _BESIDE)):
        return above
    return path


def _is_root(folder: Path) -> bool:
    """Whether event types or the folders of languages stand in a folder."""
    within = folder.iterdir() if folder.is_dir() else ()
    inner = (path for path in within if path.is_dir() and _LANGUAGE.match(path.name))
    return any((folder / name).exists() for name in _BESIDE) or any(any(path.glob("*.yml")) for path in inner)


def chosen(rules: Sequence[RuleExamples], ids: Sequence[str]) -> list[RuleExamples]:
    """The rules with one of the ids; failing that, those whose id fits one as a pattern or holds it.

    >>> rules = [RuleExamples(f"xx.attack.{name}", "xx", "attack", "", (), (), ()) for name in ("ram", "raid")]
    >>> [rule.rule for rule in chosen(rules, ["xx.attack.ram"])], len(chosen(rules, ["*.ra*"])), len(chosen(rules, []))
    (['xx.attack.ram'], 2, 2)
    """
    if not ids:
        return list(rules)
    names = {rule.rule for rule in rules}
    return [rule for rule in rules if any(_means(id_, rule.rule, names) for id_ in ids)]


def _means(written: str, id_: str, names: set[str]) -> bool:
    return written == id_ if written in names else fnmatchcase(id_, written) or written in id_
