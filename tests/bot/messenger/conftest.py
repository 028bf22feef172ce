"""The stand-in, a small index, and a bot that runs against it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from index.build import build
from index.model.embedding import Encoder
from index.model.opening import Model
from index.snapshot import Snapshot, open_snapshot
from index.store import Store
from tests.bot.messenger.running import STARTED, Process, environment
from tests.bot.messenger.standin import StandIn


@pytest.fixture(scope="session", autouse=True)
def _none_left() -> Iterator[None]:
    yield
    for process in STARTED:
        process.kill()


@pytest.fixture(scope="session")
def built(small_folder: Path, tmp_path_factory: pytest.TempPathFactory, model: Model, model_cache: Path) -> Path:
    """A state folder with the small index, to be copied."""
    state = tmp_path_factory.mktemp("built")
    build(small_folder, Store(state), Encoder(model, model_cache))
    return state


@pytest.fixture(scope="session")
def small(built: Path, model: Model) -> Snapshot:
    """The snapshot of that index."""
    current = Store(built).current()
    assert current is not None
    return open_snapshot(current, model)


@pytest.fixture
def state(built: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(built, tmp_path / "state"))


@pytest.fixture
def standin() -> Iterator[StandIn]:
    server = StandIn().start()
    yield server
    server.stop()


@pytest.fixture
def bot(standin: StandIn, small_folder: Path, state: Path) -> Iterator[Process]:
    """A bot of one test's own."""
    process = Process(environment(standin, small_folder, state)).start()
    yield process
    process.end()


@pytest.fixture(scope="session")
def shared(
    small_folder: Path, built: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[StandIn, Process]]:
    """A bot that most tests talk with, each in chats of its own."""
    server = StandIn().start()
    folder = Path(shutil.copytree(built, tmp_path_factory.mktemp("shared") / "state"))
    process = Process(environment(server, small_folder, folder)).start().ready()
    yield server, process
    assert process.end() == 0
    assert server.problems == []
    server.stop()
