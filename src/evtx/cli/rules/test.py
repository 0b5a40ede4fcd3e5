"""`evtx rules test`: whether rules do what their examples say."""

from __future__ import annotations

from pathlib import Path

import click

from evtx.authoring.coverage import cover, leave_out
from evtx.authoring.finding import close_to
from evtx.authoring.junit import junit_xml
from evtx.authoring.reporting import report_text
from evtx.authoring.scope import chosen, scope_of
from evtx.authoring.testing import run_tests
from evtx.cli.output import writing
from evtx.cli.rules.options import bench, color, own_rules, unbroken, write_out
from evtx.cli.usage import UsageProblem
from evtx.rules.model import RuleExamples

FAILED = 4
EPILOG = """\b
Exit codes:
  0  every example came out as marked, and no reject gave an event of its rule
  2  the command was not understood, or there is no such rule
  3  a rule file has an error
  4  a sentence failed
"""


@click.command("test", epilog=EPILOG)
@click.argument("paths", metavar="[FILE or FOLDER]...", nargs=-1)
@click.option(
    "-k", "ids", multiple=True, metavar="ID", help="Only this rule; a part of an id or a pattern means several."
)
@click.option("--junitxml", metavar="FILE", help="Write the outcome as JUnit XML too, for a build server.")
@click.option("--coverage/--no-coverage", default=True, help="Try what no example shows by sentences made for it.")
@own_rules
@color
def command(
    paths: tuple[str, ...],
    ids: tuple[str, ...],
    junitxml: str | None,
    coverage: bool,
    folders: tuple[str, ...],
    color: str,
) -> int:
    """Run the examples, rejects and gaps of rules: of all, or of those in some files or folders.

    Words and constructions of frames that no example shows are tried in sentences made for them; those that are not
    found again, and templates that no example uses, are told, and do not fail.

    Own rules can be named as FILE or FOLDER, which tests them alone, or with --rules, which tests the built-in ones
    with them.
    """
    for path in paths:
        if not Path(path).exists():
            raise UsageProblem(f"{path}: there is no such file or folder", "name rule files, or folders of them")
    scope = scope_of(map(Path, paths))
    rules = bench(folders, scope.folders)
    within = [examples for id_, examples in rules.examples.items() if scope.holds(rules.by_id[id_].position.file)]
    report = run_tests(wanted(within, ids), rules, cover if coverage else leave_out)
    if junitxml:
        with writing(junitxml) as write:
            write(junit_xml(report))
    write_out(report_text(report, unbroken(color)))
    return FAILED if report.errors else 0


def wanted(within: list[RuleExamples], ids: tuple[str, ...]) -> list[RuleExamples]:
    """The rules of these ids; UsageProblem when there are none."""
    if not within:
        raise UsageProblem("there are no event rules in these files", "name files with frames or patterns")
    found = chosen(within, ids)
    if found:
        return found
    near = [close for id_ in ids for close in close_to(id_, [rule.rule for rule in within])]
    guess = f"did you mean {' or '.join(near)}? " if near else ""
    raise UsageProblem(f"there is no rule {', '.join(ids)} here", f"{guess}evtx rules list shows all of them")
