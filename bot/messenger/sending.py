"""Sends and edits messages: tries again where that is safe, gives up with a log line and a counter where it is not."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from telegram import ForceReply, InlineKeyboardMarkup, InputFile, LinkPreviewOptions, Message, ReplyParameters
from telegram.constants import ParseMode
from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, NetworkError, RetryAfter, TelegramError
from telegram.ext import ExtBot

from bot.messenger.metrics import Metrics
from bot.messenger.network import unsent

Keyboard = InlineKeyboardMarkup | ForceReply
_PAUSES = (0.3, 1.0, 3.0, 8.0)
_PREVIEW_OFF = LinkPreviewOptions(is_disabled=True)
_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a message goes: a chat, a forum topic in it, and the message it replies to."""

    chat: int
    topic: int | None = None
    reply_to: int | None = None


_Delivery = Callable[[Place, str | None], Awaitable[Message]]
"""Sends one message to a place, its text in a parse mode (None: as it stands)."""


class Post:
    """The way out. What cannot be delivered is logged and counted; nothing is raised for it."""

    def __init__(self, bot: ExtBot[None], metrics: Metrics) -> None:
        self._bot = bot
        self._metrics = metrics

    async def send(self, place: Place, parts: Sequence[str], keyboard: Keyboard | None = None) -> tuple[int, ...]:
        """Send a text's parts below each other, the keyboard under the last; return the ids of what arrived."""
        sent: list[int] = []
        for number, part in enumerate(parts):
            last = number == len(parts) - 1
            arrived = await self._deliver(place, self._text(part, keyboard if last else None))
            if arrived is None:
                break
            place, id = arrived
            sent.append(id)
        return tuple(sent)

    async def send_document(
        self, place: Place, name: str, content: bytes, caption: str = "", keyboard: Keyboard | None = None
    ) -> int | None:
        """Send a file with a plain text under it; return the message's id, None if it did not arrive."""

        def document(place: Place, mode: str | None) -> Awaitable[Message]:
            return self._bot.send_document(
                place.chat,
                InputFile(content, filename=name),
                caption=caption or None,
                message_thread_id=place.topic,
                reply_markup=keyboard,
                reply_parameters=_reply(place),
            )

        arrived = await self._deliver(place, document)
        return arrived[1] if arrived is not None else None

    async def send_photo(self, place: Place, name: str, content: bytes) -> int | None:
        """Send a picture; return the message's id, None if it did not arrive."""

        def photo(place: Place, mode: str | None) -> Awaitable[Message]:
            return self._bot.send_photo(
                place.chat,
                InputFile(content, filename=name),
                message_thread_id=place.topic,
                reply_parameters=_reply(place),
            )

        arrived = await self._deliver(place, photo)
        return arrived[1] if arrived is not None else None

    async def replace(
        self, place: Place, ids: Sequence[int], parts: Sequence[str], keyboard: InlineKeyboardMarkup | None
    ) -> tuple[int, ...]:
        """Put a text in place of messages sent before; more or fewer of them if need be; return the ids there are."""
        kept: list[int] = []
        for number, (id, part) in enumerate(zip(ids, parts, strict=False)):
            if await self._edit(place.chat, id, part, keyboard if number == len(parts) - 1 else None):
                kept.append(id)
        for id in ids[len(parts) :]:
            await self.delete(place.chat, id)
        if len(parts) > len(ids):
            return (*kept, *await self.send(place, parts[len(ids) :], keyboard))
        return tuple(kept)

    async def delete(self, chat: int, id: int) -> None:
        """Delete a message of the bot's own."""
        try:
            await self._bot.delete_message(chat, id)
        except TelegramError as error:
            self._failed("delete", chat, error)

    def _text(self, text: str, keyboard: Keyboard | None) -> _Delivery:
        def deliver(place: Place, mode: str | None) -> Awaitable[Message]:
            return self._bot.send_message(
                place.chat,
                text,
                parse_mode=mode,
                message_thread_id=place.topic,
                reply_markup=keyboard,
                link_preview_options=_PREVIEW_OFF,
                reply_parameters=_reply(place),
            )

        return deliver

    async def _deliver(self, place: Place, deliver: _Delivery) -> tuple[Place, int] | None:
        mode: str | None = ParseMode.HTML
        failures = 0
        while True:
            try:
                message = await deliver(place, mode)
                return place, message.message_id
            except ChatMigrated as error:
                self._metrics.errors.labels("send:ChatMigrated").inc()
                _LOG.info("a group became a supergroup; answering there")
                if failures >= len(_PAUSES):
                    self._give_up(place.chat, error)
                    return None
                # Messages have new numbers there.
                place, failures = Place(error.new_chat_id), failures + 1
            except BadRequest as error:
                reason = error.message.lower()
                self._metrics.errors.labels("send:BadRequest").inc()
                if "parse entities" in reason and mode is not None:
                    _LOG.error("Telegram could not parse an answer's HTML; sending it without")
                    mode = None
                elif "thread not found" in reason and place.topic is not None:
                    place = replace(place, topic=None)
                elif "repl" in reason and "not found" in reason and place.reply_to is not None:
                    place = replace(place, reply_to=None)
                else:
                    self._give_up(place.chat, error)
                    return None
            except (Forbidden, InvalidToken) as error:
                self._give_up(place.chat, error)
                return None
            except (RetryAfter, NetworkError) as error:
                self._metrics.errors.labels(f"send:{type(error).__name__}").inc()
                if failures >= len(_PAUSES) or (isinstance(error, NetworkError) and not unsent(error)):
                    self._give_up(place.chat, error)
                    return None
                await asyncio.sleep(_pause(error, failures))
                failures += 1
            except TelegramError as error:
                self._give_up(place.chat, error)
                return None

    async def _edit(self, chat: int, id: int, text: str, keyboard: InlineKeyboardMarkup | None) -> bool:
        for pause in (*_PAUSES, None):
            try:
                await self._bot.edit_message_text(
                    text,
                    chat_id=chat,
                    message_id=id,
                    parse_mode=ParseMode.HTML,
                    reply_markup=keyboard,
                    link_preview_options=_PREVIEW_OFF,
                )
                return True
            except BadRequest as error:
                if "not modified" in error.message.lower():
                    return True
                self._failed("edit", chat, error)
                return False
            except (RetryAfter, NetworkError) as error:  # editing twice does no harm
                if pause is None:
                    self._failed("edit", chat, error)
                    return False
                self._metrics.errors.labels(f"edit:{type(error).__name__}").inc()
                await asyncio.sleep(_pause(error, _PAUSES.index(pause)))
            except TelegramError as error:
                self._failed("edit", chat, error)
                return False
        return False

    def _give_up(self, chat: int, error: TelegramError) -> None:
        self._metrics.given_up.labels(type(error).__name__).inc()
        self._failed("send", chat, error)

    def _failed(self, what: str, chat: int, error: TelegramError) -> None:
        self._metrics.errors.labels(f"{what}:{type(error).__name__}").inc()
        kind = "a group" if chat < 0 else "a private chat"
        reason = error.message if isinstance(error, BadRequest | Forbidden) else type(error).__name__
        _LOG.warning("%s in %s given up: %s", what, kind, reason)


def _reply(place: Place) -> ReplyParameters | None:
    if place.reply_to is None:
        return None
    return ReplyParameters(place.reply_to, allow_sending_without_reply=True)


def _pause(error: TelegramError, failures: int) -> float:
    if isinstance(error, RetryAfter):
        after = error.retry_after
        return (after.total_seconds() if isinstance(after, timedelta) else float(after)) + 0.1
    return _PAUSES[min(failures, len(_PAUSES) - 1)]
