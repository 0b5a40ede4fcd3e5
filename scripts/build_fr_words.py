"""Build the full-form lexicon of French from the Dicollecte spelling dictionary.

    python scripts/build_fr_words.py hunspell-fr-comprehensive_7.0-1_all.deb
    python scripts/build_fr_words.py fr.dic fr.aff --into rules/fr

Every entry of `fr.dic` is expanded with the affix rules of `fr.aff`; the tags of entry and rule (`po:`, `is:`, `st:`)
say what each form is. Elided prefixes (l', d', qu' ...) are left out: tokens of a text are cut after the apostrophe.
Written are `words.marisa` (form -> number of its analysis) and `words.json` (the analyses: how to get from form to
lemma, part of speech, tags). The same dictionary gives the same bytes. Source: https://grammalecte.net, MPL-2.0.
"""

from __future__ import annotations

import argparse
import io
import json
import re
import sys
import tarfile
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import marisa_trie

T = TypeVar("T")

MOODS = ("infi", "ppre", "ppas", "ipre", "iimp", "ipsi", "ifut", "spre", "simp", "cond", "impe")
PERSONS = ("1sg", "2sg", "3sg", "1pl", "2pl", "3pl")
# Inverted forms (1isg: eussé-je) and the plural that takes no elided subject (3pl!) are persons like the others.
PERSON_NAMES = {**{person: person for person in PERSONS}, "1isg": "1sg", "3pl!": "3pl"}
GENDERS = ("mas", "fem", "epi")
NUMBERS = ("sg", "pl", "inv")
NON_FINITE = frozenset(("infi", "ppre"))
# Dictionary class -> part of speech and the tag that says which kind.
CLASSES: Mapping[str, tuple[str, str]] = {
    "nom": ("noun", ""), "loc.nom": ("noun", "loc"), "adj": ("adj", ""), "loc.adj": ("adj", "loc"),
    "adv": ("adv", ""), "loc.adv": ("adv", "loc"), "negadv": ("adv", "neg"), "advint": ("adv", "int"),
    "det": ("det", ""), "detpos": ("det", "pos"), "detind": ("det", "ind"), "detdem": ("det", "dem"),
    "detneg": ("det", "neg"), "prodem": ("pron", "dem"), "proind": ("pron", "ind"), "prorel": ("pron", "rel"),
    "proint": ("pron", "int"), "proneg": ("pron", "neg"), "propersuj": ("pron", "subj"), "properobj": ("pron", "obj"),
    "proadv": ("pron", "adv"), "prep": ("prep", ""), "prepv": ("prep", ""), "loc.prep": ("prep", "loc"),
    "cj": ("conj", ""), "cjco": ("conj", "co"), "cjsub": ("conj", "sub"), "loc.cj": ("conj", "loc"),
    "loc.cjsub": ("conj", "sub"), "nb": ("num", ""), "nbro": ("num", "rom"), "titr": ("title", ""),
    "prn": ("name", "prn"), "patr": ("name", "patr"), "npr": ("name", "npr"), "interj": ("interj", ""),
    "loc.interj": ("interj", "loc"), "pfx": ("prefix", ""), "sfx": ("suffix", ""), "sign": ("sign", ""),
}  # fmt: skip
NEEDS_AFFIX = "()"


@dataclass(frozen=True, slots=True)
class Affix:
    """One line of an affix class: what to strip and add, on which words, and what the result is."""

    strip: str
    add: str
    flags: tuple[str, ...]
    condition: re.Pattern[str]
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Affixes:
    """Suffix and prefix classes by flag; prefixes without the elided ones."""

    suffixes: Mapping[str, tuple[Affix, ...]]
    prefixes: Mapping[str, tuple[Affix, ...]]


@dataclass(frozen=True, slots=True)
class Analysis:
    """A form as one line of the dictionary gives it."""

    form: str
    lemma: str
    tags: tuple[str, ...]


Analyses = dict[tuple[str, str, str], set[str]]  # lemma, part of speech, tags -> persons


def flags_of(text: str) -> tuple[str, ...]:
    """The two-letter flags of an entry."""
    return tuple(text[index : index + 2] for index in range(0, len(text), 2))


def read_affixes(aff: str) -> Affixes:
    """All affix classes of an `.aff` file."""
    found: dict[str, dict[str, list[Affix]]] = {"SFX": {}, "PFX": {}}
    for line in aff.splitlines():
        kind, *fields = line.split() or [""]
        if kind in found and len(fields) >= 4 and not fields[2].partition("/")[0].endswith("'"):
            found[kind].setdefault(fields[0], []).append(affix_of(kind, fields))
    suffixes, prefixes = ({flag: tuple(rules) for flag, rules in found[kind].items()} for kind in ("SFX", "PFX"))
    return Affixes(suffixes, {flag: rules for flag, rules in prefixes.items() if not flag.endswith("'")})


def affix_of(kind: str, fields: Sequence[str]) -> Affix:
    """One affix line, after its first word."""
    add, _, flags = fields[2].partition("/")
    condition = f"(?:{fields[3]})$" if kind == "SFX" else f"^(?:{fields[3]})"
    strip = "" if fields[1] == "0" else fields[1]
    tags = tuple(tag for tag in fields[4:] if tag[:3] in ("po:", "is:"))
    return Affix(strip, "" if add == "0" else add, flags_of(flags), re.compile(condition), tags)


def analyses_of(line: str, affixes: Affixes) -> Iterator[Analysis]:
    """All forms of one entry of a `.dic` file."""
    word, *tags = line.split()
    root, _, flags = word.partition("/")
    stem = next((tag[3:] for tag in tags if tag.startswith("st:")), root)
    own = tuple(tag for tag in tags if tag[:3] in ("po:", "is:"))
    yield from expand(Analysis(root, stem, own), flags_of(flags), affixes)


def expand(root: Analysis, flags: tuple[str, ...], affixes: Affixes) -> Iterator[Analysis]:
    """The root itself where it is a word, and the root with every suffix and prefix that its flags allow."""
    if NEEDS_AFFIX not in flags:
        yield root
    for flag in flags:
        for rule in affixes.suffixes.get(flag, ()):
            if rule.condition.search(root.form) and root.form.endswith(rule.strip):
                form = root.form[: len(root.form) - len(rule.strip)] + rule.add
                yield Analysis(form, root.lemma, root.tags + rule.tags)
        for rule in affixes.prefixes.get(flag, ()):
            if rule.condition.search(root.form):
                form = rule.add + root.form[len(rule.strip) :]
                rest = tuple(other for other in flags if other not in affixes.prefixes and other != NEEDS_AFFIX)
                yield from expand(Analysis(form, form, root.tags + rule.tags), rule.flags + rest, affixes)


def add_readings(analysis: Analysis, known: Analyses) -> None:
    """Put the readings that an analysis stands for among those of its form."""
    codes = [tag[3:] for tag in analysis.tags]
    agreement = [code for code in (*GENDERS, *NUMBERS) if code in codes]
    if any(re.match(r"v\d", code) for code in codes):
        persons = {PERSON_NAMES[code] for code in codes if code in PERSON_NAMES}
        for mood in (mood for mood in MOODS if mood in codes):
            detail = agreement if mood == "ppas" else []
            key = (analysis.lemma, "verb", " ".join((mood, *detail)))
            known.setdefault(key, set()).update(() if mood in NON_FINITE or mood == "ppas" else persons)
        return
    for pos, kinds in classes_of(codes, analysis.form, agreement).items():
        tags = (*kinds, *grammatical_persons(codes), *(agreement if pos != "name" else agreement[:1]))
        known.setdefault((analysis.lemma, pos, " ".join(tags)), set())


def classes_of(codes: Sequence[str], form: str, agreement: Sequence[str]) -> dict[str, list[str]]:
    """Part of speech -> its kinds. A capitalised noun that never changes is a name (a country, a river, an acronym)."""
    found: dict[str, list[str]] = {}
    for code in codes:
        if code in CLASSES:
            pos, kind = CLASSES[code]
            if pos == "noun" and form[0].isupper() and len(form) > 1 and "inv" in agreement:
                pos, kind = "name", "npr"
            kinds = found.setdefault(pos, [])
            if kind and kind not in kinds:
                kinds.append(kind)
    return found


def grammatical_persons(codes: Sequence[str]) -> tuple[str, ...]:
    """Persons of a pronoun, from its person (`1pe`) and number."""
    person = next((code[0] for code in codes if code in ("1pe", "2pe", "3pe")), "")
    numbers = [number for number in ("sg", "pl") if number in codes or "inv" in codes]
    return tuple(person + number for number in numbers) if person else ()


def read_lexicon(dic: str, aff: str) -> dict[str, Analyses]:
    """Form -> its readings; the auxiliaries first, then in the order of the dictionary."""
    affixes = read_affixes(aff)
    lexicon: dict[str, Analyses] = {}
    entries = [line for line in dic.splitlines()[1:] if line.strip() and "po:err" not in line]
    for line in sorted(entries, key=lambda entry: " po:v0" not in entry):
        for analysis in analyses_of(line.replace("’", "'"), affixes):
            add_readings(analysis, lexicon.setdefault(analysis.form, {}))
    return {form: readings for form, readings in lexicon.items() if readings}


def lemma_rule(form: str, lemma: str) -> tuple[int, str]:
    """How many letters to cut from the end of a form, and what to put there, to get its lemma."""
    shared = 0
    while form[shared : shared + 1] == lemma[shared : shared + 1] != "":
        shared += 1
    return len(form) - shared, lemma[shared:]


def numbered(values: Iterable[T]) -> dict[T, int]:
    """Each value once, with its number, the most frequent ones first."""
    counts = Counter(values)
    ranked = sorted(counts, key=lambda value: (-counts[value], str(value)))
    return {value: number for number, value in enumerate(ranked)}


def write_lexicon(lexicon: Mapping[str, Analyses], folder: Path) -> None:
    """Write `words.marisa` and `words.json`."""
    patterns = {
        form: tuple(
            (lemma_rule(form, lemma), (pos, " ".join((tags, *(person for person in PERSONS if person in persons)))))
            for (lemma, pos, tags), persons in readings.items()
        )
        for form, readings in lexicon.items()
    }
    rules = numbered(rule for pattern in patterns.values() for rule, _ in pattern)
    tags = numbered(tag for pattern in patterns.values() for _, tag in pattern)
    analyses = numbered(patterns.values())
    trie = marisa_trie.RecordTrie("<H", ((form, (analyses[patterns[form]],)) for form in sorted(patterns)))
    packed = trie.tobytes()
    table = {
        "source": "Dicollecte, hunspell-fr-comprehensive; MPL-2.0, see words.LICENSE",
        "bytes": len(packed),
        "crc32": zlib.crc32(packed),
        "lemmas": list(rules),
        "tags": list(tags),
        "analyses": [[number for rule, tag in pattern for number in (rules[rule], tags[tag])] for pattern in analyses],
    }
    (folder / "words.marisa").write_bytes(packed)
    (folder / "words.json").write_text(json.dumps(table, ensure_ascii=False, separators=(",", ":")) + "\n", "utf-8")


def read_sources(paths: Sequence[Path]) -> tuple[str, str]:
    """The texts of `fr.dic` and `fr.aff`, from themselves or from the Debian package that holds them."""
    by_suffix = {path.suffix: path for path in paths}
    if ".deb" in by_suffix:
        return from_package(by_suffix[".deb"].read_bytes())
    return by_suffix[".dic"].read_text("utf-8"), by_suffix[".aff"].read_text("utf-8")


def from_package(package: bytes) -> tuple[str, str]:
    """The two texts out of a `.deb`, which is an `ar` archive with a tar inside."""
    position = 8
    while position < len(package):
        name = package[position : position + 16].decode("ascii").strip()
        size = int(package[position + 48 : position + 58])
        if name.startswith("data.tar"):
            return from_tar(package[position + 60 : position + 60 + size])
        position += 60 + size + size % 2
    raise ValueError("no data.tar in this package")


def from_tar(archive: bytes) -> tuple[str, str]:
    """The two texts out of the tar of a package."""
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        dic, aff = (tar.extractfile(f"./usr/share/hunspell/fr.{suffix}") for suffix in ("dic", "aff"))
        if dic is None or aff is None:
            raise ValueError("no fr.dic and fr.aff in this package")
        return dic.read().decode("utf-8"), aff.read().decode("utf-8")


def main(arguments: Sequence[str]) -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("sources", nargs="+", type=Path, help="fr.dic and fr.aff, or the Debian package")
    parser.add_argument("--into", type=Path, default=Path(__file__).parents[1] / "rules" / "fr")
    options = parser.parse_args(arguments)
    lexicon = read_lexicon(*read_sources(options.sources))
    write_lexicon(lexicon, options.into)
    print(f"{len(lexicon)} forms, {sum(map(len, lexicon.values()))} readings", file=sys.stderr)


if __name__ == "__main__":
    main(sys.argv[1:])
