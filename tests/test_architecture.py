"""The plan of the house: rooms that import only backwards, small files and functions, no language in the code."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, TypeGuard

import pytest
import yaml

from evtx.language.lexicon import Lexicon

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "evtx"
FILES = sorted(SOURCE.rglob("*.py"))
NAMES = [str(file.relative_to(SOURCE)) for file in FILES]


def words_of(text: str) -> set[str]:
    return {word.lower() for word in re.findall(r"[^\W\d_]{2,}", text)}


# Each room may use the rooms before it. `languages` makes a kit of all that stands before, `pipeline` tells the story,
# and then come those who show, score and check what it gives. `__init__` is the door for those who use the library.
ORDER = re.findall(
    r"\w+",
    """version document event reading rules language lexicons times names matching linking languages naming parts
    dating pipeline rendering explaining gold scoring grading authoring library __init__ cli __main__""",
)

LONGEST_FILE = 300
LONGEST_FUNCTION = 40

# French words that are English as well and stand in constants of the code, but neither in its descriptions nor in the
# names of the event types: words of messages and of the command; keys of rule files and names of classes and kinds;
# values of the output and terms of JSON Schema; colours, modules, folders and alphabets; English months.
ENGLISH_TOO = words_of(
    """auto caches codes collection direct dots export extra extraction input inputs local permissions standard sticks
    suffixes tag quiet infinitives ignore indirect intentions indentation
    blocs buildings carriers colon inversion inversions issues links minutes organisation partitive peoples possession
    quantifier abstract body pause plan
    positive unique minimum description ontologies https org
    cyan green magenta green loader modules home mac roman
    jan sep oct nov"""
)
# Two letters: a word class, the codes of two languages, sounds of transliterated names, a kind of cell.
SHORT = words_of("ne fr en th al es ad et ch ph ou ai as pp")


def room(path: str) -> str:
    """The room of a file in the package, or of a module `evtx.room.file`."""
    return path.split("/")[0].removesuffix(".py")


@cache
def tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text("utf-8"), str(file))


def imports(file: Path) -> Iterator[tuple[int, str]]:
    """Line and module of every import from the package, wherever in the file it stands."""
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, name.name) for name in node.names if name.name.partition(".")[0] == "evtx")
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{file}:{node.lineno}: relative import"
            module = node.module or ""
            if module == "evtx":
                yield from ((node.lineno, f"evtx.{name.name}") for name in node.names)
            elif module.startswith("evtx."):
                yield node.lineno, module


def target(module: str) -> str:
    """The room that an imported module is in; the public names belong to `__init__`."""
    name = module.split(".")[1] if "." in module else "__init__"
    return name if name in ORDER and name != "load_rules" else "__init__"


@pytest.mark.parametrize("file", FILES, ids=NAMES)
def test_imports_point_only_backwards(file: Path) -> None:
    own = room(str(file.relative_to(SOURCE)))
    forward = [
        f"{file}:{line}: {own} may not import {module}"
        for line, module in imports(file)
        if ORDER.index(target(module)) > ORDER.index(own)
    ]
    assert not forward


def module_name(file: Path) -> str:
    parts = ("evtx", *file.relative_to(SOURCE).with_suffix("").parts)
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def test_no_two_files_need_each_other() -> None:
    known = {module_name(file): file for file in FILES}
    needs = {
        name: {module for _, module in imports(file) if module in known and module != "evtx"}
        for name, file in known.items()
    }
    while needs:
        free = {name for name, wanted in needs.items() if not wanted & needs.keys()}
        assert free, f"these import each other: {sorted(needs)}"
        needs = {name: wanted for name, wanted in needs.items() if name not in free}


@pytest.mark.parametrize("file", FILES, ids=NAMES)
def test_files_and_functions_are_short(file: Path) -> None:
    length = len(file.read_text("utf-8").splitlines())
    assert length < LONGEST_FILE
    long = [
        f"{node.name}: {lines(node)} lines"
        for node in ast.walk(tree(file))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and lines(node) > LONGEST_FUNCTION
    ]
    assert not long


def lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


@pytest.mark.parametrize("file", FILES, ids=NAMES)
def test_types_are_checked_everywhere(file: Path) -> None:
    assert "type: ignore" not in file.read_text("utf-8")


@pytest.mark.parametrize("file", FILES, ids=NAMES)
def test_what_is_public_says_what_it_is(file: Path) -> None:
    silent = [name for name, node in public(tree(file).body) if not ast.get_docstring(node)]
    assert not silent


def public(body: list[ast.stmt]) -> Iterator[tuple[str, ast.FunctionDef | ast.ClassDef]]:
    """Public classes and functions of a module, and the public methods of those classes."""
    for node in body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            yield node.name, node
            if isinstance(node, ast.ClassDef):
                yield from ((f"{node.name}.{name}", method) for name, method in public(node.body))


def descriptions(module: ast.Module) -> Iterator[ast.Constant]:
    """The docstrings of a module."""
    for node in ast.walk(module):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) and node.body:
            first = node.body[0]
            if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant):
                yield first.value


def constants(file: Path) -> Iterator[tuple[int, str]]:
    """Line and text of the string constants of a file that are no docstrings."""
    described = {id(constant) for constant in descriptions(tree(file))}
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in described:
            yield node.lineno, node.value


@cache
def lexicon() -> Lexicon:
    return Lexicon.open(ROOT / "rules" / "fr")


@cache
def english() -> frozenset[str]:
    """The words that code and tests describe themselves with, examples left out, and those that declare event types."""
    files = [*FILES, *sorted((ROOT / "tests").rglob("*.py"))]
    prose = (str(constant.value) for file in files for constant in descriptions(tree(file)))
    plain = (re.sub(r"`[^`]*`|\n\s*>>>.*", "", text, flags=re.DOTALL) for text in prose)
    names = (node.name.replace("_", " ") for file in files for node in ast.walk(tree(file)) if named(node))
    declared: dict[str, Any] = yaml.safe_load((ROOT / "rules" / "events.yml").read_text("utf-8"))
    return frozenset(words_of(" ".join((*plain, *names, str(declared)))))


def named(node: ast.AST) -> TypeGuard[ast.FunctionDef]:
    return isinstance(node, ast.FunctionDef)


def test_the_code_is_described_in_english_alone() -> None:
    french = (
        "le la les du dans avec selon lundi mars janvier dit attaque armes livraison contre vers ville avoir depuis"
    )
    assert not english() & set(french.split())


@pytest.mark.parametrize("file", FILES, ids=NAMES)
def test_no_accented_word_stands_in_the_code(file: Path) -> None:
    accented = [
        f"{line}: {word}"
        for line, text in constants(file)
        for word in re.findall(r"[^\W\d_]{2,}", re.sub(r"\[[^\]]*\]", "", text))
        if not word.isascii()
    ]
    assert not accented


@pytest.mark.parametrize("file", FILES, ids=NAMES)
def test_no_french_word_stands_in_the_code(file: Path) -> None:
    """The lexicon knows it, it is all lower case, and the code's own English does not have it."""
    own = english() | ENGLISH_TOO | SHORT | set(ORDER)
    french = [
        f"{line}: {word}"
        for line, text in constants(file)
        for word in {*re.findall(r"[^\W\d_]{3,}", text), *filter(str.isalpha, text.split())}
        if len(word) > 1 and word.islower() and word not in own and lexicon().readings(word)
    ]
    assert not french
