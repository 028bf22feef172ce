"""A snapshot: one index version in memory, immutable; what a question is asked of.

A reload opens a new snapshot and swaps one reference: questions under way finish on the old one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from index.errors import StoreError
from index.long_lived import without_collection
from index.model.opening import Model
from index.names.contacts import ContactFinder
from index.names.finder import NameFinder
from index.parallel import single_threaded
from index.ranking.item_countries import ItemCountries, read_item_countries
from index.ranking.ranker import Ranker
from index.ranking.variants import texts
from index.store import Manifest, reading
from index.version import PLACES, read_library, read_ranker
from knowledge.library import Library


@dataclass(frozen=True)
class Snapshot:
    """A library with its rankers and the model that encodes questions for them; `placed` is None without intents.

    `names` finds the places a text names; None where the library has no places. `countries` are those each card and
    contact names.
    """

    manifest: Manifest
    library: Library
    model: Model
    general: Ranker
    placed: Ranker | None
    names: NameFinder | None
    countries: Mapping[str, ItemCountries]

    @cached_property
    def contact_names(self) -> ContactFinder:
        """Finds the contacts a text names."""
        return ContactFinder(self.library.contacts)

    def wording(self, item: str) -> str:
        """Return all texts of a card or contact in all languages, a line each."""
        known = self._wordings.get(item)
        if known is None:
            known = self._wordings[item] = "\n".join(texts(self.library, item))
        return known

    @cached_property
    def _wordings(self) -> dict[str, str]:
        return {}


@without_collection()
def open_snapshot(version: Path, model: Model, before: Snapshot | None = None) -> Snapshot:
    """Open a version to answer from it; the places are those of the snapshot `before` if it has the same.

    Raises StoreError if the version is damaged, of another format, or was built with another model.
    """
    single_threaded()
    with reading(version) as manifest:
        if manifest.model_hash != model.hash:
            raise StoreError(f"{version}: built with the model {manifest.model}, not {model.name}")
        of_places, names = version / "placed", version / "names"
        shared = before if before is not None and before.manifest.below(*PLACES) == manifest.below(*PLACES) else None
        library = read_library(version, shared.library.gazetteer if shared else None)
        finder = shared.names if shared else None
        if finder is None and names.is_dir():
            finder = NameFinder.open(names, library.gazetteer)
        return Snapshot(
            manifest=manifest,
            library=library,
            model=model,
            general=read_ranker(version / "general"),
            placed=read_ranker(of_places) if of_places.is_dir() else None,
            names=finder,
            countries=read_item_countries(version),
        )
