"""Vectors on disk, each under the hash of its text: one SQLite file for each model, safe with several processes.

SQLite keeps a transaction whole or not at all, whenever the process dies. Each vector carries a CRC-32 over its key and
its bytes, since SQLite does not notice a flipped bit within a value. Reading 12,000 vectors takes 0.05 s.
"""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from index.errors import VectorCacheError

_T = TypeVar("_T")
# What SQLite says of a damaged file: malformed pages, no database at all, no table of this shape.
_DAMAGE = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR}
_PATIENCE = 30.0  # seconds to wait for another process that writes
_KEYS_A_QUERY = 500  # SQLite's limit was 999 for long
_CHECKSUM = 4  # bytes


@dataclass(frozen=True)
class Found:
    """What the cache holds of the keys asked for; `damaged` counts those that it held, but not as they were written."""

    vectors: dict[bytes, NDArray[np.float32]]
    damaged: int


class VectorCache:
    """The vectors of one model; `tell` is told in one line when a damaged file had to be started anew."""

    def __init__(self, path: Path, dimension: int, tell: Callable[[str], None]) -> None:
        self._path = path
        self._dimension = dimension
        self._tell = tell

    def read(self, keys: Sequence[bytes]) -> Found:
        """Return the vectors of the keys that are there, each of shape (dimension,).

        Raises VectorCacheError if the file cannot be read.
        """
        return self._run(lambda connection: self._read(connection, keys))

    def write(self, vectors: Iterable[tuple[bytes, NDArray[np.float32]]]) -> None:
        """Keep the vectors under their keys, all or none of them.

        Raises VectorCacheError if the file cannot be written.
        """
        rows = [(key, _entry(key, vector)) for key, vector in vectors]
        self._run(lambda connection: _write(connection, rows))

    def _read(self, connection: sqlite3.Connection, keys: Sequence[bytes]) -> Found:
        vectors: dict[bytes, NDArray[np.float32]] = {}
        damaged = 0
        for part in _parts(keys, _KEYS_A_QUERY):
            marks = ",".join("?" * len(part))
            for key, entry in connection.execute(f"SELECT key, entry FROM vectors WHERE key IN ({marks})", part):  # noqa: S608
                vector = _vector(key, entry, self._dimension)
                if vector is None:
                    damaged += 1
                else:
                    vectors[key] = vector
        return Found(vectors, damaged)

    def _run(self, action: Callable[[sqlite3.Connection], _T]) -> _T:
        """Run the action on the file; a file that SQLite finds damaged is started anew, once."""
        try:
            try:
                return self._attempt(action)
            except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
                if not _is_damage(error):
                    raise
                self._discard()
                self._tell(f"{self._path}: the vectors kept there were damaged ({error}); they are encoded again.")
                return self._attempt(action)
        except (sqlite3.Error, OSError) as error:
            raise VectorCacheError(f"{self._path}: vectors cannot be read or kept there ({error}).") from error

    def _attempt(self, action: Callable[[sqlite3.Connection], _T]) -> _T:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with closing(sqlite3.connect(self._path, timeout=_PATIENCE, isolation_level=None)) as connection:
            connection.text_factory = bytes  # a damaged value may be no UTF-8
            connection.execute("PRAGMA page_size = 8192")  # five vectors a page; counts when the file is new
            connection.execute("CREATE TABLE IF NOT EXISTS vectors (key BLOB PRIMARY KEY, entry BLOB NOT NULL)")
            return action(connection)

    def _discard(self) -> None:
        # SQLite tells a process that has the old file open that it has moved; it opens the new one next time.
        for path in (self._path, self._path.with_name(f"{self._path.name}-journal")):
            path.unlink(missing_ok=True)


def _write(connection: sqlite3.Connection, rows: Sequence[tuple[bytes, bytes]]) -> None:
    connection.execute("BEGIN IMMEDIATE")
    with connection:
        connection.executemany("INSERT OR REPLACE INTO vectors VALUES (?, ?)", rows)


def _entry(key: bytes, vector: NDArray[np.float32]) -> bytes:
    data = vector.astype("<f4").tobytes()
    return data + zlib.crc32(key + data).to_bytes(_CHECKSUM, "little")


def _vector(key: object, entry: object, dimension: int) -> NDArray[np.float32] | None:
    """Return the vector that `_entry` put in, or None if the entry is not as it was written."""
    if not isinstance(key, bytes) or not isinstance(entry, bytes) or len(entry) != 4 * dimension + _CHECKSUM:
        return None
    data = memoryview(entry)[:-_CHECKSUM]
    if zlib.crc32(data, zlib.crc32(key)) != int.from_bytes(entry[-_CHECKSUM:], "little"):
        return None
    return np.frombuffer(data, "<f4")


def _is_damage(error: sqlite3.DatabaseError | UnicodeDecodeError) -> bool:
    # Where a damaged schema finds its way into SQLite's message, sqlite3 fails to decode it.
    if isinstance(error, UnicodeDecodeError):
        return True
    code: int = getattr(error, "sqlite_errorcode", 0)
    return code & 0xFF in _DAMAGE  # the primary result code, without what extends it


def _parts(keys: Sequence[bytes], size: int) -> Iterator[list[bytes]]:
    rest = iter(keys)
    while part := list(islice(rest, size)):
        yield part
