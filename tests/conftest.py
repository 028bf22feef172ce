"""What many tests share: the embedding model, prepared once, and a small index."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

from index.build import build
from index.model.embedding import Encoder
from index.model.opening import Model, open_model, open_reference
from index.names.finder import NameFinder
from index.snapshot import Snapshot, open_snapshot
from index.store import Store
from knowledge.library import SHIPPED
from knowledge.places import Gazetteer
from tests.small import write_small

# How long an example takes is the machine's affair: times are measured by `guichet bench`.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


@pytest.fixture(scope="session")
def model_cache() -> Path:
    """The folder with the prepared model: GUICHET_CACHE, or the default one, so that it is prepared once."""
    return Path(os.environ.get("GUICHET_CACHE") or Path.home() / ".cache" / "guichet")


@pytest.fixture(scope="session")
def model(model_cache: Path) -> Model:
    return open_model(None, model_cache)


@pytest.fixture(scope="session")
def reference(model_cache: Path) -> Model:
    """The same weights in float32, by sentence-transformers; it takes seconds to import torch."""
    return open_reference(model_cache)


@pytest.fixture(scope="session")
def shipped_names(tmp_path_factory: pytest.TempPathFactory) -> NameFinder:
    """All names of the shipped places, opened as they were saved; making them takes four seconds."""
    gazetteer, folder = Gazetteer.open(SHIPPED / "places"), tmp_path_factory.mktemp("names")
    NameFinder(gazetteer).save(folder)
    return NameFinder.open(folder, gazetteer)


@pytest.fixture(scope="session")
def small_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small knowledge folder: a dozen of the shipped cards, with background and guards."""
    return write_small(tmp_path_factory.mktemp("knowledge"))


@pytest.fixture(scope="session")
def small(small_folder: Path, tmp_path_factory: pytest.TempPathFactory, model: Model, model_cache: Path) -> Snapshot:
    """A snapshot of the small folder, answered by the built-in model."""
    store = Store(tmp_path_factory.mktemp("state"))
    build(small_folder, store, Encoder(model, model_cache))
    current = store.current()
    assert current is not None
    return open_snapshot(current, model)
