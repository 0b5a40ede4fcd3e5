"""An explanation for people: a tree for each sentence, by rich."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from evtx.event import Extraction
from evtx.explaining.nearest import Depth, Tries, tries
from evtx.explaining.paths import where
from evtx.explaining.reading import PUNCTUATION
from evtx.explaining.values import Decision, Explanation, Match, Miss, Reading, SentenceExplained, Token, Told
from evtx.rendering.cells import words
from evtx.rendering.page import Page
from evtx.rendering.safe import one_line
from evtx.rendering.tables import heading, printed

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.table import Table
    from rich.text import Text
    from rich.tree import Tree

# Lines longer than this are hard to read.
_WIDEST = 120
# What a brief tree leaves out.
_USUAL = frozenset((("polarity", "positive"), ("modality", "asserted")))
_WHERE_TO_LOOK = "evtx rules list --word WORD lists the rules that have a word in any of their lines"
# How many rules are named of those that are far off.
_NAMED = 3


def render(explanation: Explanation, page: Page, brief: bool, depth: Depth) -> Iterator[str]:
    """The trees of all sentences under the name of the document; `brief` leaves out how they were read.

    `depth` tells how far near misses are followed.
    """
    head = Extraction(explanation.source, explanation.language, explanation.dct, ())
    column = page._replace(width=min(page.width, _WIDEST))
    yield printed([words(heading(head), "bold")], column)
    for sentence in explanation.sentences:
        yield "\n" + printed([tree(sentence, brief, depth)], column)
    if not all(sentence.read for sentence in explanation.sentences):
        yield "\n" + printed([words(_WHERE_TO_LOOK, "dim")], column)


def tree(sentence: SentenceExplained, brief: bool, depth: Depth) -> Tree:
    """One sentence."""
    from rich.tree import Tree

    root = Tree(title(sentence), guide_style="dim")
    if not sentence.read:
        root.add(words("extraction passes over this sentence: it has no word that a rule may start from", "yellow"))
    for part in () if brief else reading(sentence):
        root.add(part)
    if not brief:
        dates(sentence, root)
    events(sentence, root, _USUAL if brief else frozenset())
    near(sentence, root, depth)
    return root


def title(sentence: SentenceExplained) -> Text:
    """Where a sentence stands, and its words."""
    at = f"line {sentence.line}, column {sentence.column}"
    return words(f"{at}\n", "bold cyan").append(one_line(sentence.words.text), "bold")


def branch(label: str, rows: Table) -> Tree:
    """A part of the tree with its rows."""
    from rich.tree import Tree

    node = Tree(words(label, "bold"), guide_style="dim")
    node.add(rows)
    return node


def table(columns: int) -> Table:
    """A table without lines whose columns wrap."""
    from rich.table import Table

    grid = Table.grid(padding=(0, 2, 0, 0))
    for _ in range(columns):
        grid.add_column(overflow="fold")
    return grid


def reading(sentence: SentenceExplained) -> Iterator[Tree]:
    """How the sentence was read: words, groups, clauses, quotations."""
    yield branch("Words: each as it was read, and what else it might be", token_rows(sentence))
    yield branch("Groups: kind; head, type of mention, preposition, form", group_rows(sentence))
    clauses = table(2)
    for clause in sentence.clauses:
        clauses.add_row(words(clause.kind), words(one_line(clause.words.text)))
    yield branch("Clauses", clauses)
    if sentence.quotations:
        yield branch("Quotations", quotation_rows(sentence))


def token_rows(sentence: SentenceExplained) -> Table:
    """The words with their readings, punctuation left out."""
    rows = table(3)
    for token in (token for token in sentence.tokens if token.chosen.word_class != PUNCTUATION):
        rows.add_row(words(one_line(token.words.text)), words(as_read(token.chosen)), words(others(token), "dim"))
    return rows


def group_rows(sentence: SentenceExplained) -> Table:
    """The groups of words, punctuation left out."""
    rows = table(3)
    for phrase in sentence.phrases:
        if phrase.kind != PUNCTUATION:
            about = ", ".join(filter(None, (phrase.lemma, phrase.type, phrase.preposition, *phrase.features)))
            rows.add_row(words(one_line(phrase.words.text)), words(phrase.kind), words(about, "dim"))
    return rows


def quotation_rows(sentence: SentenceExplained) -> Table:
    """The quotations, how deep they stand, and whether they are closed."""
    rows = table(2)
    for quotation in sentence.quotations:
        said = "quotation" if quotation.closed else "quotation, never closed"
        inside = ", inside another" if quotation.depth else ""
        rows.add_row(words(said + inside), words(one_line(quotation.words.text)))
    return rows


def as_read(reading: Reading) -> str:
    """A reading in one line.

    >>> as_read(Reading("participle", "aim", ("past participle",)))
    'participle of aim, past participle'
    """
    return ", ".join((f"{reading.word_class} of {reading.lemma}" if reading.features else reading.word_class,
                      *reading.features))  # fmt: skip


def others(token: Token) -> str:
    """The other readings of a word, class and lemma."""
    told = dict.fromkeys(f"{one.word_class} {one.lemma}" for one in token.others)
    return f"or {', '.join(told)}" if told else ""


def dates(sentence: SentenceExplained, root: Tree) -> None:
    """The dates of a sentence that no event has; those of events stand with them."""
    loose = [found for found in sentence.dates if not found.events]
    if loose:
        rows = table(3)
        for found in loose:
            rows.add_row(words(one_line(found.date.text)), words(found.date.edtf, "bold"), words(one_line(found.why)))
        root.add(branch("Dates that no event has", rows))


def events(sentence: SentenceExplained, root: Tree, usual: frozenset[tuple[str, str]]) -> None:
    """The events that the sentence tells, each with its rule; `usual` are decisions that go without saying."""
    for told in sentence.told:
        kept = [one for one in told.decisions if (one.about, one.value) not in usual]
        decisions = kept if told.event else [one for one in kept if one.about == "mentions"]
        root.add(event_title(told)).add(event_rows(told.matches, decisions))


def event_rows(matches: Sequence[Match], decisions: Sequence[Decision]) -> Table:
    """What matched what, and what was settled."""
    from rich.table import Table

    rows = Table.grid(padding=(0, 2, 0, 0), expand=True)
    rows.add_column(no_wrap=True)
    rows.add_column(overflow="fold", ratio=2)
    rows.add_column(overflow="fold", ratio=3)
    for match in matches:
        rows.add_row(words(match.element, "green"), filled(match), words(one_line(match.why)))
    for decision in decisions:
        rows.add_row(words(decision.about, "cyan"), words(one_line(decision.value)), words(one_line(decision.why)))
    return rows


def event_title(told: Told) -> Text:
    """The event, and the rule with its place."""
    kind = f"{told.type}/{told.subtype}"
    line = words(f"{told.event or 'left out'} ", "bold green").append(kind, "bold")
    line.append(f" “{one_line(told.trigger.text)}”", "italic").append(f"  by {told.rule.id}", "bold")
    return line.append(f"\n{one_line(told.rule.summary)} ({where(told.rule)})", "dim")


def filled(match: Match) -> Text:
    """The words that fill an element, with their type and what they stand for."""
    text = words(f"[{one_line(match.words.text)}]" if match.implied else one_line(match.words.text))
    if match.resolved:
        text.append(f" = {one_line(match.resolved)}", "italic")
    return text.append(f" ({match.type})", "dim") if match.type else text


def near(sentence: SentenceExplained, root: Tree, depth: Depth) -> None:
    """The rules that nearly fired, word by word, and the words that no rule starts from."""
    from rich.tree import Tree

    found = list(tries(sentence, depth))
    node = Tree(words("Near misses", "bold"), guide_style="dim")
    for one in found:
        if one.nearest:
            node.children.append(word_node(one))
    far = [one for one in found if not one.nearest]
    if far:
        told = "; ".join(f"{one_line(one.word.text)} ({listed(one.others)})" for one in far)
        node.add(words("Words that rules have, but farther off: ").append(told, "dim"))
    if node.children:
        root.add(node)
    if sentence.silent:
        root.add(silent_line(sentence))


def word_node(found: Tries) -> Tree:
    """A word with the rules that it nearly started."""
    from rich.tree import Tree

    told = f" tells {found.event}; it might also have started:" if found.event else ""
    word = Tree(words(f"“{one_line(found.word.text)}”", "bold").append(told, "dim"), guide_style="dim")
    for miss in found.nearest:
        word.add(miss_line(miss))
    if found.others and not found.event:
        word.add(words(f"farther off: {listed(found.others)}", "dim"))
    return word


def miss_line(miss: Miss) -> Text:
    """One rule with how far it got."""
    line = words(miss.rule.id, "bold").append(f" ({where(miss.rule)})", "dim")
    if miss.matched:
        line.append(" matched " + ", ".join(matched(match) for match in miss.matched))
    return line.append("; wanted " if miss.matched else " wanted ").append(one_line(miss.wanted), "yellow")


def matched(match: Match) -> str:
    """Words with the element that they filled."""
    kind = f" ({match.type})" if match.type else ""
    element = "" if match.element == "trigger" else f" as {match.element}"
    return f"“{one_line(match.words.text)}”{kind}{element}"


def listed(misses: Sequence[Miss]) -> str:
    """The ids of rules, the first few."""
    ids = list(dict.fromkeys(miss.rule.id for miss in misses))
    return ", ".join(ids[:_NAMED]) + (f" and {len(ids) - _NAMED} more" if len(ids) > _NAMED else "")


def silent_line(sentence: SentenceExplained) -> RenderableType:
    """The nouns and verbs that no rule has as triggers."""
    lemmas = dict.fromkeys(one.lemma for one in sentence.silent if one.known)
    unknown = dict.fromkeys(one.lemma for one in sentence.silent if not one.known)
    line = words("No rule has as its trigger: ", "bold").append(one_line(", ".join(lemmas) or "the words below"))
    if unknown:
        line.append(f"; not in the lexicon either: {one_line(', '.join(unknown))}")
    return line
