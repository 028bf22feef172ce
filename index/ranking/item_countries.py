"""Which countries the texts of each item name, found when the index is built: a guard asks at every question."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from index.errors import StoreError
from index.ranking.known import digests
from index.ranking.variants import CARD, CONTACT, item, phrasings, wording
from knowledge import countries
from knowledge.library import Library

_FILE = "countries.json"


@dataclass(frozen=True, slots=True)
class ItemCountries:
    """ISO 3166 codes of the countries named in an item's phrasings, and in any text of it.

    `digest` is of all these texts, and of the names by which countries are found.
    """

    asked: frozenset[str]
    told: frozenset[str]
    digest: int = 0


Countries = Mapping[str, ItemCountries]
"""By the ranker's name of each item."""


def item_countries(library: Library, before: Countries = MappingProxyType({})) -> dict[str, ItemCountries]:
    """Return the countries that each card and contact names, in all its languages together.

    Those of an item whose texts are the same are taken from `before`: it takes a second to read all of them.
    """
    names = [item(CARD, id) for id in library.cards] + [item(CONTACT, id) for id in library.contacts]
    found = {}
    for name in names:
        asked, told = "\n".join(phrasings(library, name)), "\n".join(wording(library, name))
        (digest,) = digests([f"{countries.fingerprint()}\0{asked}\0{told}"]).tolist()
        earlier = before.get(name)
        if earlier is not None and earlier.digest == digest:
            found[name] = earlier
        else:
            own = _named(asked)
            found[name] = ItemCountries(own, own | _named(told), digest)
    return found


def _named(text: str) -> frozenset[str]:
    return frozenset(code for _, code in countries.named(text))


def write_item_countries(found: Countries, folder: Path) -> None:
    """Write them into a version's folder."""
    rows = {
        name: {"asked": sorted(own.asked), "told": sorted(own.told), "digest": own.digest}
        for name, own in found.items()
    }
    (folder / _FILE).write_text(json.dumps(rows), "utf-8")


def read_item_countries(folder: Path) -> dict[str, ItemCountries]:
    """Read them from a version's folder; raise StoreError if they are damaged."""
    try:
        rows = json.loads((folder / _FILE).read_text("utf-8"))
        return {
            name: ItemCountries(frozenset(own["asked"]), frozenset(own["told"]), own["digest"])
            for name, own in rows.items()
        }
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise StoreError(f"{folder / _FILE}: damaged; rebuild it: guichet index --force") from error
