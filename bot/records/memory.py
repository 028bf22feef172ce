"""What conversations remember, in the database: short strings under a drawer and two hashes, until they expire."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, and_, delete, or_, select

from bot.records.database import upsert
from bot.records.journal_schema import memory


@dataclass(frozen=True, slots=True)
class Slot:
    """Where a string is kept: `chat` and `key` are salted hashes."""

    drawer: str
    chat: str
    key: str


def recall(connection: Connection, slot: Slot, now: float) -> str | None:
    """Return what is kept in a slot and has not expired at `now` (seconds since 1970)."""
    alive = or_(memory.c.expires.is_(None), memory.c.expires > now)
    return connection.scalar(select(memory.c.value).where(_at(slot), alive))


def remember(connection: Connection, slot: Slot, value: str, expires: float | None) -> None:
    """Keep a string in place of the one before; a blank one removes what is there."""
    if value:
        row = {"drawer": slot.drawer, "chat": slot.chat, "key": slot.key, "value": value, "expires": expires}
        upsert(connection, memory, row)
    else:
        connection.execute(delete(memory).where(_at(slot)))


def drop_expired(connection: Connection, now: float) -> int:
    """Delete what has expired; return how many rows went."""
    return connection.execute(delete(memory).where(memory.c.expires <= now)).rowcount


def drop_person(connection: Connection, person: str, private_chat: str) -> int:
    """Delete what is kept under a person's hash in any drawer, or in their private chat; return how many rows went.

    A message whose number is the person's shares the hash: deleting that too only makes an old button expire.
    """
    mine = or_(memory.c.key == person, memory.c.chat == private_chat)
    return connection.execute(delete(memory).where(mine)).rowcount


def _at(slot: Slot) -> ColumnElement[bool]:
    return and_(memory.c.drawer == slot.drawer, memory.c.chat == slot.chat, memory.c.key == slot.key)
