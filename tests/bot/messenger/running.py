"""`guichet telegram` as a real process, and the people who talk with it."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.bot.messenger.standin import TOKEN, Sent, StandIn
from tests.bot.messenger.wire import entities

ROOT = Path(__file__).parents[3]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


STARTED: list[Process] = []
"""Every bot started, so that none outlives the tests."""


@dataclass
class Process:
    """A running bot. Its log is read as it comes."""

    environment: dict[str, str]
    arguments: tuple[str, ...] = ()
    module: str = "bot"
    log: list[str] = field(default_factory=list)

    def start(self) -> Process:
        STARTED.append(self)
        self._process = subprocess.Popen(
            [sys.executable, "-m", self.module, "telegram", *self.arguments],
            cwd=ROOT, env=self.environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
        )  # fmt: skip
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        return self

    def _read(self) -> None:
        assert self._process.stderr is not None
        for line in self._process.stderr:
            self.log.append(line.rstrip("\n"))

    def said(self, text: str, seconds: float = 30) -> str:
        """Wait for a line of the log that holds a text; return it."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            for line in list(self.log):
                if text in line:
                    return line
            assert self._process.poll() is None or self._reader.is_alive(), f"ended: {self.log[-5:]}"
            time.sleep(0.02)
        raise AssertionError(f"never said {text!r}: {self.log[-8:]}")

    def ready(self) -> Process:
        self.said("fetching updates")
        return self

    def end(self, number: int = signal.SIGTERM, seconds: float = 5) -> int:
        """Send a signal; return the exit code, which must come in time."""
        if self._process.poll() is None:
            self._process.send_signal(number)
        code = self._process.wait(seconds)
        self._reader.join(5)
        return code

    def kill(self) -> None:
        if self._process.poll() is None:
            self._process.kill()
            self._process.wait(5)

    def hang_up(self) -> None:
        self._process.send_signal(signal.SIGHUP)

    def wait(self, seconds: float = 30) -> int:
        code = self._process.wait(seconds)
        self._reader.join(5)
        return code

    def get(self, path: str) -> tuple[int, str]:
        address = f"http://{self.environment['GUICHET_HTTP']}{path}"
        try:
            with urllib.request.urlopen(address, timeout=5) as response:
                return response.status, response.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()

    def metric(self, name: str) -> float:
        """Return the sum of a metric over its labels."""
        lines = [line for line in self.get("/metrics")[1].splitlines() if line.startswith((f"{name}{{", f"{name} "))]
        return sum(float(line.rsplit(" ", 1)[1]) for line in lines)


def environment(standin: StandIn, knowledge: Path, state: Path, **more: str) -> dict[str, str]:
    kept = {key: value for key, value in os.environ.items() if not key.startswith("GUICHET_") or key == "GUICHET_CACHE"}
    return kept | {
        "GUICHET_TELEGRAM_TOKEN": TOKEN,
        "GUICHET_TELEGRAM_API": standin.url,
        "GUICHET_KNOWLEDGE": str(knowledge),
        "GUICHET_STATE": str(state),
        "GUICHET_HTTP": f"127.0.0.1:{free_port()}",
        "PYTHONUNBUFFERED": "1",
        **more,
    }


@dataclass
class Person:
    """Somebody in a chat."""

    standin: StandIn
    id: int
    language: str = "fr"
    name: str = "Camille"

    @property
    def user(self) -> dict[str, Any]:
        return {"id": self.id, "is_bot": False, "first_name": self.name, "language_code": self.language}

    @property
    def own_chat(self) -> dict[str, Any]:
        return {"id": self.id, "type": "private", "first_name": self.name}

    def says(self, text: str, chat: dict[str, Any] | None = None, **more: Any) -> dict[str, Any]:
        message = self.standin.message(chat or self.own_chat, self.user, text, **more)
        self.standin.push("message", message)
        return message

    def sends(self, name: str | None, content: bytes, caption: str | None = None, **more: Any) -> dict[str, Any]:
        """Send a file in private; `more` may lie about it."""
        captioned = {"caption": caption} if caption is not None else {}
        document = self.standin.document(name, content, **more)
        message = self.standin.message(self.own_chat, self.user, document=document, **captioned)
        self.standin.push("message", message)
        return message

    def replies(self, sent: Sent, text: str, chat: dict[str, Any] | None = None, **more: Any) -> dict[str, Any]:
        own = {key: value for key, value in self.standin.own(sent).items() if key != "reply_to_message"}
        return self.says(text, chat, reply_to_message=own, **more)

    def edits(self, message: dict[str, Any], text: str) -> None:
        edited = {**message, "text": text, "edit_date": int(time.time())}
        edited.pop("entities", None)
        if entities(text):
            edited["entities"] = entities(text)
        self.standin.push("edited_message", edited)

    def presses(self, sent: Sent, label: str) -> None:
        data = next(b["callback_data"] for row in sent.buttons for b in row if b["text"].startswith(label))
        self.standin.push("callback_query", self._query(sent, data))

    def _query(self, sent: Sent, data: str) -> dict[str, Any]:
        return {
            "id": f"q{time.monotonic_ns()}", "from": self.user, "chat_instance": "1", "data": data,
            "message": self.standin.own(sent),
        }  # fmt: skip

    def types(self, text: str) -> None:
        query = {"id": f"i{time.monotonic_ns()}", "from": self.user, "query": text, "offset": ""}
        self.standin.push("inline_query", query)


def group(number: int, **more: Any) -> dict[str, Any]:
    return {"id": -1001000000000 - number, "type": "supergroup", "title": "Coopération", **more}
