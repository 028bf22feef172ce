"""The journal's tables from every earlier version to the present one, with what was in them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, Engine, create_engine, event, text

from bot.answer import Answer
from bot.migrations import upgrade, version_of, versions
from bot.records.database import Database, database_url
from bot.records.journal import Journal
from bot.records.journal_schema import metadata
from bot.settings import Settings

ROWS = {
    "1": (
        "INSERT INTO questions (id, at, chat, person, language, status, card, confidence, milliseconds)"
        " VALUES (7, '2027-01-15 08:00:00.000000', 'c', 'p', 'fr', 'answered', 'fr-prefet', 0.9, 12.5)",
        "INSERT INTO votes (question, person, up, at) VALUES (7, 'q', 1, '2027-01-15 08:00:00.000000')",
        "INSERT INTO unanswered (id, day, language, text) VALUES (8, '2027-01-15', 'ko', '군수의 나이는?')",
        "INSERT INTO remarks (id, day, text) VALUES (9, '2027-01-15', 'faux')",
    ),
    "2": (
        "INSERT INTO memory (drawer, chat, key, value) VALUES ('language', 'c', 'p', 'ko')",
        "INSERT INTO claims (\"update\", at) VALUES ('7-ab', '2027-01-15 08:00:00.000000')",
    ),
    "3": (
        "INSERT INTO questions VALUES (10, '2027-01-15 08:00:00', 'c', 'p', 'fr', 'unknown', 'x', 'y', 'z', 0, 1, 'close')",
    ),
    "4": ("INSERT INTO actions VALUES (11, '2027-01-15 08:00:00', 'p', 'reload', 'done', '3 cards')",),
}
"""What is written into a database of each version, in its own words; never edited once the version is out."""
TABLES = ("questions", "votes", "unanswered", "remarks", "memory", "actions")


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    engine = create_engine(f"sqlite:///{tmp_path}/journal.sqlite3")

    @event.listens_for(engine, "connect")
    def connected(connection: object, _: object) -> None:
        connection.isolation_level = None  # type: ignore[attr-defined]

    @event.listens_for(engine, "begin")
    def begun(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    yield engine
    engine.dispose()


def _lead_to(engine: Engine, version: str) -> None:
    """Bring a blank database to a version, with rows written into it at each version on the way."""
    for each in versions()[: versions().index(version) + 1]:
        upgrade(engine, each)
        with engine.begin() as connection:
            for statement in ROWS[each]:
                connection.execute(text(statement))


def _content(engine: Engine) -> dict[str, list[dict[str, object]]]:
    with engine.connect() as connection:
        there = {row[0] for row in connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'table'"))}
        return {
            table: [dict(row) for row in connection.execute(text(f"SELECT * FROM {table}")).mappings()]
            for table in TABLES
            if table in there
        }


def test_each_version_has_rows_to_be_tested_with() -> None:
    assert list(ROWS) == versions()


@pytest.mark.parametrize("version", versions())
def test_data_of_every_version_is_kept(engine: Engine, version: str) -> None:
    _lead_to(engine, version)
    before = _content(engine)
    upgrade(engine)
    after = _content(engine)
    with engine.connect() as connection:
        assert version_of(connection) == versions()[-1]
    for table, rows in before.items():
        assert [{name: row[name] for name in old} for old, row in zip(rows, after[table], strict=True)] == rows
    assert all(row["text"] for row in after["unanswered"])


@pytest.mark.parametrize("version", versions())
def test_the_journal_works_on_a_file_of_every_version(engine: Engine, tmp_path: Path, version: str) -> None:
    _lead_to(engine, version)
    engine.dispose()
    journal = Journal(Database(database_url(Settings(state=tmp_path))), tmp_path, lambda: 1_800_000_000.0)
    assert journal.asked(1, 2, Answer("fr", "answered", "", ""), "?", 1.0) is not None
    journal.voted(7, 2, True)
    journal.close()
    assert len(_content(engine)["votes"]) == 2
    assert any(row["id"] == 7 for row in _content(engine)["questions"])


@pytest.mark.parametrize("version", [None, *versions()])
def test_the_versions_lead_to_the_tables_of_the_schema(engine: Engine, version: str | None) -> None:
    if version is not None:
        upgrade(engine, version)
    upgrade(engine)
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []


def test_an_upgrade_that_fails_half_way_leaves_the_version_before(engine: Engine) -> None:
    upgrade(engine, "1")
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE claims (x INTEGER)"))  # in the way of version 2, after `memory`
    with pytest.raises(Exception, match="claims"):
        upgrade(engine)
    with engine.connect() as connection:
        assert version_of(connection) == "1"
    assert "memory" not in _content(engine)


def test_a_file_of_a_later_version_is_left_alone(
    engine: Engine, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    _lead_to(engine, "1")
    upgrade(engine)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '99'"))
    journal = Journal(Database(database_url(Settings(state=tmp_path))), tmp_path)
    assert journal.asked(1, 2, Answer("fr", "answered", "", ""), "?", 1.0) is None
    assert journal.losses == 1 and "later Guichet" in caplog.text
    assert [row["id"] for row in _content(engine)["questions"]] == [7]
