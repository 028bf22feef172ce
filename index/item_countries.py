"""Which countries the texts of each item name, found when the index is built: a guard asks at every question."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from index.errors import StoreError
from index.variants import CARD, CONTACT, item, phrasings, wording
from knowledge import countries
from knowledge.library import Library

_FILE = "countries.json"


@dataclass(frozen=True, slots=True)
class ItemCountries:
    """ISO 3166 codes of the countries named in an item's phrasings, and in any text of it."""

    asked: frozenset[str]
    told: frozenset[str]


def item_countries(library: Library) -> dict[str, ItemCountries]:
    """Return the countries that each card and contact names, in all its languages together."""
    names = [item(CARD, id) for id in library.cards] + [item(CONTACT, id) for id in library.contacts]
    found = {}
    for name in names:
        asked = _named(phrasings(library, name))
        found[name] = ItemCountries(asked, asked | _named(wording(library, name)))
    return found


def _named(lines: list[str]) -> frozenset[str]:
    return frozenset(code for _, code in countries.named("\n".join(lines)))


def write_item_countries(found: Mapping[str, ItemCountries], folder: Path) -> None:
    """Write them into a version's folder."""
    rows = {name: {"asked": sorted(own.asked), "told": sorted(own.told)} for name, own in found.items()}
    (folder / _FILE).write_text(json.dumps(rows), "utf-8")


def read_item_countries(folder: Path) -> dict[str, ItemCountries]:
    """Read them from a version's folder; raise StoreError if they are damaged."""
    try:
        rows = json.loads((folder / _FILE).read_text("utf-8"))
        return {name: ItemCountries(frozenset(own["asked"]), frozenset(own["told"])) for name, own in rows.items()}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise StoreError(f"{folder / _FILE}: damaged; rebuild it: guichet index --force") from error
