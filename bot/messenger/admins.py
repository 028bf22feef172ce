"""Who administers a group, asked of Telegram and kept for five minutes."""

from __future__ import annotations

import logging
import time
from dataclasses import dataclass

from telegram import Chat, Message, User
from telegram.error import TelegramError
from telegram.ext import ExtBot

KEPT = 5 * 60.0
_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Known:
    ids: frozenset[int]
    until: float


class Admins:
    """The administrators of groups."""

    def __init__(self, bot: ExtBot[None]) -> None:
        self._bot = bot
        self._known: dict[int, _Known] = {}

    async def wrote(self, message: Message) -> bool:
        """Tell whether a message was written by an administrator of its group."""
        if message.sender_chat is not None:
            return message.sender_chat.id == message.chat.id
        return message.from_user is not None and await self.include(message.chat, message.from_user)

    async def include(self, chat: Chat, user: User) -> bool:
        """Tell whether a person administers a group; in doubt not."""
        if chat.type == Chat.PRIVATE:
            return False
        known = self._known.get(chat.id)
        if known is None or known.until <= time.monotonic():
            try:
                members = await self._bot.get_chat_administrators(chat.id)
            except TelegramError as error:
                _LOG.warning("the administrators of a group could not be asked for: %s", type(error).__name__)
                return False
            known = _Known(frozenset(member.user.id for member in members), time.monotonic() + KEPT)
            self._known[chat.id] = known
        return user.id in known.ids
