"""The tables of the journal as they stand now; `bot.migrations` says how they came about.

No table holds a name or the id of a person or a chat: only salted hashes. The texts of `unanswered` and `remarks` bear
a day and no hash, row or hour, and a text of `unanswered` nothing else: its nearest card is found by asking it again.
"""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    Dialect,
    Float,
    ForeignKey,
    Integer,
    MetaData,
    String,
    Table,
    Text,
)
from sqlalchemy.types import TypeDecorator


class Utc(TypeDecorator[datetime]):
    """A moment with its time zone in Python, in UTC in the database (SQLite keeps no time zones)."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return the moment to be written, in universal time."""
        return None if value is None else value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return the moment read, in universal time, which SQLite leaves unsaid."""
        return None if value is None else value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "ix": "ix_%(table_name)s_%(column_0_name)s",
    }
)

_HASH = 32
_ID = 120
_row = BigInteger().with_variant(Integer, "sqlite")

questions = Table(
    "questions",
    metadata,
    # Drawn at random: a button under an old answer never names the row of another, and none can be guessed.
    Column("id", _row, primary_key=True, autoincrement=False),
    Column("at", Utc, nullable=False, index=True),
    Column("chat", String(_HASH), nullable=False, index=True),
    Column("person", String(_HASH), index=True),  # none where a chat or nobody known asked
    Column("language", String(2), nullable=False),
    Column("status", String(30), nullable=False),
    Column("reason", String(30)),
    Column("card", String(_ID)),
    Column("place", String(_ID)),
    Column("contact", String(_ID)),
    Column("confidence", Float, nullable=False),
    Column("milliseconds", Float, nullable=False),
)

votes = Table(
    "votes",
    metadata,
    Column("question", _row, ForeignKey("questions.id", ondelete="CASCADE"), primary_key=True),
    Column("person", String(_HASH), primary_key=True, index=True),
    Column("up", Boolean, nullable=False),
    Column("at", Utc, nullable=False),
)

unanswered = Table(
    "unanswered",
    metadata,
    Column("id", _row, primary_key=True, autoincrement=False),
    Column("day", Date, nullable=False, index=True),
    Column("language", String(2), nullable=False),
    Column("text", Text, nullable=False),
)

remarks = Table(
    "remarks",
    metadata,
    Column("id", _row, primary_key=True, autoincrement=False),
    Column("day", Date, nullable=False, index=True),
    Column("language", String(2)),
    Column("status", String(30)),
    Column("card", String(_ID)),
    Column("place", String(_ID)),
    Column("contact", String(_ID)),
    Column("text", Text, nullable=False),
)

memory = Table(
    "memory",
    metadata,
    Column("drawer", String(30), primary_key=True),
    Column("chat", String(_HASH), primary_key=True, index=True),
    Column("key", String(_HASH), primary_key=True, index=True),
    Column("value", Text, nullable=False),
    Column("expires", Float, index=True),  # seconds since 1970
)

actions = Table(
    "actions",
    metadata,
    Column("id", _row, primary_key=True, autoincrement=False),
    Column("at", Utc, nullable=False, index=True),
    Column("person", String(_HASH), index=True),  # none once the person asked to be forgotten
    Column("action", String(30), nullable=False),
    Column("outcome", String(30), nullable=False),
    Column("detail", Text, nullable=False),
)
