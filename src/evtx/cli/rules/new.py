"""`evtx rules new`: the skeleton of a rule, in its file or on stdout."""

from __future__ import annotations

from pathlib import Path

import click

from evtx.authoring.beginning import begin
from evtx.authoring.placing import file_for, with_rule
from evtx.authoring.skeleton import FRAME, PATTERN, NewRule
from evtx.cli.messages import say
from evtx.cli.output import STDOUT, writing
from evtx.cli.rules.options import own_rules
from evtx.cli.usage import UsageProblem


@click.command("new")
@click.argument("id_", metavar="ID")
@click.argument("path", metavar="[FOLDER or FILE.yml]", required=False)
@click.option("--pattern", is_flag=True, help="A pattern of templates, not a frame of words.")
@click.option("--subtype", metavar="SUBTYPE", help="Subtype of the events; default: the general one.")
@own_rules
def command(id_: str, path: str | None, pattern: bool, subtype: str | None, folders: tuple[str, ...]) -> int:
    """Begin a rule: a skeleton with comments, to be filled in.

    ID is LANGUAGE.EVENT.NAME, such as fr.attack.ram. The skeleton goes to the end of FILE.yml, or of the file for the
    event type in FOLDER (or in that of --rules); without either it is printed. Nothing that stands there is changed.
    """
    place = path or (folders[-1] if folders else None)
    own = [Path(folder) for folder in dict.fromkeys((*folders, *filter(None, (path,))))]
    started = begin(id_, PATTERN if pattern else FRAME, subtype, own)
    if isinstance(started, NewRule):
        return _put(started, Path(place)) if place else _print(started)
    raise UsageProblem(started.message, started.help)


def _print(rule: NewRule) -> int:
    with writing(STDOUT) as write:
        write(with_rule("", rule))
    say("printed only; name a folder or a file to have it written there")
    return 0


def _put(rule: NewRule, path: Path) -> int:
    file = file_for(rule, path)
    there = file.exists()
    try:
        text = file.read_bytes().decode("utf-8") if there else ""
        file.parent.mkdir(parents=True, exist_ok=True)
    except (OSError, UnicodeDecodeError) as failure:
        reason = "it is not UTF-8 text" if isinstance(failure, UnicodeDecodeError) else failure.strerror
        raise UsageProblem(f"{file} cannot be added to: {reason}", "name another file") from failure
    with writing(str(file)) as write:
        write(with_rule(text, rule))
    if rule.replaces:
        say(f"it takes the place of the built-in rule at {rule.replaces}")
    say(f"{'added' if there else 'wrote'} {rule.id} {'to' if there else 'in'} {file}")
    say(f"fill it in, then run: evtx rules check {file}, and: evtx rules test {file} -k {rule.id}")
    return 0
