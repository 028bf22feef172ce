"""What the French places are made from, and the ids that several of their tables name."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scripts.korean_names import GeoNames
from scripts.place_rows import PlaceRow, read_tsv

POPULATION_YEAR = "2023"
MERGED_SINCE = "2015"
LYON_SIREN = "200046977"
LYON = "fr-col-69M"
ALSACE = "fr-col-6AE"
GRAND_PARIS = "fr-epci-200054781"
OWN_FACTS = Path(__file__).parent / "facts"
_NO_MERGER = ("changement de nom", "changement de département", "dé-fusion")
_PREFIXES = {"commune_fr": "fr-com-", "departement_fr": "fr-dep-", "region_fr": "fr-reg-"}


@dataclass(frozen=True)
class FrenchInputs:
    """The folders that French places are made from."""

    code: Path  # data/ of @etalab/decoupage-administratif
    history: Path  # its historique-communes.json, which later versions lack
    facts: Path
    geonames: GeoNames

    def read(self, name: str) -> list[dict[str, Any]]:
        """Return the rows of one file of the official code."""
        rows: list[dict[str, Any]] = json.loads((self.code / f"{name}.json").read_text(encoding="utf-8"))
        return rows

    def chief_towns(self) -> dict[str, str]:
        """Return the id of the chief town of each arrondissement by its code."""
        return {row["code"]: f"fr-com-{row['chefLieu']}" for row in self.read("arrondissements")}

    def ended(self) -> list[dict[str, Any]]:
        """Return the communes that have merged since MERGED_SINCE, by the history of communes."""
        rows = json.loads(self.history.read_text(encoding="utf-8"))
        return [
            row
            for row in rows
            if row["type"] == "COM" and row.get("dateFin", "") >= MERGED_SINCE and row["raisonFin"] not in _NO_MERGER
        ]

    def aliases(self) -> dict[str, list[str]]:
        """Return the other spellings of the facts by id; those with the word for the level are made by the finder."""
        aliases: dict[str, list[str]] = defaultdict(list)
        for row in read_tsv(self.facts / "additions_aliases.tsv"):
            if row["type"] in _PREFIXES and row["kind"] != "with generic word":
                aliases[_PREFIXES[row["type"]] + row["key"]].append(row["alias"])
        return aliases


def describe(row: PlaceRow) -> PlaceRow:
    """Say which government a territory has where it is not the usual council."""
    for fact in read_tsv(OWN_FACTS / "france_governments.tsv"):
        if fact["id"] == row.id:
            row.description_fr, row.description_ko, row.description_en = fact["fr"], fact["ko"], fact["en"]
            row.sources["description"] = "law"
    return row
