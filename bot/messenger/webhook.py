"""Updates that Telegram brings: taken with the right secret only, and acknowledged when they are done with."""

from __future__ import annotations

import asyncio
import hmac
import json
import logging
from dataclasses import dataclass
from urllib.parse import urlsplit

from telegram import Update
from telegram.error import InvalidToken, TelegramError
from telegram.ext import ExtBot
from tornado.web import Application, RequestHandler

from bot.errors import SettingsError
from bot.messenger.health import Quiet
from bot.messenger.intake import ALLOWED, Intake

PATIENCE = 50.0
"""Seconds Telegram is kept waiting; after it Telegram brings the update again, and it waits for the same answer."""
_LOG = logging.getLogger(__name__)


@dataclass
class Gate:
    """Whether the webhook is open: registered with Telegram, and not closing."""

    open: bool = False


def path(url: str) -> str:
    """Return the path of a webhook's address; raise SettingsError if it is none that Telegram takes."""
    parts = urlsplit(url)
    if parts.scheme != "https" or not parts.hostname:
        raise SettingsError(f"--webhook: `{url}` is no https address; Telegram takes no other")
    return parts.path or "/"


def receiver(where: str, secret: str, bot: ExtBot[None], intake: Intake, gate: Gate) -> Application:
    """Return what takes updates under a path."""

    class Receiver(RequestHandler):
        async def post(self) -> None:
            given = self.request.headers.get("X-Telegram-Bot-Api-Secret-Token", "")
            if not hmac.compare_digest(given.encode(), secret.encode()):
                self.set_status(403)
                return
            if not gate.open:
                self.set_status(503)
                return
            try:
                update = Update.de_json(json.loads(self.request.body), bot)
            except Exception as error:  # whatever it is, bringing it again would not mend it
                _LOG.warning("an update could not be read: %s", type(error).__name__)
                self.set_status(400)
                return
            task = intake.accept(update)
            if task is not None:
                done, _ = await asyncio.wait([task], timeout=PATIENCE)
                if not done or task.cancelled():
                    self.set_status(503)

    return Quiet([(where.rstrip("/") + "/?", Receiver)])


async def register(bot: ExtBot[None], url: str, secret: str, gate: Gate) -> None:
    """Give Telegram the address until it takes it; what waits there is kept."""
    pause = 1.0
    while True:
        try:
            await bot.set_webhook(url, secret_token=secret, allowed_updates=ALLOWED, drop_pending_updates=False)
        except InvalidToken:
            raise SettingsError("Telegram refuses the token: check GUICHET_TELEGRAM_TOKEN") from None
        except TelegramError as error:
            _LOG.warning("the webhook could not be registered (%s); trying again", type(error).__name__)
            await asyncio.sleep(pause)
            pause = min(2 * pause, 30)
            continue
        gate.open = True
        _LOG.info("webhook registered")
        return
