"""The guide for authors: every file in it is written, every command run, every mistake made, in its order."""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from evtx.cli.engine import load_engine

from .conftest import Evtx

DOCS = Path(__file__).parents[2] / "docs"
BLOCK = re.compile(r"```(yaml|console)\n(.*?)```", re.DOTALL)
ROW = re.compile(r"^\| `(.+?)` \| `(.+?)` \| (.+?) \|$", re.MULTILINE)
MISTAKES = ROW.findall((DOCS / "rules.md").read_text("utf-8").partition("## More of a frame")[0])
ONE = "Police did not arrest two men in Sofara on Monday.\n"


class Step(NamedTuple):
    """A file to write, when it has a path, or a command to run and what it prints."""

    path: str
    told: str
    command: str = ""


def steps(page: str) -> Iterator[Step]:
    for kind, content in BLOCK.findall((DOCS / page).read_text("utf-8")):
        if kind == "yaml":
            path, _, text = content.removeprefix("# ").partition("\n")
            yield Step(path, text)
        for part in content.split("$ ")[1:] if kind == "console" else ():
            command, _, shown = part.partition("\n")
            yield Step("", shown, command.removeprefix("evtx "))


def write(step: Step) -> None:
    Path(step.path).parent.mkdir(parents=True, exist_ok=True)
    Path(step.path).write_text(step.told, encoding="utf-8")


@pytest.mark.parametrize("page", ["rules.md", "french.md"])
def test_what_the_guide_shows_is_what_comes(page: str, evtx: Evtx, tmp_path: Path) -> None:
    shutil.copytree(DOCS / "arrests", tmp_path / "arrests")
    (tmp_path / "one.txt").write_text(ONE, encoding="utf-8")
    for step in steps(page):
        if step.command:
            outcome = evtx(*shlex.split(step.command), load=load_engine)
            assert (step.command, outcome.out) == (step.command, step.told), outcome.err
        elif step.path.startswith("arrests/"):
            assert step.told == Path(step.path).read_text("utf-8"), step.path
        else:
            write(step)
    for arguments in (["rules", "check", "my-rules", "--strict"], ["rules", "test", "my-rules"]):
        outcome = evtx(*arguments)
        assert outcome.code == 0, outcome.out


@pytest.mark.parametrize(("sound", "broken", "told"), MISTAKES, ids=[broken.strip() for _, broken, _ in MISTAKES])
def test_a_mistake_has_the_message_of_the_guide(sound: str, broken: str, told: str, evtx: Evtx, tmp_path: Path) -> None:
    first = next(step for step in steps("rules.md") if step.path)
    assert sound in first.told
    write(first._replace(told=first.told.replace(sound, broken, 1)))
    outcome = evtx("rules", "check", "--strict", "my-rules")
    assert outcome.code == 3
    for part in told.split("; "):
        assert part in outcome.out


def test_the_guide_has_enough_mistakes() -> None:
    assert len(MISTAKES) >= 10
