"""What every handler works with, in one place."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import cast

from telegram.ext import ContextTypes

from bot.answering import TURNS
from bot.conversation import EXPIRY, Remembered, read
from bot.messenger.admins import Admins
from bot.messenger.answerer import Answerer
from bot.messenger.archive import Archive
from bot.messenger.desk import Desk
from bot.messenger.errands import Errands
from bot.messenger.flood import Flood
from bot.messenger.metrics import Metrics
from bot.messenger.sending import Post

_KEY = "office"


@dataclass
class Office:
    """The parts of a running bot.

    `curators` are the ids of the people who keep the cards; `spoke` holds when the bot last spoke unasked in each
    group. Remarks that come faster than their floods allow wait for the weekly report.
    """

    answerer: Answerer
    archive: Archive
    post: Post
    admins: Admins
    metrics: Metrics
    desk: Desk
    curators: frozenset[int] = frozenset()
    errands: Errands = field(default_factory=Errands)
    flood: Flood = field(default_factory=Flood)
    remarks_of_one: Flood = field(default_factory=lambda: Flood(most=3, window=600.0))
    remarks_of_all: Flood = field(default_factory=lambda: Flood(most=20, window=3_600.0))
    spoke: dict[int, float] = field(default_factory=dict)

    @staticmethod
    def of(context: ContextTypes.DEFAULT_TYPE) -> Office:
        """Return the office of the running bot."""
        return cast(Office, context.bot_data[_KEY])

    def open_in(self, bot_data: dict[str, object]) -> None:
        """Put the office where handlers find it."""
        bot_data[_KEY] = self

    async def recall_turns(self, chat: int, person: int) -> list[Remembered]:
        """Return the last turns of a person in a chat, oldest first."""
        text = await self.archive.recall("turns", chat, person)
        found = [read(line) for line in text.split("\n")] if text else []
        return [turn for turn in found if turn is not None]

    async def remember_turn(self, chat: int, person: int, turn: Remembered) -> None:
        """Keep a turn for half an hour with the ones before it."""
        before = await self.recall_turns(chat, person)
        lines = "\n".join(each.written() for each in [*before, turn][-TURNS:])
        self.archive.remember("turns", chat, person, lines, EXPIRY)
