"""What goes over the wire between a bot and the Bot API, and what can go wrong there."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

from aiohttp import web
from pydantic import BaseModel

from tests.bot.messenger.markup import length


@dataclass
class Sent:
    """A message of the bot as it stands: `text` as shown, `edits` how often it was edited."""

    chat: int
    id: int
    text: str
    html: str
    reply_to: int | None
    topic: int | None
    buttons: list[list[dict[str, Any]]]
    parameters: dict[str, Any]
    edits: int = 0
    deleted: bool = False
    file: tuple[str, bytes] | None = None
    """Name and content of a document or photo; `text` is then its caption."""

    def labels(self) -> list[str]:
        return [button["text"] for row in self.buttons for button in row]


@dataclass
class Fault:
    """What goes wrong with a method, how many times, and where: before or after the request was carried out."""

    method: str
    kind: str
    times: int = 1
    chat: int | None = None
    value: Any = None


@dataclass
class Call:
    method: str
    parameters: dict[str, Any]


class Refusal(Exception):  # noqa: N818 - as Telegram says it
    def __init__(self, code: int, description: str, **parameters: Any) -> None:
        super().__init__(description)
        self.code, self.parameters = code, parameters


def strict(model: type[BaseModel], data: Any) -> Any:
    """Validate what is sent with aiogram's model; a field it does not know is a fault of the stand-in."""
    found = model.model_validate(data)

    def walk(value: Any, path: str) -> None:
        if isinstance(value, BaseModel):
            assert not value.model_extra, f"{path}: unknown fields {sorted(value.model_extra or {})}"
            for name in type(value).model_fields:
                walk(getattr(value, name), f"{path}.{name}")
        elif isinstance(value, list):
            for each in value:
                walk(each, f"{path}[]")

    walk(found, model.__name__)
    return data


def entities(text: str) -> list[dict[str, Any]]:
    """Return the commands and mentions of a text, offsets in UTF-16."""
    found = []
    for kind, pattern in (("bot_command", r"(?<!\S)/[A-Za-z0-9_]{1,32}(?:@\w+)?"), ("mention", r"(?<![\w/])@\w{3,32}")):
        for match in re.finditer(pattern, text, re.ASCII):
            if kind == "mention" and text[: match.start()].rpartition(" ")[2].startswith("/"):
                continue
            size = length(match.group())
            found.append({"type": kind, "offset": length(text[: match.start()]), "length": size})
    return found


async def parameters_of(request: web.Request) -> dict[str, Any]:
    given: dict[str, Any] = dict(request.query)
    if request.content_type == "application/json":
        given |= await request.json()
    elif request.can_read_body:
        form = await request.post()
        given |= {key: value for key, value in form.items() if isinstance(value, str)}
        files = {key: value for key, value in form.items() if isinstance(value, web.FileField)}
        given |= {key: (value.filename, value.file.read()) for key, value in files.items()}
    for key, value in given.items():
        if isinstance(value, str) and value[:1] in "[{" and key not in ("text", "caption"):
            given[key] = json.loads(value)
    return given


def refused(code: int, description: str, **parameters: Any) -> web.Response:
    body: dict[str, Any] = {"ok": False, "error_code": code, "description": description}
    if parameters:
        body["parameters"] = parameters
    return web.json_response(body, status=code)
