"""`evtx score`: how well evtx does on texts that a reader has annotated."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import click

from evtx.cli import messages
from evtx.cli.documents import DONE, UNREADABLE
from evtx.cli.engine import LoadEngine
from evtx.cli.extract import loaded
from evtx.cli.rules.options import JSON, TABLE, color, form, own_rules, page, write_out
from evtx.cli.usage import UsageProblem
from evtx.document import Document
from evtx.event import Extraction
from evtx.gold import SUFFIX, GoldError, read_gold
from evtx.grading.report import FORMATS, Graded
from evtx.reading.typed_date import TypedDateError
from evtx.scoring import Comparison, compare

RULE = "rule"
_HELP = f"name files called NAME{SUFFIX}, with NAME.txt beside them, or folders of such"
EPILOG = """\b
Exit codes:
  0  done
  2  the command was not understood, or there is no gold file
  3  a rule file has an error
  5  a gold file could not be read; the others were scored
"""


@click.command("score", epilog=EPILOG)
@click.argument("golds", metavar="GOLD or FOLDER...", nargs=-1, required=True)
@click.option("--show", is_flag=True, help="List what was missed, what is noise, and what is wrong.")
@click.option("--by", type=click.Choice([RULE]), help="List the rules that cost most.")
@own_rules
@form(TABLE, TABLE, JSON)
@color
@click.pass_obj
def command(
    load: LoadEngine,
    /,
    golds: tuple[str, ...],
    show: bool,
    by: str | None,
    folders: tuple[str, ...],
    form: str | None,
    color: str,
) -> int:
    """Score against gold files, NAME.gold.json beside NAME.txt: precision, recall and F1, and what else is right.

    A folder stands for all gold files in it.
    """
    paths = list(gold_files(golds))
    engine = loaded(load, folders)
    found = [comparison for path in paths if (comparison := compared(path, engine.extract)) is not None]
    if found:
        write_out(FORMATS[form or TABLE](Graded(found, show, by == RULE), page(color)))
    return DONE if len(found) == len(paths) else UNREADABLE


def gold_files(named: tuple[str, ...]) -> Iterator[Path]:
    """The gold files that are named, or lie in folders that are; UsageProblem when there are none."""
    for name in named:
        path = Path(name)
        if not path.is_dir() and not name.endswith(SUFFIX):
            raise UsageProblem(f"{name} is no gold file", _HELP)
        inside = sorted(path.glob(f"*{SUFFIX}")) if path.is_dir() else [path]
        if not inside:
            raise UsageProblem(f"{name}: there is no gold file in it", _HELP)
        yield from inside


def compared(path: Path, extract: Callable[[Document], Extraction]) -> Comparison | None:
    """What is found in the text of a gold file, beside its gold; None when it cannot be read, which is told."""
    try:
        gold = read_gold(path)
        extraction = extract(Document(gold.text, str(path), gold.language, gold.dct))
    except GoldError as failure:
        messages.error("\n  ".join(failure.problems), "mend the gold file; events quote the text word for word")
        return None
    except TypedDateError as failure:
        messages.error(f"{path}: dct {failure}", failure.help)
        return None
    for warning in extraction.warnings:
        messages.warning(f"{path}: {warning}")
    return compare(extraction.events, gold)
