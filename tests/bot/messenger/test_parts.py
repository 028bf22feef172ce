"""The small parts: flooding, the archive of a journal that fails, what goes on buttons."""

from __future__ import annotations

import asyncio
import threading
import time

from bot.answer import Answer
from bot.conversation import InMemory
from bot.messenger.answerer import Offer, Outcome, Remembered
from bot.messenger.archive import Archive
from bot.messenger.asking import without_mention
from bot.messenger.buttons import answered_by, keyboard
from bot.messenger.flood import MOST, WINDOW, Flood
from bot.messenger.logs import JsonLines
from bot.messenger.metrics import Metrics
from bot.subject import Subject
from tests.bot.messenger.counting import Counting


def test_eight_questions_in_twenty_seconds_are_not_slowed() -> None:
    flood = Flood()
    assert [flood.asks(1, second).seconds for second in range(MOST)] == [0.0] * MOST


def test_more_are_slowed_and_said_once() -> None:
    flood = Flood()
    slowed = [flood.asks(1, 0.0) for _ in range(MOST + 3)]
    assert [each.seconds for each in slowed[MOST:]] == [WINDOW / MOST] * 3
    assert [each.first for each in slowed].count(True) == 1


def test_others_are_not_slowed_and_the_pace_is_forgotten() -> None:
    flood = Flood()
    for _ in range(20):
        flood.asks(1, 0.0)
    assert flood.asks(2, 0.0).seconds == 0.0
    assert flood.asks(1, 21.0).seconds == 0.0


class _Failing(Counting):
    def asked(self, chat: int, person: int, answer: Answer, question: str, milliseconds: float) -> int | None:
        raise OSError("disk full")


class _Locked(Counting):
    def __post_init__(self) -> None:
        super().__post_init__()
        self.key = threading.Event()

    def asked(self, chat: int, person: int, answer: Answer, question: str, milliseconds: float) -> int | None:
        self.key.wait(10)
        return 1


ANSWER = Answer("fr", "answered", "oui", "oui")


def _lost(metrics: Metrics) -> float:
    return sum(s.value for m in metrics.unrecorded.collect() for s in m.samples if s.name.endswith("_total"))


def test_a_full_disk_loses_the_entry_and_counts_it() -> None:
    metrics = Metrics()
    archive = Archive(_Failing(), metrics)
    assert asyncio.run(archive.asked(1, 2, ANSWER, "?", 1.0)) is None
    assert _lost(metrics) == 1


def test_a_locked_journal_holds_up_one_question_and_no_other() -> None:
    metrics, record = Metrics(), _Locked()
    archive = Archive(record, metrics)

    async def ask() -> float:
        assert await archive.asked(1, 2, ANSWER, "?", 1.0) is None
        began = time.monotonic()
        for _ in range(20):
            assert await archive.recall("turns", 1, 2) is None
        return time.monotonic() - began

    held = asyncio.run(ask())
    record.key.set()
    assert held < 0.5 and _lost(metrics) == 21


def test_memory_expires() -> None:
    now = [0.0]
    memory = InMemory(clock=lambda: now[0])
    memory.remember("turns", 1, 2, "x", 10.0)
    assert memory.recall("turns", 1, 2) == "x"
    now[0] = 10.0
    assert memory.recall("turns", 1, 2) is None


def test_forgetting_removes_what_is_kept_of_a_person_only() -> None:
    record = Counting()
    record.remember("turns", 1, 2, "x", None)
    record.remember("language", 0, 2, "fr", None)
    record.remember("language", 0, 3, "ko", None)
    record.voted(1, 2, True)
    assert record.forget(2) == 3
    assert record.recall("language", 0, 2) is None and record.recall("language", 0, 3) == "ko"


def test_what_does_not_fit_a_button_is_kept_under_a_number() -> None:
    archive = Archive(Counting(), Metrics())
    long = Subject("table", tuple(f"fr-com-{number:05}" for number in range(20)), "population")
    kept = Remembered("answered", "fr", (long.key(),))
    markup = keyboard(Outcome((ANSWER,), kept, (Offer("x" * 300, long),)), 12, archive)
    assert markup is not None
    buttons = [button for row in markup.inline_keyboard for button in row]
    assert all(len(str(button.callback_data).encode()) <= 64 for button in buttons)
    assert all(len(button.text) <= 60 for button in buttons)
    assert [b.callback_data for b in buttons[-2:]] == ["fb:1:12", "fb:0:12"]
    number = int(str(buttons[0].callback_data).rpartition("#")[2])
    assert asyncio.run(archive.recall("button", 0, number)) == kept.written()


def test_which_messages_answer_a_question_is_read_back() -> None:
    assert answered_by("12 5,6") == (12, (5, 6))
    assert answered_by(" 5") == (None, (5,))
    assert answered_by(None) == (None, ())


def test_a_log_line_hides_tokens() -> None:
    lines = JsonLines(["a-secret"])
    assert (
        lines.redacted("x a-secret /bot123456:AAHfiqksKZ8WmR2zMnQ4pBxYw7vE5dLgT-s/getMe")
        == "x <token> /bot<token>/getMe"
    )


def test_every_mention_of_the_bot_is_cut_out() -> None:
    from telegram import Chat, Message, MessageEntity

    text = "😀 @Guichet_bot, 군이 뭐예요? @other"
    entities = [MessageEntity("mention", 3, 12), MessageEntity("mention", 26, 6)]
    message = Message(1, None, Chat(1, "group"), text=text, entities=entities)  # type: ignore[arg-type]
    assert without_mention(message, "guichet_bot") == "😀  , 군이 뭐예요? @other"
    assert without_mention(message, "nobody") is None
