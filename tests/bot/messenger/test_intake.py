"""What the end cuts short is not told to be done with: the next start gets it again."""

from __future__ import annotations

import asyncio
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from telegram import Chat, Message, Update, User

from bot.messenger.intake import Intake
from bot.messenger.ledger import Ledger
from bot.messenger.metrics import Metrics
from bot.messenger.network import without_updates


def _update(number: int) -> Update:
    person = User(number, "A", is_bot=False)
    message = Message(number, datetime(2026, 11, 29, tzinfo=UTC), Chat(number, "private"), from_user=person, text="?")
    return Update(number, message)


def test_what_the_end_cuts_short_is_not_acknowledged(tmp_path: Path) -> None:
    async def story() -> tuple[int | None, int | None]:
        released = asyncio.Event()

        async def handle(update: Update) -> None:
            if update.update_id > 1:
                await released.wait()

        intake = Intake(handle, Ledger(tmp_path / "ledger"), Metrics())
        for number in (1, 2, 3):
            intake.accept(_update(number))
        await asyncio.sleep(0.05)
        before = intake.oldest
        await intake.drain(0.05)
        await asyncio.sleep(0.05)
        return before, intake.oldest

    assert asyncio.run(story()) == (2, 2)


def test_updates_taken_in_are_left_out_of_a_response_before_they_are_read() -> None:
    body = b'{"ok": true, "result": [{"update_id": 1, "message": "\xec\x95\x88"}, {"update_id": 2}]}'
    left = json.loads(without_updates(body, {1: None}.keys()))
    assert left == {"ok": True, "result": [{"update_id": 2}]}
    assert without_updates(body, ()) == body
    assert without_updates(body, (3,)) == body


@pytest.mark.parametrize("body", [b"", b"Bad Gateway", b"[]", b"{}", b'{"result": true}', b'{"result": [{"id": 1}]}'])
def test_a_response_that_lists_no_updates_is_left_as_it_is(body: bytes) -> None:
    assert without_updates(body, (1,)) == body
