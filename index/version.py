"""What the folder of an index version holds, written and read: the library as it was, and a ranker for each use of it.

library.json     cards, contacts, partnerships, themes, intents, scope
places/          the gazetteer's tables
general/         the ranker of cards, contacts and intents that name no place
placed/          the ranker of intents that name a place, asked of questions with the name left out
names/           the automaton of the names of places
"""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import faiss
import numpy as np
from pydantic import BaseModel, ConfigDict

from index.errors import StoreError
from index.names.finder import NameFinder
from index.ranking.calibration import Calibration
from index.ranking.centring import Centres
from index.ranking.classifier import Classifier
from index.ranking.documents import Documents
from index.ranking.fusion import Fusion
from index.ranking.known import Known
from index.ranking.lesson import Taught
from index.ranking.lexicon import Lexicon
from index.ranking.perceptron import Layer
from index.ranking.ranker import Ranker
from index.store import Manifest, digests
from knowledge.cards import Card, Identified
from knowledge.contacts import Contact
from knowledge.intents import Intent
from knowledge.library import Library
from knowledge.partnerships import Partnership, ThemeName
from knowledge.places import Gazetteer
from knowledge.scope import Scope
from knowledge.text import LANGUAGES

_Item = TypeVar("_Item", bound=Identified)
PLACES = ("places", "names")
"""The folders that follow from the tables of places alone."""


class _Shelf(BaseModel):
    """The parts of a Library that are JSON."""

    model_config = ConfigDict(strict=True)

    cards: list[Card]
    contacts: list[Contact]
    partnerships: list[Partnership]
    themes: list[ThemeName]
    intents: list[Intent]
    scope: Scope


@dataclass(frozen=True)
class Earlier:
    """A sound version that a build may take over from."""

    folder: Path
    manifest: Manifest


def write_library(library: Library, places: Path, folder: Path, before: Earlier | None) -> None:
    """Write a library below the folder, with a copy of the tables of places it was read from.

    The automaton of names, which takes seconds to make, is taken over from the version `before` if its tables are the
    same.
    """
    shelf = _Shelf.model_construct(
        cards=list(library.cards.values()),
        contacts=list(library.contacts.values()),
        partnerships=list(library.partnerships.values()),
        themes=list(library.themes.values()),
        intents=list(library.intents.values()),
        scope=library.scope,
    )
    (folder / "library.json").write_text(shelf.model_dump_json(), "utf-8")
    if places.is_dir():
        shutil.copytree(places, folder / "places")
    if len(library.gazetteer):
        names = folder / "names"
        if before is None or not _take_over_names(before, folder):
            shutil.rmtree(names, ignore_errors=True)
            names.mkdir()
            NameFinder(library.gazetteer).save(names)


def _take_over_names(before: Earlier, folder: Path) -> bool:
    """Copy the names of a version whose tables of places are those of the folder; False where that cannot be."""
    if not (before.folder / "names").is_dir():
        return False
    try:
        shutil.copytree(before.folder / "names", folder / "names")
    except OSError:  # they can be made again
        return False
    found = {f"{part}/{name}": sha for part in PLACES for name, sha in digests(folder / part).items()}
    return before.manifest.below(*PLACES) == found


def read_library(folder: Path, gazetteer: Gazetteer | None = None) -> Library:
    """Read the library of a version, its places too unless they are given; raise StoreError if it is damaged."""
    gazetteer = Gazetteer.open(folder / "places") if gazetteer is None else gazetteer
    try:
        shelf = json.loads((folder / "library.json").read_bytes())
        return Library(
            cards=_by_id(Card, shelf["cards"]),
            contacts=_by_id(Contact, shelf["contacts"]),
            partnerships=_by_id(Partnership, shelf["partnerships"]),
            themes=_by_id(ThemeName, shelf["themes"]),
            intents=_by_id(Intent, shelf["intents"]),
            scope=Scope.model_validate(shelf["scope"]),
            gazetteer=gazetteer,
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise StoreError(f"{folder / 'library.json'}: damaged; rebuild it: guichet index --force") from error


def _by_id(kind: type[_Item], entries: list[object]) -> dict[str, _Item]:
    """Return items by id, each read by itself: all at once would hold up other threads for a third of a second."""
    return {item.id: item for item in map(kind.model_validate, entries)}


def write_ranker(ranker: Ranker, folder: Path) -> None:
    """Write a ranker into a new folder: a FAISS file, arrays without pickles, and names as JSON."""
    folder.mkdir()
    # Through bytes, since FAISS's own writing reports a full disk as a RuntimeError.
    (folder / "faiss.index").write_bytes(faiss.serialize_index(ranker.vectors).tobytes())
    centres: dict[str, Any] = {f"question_{language}": mean for language, mean in ranker.centres.questions.items()}
    centres |= {f"document_{language}": mean for language, mean in ranker.centres.documents.items()}
    hidden = ranker.classifier.layer
    layer: dict[str, Any] = {} if hidden is None else {"units": hidden.weights, "thresholds": hidden.bias}
    np.savez(
        folder / "arrays.npz",
        owners=ranker.owners,
        tongues=ranker.tongues,
        weights=ranker.classifier.weights,
        bias=ranker.classifier.bias,
        evidence=ranker.calibration.weights,
        prior=np.array([ranker.calibration.bias, ranker.calibration.threshold]),
        grams=ranker.lexicon.grams,
        offsets=ranker.lexicon.offsets,
        vocabulary=ranker.lexicon.vocabulary,
        rarity=ranker.lexicon.rarity,
        documents=ranker.documents.vectors,
        starts=ranker.documents.starts,
        fusion=ranker.fusion.weights,
        folds=ranker.phrasings.digests,
        folded=ranker.phrasings.classes,
        **layer,
        **centres,
    )
    (folder / "items.json").write_text(json.dumps([ranker.items, ranker.kinds]), "utf-8")


def read_ranker(folder: Path) -> Ranker:
    """Read a ranker; raise StoreError if its files are damaged."""
    try:
        items, kinds = json.loads((folder / "items.json").read_text("utf-8"))
        vectors = faiss.read_index(str(folder / "faiss.index"))
        with np.load(folder / "arrays.npz", allow_pickle=False) as arrays:
            prior = arrays["prior"]
            centres = [
                {language: arrays[f"{kind}_{language}"] for language in LANGUAGES if f"{kind}_{language}" in arrays}
                for kind in ("question", "document")
            ]
            layer = Layer(arrays["units"], arrays["thresholds"]) if "units" in arrays else None
            return Ranker(
                items=tuple(items),
                kinds=tuple(kinds),
                owners=arrays["owners"],
                tongues=arrays["tongues"],
                vectors=vectors,
                documents=Documents(arrays["documents"], arrays["starts"]),
                centres=Centres(*centres),
                fusion=Fusion(arrays["fusion"]),
                classifier=Classifier(arrays["weights"], arrays["bias"], layer),
                calibration=Calibration(arrays["evidence"], float(prior[0]), float(prior[1])),
                phrasings=Known(arrays["folds"], arrays["folded"]),
                lexicon=Lexicon(arrays["grams"], arrays["offsets"], arrays["vocabulary"], arrays["rarity"]),
            )
    except (OSError, ValueError, KeyError, RuntimeError) as error:
        raise StoreError(f"{folder}: damaged; rebuild it: guichet index --force") from error


def write_taught(taught: Taught, folder: Path) -> None:
    """Write what a ranker learnt from into its folder; only the next build reads it."""
    np.savez(
        folder / "taught.npz",
        variants=taught.variants,
        folds=taught.folds,
        documents=taught.documents,
        scoped=np.array(taught.scoped),
        drift=np.array(taught.drift),
    )


def read_taught(folder: Path) -> Taught:
    """Read what a ranker learnt from; raise StoreError if it is damaged."""
    try:
        with np.load(folder / "taught.npz", allow_pickle=False) as arrays:
            each = {name: arrays[name] for name in ("variants", "folds", "documents")}
            return Taught(**each, scoped=bool(arrays["scoped"]), drift=int(arrays["drift"]))
    except (OSError, ValueError, KeyError) as error:
        raise StoreError(f"{folder}: damaged; rebuild it: guichet index --force") from error
