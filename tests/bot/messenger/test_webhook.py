"""Updates brought to a webhook."""

from __future__ import annotations

import json
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.bot.messenger.running import Person, Process, environment, free_port
from tests.bot.messenger.standin import StandIn

SECRET = "a-secret_of-the-webhook"


@pytest.fixture
def hooked(standin: StandIn, small_folder: Path, state: Path, tmp_path: Path) -> Iterator[tuple[Process, str]]:
    file = tmp_path / "secret"
    file.write_text(SECRET + "\n")
    port = free_port()
    arguments = (
        "--webhook",
        "https://example.org/hook",
        "--listen",
        f"127.0.0.1:{port}",
        "--secret-token-file",
        str(file),
    )
    process = Process(environment(standin, small_folder, state), arguments).start()
    process.said("webhook registered")
    yield process, f"http://127.0.0.1:{port}/hook"
    assert process.end() == 0


def _bring(address: str, body: bytes, secret: str | None) -> int:
    headers = {"Content-Type": "application/json"}
    if secret is not None:
        headers["X-Telegram-Bot-Api-Secret-Token"] = secret
    try:
        with urllib.request.urlopen(urllib.request.Request(address, body, headers), timeout=10) as response:
            return int(response.status)
    except urllib.error.HTTPError as error:
        return error.code


def test_updates_are_taken_with_the_secret_only_and_answered_once(
    standin: StandIn, hooked: tuple[Process, str]
) -> None:
    process, address = hooked
    assert standin.webhook["url"] == "https://example.org/hook" and standin.webhook["secret_token"] == SECRET
    person = Person(standin, 5)
    message = standin.message(person.own_chat, person.user, "Qu'est-ce qu'un préfet ?")
    body = json.dumps({"update_id": 77, "message": message}).encode()
    assert _bring(address, body, None) == 403
    assert _bring(address, body, "wrong") == 403
    assert not standin.sent
    assert _bring(address, body, SECRET) == 200
    assert len(standin.sent) == 1
    assert _bring(address, body, SECRET) == 200
    assert len(standin.sent) == 1
    assert _bring(address, b"not json", SECRET) == 400
    assert process.get("/healthz")[0] == 200
    assert SECRET not in "\n".join(process.log)
