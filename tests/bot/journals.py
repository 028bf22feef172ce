"""What the tests of the journal share: a clock that stands still, a journal on a file, and a look into that file."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

from bot.answer import Answer
from bot.records.database import Database, database_url
from bot.records.journal import Journal
from bot.records.pseudonyms import SALT_FILE
from bot.settings import Settings

CHAT, PERSON, OTHER = -1001234567890, 5512345678, 5587654321
ANSWERED = Answer("fr", "answered", "réponse", "réponse", 0.91234, cards=("fr-prefet", "fr-region"), contacts=("mois",))
UNKNOWN = Answer("ko", "unknown", "모름", "모름", 0.2, cards=("kr-gun",), places=("kr-11",), reason="unsure")


class Clock:
    """A clock that moves when told to."""

    def __init__(self) -> None:
        self.now = 1_800_000_000.0

    def __call__(self) -> float:
        return self.now

    @property
    def moment(self) -> datetime:
        return datetime.fromtimestamp(self.now, UTC)


def open_at(file: Path, clock: Clock) -> Journal:
    return Journal(Database(database_url(Settings(state=file.parent))), file.parent, clock)


def asked(journal: Journal, person: int = PERSON, answer: Answer = ANSWERED, chat: int = CHAT) -> int:
    """Record a question; return its row."""
    row = journal.asked(chat, person, answer, "C'est quoi un préfet ?", 12.34)
    assert row is not None
    return row


def rows(file: Path, query: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(file)) as connection:
        return connection.execute(query).fetchall()


def held_in(folder: Path) -> bytes:
    """Return the bytes of all files of a journal but its salt."""
    return b"".join(path.read_bytes() for path in folder.iterdir() if path.name != SALT_FILE)


@contextmanager
def locked(file: Path) -> Iterator[None]:
    """The file while somebody else holds it."""
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        yield
