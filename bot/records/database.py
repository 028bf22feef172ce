"""The database under the journal: opened when first needed, brought up to date, and begun anew where it is damaged.

SQLite by default, in one file (write-ahead log, one writer at a time, readers never wait); PostgreSQL for many workers.
"""

from __future__ import annotations

import logging
import os
import secrets
import sqlite3
import threading
from collections.abc import Callable, Mapping
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from alembic.util import CommandError
from sqlalchemy import URL, Connection, Engine, Table, create_engine, event, exc, make_url
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine.interfaces import DBAPIConnection

from bot.errors import SettingsError
from bot.migrations import upgrade, version_of, versions
from bot.settings import Settings

FILE = "journal.sqlite3"
BUSY = 0.5
"""Seconds to wait for a lock that another process holds."""
_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_LOG = logging.getLogger(__name__)
_T = TypeVar("_T")


class UnavailableError(OSError):
    """The database cannot be used now: locked, full, read-only, out of reach. It may be in a moment."""


def database_url(settings: Settings) -> URL:
    """Return where the journal is; raise SettingsError where GUICHET_DATABASE cannot mean anything."""
    if settings.database is None:
        return URL.create("sqlite", database=str(settings.state / FILE))
    examples = "sqlite:////var/lib/guichet/journal.sqlite3, postgresql://user:password@host/guichet"
    try:
        url = make_url(settings.database.replace("postgres://", "postgresql://", 1))
        name = url.get_backend_name()
        driver = url.get_dialect()
        if name not in ("sqlite", "postgresql") or driver.is_async or not url.database or ":memory:" in url.database:
            raise exc.ArgumentError
        driver.import_dbapi()
    except exc.ArgumentError:  # its message may hold the password
        raise SettingsError(f"GUICHET_DATABASE: not the address of a database; for example {examples}") from None
    except ImportError:
        raise SettingsError(
            f"GUICHET_DATABASE: the driver for {url.drivername} is missing; pip install 'psycopg[binary]'"
        ) from None
    return url


class Database:
    """A database for several threads. What it raises where it cannot be used is an OSError, UnavailableError mostly."""

    def __init__(self, url: URL) -> None:
        self._url = url
        self.file = Path(url.database or "") if url.get_backend_name() == "sqlite" else None
        self._engine: Engine | None = None
        self._inode: tuple[int, int] | None = None
        self._opening = threading.RLock()
        self._writing = threading.Lock()

    def write(self, work: Callable[[Connection], _T]) -> _T:
        """Do some work in one transaction, alone."""
        with self._writing:
            return self._attempt("BEGIN IMMEDIATE", work)

    def read(self, work: Callable[[Connection], _T]) -> _T:
        """Do some work that only reads."""
        return self._attempt("BEGIN", work)

    def scrub(self) -> None:
        """Leave nothing of deleted rows in SQLite's log; in the file itself they are overwritten as they go."""
        if self.file is not None:
            with self._writing:
                _pragma(self._opened(), "wal_checkpoint(TRUNCATE)")

    def drop_damaged(self, before: datetime) -> None:
        """Delete damaged files that were moved aside and last written before a moment."""
        if self.file is not None:
            for old in self.file.parent.glob(f"{self.file.name}.damaged-*"):
                if old.stat().st_mtime < before.timestamp():
                    old.unlink(missing_ok=True)

    def close(self) -> None:
        """Close all connections; the next work opens anew."""
        with self._opening:
            if self._engine is not None:
                self._engine.dispose()
                self._engine = None

    def _attempt(self, begin: str, work: Callable[[Connection], _T]) -> _T:
        try:
            return self._once(begin, work)
        except exc.DatabaseError as error:
            if not _is_damage(error.orig):
                raise
        self.close()  # opening checks the file; nothing of the work is in it, its transaction was rolled back
        try:
            return self._once(begin, work)
        except exc.DatabaseError as error:
            if not _is_damage(error.orig):
                raise
            raise UnavailableError(f"{self._where}: {error.orig}") from error

    def _once(self, begin: str, work: Callable[[Connection], _T]) -> _T:
        try:
            with self._opened().execution_options(begin=begin).begin() as connection:
                return work(connection)
        except (exc.OperationalError, exc.InterfaceError) as error:
            raise UnavailableError(f"{self._where}: {str(error.orig).splitlines()[0]}") from error
        except exc.TimeoutError as error:
            raise UnavailableError(f"{self._where}: too many at once") from error

    def _opened(self) -> Engine:
        with self._opening:
            if self._engine is not None and not self._replaced():
                return self._engine
            self.close()
            if self.file is not None:
                self._prepare(self.file)
            engine = _engine(self._url)
            try:
                if self.file is not None:
                    _pragma(engine, "journal_mode=WAL")
                with engine.execution_options(begin="BEGIN").connect() as connection:
                    found = version_of(connection)
                if found != versions()[-1]:
                    upgrade(engine)
            except CommandError:
                engine.dispose()
                raise UnavailableError(
                    f"{self._where}: written by a later Guichet (version {found}); install that, or move it away"
                ) from None
            except BaseException:  # whatever it is goes on; only the engine must not stay open
                engine.dispose()
                raise
            self._engine, self._inode = engine, _inode(self.file)
            return engine

    def _prepare(self, file: Path) -> None:
        """See that the file is there and sound; a damaged one is moved aside."""
        file.parent.mkdir(parents=True, exist_ok=True)
        if file.exists() and not _is_sound(file):
            _move_aside(file)
        if not file.exists():
            _make(file)

    def _replaced(self) -> bool:
        """Tell whether somebody deleted or exchanged the file: what is written to the old one would be lost."""
        return self.file is not None and _inode(self.file) != self._inode

    @property
    def _where(self) -> str:
        return str(self.file) if self.file is not None else self._url.render_as_string(hide_password=True)


def upsert(connection: Connection, table: Table, values: Mapping[str, object]) -> None:
    """Insert a row, in place of the one with the same primary key if there is one."""
    insert = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
    keys = [column.name for column in table.primary_key]
    others = {name: value for name, value in values.items() if name not in keys}
    connection.execute(insert(table).values(**values).on_conflict_do_update(index_elements=keys, set_=others))


def _engine(url: URL) -> Engine:
    # Parameters stay out of error messages, and so out of logs: they may hold a message's text.
    if url.get_backend_name() == "postgresql":
        wait = {"connect_timeout": 2} if url.get_driver_name().startswith("psycopg") else {}
        return create_engine(url, hide_parameters=True, pool_timeout=1, pool_pre_ping=True, connect_args=wait)
    engine = create_engine(url, hide_parameters=True, pool_timeout=1, connect_args={"timeout": BUSY})

    @event.listens_for(engine, "connect")
    def connected(connection: DBAPIConnection, _: object) -> None:
        connection.isolation_level = None  # the driver begins no transactions; `begun` does, schema changes included
        cursor = connection.cursor()
        # NORMAL: a process that dies loses nothing, a power cut the last moments, and no question waits for the disk.
        for pragma in ("foreign_keys=ON", "secure_delete=ON", "synchronous=NORMAL"):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine, "begin")
    def begun(connection: Connection) -> None:
        connection.exec_driver_sql(connection.get_execution_options().get("begin", "BEGIN IMMEDIATE"))

    return engine


def _pragma(engine: Engine, pragma: str) -> None:
    """Run a pragma outside any transaction."""
    try:
        with engine.connect() as connection:
            connection.connection.cursor().execute(f"PRAGMA {pragma}")
    except sqlite3.OperationalError as error:
        raise UnavailableError(f"{engine.url.database}: {error}") from error


def _inode(file: Path | None) -> tuple[int, int] | None:
    try:
        stat = file.stat() if file is not None else None
    except OSError:
        return None
    return (stat.st_dev, stat.st_ino) if stat is not None else None


def _is_damage(error: BaseException | None) -> bool:
    return isinstance(error, sqlite3.Error) and getattr(error, "sqlite_errorcode", 0) & 0xFF in _DAMAGED


def _is_sound(file: Path) -> bool:
    try:
        with closing(sqlite3.connect(file, timeout=BUSY)) as connection:
            found = connection.execute("PRAGMA integrity_check(1)").fetchone()
    except sqlite3.DatabaseError as error:
        if _is_damage(error):
            return False
        raise UnavailableError(f"{file}: {error}") from error
    return bool(found == ("ok",))


def _make(file: Path) -> None:
    """Make a file only for its owner aside, with all tables; another process that was first keeps its own."""
    aside = file.with_name(f"{file.name}.{secrets.token_hex(4)}")
    os.close(os.open(aside, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    engine = _engine(URL.create("sqlite", database=str(aside)))
    try:
        _pragma(engine, "journal_mode=WAL")
        upgrade(engine)
        engine.dispose()  # the last connection brings the log into the file
        os.link(aside, file)
    except FileExistsError:
        return
    finally:
        engine.dispose()
        for path in file.parent.glob(f"{aside.name}*"):
            path.unlink(missing_ok=True)


def _move_aside(file: Path) -> None:
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S.%fZ")
    aside = file.with_name(f"{file.name}.damaged-{stamp}")
    file.rename(aside)
    for suffix in ("-wal", "-shm"):
        beside = file.with_name(file.name + suffix)
        if beside.exists():
            beside.rename(aside.with_name(aside.name + suffix))
    _LOG.error("%s: damaged; moved aside to %s and begun anew", file, aside.name)
