"""The journal on a real PostgreSQL server, where its programs and the driver are installed."""

from __future__ import annotations

import importlib.util
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine, make_url, text

from bot.answer import Answer
from bot.migrations import version_of, versions
from bot.records.database import Database
from bot.records.journal import Journal, open_journal
from bot.records.journal_reading import Count, Standing
from bot.records.journal_schema import metadata
from bot.settings import Settings

UNKNOWN = Answer("ko", "unknown", "모름", "모름", 0.2, cards=("kr-gun",), reason="unsure")


class Server:
    """A PostgreSQL server in a folder of its own, reached by a socket in that folder only."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        # The server refuses to run as root.
        self._as = {"user": "postgres"} if os.geteuid() == 0 else {}
        self._run("initdb", "-D", str(folder / "data"), "-A", "trust", "-U", "guichet", "--no-sync")
        self.start()

    @property
    def url(self) -> str:
        return f"postgresql://guichet@/postgres?host={self.folder}"

    def start(self) -> None:
        options = f"-k {self.folder} -c listen_addresses=''"
        self._run("pg_ctl", "-D", f"{self.folder}/data", "-o", options, "-l", f"{self.folder}/log", "-w", "start")

    def stop(self) -> None:
        self._run("pg_ctl", "-D", f"{self.folder}/data", "-m", "immediate", "-w", "stop")

    def _run(self, *command: str) -> None:
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=self.folder, **self._as)  # type: ignore[call-overload]


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    if not (shutil.which("initdb") and shutil.which("pg_ctl") and importlib.util.find_spec("psycopg")):
        pytest.skip("needs PostgreSQL and psycopg")
    if os.geteuid() == 0 and "postgres" not in {user.pw_name for user in pwd.getpwall()}:
        pytest.skip("needs another user than root")
    with tempfile.TemporaryDirectory(prefix="guichet-") as folder:
        if os.geteuid() == 0:
            shutil.chown(folder, "postgres")
        server = Server(Path(folder))
        yield server
        server.stop()


def _open(server: Server, state: Path) -> Journal:
    return open_journal(Settings(state=state, database=server.url))


def test_workers_that_start_together_share_one_journal(server: Server, tmp_path: Path) -> None:
    with ThreadPoolExecutor(4) as threads:
        journals = list(threads.map(lambda _: _open(server, tmp_path), range(4)))

    def work(person: int) -> None:
        journal = journals[person % 4]
        for turn in range(10):
            row = journal.asked(-100, person, UNKNOWN, "군수의 나이는?", 1.0)
            assert row is not None
            journal.voted(row, person, turn % 2 == 0)
            journal.voted(row, person, turn % 2 == 1)
            journal.remember("turns", -100, person, str(turn), None)
            assert journals[0].recall("turns", -100, person) == str(turn)

    with ThreadPoolExecutor(8) as threads:
        list(threads.map(work, range(1, 9)))
    assert [journal.losses for journal in journals] == [0] * 4
    journals[0].acted(1, "reload", "done", "3 cards")
    assert journals[0].forget(1) == 10 + 10 + 1
    assert [action.person for action in journals[1].actions(datetime.now(UTC) - timedelta(days=1))] == [None]
    assert journals[0].tidy(datetime.now(UTC) + timedelta(days=91)) == 7 * 20 + 80 + 1


def test_what_happened_is_counted_by_days_in_utc(server: Server, tmp_path: Path) -> None:
    moment = datetime(2026, 3, 1, 23, 30, tzinfo=UTC)
    journal = Journal(Database(make_url(server.url)), tmp_path, moment.timestamp)
    row = journal.asked(-100, 1, Answer("fr", "answered", "!", "!", cards=("fr-prefet",)), "?", 1.0)
    journal.voted(row or 0, 1, True)
    journal.voted(row or 0, 2, False)
    found = journal.activity(moment.date())
    assert found is not None and found.counts[0] == Count(moment.date(), "fr", "answered", 1)
    assert found.cards[0] == Standing("fr-prefet", 1, 1, 1)
    assert journal.tidy(moment + timedelta(days=91)) == 3
    journal.close()


def test_the_versions_lead_to_the_tables_of_the_schema(server: Server, tmp_path: Path) -> None:
    _open(server, tmp_path).close()
    engine = create_engine(server.url)
    with engine.connect() as connection:
        assert version_of(connection) == versions()[-1]
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
    engine.dispose()


def test_any_text_can_be_kept(server: Server, tmp_path: Path) -> None:
    journal = _open(server, tmp_path)
    for remark in ("a\x00b", "\ud83d"):
        journal.remarked(17, remark)
    assert journal.losses == 0
    journal.close()
    engine = create_engine(server.url)
    with engine.connect() as connection:
        assert {row[0] for row in connection.execute(text("SELECT text FROM remarks"))} == {"a b", "?"}
    engine.dispose()


def test_a_server_that_is_down_loses_records_until_it_is_back(server: Server, tmp_path: Path) -> None:
    journal = _open(server, tmp_path)
    server.stop()
    try:
        assert journal.asked(-100, 2, UNKNOWN, "?", 1.0) is None
        assert journal.recall("turns", -100, 2) is None
        assert journal.losses == 2
    finally:
        server.start()
    assert journal.asked(-100, 2, UNKNOWN, "?", 1.0) is not None
    journal.close()
