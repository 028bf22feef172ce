"""A faithful stand-in of the Bot API on 127.0.0.1, in a thread of its own.

It keeps the contract that bots rely on: parameters as query, form, JSON or multipart; `ok` with `result`, or
`error_code` with `description` and `parameters`; long polls that acknowledge by offset; 409 for a second poller; dates
in seconds; offsets of entities in UTF-16; strict HTML. What it sends is validated with aiogram's models, without a
field they don't know.
"""

from __future__ import annotations

import asyncio
import re
import threading
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from aiogram import types
from aiohttp import web

from tests.bot.messenger.markup import LIMIT, MarkupError, length, parsed
from tests.bot.messenger.wire import Call, Fault, Refusal, Sent, entities, parameters_of, refused, strict

TOKEN = "123456789:AAHfiqksKZ8WmR2zMnQ4pBxYw7vE5dLgT-s"
BOT = {"id": 123456789, "is_bot": True, "first_name": "Guichet", "username": "guichet_bot"}
ME = {**BOT, "can_join_groups": True, "can_read_all_group_messages": False, "supports_inline_queries": True}
PATIENCE = 60.0  # seconds: on a loaded machine the first picture alone takes twenty


@dataclass
class StandIn:
    """The server and what it holds; its methods may be called from any thread."""

    token: str = TOKEN
    delay: float = 0.0
    sent: list[Sent] = field(default_factory=list)
    calls: list[Call] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    admins: dict[int, list[dict[str, Any]]] = field(default_factory=lambda: defaultdict(list))
    pending: list[dict[str, Any]] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    webhook: dict[str, Any] = field(default_factory=dict)
    me: dict[str, Any] = field(default_factory=lambda: dict(ME))
    messages: dict[tuple[int, int], dict[str, Any]] = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.changed = threading.Condition()
        self._update_id, self._message_ids = 1000, defaultdict(int)
        self._poll = 0
        self._loop = asyncio.new_event_loop()
        self._arrived: asyncio.Event
        self.port = 0
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True, name="standin")

    # life

    def start(self) -> StandIn:
        self._thread.start()
        assert self._ready.wait(10)
        return self

    def stop(self) -> None:
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join(10)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        self._loop.run_until_complete(self._serve())

    async def _serve(self) -> None:
        self._arrived, self._stop = asyncio.Event(), asyncio.Event()
        application = web.Application(client_max_size=50_000_000)
        application.router.add_route("*", "/bot{token}/{method}", self._handle)
        application.router.add_route("GET", "/file/bot{token}/{path:.+}", self._download)
        runner = web.AppRunner(application, shutdown_timeout=0.1)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", self.port)
        await site.start()
        self.port = runner.addresses[0][1]
        self._ready.set()
        await self._stop.wait()
        await runner.cleanup()

    # what happens in chats

    def push(self, kind: str, payload: dict[str, Any]) -> int:
        """Put an update in the queue; return its id."""
        with self.changed:
            self._update_id += 1
            update = strict(types.Update, {"update_id": self._update_id, kind: payload})
            self.pending.append(update)
        self._loop.call_soon_threadsafe(self._arrived.set)
        return self._update_id

    def message(
        self, chat: dict[str, Any], user: dict[str, Any] | None, text: str | None = None, **more: Any
    ) -> dict[str, Any]:
        """Make a message with the entities Telegram would find in it; it is not sent."""
        with self.changed:
            self._message_ids[chat["id"]] += 1
            number = self._message_ids[chat["id"]]
        message: dict[str, Any] = {"message_id": number, "date": int(time.time()), "chat": chat, **more}
        if user is not None:
            message["from"] = user
        if text is not None:
            message["text"] = text
            found = entities(text)
            if found:
                message["entities"] = found
        found = entities(more.get("caption") or "")
        if found:
            message["caption_entities"] = found
        self.messages[chat["id"], number] = message
        return message

    def document(self, name: str | None, content: bytes, **more: Any) -> dict[str, Any]:
        """Keep a file as Telegram does and return the document that stands for it; `more` may lie about it."""
        with self.changed:
            number = f"file{len(self.files)}"
            self.files[number] = content
        named = {"file_name": name} if name is not None else {}
        return {"file_id": number, "file_unique_id": number, "file_size": len(content), **named, **more}

    def wait(self, holds: Callable[[], Any], what: str, seconds: float = PATIENCE) -> Any:
        """Wait until something holds; return it."""
        deadline = time.monotonic() + seconds
        with self.changed:
            while not (found := holds()):
                left = deadline - time.monotonic()
                assert left > 0, f"waited in vain for {what}; sent: {[s.text[:80] for s in self.sent[-5:]]}"
                self.changed.wait(min(left, 0.5))
            return found

    def in_chat(self, chat: int) -> list[Sent]:
        return [message for message in self.sent if message.chat == chat and not message.deleted]

    # the protocol

    async def _handle(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        if request.match_info["token"] != self.token:
            return refused(401, "Unauthorized")
        parameters = await parameters_of(request)
        with self.changed:
            self.calls.append(Call(method, parameters))
            fault = self._fault(method, parameters)
        if self.delay:
            await asyncio.sleep(self.delay)
        if fault is not None and fault.kind not in ("drop-after", "slow-after"):
            broken = await self._broken(fault, request)
            if broken is not None:
                return broken
        handler = getattr(self, f"_{method}", None)
        if handler is None:
            self.problems.append(f"unknown method {method}")
            return refused(404, "Not Found: method not found")
        try:
            result = await handler(parameters)
        except Refusal as refusal:
            if refusal.code == 400 and "not modified" not in str(refusal):
                self.problems.append(f"{method}: {refusal}")
            return refused(refusal.code, str(refusal), **refusal.parameters)
        finally:
            with self.changed:
                self.changed.notify_all()
        if fault is not None and fault.kind in ("drop-after", "slow-after"):
            broken = await self._broken(fault, request)
            if broken is not None:
                return broken
        return web.json_response({"ok": True, "result": result})

    async def _download(self, request: web.Request) -> web.StreamResponse:
        if request.match_info["token"] != self.token:
            return refused(401, "Unauthorized")
        kept = self.files.get(request.match_info["path"].removeprefix("documents/"))
        with self.changed:
            self.calls.append(Call("file", {"path": request.match_info["path"]}))
            self.changed.notify_all()
        return refused(404, "Not Found") if kept is None else web.Response(body=kept)

    def _fault(self, method: str, parameters: dict[str, Any]) -> Fault | None:
        for fault in self.faults:
            here = fault.chat is None or str(fault.chat) == str(parameters.get("chat_id"))
            if fault.method == method and here and fault.times > 0:
                fault.times -= 1
                return fault
        return None

    async def _broken(self, fault: Fault, request: web.Request) -> web.StreamResponse | None:
        kind, value = fault.kind, fault.value
        if kind in ("drop-before", "drop-after"):
            assert request.transport is not None
            request.transport.abort()
            raise web.HTTPInternalServerError
        if kind.startswith("slow"):
            await asyncio.sleep(value)
            return None
        if kind == "html":
            return web.Response(status=502, text="<html><h1>502 Bad Gateway</h1></html>", content_type="text/html")
        if kind == "429":
            return refused(429, f"Too Many Requests: retry after {value}", retry_after=value)
        if kind == "500":
            return refused(500, "Internal Server Error")
        if kind == "409":
            return refused(409, "Conflict: terminated by other getUpdates request")
        if kind == "403":
            return refused(403, "Forbidden: bot was kicked from the supergroup chat")
        if kind == "migrate":
            return refused(400, "Bad Request: group chat was upgraded to a supergroup chat", migrate_to_chat_id=value)
        return refused(400, f"Bad Request: {value}")

    async def _getMe(self, p: dict[str, Any]) -> Any:  # noqa: N802
        return strict(types.User, self.me)

    async def _getWebhookInfo(self, p: dict[str, Any]) -> Any:  # noqa: N802
        held = {"has_custom_certificate": False, "pending_update_count": len(self.pending)}
        return strict(types.WebhookInfo, {"url": self.webhook.get("url", ""), **held})

    async def _deleteWebhook(self, p: dict[str, Any]) -> Any:  # noqa: N802
        if p.get("drop_pending_updates") in (True, "true", "True"):
            self.problems.append("pending updates dropped")
        self.webhook = {}
        return True

    async def _setWebhook(self, p: dict[str, Any]) -> Any:  # noqa: N802
        self.webhook = p
        return True

    async def _setMyCommands(self, p: dict[str, Any]) -> Any:  # noqa: N802
        for command in p["commands"]:
            types.BotCommand.model_validate(command)
            assert re.fullmatch(r"[a-z0-9_]{1,32}", command["command"]) and 1 <= len(command["description"]) <= 256
        return True

    async def _getChatAdministrators(self, p: dict[str, Any]) -> Any:  # noqa: N802
        return [
            strict(types.ChatMemberOwner, {"status": "creator", "user": user, "is_anonymous": False})
            for user in self.admins[int(p["chat_id"])]
        ]

    async def _getUpdates(self, p: dict[str, Any]) -> Any:  # noqa: N802
        if self.webhook:
            raise Refusal(409, "Conflict: can't use getUpdates method while webhook is active")
        offset, limit = int(p.get("offset") or 0), int(p.get("limit") or 100)
        self._poll += 1
        mine, deadline = self._poll, time.monotonic() + float(p.get("timeout") or 0)
        self._arrived.set()
        while True:
            if mine != self._poll:
                raise Refusal(
                    409,
                    "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
                )
            with self.changed:
                self.pending = [update for update in self.pending if update["update_id"] >= offset]
                self.changed.notify_all()
                if self.pending or time.monotonic() >= deadline:
                    return self.pending[:limit]
            self._arrived.clear()
            try:
                await asyncio.wait_for(self._arrived.wait(), max(0.0, deadline - time.monotonic()))
            except TimeoutError:
                continue

    async def _sendMessage(self, p: dict[str, Any]) -> Any:  # noqa: N802
        return self._add(p, self._text(p), p["text"])

    async def _sendDocument(self, p: dict[str, Any]) -> Any:  # noqa: N802
        name, content = p["document"]
        if not content:
            raise Refusal(400, "Bad Request: file must be non-empty")
        return self._add(p, self._caption(p), p.get("caption", ""), (name, content))

    async def _sendPhoto(self, p: dict[str, Any]) -> Any:  # noqa: N802
        name, content = p["photo"]
        if not content.startswith((b"\x89PNG", b"\xff\xd8")):
            raise Refusal(400, "Bad Request: IMAGE_PROCESS_FAILED")
        return self._add(p, self._caption(p), p.get("caption", ""), (name, content))

    async def _getFile(self, p: dict[str, Any]) -> Any:  # noqa: N802
        kept = self.files.get(p["file_id"])
        if kept is None:
            raise Refusal(400, "Bad Request: invalid file_id")
        if len(kept) > 20_000_000:
            raise Refusal(400, "Bad Request: file is too big")
        file = {"file_id": p["file_id"], "file_unique_id": p["file_id"], "file_size": len(kept)}
        return strict(types.File, {**file, "file_path": f"documents/{p['file_id']}"})

    def _add(self, p: dict[str, Any], text: str, html: str, file: tuple[str, bytes] | None = None) -> Any:
        chat, buttons = int(p["chat_id"]), self._markup(p)
        reply = p.get("reply_parameters") or {}
        with self.changed:
            self._message_ids[chat] += 1
            number = self._message_ids[chat]
            topic = int(p["message_thread_id"]) if p.get("message_thread_id") else None
            replied = int(reply["message_id"]) if reply else None
            self.sent.append(Sent(chat, number, text, html, replied, topic, buttons, p, file=file))
            self.changed.notify_all()
        return self._own(self.sent[-1])

    async def _editMessageText(self, p: dict[str, Any]) -> Any:  # noqa: N802
        sent = self._found(p)
        text, buttons = self._text(p), self._markup(p)
        if (sent.html, sent.buttons) == (p["text"], buttons):
            raise Refusal(400, "Bad Request: message is not modified")
        sent.text, sent.html, sent.buttons, sent.edits = text, p["text"], buttons, sent.edits + 1
        return self._own(sent)

    async def _deleteMessage(self, p: dict[str, Any]) -> Any:  # noqa: N802
        self._found(p).deleted = True
        return True

    async def _answerCallbackQuery(self, p: dict[str, Any]) -> Any:  # noqa: N802
        assert len(p.get("text") or "") <= 200
        return True

    async def _answerInlineQuery(self, p: dict[str, Any]) -> Any:  # noqa: N802
        for result in p["results"]:
            types.InlineQueryResultArticle.model_validate(result)
            assert len(result["id"].encode()) <= 64
            self._text({**result["input_message_content"], "text": result["input_message_content"]["message_text"]})
        return True

    def _found(self, p: dict[str, Any]) -> Sent:
        for sent in self.sent:
            if (sent.chat, sent.id) == (int(p["chat_id"]), int(p["message_id"])) and not sent.deleted:
                return sent
        raise Refusal(400, "Bad Request: message to edit not found")

    def _text(self, p: dict[str, Any]) -> str:
        if not (p.get("link_preview_options") or {}).get("is_disabled"):
            self.problems.append("a link preview")
        try:
            text = parsed(p["text"]) if p.get("parse_mode") == "HTML" else p["text"]
        except MarkupError as error:
            raise Refusal(400, f"Bad Request: {error}") from None
        if not text.strip():
            raise Refusal(400, "Bad Request: message text is empty")
        if length(text) > LIMIT:
            raise Refusal(400, "Bad Request: message is too long")
        return text

    def _caption(self, p: dict[str, Any]) -> str:
        caption = p.get("caption") or ""
        try:
            caption = parsed(caption) if p.get("parse_mode") == "HTML" else caption
        except MarkupError as error:
            raise Refusal(400, f"Bad Request: {error}") from None
        if length(caption) > 1024:
            raise Refusal(400, "Bad Request: message caption is too long")
        return caption

    def _markup(self, p: dict[str, Any]) -> list[list[dict[str, Any]]]:
        markup = p.get("reply_markup") or {}
        if "inline_keyboard" not in markup:
            return []
        types.InlineKeyboardMarkup.model_validate(markup)
        for row in markup["inline_keyboard"]:
            for button in row:
                if not 1 <= len(button["callback_data"].encode()) <= 64:
                    raise Refusal(400, "Bad Request: BUTTON_DATA_INVALID")
        return markup["inline_keyboard"]

    def _own(self, sent: Sent) -> dict[str, Any]:
        """Return a message of the bot as Telegram gives it."""
        kind = {"type": "private", "first_name": "A"} if sent.chat > 0 else {"type": "supergroup", "title": "G"}
        own: dict[str, Any] = {
            "message_id": sent.id, "date": int(time.time()), "chat": {"id": sent.chat, **kind}, "from": BOT,
        }  # fmt: skip
        if sent.file is None:
            own["text"] = sent.text
        elif "photo" in sent.parameters:
            file = {"file_id": f"sent{sent.id}", "file_unique_id": f"sent{sent.id}"}
            own |= {"photo": [{**file, "width": 800, "height": 700}]}
        else:
            file = {"file_id": f"sent{sent.id}", "file_unique_id": f"sent{sent.id}", "file_name": sent.file[0]}
            own |= {"caption": sent.text, "document": {**file, "file_size": len(sent.file[1])}}
        if sent.buttons:
            own["reply_markup"] = {"inline_keyboard": sent.buttons}
        if sent.topic:
            own |= {"message_thread_id": sent.topic, "is_topic_message": True}
        question = self.messages.get((sent.chat, sent.reply_to or 0))
        if question is not None:
            own["reply_to_message"] = {k: v for k, v in question.items() if k != "reply_to_message"}
        return strict(types.Message, own)

    def own(self, sent: Sent) -> dict[str, Any]:
        return self._own(sent)
