"""A small stand-in of the Bot API on the loopback address: hands out questions, notes when each is answered.

It keeps to what measuring needs: long polls that acknowledge by offset, and messages that are taken after a delay. Any
other method is taken as done.
"""

from __future__ import annotations

import asyncio
import json
import time
from dataclasses import dataclass, field
from typing import Any

from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from tornado.web import RequestHandler

from bot.messenger.health import LOOPBACK, Quiet

TOKEN = "1:loopback"  # noqa: S105 - it opens nothing
DELAY = 0.05
"""Seconds it takes to take a message, after its arrival was noted: about what Telegram takes."""
_BOT = {"id": 1, "is_bot": True, "first_name": "Guichet", "username": "guichet_bot"}
_MOST = 100


@dataclass(frozen=True, slots=True)
class Asker:
    """A person in a chat: in private where both have one number, in a supergroup where the chat's is negative."""

    person: int
    chat: int


@dataclass(slots=True)
class Asked:
    """A question; moments in seconds of a monotonic clock: when it came in, was handed out first, and each answer."""

    came: float
    handed: float = 0.0
    answers: list[float] = field(default_factory=list)


class Loopback:
    """The stand-in. All of it runs in the event loop that opened it."""

    def __init__(self) -> None:
        self.polled = False
        """Whether a bot has begun to fetch updates."""
        self._asked: dict[int, Asked] = {}
        self._pending: list[dict[str, Any]] = []
        self._arrived = asyncio.Event()
        self._sent = 0
        self._server: HTTPServer | None = None

    async def open(self) -> str:
        """Listen on a free port; return the address for GUICHET_TELEGRAM_API."""
        application = Quiet([(rf"/bot{TOKEN}/(\w+)", _handler(self))])
        sockets = bind_sockets(0, LOOPBACK)
        self._server = HTTPServer(application)
        self._server.add_sockets(sockets)
        return f"http://{LOOPBACK}:{sockets[0].getsockname()[1]}"

    async def close(self) -> None:
        """Stop listening, and let go of whoever is connected."""
        if self._server is not None:
            self._server.stop()
            await self._server.close_all_connections()

    def ask(self, asker: Asker, text: str) -> Asked:
        """Let somebody write a message; return what becomes of it."""
        number = len(self._asked) + 1
        message: dict[str, Any] = {
            "message_id": number,
            "date": int(time.time()),
            "from": {"id": asker.person, "is_bot": False, "first_name": "Camille"},
            "chat": _chat(asker.chat),
            "text": text,
        }
        if text.startswith("/"):
            message["entities"] = [{"type": "bot_command", "offset": 0, "length": len(text.split()[0])}]
        asked = self._asked[number] = Asked(time.monotonic())
        self._pending.append({"update_id": number, "message": message})
        self._arrived.set()
        return asked

    async def call(self, method: str, given: dict[str, Any]) -> Any:
        """Carry out a method of the Bot API; return its result."""
        if method == "getMe":
            return _BOT
        if method == "getUpdates":
            return await self._updates(int(given.get("offset", 0)), float(given.get("timeout", 0)))
        if method == "sendMessage":
            return await self._message(given)
        return True

    async def _updates(self, offset: int, timeout: float) -> list[dict[str, Any]]:
        self.polled = True
        self._pending = [update for update in self._pending if update["update_id"] >= offset]
        if not self._pending and timeout:
            self._arrived.clear()
            try:
                await asyncio.wait_for(self._arrived.wait(), timeout)
            except TimeoutError:
                return []
        updates, now = self._pending[:_MOST], time.monotonic()
        for update in updates:
            asked = self._asked[update["update_id"]]
            asked.handed = asked.handed or now
        return updates

    async def _message(self, given: dict[str, Any]) -> dict[str, Any]:
        replied = json.loads(given.get("reply_parameters", "{}")).get("message_id")
        if replied in self._asked:
            self._asked[replied].answers.append(time.monotonic())
        await asyncio.sleep(DELAY)
        self._sent += 1
        # Numbers of its own, so that no answer has the number of a question.
        sent = {"message_id": 1_000_000_000 + self._sent, "date": int(time.time()), "from": _BOT}
        return {**sent, "chat": _chat(int(given["chat_id"])), "text": given["text"]}


def _handler(loopback: Loopback) -> type[RequestHandler]:
    class Method(RequestHandler):
        async def post(self, method: str) -> None:
            given = {name: self.get_body_argument(name) for name in self.request.body_arguments}
            self.finish({"ok": True, "result": await loopback.call(method, given)})

    return Method


def _chat(id: int) -> dict[str, Any]:
    if id < 0:
        return {"id": id, "type": "supergroup", "title": "Coopération"}
    return {"id": id, "type": "private", "first_name": "Camille"}
