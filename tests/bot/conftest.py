"""What the tests of this folder share: the command in a home of its own, tables of places, a journal with its clock."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bot.records.journal import Journal
from knowledge.library import SHIPPED, Library, read
from tests.bot import partner_table, place_table
from tests.bot.journals import Clock, open_at
from tests.small import write_small

Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def environment(home: Path, model_cache: Path) -> dict[str, str]:
    kept = {key: value for key, value in os.environ.items() if not key.startswith("GUICHET_")}
    return {
        **kept,
        "GUICHET_CACHE": str(model_cache),
        "GUICHET_STATE": str(home / "state"),
        "GUICHET_KNOWLEDGE": str(write_small(home / "knowledge")),
    }


@pytest.fixture(scope="module")
def run(environment: dict[str, str], home: Path) -> Run:
    def start(*arguments: str, stdin: str | bytes = "", **changes: str) -> subprocess.CompletedProcess[str]:
        data = stdin if isinstance(stdin, bytes) else stdin.encode("utf-8", "surrogateescape")
        done = subprocess.run(
            [sys.executable, "-m", "bot", *arguments],
            input=data,
            capture_output=True,
            cwd=home,
            env={**environment, **changes},
            timeout=120,
            check=False,
        )
        out, err = done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
        assert "Traceback" not in err
        return subprocess.CompletedProcess(arguments, done.returncode, out, err)

    return start


@pytest.fixture(scope="session")
def shipped() -> Library:
    """The shipped knowledge; reading all of it takes seconds."""
    return read(SHIPPED)


@pytest.fixture(scope="session")
def places(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """The small table of places; a test that changes a row writes one of its own."""
    return place_table.library(tmp_path_factory.mktemp("places"))


@pytest.fixture(scope="module")
def library() -> Library:
    """The shipped places and partnerships; a test of other places has one of its own."""
    return partner_table.library()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "state" / "journal.sqlite3"


@pytest.fixture
def journal(file: Path, clock: Clock) -> Iterator[Journal]:
    journal = open_at(file, clock)
    yield journal
    journal.close()
