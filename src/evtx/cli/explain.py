"""`evtx explain`: why these events, and which rules nearly fired."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Any, NamedTuple

import click

from evtx.cli import messages, options
from evtx.cli.documents import UNREADABLE
from evtx.cli.extract import check_date, loaded
from evtx.cli.options import AUTO
from evtx.cli.output import STDOUT, writing
from evtx.cli.terminal import in_color, page_width, to_terminal
from evtx.cli.usage import UsageProblem, known
from evtx.document import Document
from evtx.explaining import as_json, as_tree
from evtx.explaining.asking import Asked, asked
from evtx.explaining.narrowing import only, rule_ids, words_of
from evtx.explaining.nearest import EVERYTHING, NEAREST
from evtx.explaining.values import Explanation
from evtx.explaining.whole import explain
from evtx.pipeline import Extractor
from evtx.reading.failure import ReadingError
from evtx.reading.sources import PIPE, Source, read_source
from evtx.rendering.page import Page
from evtx.rules.model import RuleSet

FORMATS = ("tree", "json")
TEXT = "text"
EPILOG = """\b
Exit codes:
  0    done
  2    the command was not understood, or there is no such line or rule, or no text
  3    a rule file has an error
  5    the input could not be read
  70   a bug in evtx
  130  interrupted
"""


class Explainer(NamedTuple):
    """What explains documents, and the rules and languages that it knows."""

    extractor: Extractor
    rules: RuleSet
    languages: tuple[str, ...]


class Request(NamedTuple):
    """What the arguments ask for, as written."""

    inputs: tuple[str, ...]
    form: str | None
    output: str
    date: str | None
    lang: str
    folders: tuple[str, ...]
    rule: str | None
    brief: bool
    quiet: bool
    color: str


@click.command("explain", epilog=EPILOG)
@click.argument("inputs", metavar="[TEXT, FILE, FILE:LINE or -]", nargs=-1)
@click.option("-f", "--format", "form", type=click.Choice(FORMATS), help="Default: by the suffix of -o, or tree.")
@options.output
@options.date("text")
@options.language("Language of the text; default: by its words.")
@options.own_rules
@click.option("--rule", metavar="ID", help="Only this rule: where it fired, and what it wanted where it did not.")
@click.option("-b", "--brief", is_flag=True, help="Leave out how the words were read, and what is usual.")
@options.quiet
@options.color("Colour in the tree.")
def command(**options: Any) -> int:
    """Tell why a text gives its events, and which rules nearly fired.

    For each sentence: its words and groups, clauses, quotations and dates as they were read; each event with its rule
    and what matched what; how its date, attribution and the rest were settled; the near misses. FILE:LINE explains the
    sentences on one line, FILE:3-5 those on several, in the light of the whole file.
    """
    return explained(Request(**options))


def explained(request: Request) -> int:
    """Do what was asked, and give the exit code."""
    check_date(request.date)
    try:
        wanted = asked(one_input(request.inputs))
        explainer = loaded(load_explainer, request.folders)
        rule = known_rule(request.rule, explainer.rules) if request.rule else None
        language = None if request.lang == AUTO else known(request.lang, (AUTO, *explainer.languages), "language")
        document = read(wanted, language, request)
    except ReadingError as failure:
        messages.error(str(failure), failure.help)
        return UNREADABLE
    found = explain(document, explainer.extractor, wanted.lines)
    for warning in (*found.warnings, *(silence(found, rule, explainer) if rule else ())):
        if not request.quiet:
            messages.warning(warning)
    with writing(request.output) as write:
        for piece in rendered(only(found, rule) if rule else found, request):
            write(piece)
    return 0


def load_explainer(folders: Sequence[Path]) -> Explainer:
    """What explains by the built-in rules and those of further folders."""
    from evtx.languages import readable_languages
    from evtx.rules.loading import load_rules
    from evtx.rules.locate import builtin_rules

    rules = load_rules((builtin_rules(), *folders))
    return Explainer(Extractor(rules), rules, tuple(readable_languages(rules)))


def one_input(inputs: Sequence[str]) -> str:
    """The one text or file; what is piped when there is none."""
    if len(inputs) > 1:
        raise UsageProblem(
            "more than one text or file", "put the sentence in quotation marks; explain one file at a time"
        )
    if not inputs and (sys.stdin is None or sys.stdin.isatty()):
        raise UsageProblem("nothing to explain", "give a sentence in quotation marks, a file, or pipe a text in")
    return inputs[0] if inputs else PIPE


def read(wanted: Asked, language: str | None, request: Request) -> Document:
    """The document that is asked about; UsageProblem when there is no text in it or no such line."""
    text, source = wanted.text or "", TEXT
    if wanted.path is not None:
        decoded = read_source(Source(wanted.path), sys.stdin.buffer if sys.stdin else io.BytesIO())
        text, source = decoded.text, wanted.path
        if decoded.note and not request.quiet:
            messages.warning(f"{Source(source).title}: {decoded.note}")
    if not text.strip():
        raise UsageProblem(
            "there is no text to explain", "give a sentence in quotation marks, a file, or pipe a text in"
        )
    check_lines(text, wanted)
    return Document(text, source, language, request.date)


def check_lines(text: str, wanted: Asked) -> None:
    """UsageProblem when nothing stands on the lines that are asked about."""
    lines = text.splitlines()
    if wanted.lines is None:
        return
    if not 1 <= wanted.lines.first <= len(lines):
        raise UsageProblem(f"{wanted.path} has no line {wanted.lines.first}", f"its last line is {len(lines)}")
    if not any(line.strip() for line in lines[wanted.lines.first - 1 : wanted.lines.last]):
        raise UsageProblem(f"line {wanted.lines.first} of {wanted.path} is empty", "name a line with words on it")


def known_rule(id_: str, rules: RuleSet) -> str:
    """The id of a rule; UsageProblem with the nearest ones when there is none of that id."""
    ids = rule_ids(rules)
    if id_ in ids:
        return id_
    near = get_close_matches(id_, ids, 3)
    guess = f"did you mean {' or '.join(near)}? " if near else ""
    raise UsageProblem(f"unknown rule {id_!r}", f"{guess}evtx rules list shows all")


def silence(found: Explanation, rule: str, explainer: Explainer) -> Iterator[str]:
    """What to say when a rule had nothing to try in any sentence."""
    fired = any(told.rule.id == rule for sentence in found.sentences for told in sentence.told)
    tried = fired or any(miss.rule.id == rule for sentence in found.sentences for miss in sentence.misses)
    if found.sentences and not tried:
        yield f"no word here can start {rule}; it starts from: {', '.join(words_of(explainer.rules, rule))}"


def rendered(found: Explanation, request: Request) -> Iterator[str]:
    """The explanation in the form that was asked for."""
    form = request.form or ("json" if request.output.lower().endswith(".json") else "tree")
    if form == "json":
        return as_json.render((found,))
    terminal = request.output == STDOUT and to_terminal()
    page = Page(page_width(os.environ, terminal), in_color(request.color, os.environ, terminal))
    return as_tree.render(found, page, request.brief, EVERYTHING if request.rule else NEAREST)
