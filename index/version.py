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
from pathlib import Path
from typing import Any

import faiss
import numpy as np
from pydantic import BaseModel, ConfigDict, ValidationError

from index.calibration import Calibration
from index.classifier import Classifier
from index.errors import StoreError
from index.fusion import Fusion
from index.lexicon import Lexicon
from index.names import NameFinder
from index.ranker import Centres, Ranker
from knowledge.cards import Card
from knowledge.contacts import Contact
from knowledge.intents import Intent
from knowledge.library import Library
from knowledge.partnerships import Partnership, ThemeName
from knowledge.places import Gazetteer
from knowledge.scope import Scope
from knowledge.text import LANGUAGES


class _Shelf(BaseModel):
    """The parts of a Library that are JSON."""

    model_config = ConfigDict(strict=True)

    cards: list[Card]
    contacts: list[Contact]
    partnerships: list[Partnership]
    themes: list[ThemeName]
    intents: list[Intent]
    scope: Scope


def write_library(library: Library, places: Path, folder: Path) -> None:
    """Write a library below the folder, with a copy of the tables of places it was read from."""
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
        (folder / "names").mkdir()
        NameFinder(library.gazetteer).save(folder / "names")


def read_library(folder: Path) -> Library:
    """Read the library of a version; raise StoreError if it is damaged."""
    try:
        shelf = _Shelf.model_validate_json((folder / "library.json").read_bytes())
    except (OSError, ValidationError) as error:
        raise StoreError(f"{folder / 'library.json'}: damaged; rebuild it: guichet index --force") from error
    return Library(
        cards={card.id: card for card in shelf.cards},
        contacts={contact.id: contact for contact in shelf.contacts},
        partnerships={partnership.id: partnership for partnership in shelf.partnerships},
        themes={theme.id: theme for theme in shelf.themes},
        intents={intent.id: intent for intent in shelf.intents},
        scope=shelf.scope,
        gazetteer=Gazetteer.open(folder / "places"),
    )


def write_ranker(ranker: Ranker, folder: Path) -> None:
    """Write a ranker into a new folder: a FAISS file, arrays without pickles, and names as JSON."""
    folder.mkdir()
    # Through bytes, since FAISS's own writing reports a full disk as a RuntimeError.
    (folder / "faiss.index").write_bytes(faiss.serialize_index(ranker.vectors).tobytes())
    centres: dict[str, Any] = {f"question_{language}": mean for language, mean in ranker.centres.questions.items()}
    centres |= {f"document_{language}": mean for language, mean in ranker.centres.documents.items()}
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
        documents=ranker.documents,
        fusion=ranker.fusion.weights,
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
            return Ranker(
                items=tuple(items),
                kinds=tuple(kinds),
                owners=arrays["owners"],
                tongues=arrays["tongues"],
                vectors=vectors,
                documents=arrays["documents"],
                centres=Centres(*centres),
                fusion=Fusion(arrays["fusion"]),
                classifier=Classifier(arrays["weights"], arrays["bias"]),
                calibration=Calibration(arrays["evidence"], float(prior[0]), float(prior[1])),
                lexicon=Lexicon(arrays["grams"], arrays["offsets"], arrays["vocabulary"], arrays["rarity"]),
            )
    except (OSError, ValueError, KeyError, RuntimeError) as error:
        raise StoreError(f"{folder}: damaged; rebuild it: guichet index --force") from error
