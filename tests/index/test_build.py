from __future__ import annotations

import json
import resource
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from index.build import Watcher, build
from index.errors import StoreError
from index.model.embedding import Encoder
from index.snapshot import open_snapshot
from index.store import KEPT, Store, reading
from knowledge.errors import KnowledgeError
from tests.index.hashed_model import HashedModel
from tests.small import small_cards, write_cards, write_small

STEPS = [
    "read",
    "encode",
    "train",
    "write-library",
    "write-general",
    "write-manifest",
    "verify",
    "sync",
    "name",
    "point",
    "swap",
    "sync-swap",
    "prune",
]
"""Every step a build of a folder of cards takes, in order, where versions are to be pruned."""

DYING = """
import os, signal, sys
from pathlib import Path
from index.build import Watcher, build
from index.model.embedding import Encoder
from index.store import Store
from tests.index.hashed_model import HashedModel
folder, state, cache, doomed = sys.argv[1:]
def step(name):
    if name == doomed:
        os.kill(os.getpid(), signal.SIGKILL)
build(Path(folder), Store(Path(state)), Encoder(HashedModel(), Path(cache)), Watcher(step=step), force=True)
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_small(tmp_path / "knowledge")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "state")


@pytest.fixture
def encoder(tmp_path: Path) -> Encoder:
    return Encoder(HashedModel(), tmp_path / "cache")


def answers(store: Store) -> bool:
    """Tell whether the current version opens and finds a phrasing it was built from."""
    current = store.current()
    assert current is not None
    model = HashedModel()
    snapshot = open_snapshot(current, model)
    question = next(iter(snapshot.library.cards.values())).questions.fr[0]
    ranking = snapshot.general.rank(question, model.encode([question], "query")[0], "fr")
    return bool(ranking.candidates)


def add_phrasing(folder: Path, text: str) -> None:
    """Edit one card of the folder."""
    cards = small_cards()
    cards[0]["questions"]["fr"] = [*cards[0]["questions"]["fr"], text]
    write_cards(folder, cards)


def test_a_build_takes_its_steps_in_order_and_reports(folder: Path, store: Store, encoder: Encoder) -> None:
    for _ in range(KEPT + 1):
        build(folder, store, encoder, force=True)
    steps: list[str] = []
    report = build(folder, store, encoder, Watcher(step=steps.append), force=True)
    assert steps == STEPS
    assert report.built
    assert report.cards == len(small_cards())
    assert (report.encoded, report.from_cache > 0) == (0, True)
    assert answers(store)


def test_an_index_up_to_date_is_not_built_again(folder: Path, store: Store, encoder: Encoder) -> None:
    first = build(folder, store, encoder)
    again = build(folder, store, encoder)
    assert (again.built, again.version) == (False, first.version)


def test_after_an_edit_only_what_is_new_is_encoded(folder: Path, store: Store, encoder: Encoder) -> None:
    build(folder, store, encoder)
    add_phrasing(folder, "Une formule toute neuve ?")
    report = build(folder, store, encoder)
    assert (report.built, report.encoded) == (True, 1)


def test_the_same_knowledge_ranks_the_same_built_twice(tmp_path: Path, folder: Path, encoder: Encoder) -> None:
    stores = [Store(tmp_path / name) for name in ("one", "two")]
    for each in stores:
        build(folder, each, encoder)
    current = [each.current() for each in stores]
    assert all(current)
    files = [(version / "general" / "arrays.npz").read_bytes() for version in current if version]
    assert files[0] == files[1]


def test_faulty_knowledge_builds_nothing_and_the_old_version_answers(
    folder: Path, store: Store, encoder: Encoder
) -> None:
    before = build(folder, store, encoder).version
    (folder / "cards" / "broken.yaml").write_text("- id: [", "utf-8")
    with pytest.raises(KnowledgeError, match="1 fault"):
        build(folder, store, encoder)
    current = store.current()
    assert current is not None
    assert current.name == before
    assert answers(store)


@pytest.mark.parametrize("step", STEPS)
def test_a_build_killed_at_any_step_leaves_an_index_that_answers(tmp_path: Path, folder: Path, step: str) -> None:
    store, encoder = Store(tmp_path / "state"), Encoder(HashedModel(), tmp_path / "cache")
    for _ in range(KEPT + 1):
        build(folder, store, encoder, force=True)
    arguments = [sys.executable, "-c", DYING, str(folder), str(tmp_path / "state"), str(tmp_path / "cache"), step]
    died = subprocess.run(arguments, cwd=Path(__file__).parents[2], check=False)
    assert died.returncode == -signal.SIGKILL
    assert answers(store)
    add_phrasing(folder, "Une formule toute neuve ?")
    assert build(folder, store, encoder).built
    assert answers(store)
    assert not list(store.versions.glob(".*"))
    assert len(store.complete()) <= KEPT + 1


@pytest.mark.parametrize("step", ["write-library", "write-general", "write-manifest", "point"])
def test_a_full_disk_at_any_writing_step_is_one_line_and_the_old_version_answers(
    folder: Path, store: Store, encoder: Encoder, step: str
) -> None:
    build(folder, store, encoder)
    before = store.current()
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)

    def fill(name: str) -> None:
        if name == step:
            resource.setrlimit(resource.RLIMIT_FSIZE, (0, limits[1]))

    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    try:
        with pytest.raises(StoreError, match="cannot be written"):
            build(folder, store, encoder, Watcher(step=fill), force=True)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
    assert store.current() == before
    assert answers(store)


def test_a_state_folder_that_is_a_file_is_one_clear_line(tmp_path: Path, folder: Path, encoder: Encoder) -> None:
    (tmp_path / "state").write_text("no folder")
    with pytest.raises(StoreError, match="GUICHET_STATE"):
        build(folder, Store(tmp_path / "state"), encoder)


Damage = Callable[[Path], object]


@pytest.mark.parametrize(
    "damage",
    [
        lambda version: (version / "manifest.json").write_text("{"),
        lambda version: (version / "manifest.json").unlink(),
        lambda version: (version / "library.json").write_text("{}"),
        lambda version: (version / "general" / "faiss.index").write_bytes(b""),
        lambda version: (version / "general" / "arrays.npz").unlink(),
        lambda version: _flip(version / "general" / "faiss.index"),
        lambda version: _reformat(version / "manifest.json"),
    ],
)
def test_a_damaged_or_foreign_version_is_noticed_and_built_again(
    folder: Path, store: Store, encoder: Encoder, damage: Damage
) -> None:
    build(folder, store, encoder)
    current = store.current()
    assert current is not None
    damage(current)
    with pytest.raises(StoreError):
        open_snapshot(current, HashedModel())
    assert build(folder, store, encoder).built
    assert answers(store)


def _flip(file: Path) -> None:
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    file.write_bytes(data)


def _reformat(file: Path) -> None:
    file.write_text(json.dumps({**json.loads(file.read_text()), "format": 0}))


def test_another_model_s_index_is_not_used(folder: Path, store: Store, encoder: Encoder, tmp_path: Path) -> None:
    build(folder, store, encoder)
    current = store.current()
    assert current is not None
    with pytest.raises(StoreError, match="built with the model"):
        open_snapshot(current, HashedModel("hashed-2"))
    assert build(folder, store, Encoder(HashedModel("hashed-2"), tmp_path / "cache")).built


def test_a_version_takes_over_the_places_in_use_if_they_are_its_own(
    folder: Path, store: Store, encoder: Encoder
) -> None:
    build(folder, store, encoder)
    current = store.current()
    assert current is not None
    model = HashedModel()
    first = open_snapshot(current, model)
    assert open_snapshot(current, model, first).library.gazetteer is first.library.gazetteer
    others = replace(first, manifest=replace(first.manifest, files={"places/rows": "other"}))
    assert open_snapshot(current, model, others).library.gazetteer is not first.library.gazetteer


def test_two_builds_at_once_wait_for_each_other(tmp_path: Path, folder: Path, store: Store, encoder: Encoder) -> None:
    waited: list[bool] = []
    with store.building(lambda: None):
        code = DYING.replace("Watcher(step=step)", "Watcher(step=step, waiting=lambda: print('waiting', flush=True))")
        arguments = [sys.executable, "-c", code, str(folder), str(tmp_path / "state"), str(tmp_path / "cache"), "never"]
        other = subprocess.Popen(arguments, cwd=Path(__file__).parents[2], stdout=subprocess.PIPE, text=True)
        assert other.stdout is not None
        waited.append(other.stdout.readline() == "waiting\n")
        assert other.poll() is None
    assert other.wait(timeout=60) == 0
    other.stdout.close()
    assert waited == [True]
    assert answers(store)


def test_a_version_being_read_is_not_pruned(folder: Path, store: Store, encoder: Encoder) -> None:
    build(folder, store, encoder)
    first = store.current()
    assert first is not None
    with reading(first):
        for _ in range(KEPT + 2):
            build(folder, store, encoder, force=True)
        assert first in store.complete()
    build(folder, store, encoder, force=True)
    assert first not in store.complete()


def test_a_rollback_makes_the_version_before_current(folder: Path, store: Store, encoder: Encoder) -> None:
    first = build(folder, store, encoder).version
    build(folder, store, encoder, force=True)
    assert store.rollback(lambda step: None) == first
    current = store.current()
    assert current is not None
    assert current.name == first
    with pytest.raises(StoreError, match="no older version"):
        store.rollback(lambda step: None)
