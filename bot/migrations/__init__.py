"""How the journal's tables came about, version by version (Alembic), and bringing a database up to date.

Versions add tables and columns, and drop only what nothing reads any more. One that has to rebuild a table of SQLite
must turn foreign keys off before its transaction begins, otherwise dropping `questions` drops the votes.
"""

from __future__ import annotations

import threading

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, text

_LOCK = 7_083_115
"""Any number: the lock that two PostgreSQL workers starting together take in turn."""
_ONE_AT_A_TIME = threading.Lock()
"""Alembic keeps what it works on in module variables."""


def upgrade(engine: Engine, to: str = "head") -> None:
    """Bring a database to a version, in one transaction; a blank database gets everything.

    Raises alembic.util.CommandError where the database is of a version that is not known here.
    """
    with _ONE_AT_A_TIME, engine.begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
        config = _config()
        config.attributes["connection"] = connection
        command.upgrade(config, to)


def versions() -> list[str]:
    """Return all versions, oldest first."""
    return [script.revision for script in _scripts().walk_revisions()][::-1]


def version_of(connection: Connection) -> str | None:
    """Return the version of a database, None if it is blank."""
    return MigrationContext.configure(connection).get_current_revision()


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", "bot:migrations")
    config.set_main_option("path_separator", "os")
    return config


def _scripts() -> ScriptDirectory:
    return ScriptDirectory.from_config(_config())
