"""A language's closed-class words, locutions and word order, read from its `grammar.yml`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from evtx.language.words import LETTERS, Chooser, Locution, Word, parse_choice

STRAIGHT = str.maketrans("’ʼ‘", "'''")


class Modal(NamedTuple):
    """A verb that lends its infinitive a modality; `link` is the word that must stand between, empty for none."""

    lemma: str
    link: tuple[str, ...]
    modality: str


class DateWords(NamedTuple):
    """Words that tell how a date and an event go together.

    `of` are the forms of the preposition by which a noun takes a date (`the raid of 2 May`), `during`
    prepositions of what something else happened in the course of, `fates` those before what somebody met his fate in,
    `purposes` those of what is done for a purpose (`gathered to demand`), and
    `encounters` verbs that only say where or to whom somebody spoke (`speaking in`, `asked about`).
    """

    of: frozenset[str] = frozenset()
    definite: frozenset[str] = frozenset()
    during: frozenset[str] = frozenset()
    fates: frozenset[str] = frozenset()
    purposes: frozenset[str] = frozenset()
    encounters: frozenset[str] = frozenset()


class SpeechWords(NamedTuple):
    """Words that tell what is said from what is not, and to whom.

    `hypotheticals` are conjunctions before what may happen, `expletives` verbs and conjunctions after which a
    bare `not` denies nothing, `unsaid` words before an infinitive that nobody speaks, `addressing` pronouns before a
    verb that say to whom, `intentions` and `refusals` verbs of those who mean to do something, or not to.
    """

    hypotheticals: frozenset[str] = frozenset()
    expletives: frozenset[str] = frozenset()
    unsaid: frozenset[str] = frozenset()
    addressing: frozenset[str] = frozenset()
    intentions: frozenset[str] = frozenset()
    refusals: frozenset[str] = frozenset()


def speech_words(mapping: Mapping[str, Any]) -> SpeechWords:
    """The words of speech of a `grammar.yml`."""
    return SpeechWords(
        frozenset(written_items(mapping.get("hypotheticals", ""))),
        frozenset(written_items(mapping.get("expletives", ""))),
        frozenset(mapping.get("unsaid", "").split()),
        frozenset(mapping.get("addressing", "").split()),
        frozenset(mapping.get("intentions", "").split()),
        frozenset(mapping.get("refusals", "").split()),
    )


class Grammar(NamedTuple):
    """What the engine must know of a language besides its lexicon and its rules.

    `denial` is the class that makes a verb negative: the particle before it where the language has one, else adverbs.
    """

    language: str
    token: re.Pattern[str]
    closed: Mapping[str, str]
    locutions: Mapping[str, Mapping[str, tuple[Locution, ...]]]
    single_locutions: Mapping[str, str]
    choose: Chooser
    be_verbs: frozenset[str]
    of_verbs: frozenset[str]
    reflexives: frozenset[str]
    of: str
    to: str
    between: str
    modals: Mapping[str, tuple[Modal, ...]]
    contractions: Mapping[str, str]
    definite: frozenset[str]
    negative_words: frozenset[str]
    sorting: Mapping[str, frozenset[str]]
    name_links: frozenset[str]
    indirect_objects: frozenset[str]
    impersonal: frozenset[str]
    preferred_lemmas: frozenset[str]
    prepositions: frozenset[str]
    causatives: frozenset[str]
    infinitive_endings: tuple[str, ...]
    denial: str
    date_words: DateWords
    speech: SpeechWords

    @property
    def of_words(self) -> frozenset[str]:
        """The forms of the preposition of possession, elided and contracted ones too."""
        return frozenset((self.of, *(form for form, base in self.contractions.items() if base == self.of)))

    @classmethod
    def from_mapping(cls, mapping: Mapping[str, Any], abbreviations: Iterable[str] = ()) -> Grammar:
        """The grammar of a `grammar.yml`, as loaded: a mapping with the keys of that file.

        `abbreviations` are words that a full stop may follow without ending a sentence.
        """
        token = token_pattern(mapping["elisions"].split(), mapping["inversions"].split(), abbreviations)
        return cls(
            language=mapping["language"],
            token=token,
            closed=closed_letters(mapping["classes"]),
            locutions=locution_index(mapping["locutions"], token, contraction_forms(mapping["contractions"])),
            single_locutions=single_locutions(mapping["locutions"]),
            choose=chooser(mapping["readings"], mapping["priority"]),
            be_verbs=frozenset(mapping["be_verbs"].split()),
            of_verbs=frozenset(mapping["of_verbs"].split()),
            reflexives=frozenset(mapping["reflexives"].split()),
            of=mapping["of"],
            to=mapping["to"],
            between=mapping.get("between", ""),
            modals=modal_index(mapping["modals"]),
            contractions=contraction_bases(mapping["contractions"]),
            definite=frozenset(mapping["definite"].split()),
            negative_words=frozenset(mapping.get("negative_words", "").split()),
            sorting=sorting_prepositions(mapping.get("sorting", "")),
            name_links=frozenset(mapping.get("name_links", "").split()),
            indirect_objects=frozenset(mapping.get("indirect_objects", "").split()),
            preferred_lemmas=frozenset(mapping.get("preferred_lemmas", "").split()),
            impersonal=frozenset(mapping.get("impersonal", "").split()),
            prepositions=frozenset(written_items(mapping["locutions"].get("preposition", ""))),
            causatives=causative_lemmas(modal_index(mapping["modals"])),
            infinitive_endings=tuple(mapping["infinitive_endings"].split()),
            denial=LETTERS["ne" if mapping["classes"].get("ne") else "negation"],
            date_words=date_words_of(mapping),
            speech=speech_words(mapping),
        )


def chooser(readings: str, priority: str) -> Chooser:
    """What chooses between the classes of a word, from the lines of a grammar and its order of classes."""
    return Chooser(
        tuple(parse_choice(line) for line in lines(readings)), "".join(LETTERS[name] for name in priority.split())
    )


def date_words_of(mapping: Mapping[str, Any]) -> DateWords:
    """The words of a `grammar.yml` that tell how dates go with events."""
    of, bases = mapping["of"], contraction_bases(mapping["contractions"])
    return DateWords(
        of=frozenset((of, *(form for form, base in bases.items() if base == of))),
        definite=frozenset(mapping["definite"].split()),
        during=frozenset(written_items(mapping.get("during", ""))),
        fates=frozenset(written_items(mapping.get("fates", ""))),
        purposes=frozenset(mapping.get("purposes", "").split()),
        encounters=frozenset(mapping.get("encounters", "").split()),
    )


def lines(block: str) -> list[str]:
    """The non-empty lines of a block, stripped."""
    return [line.strip() for line in block.splitlines() if line.strip()]


def written_items(block: str) -> list[str]:
    """The items of a block of comma-separated lines."""
    return [item.strip() for line in lines(block) for item in line.split(",") if item.strip()]


def token_pattern(
    elisions: Iterable[str], inversions: Iterable[str], abbreviations: Iterable[str] = ()
) -> re.Pattern[str]:
    """The pattern of one token: number, elided word, word, inverted pronoun, punctuation.

    >>> pattern = token_pattern(["th", "o"], ["he", "she"])
    >>> pattern.findall("Th’cargo-plane carried-she 1 200 shells, o'course?")
    ['Th’', 'cargo-plane', 'carried', '-she', '1 200', 'shells', ',', "o'", 'course', '?']
    """
    elided = "|".join(sorted(elisions, key=len, reverse=True))
    inverted = "|".join(sorted(inversions, key=len, reverse=True))
    hyphen = rf"(?:-(?!(?i:{inverted})\b)\w+)*" if inverted else r"(?:-\w+)*"
    shortened = "|".join(re.escape(word.rstrip(".")) for word in sorted(abbreviations, key=len, reverse=True))
    parts = [
        rf"(?=[\w-]{{1,9}}\.)\b(?:{shortened})\.(?=[\s,;])" if shortened else "",
        r"\d+(?:[   .]\d{3})+(?![\w])(?:,\d+)?|\d+,\d+",
        rf"(?=\w{{1,7}}['’])(?i:\b(?:{elided})['’])(?=[\w«“‹\"])" if elided else "",
        rf"\w+(?:['’]\w+)?{hyphen}",
        rf"-(?i:{inverted})\b" if inverted else "",
        r"[.!?…]+",
        r"\S",
    ]
    return re.compile("|".join(part for part in parts if part))


def closed_letters(classes: Mapping[str, str]) -> dict[str, str]:
    """Form -> its class letters, from the lists of closed-class words."""
    table: dict[str, str] = {}
    for name, words in classes.items():
        for word in words.split():
            table[word] = table.get(word, "") + LETTERS[name]
    return table


def contraction_forms(block: str) -> dict[str, frozenset[str]]:
    """Base word -> all forms that may stand for it, from lines such as `is: 's`."""
    pairs = (line.partition(":") for line in lines(block))
    return {base.strip(): frozenset((base.strip(), *forms.split())) for base, _, forms in pairs}


def contraction_bases(block: str) -> dict[str, str]:
    """Contracted or elided form -> base word, the reverse of the same lines."""
    return {form: base for base, forms in contraction_forms(block).items() for form in forms}


def locution_index(
    blocks: Mapping[str, str], token: re.Pattern[str], variants: Mapping[str, frozenset[str]]
) -> dict[str, dict[str, tuple[Locution, ...]]]:
    """First word -> second word -> the locutions that begin with the two, longest first."""
    index: dict[str, dict[str, list[Locution]]] = {}
    for written, letters in locution_letters(blocks).items():
        first, *rest = token.findall(written)
        if not rest:
            continue
        forms = [frozenset((word,)) for word in rest[:-1]] + [variants.get(rest[-1], frozenset((rest[-1],)))]
        for second in forms[0]:
            locution = Locution(tuple(forms[1:]), Word(written, letters, {}, written))
            index.setdefault(first, {}).setdefault(second, []).append(locution)
    return {
        first: {second: tuple(sorted(found, key=lambda one: -len(one.rest))) for second, found in seconds.items()}
        for first, seconds in index.items()
    }


def locution_letters(blocks: Mapping[str, str]) -> dict[str, str]:
    """Locution -> its class letters."""
    letters: dict[str, str] = {}
    for name, block in blocks.items():
        for written in written_items(block):
            letters[written] = letters.get(written, "") + LETTERS[name]
    return letters


def single_locutions(blocks: Mapping[str, str]) -> dict[str, str]:
    """Listed locutions of one word -> their class letters."""
    return {
        written: letters
        for written, letters in locution_letters(blocks).items()
        if " " not in written and "'" not in written
    }


def modal_index(block: str) -> dict[str, tuple[Modal, ...]]:
    """First word of a modal locution -> the modals that it may be."""
    index: dict[str, list[Modal]] = {}
    for line in lines(block):
        left, _, modality = line.partition("->")
        for written in left.split(","):
            lemma, *link = [part for part in written.split() if part]
            index.setdefault(lemma, []).append(Modal(lemma, tuple(link), modality.strip()))
    return {lemma: tuple(sorted(found, key=lambda modal: -len(modal.link))) for lemma, found in index.items()}


def sorting_prepositions(block: str) -> dict[str, frozenset[str]]:
    """Preposition -> the mention types it takes besides the usual, from lines such as `for: vehicle facility`.

    >>> sorting_prepositions("for: vehicle")
    {'for': frozenset({'vehicle'})}
    """
    pairs = (line.partition(":") for line in lines(block))
    return {preposition.strip(): frozenset(types.split()) for preposition, _, types in pairs}


def causative_lemmas(modals: Mapping[str, Sequence[Modal]]) -> frozenset[str]:
    """The verbs that make somebody else do what their infinitive says."""
    return frozenset(modal.lemma for found in modals.values() for modal in found if modal.modality == "caused")
