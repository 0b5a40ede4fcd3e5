"""`evtx rules mark`: sentences as examples, ready to be corrected and pasted into a rule file."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence

import click

from evtx.authoring.marking import MarkedText, Marking, as_object, mark
from evtx.cli import options
from evtx.cli.documents import UNREADABLE
from evtx.cli.extract import check_date
from evtx.cli.messages import error, say, warning
from evtx.cli.options import AUTO
from evtx.cli.output import STDOUT, writing
from evtx.cli.rules.options import JSON, TEXT, bench, form, own_rules
from evtx.cli.usage import UsageProblem, known
from evtx.languages import readable_languages
from evtx.reading.failure import ReadingError
from evtx.reading.sources import PIPE, Source, read_source
from evtx.rendering.objects import as_json


@click.command("mark")
@click.argument("words", metavar="[TEXT or -]...", nargs=-1)
@click.option("--date", metavar="DATE", help="When the text was written; the rule file says the same as its `dct`.")
@options.language("Language of the text; default: by its words.")
@own_rules
@form("text", TEXT, JSON)
def command(words: tuple[str, ...], date: str | None, lang: str, folders: tuple[str, ...], form: str | None) -> int:
    """Write what is found in a text, or in piped text, as examples of rules: a line for each event.

    The lines go to stdout; which rule each belongs to, and what a line cannot say, to stderr. A sentence without an
    event comes without marks.
    """
    check_date(date)
    rules = bench(folders)
    languages = (AUTO, *readable_languages(rules.rules))
    language = None if lang == AUTO else known(lang, languages, "language")
    try:
        marking = mark(_text(words), rules, language, date)
    except ReadingError as failure:
        error(str(failure), failure.help)
        return UNREADABLE
    with writing(STDOUT) as write:
        if form == JSON:
            write(as_json(as_object(marking)) + "\n")
        else:
            for line, notes in _lines(marking):
                for note in notes:
                    say(note)
                write(line + "\n")
    for told in marking.warnings or (() if marking.texts else ("there is no text in it",)):
        warning(told)
    return 0


def _text(words: Sequence[str]) -> str:
    """The words given, or what is piped in."""
    if words and tuple(words) != (PIPE,):
        return " ".join(words)
    if sys.stdin is None or (not words and sys.stdin.isatty()):
        raise UsageProblem("there is no text to mark", "give it in quotation marks, or pipe it in")
    return read_source(Source(PIPE), sys.stdin.buffer).text


def _lines(marking: Marking) -> Iterator[tuple[str, list[str]]]:
    """Each line with what there is to say about it."""
    head = [f"dates are read against dct: {marking.dct}"] if marking.dct else []
    for text in marking.texts:
        for line, notes in _of_text(text):
            yield line, [*head, *notes]
            head = []


def _of_text(text: MarkedText) -> Iterator[tuple[str, list[str]]]:
    if not text.events:
        yield text.plain, ["no event:"]
    for event in text.events:
        notes = [f"  note: {note}" for note in event.notes]
        yield event.line, [f"{event.rule} ({event.event}/{event.subtype}):", *notes]
