"""What a question gets when it is read on from the turn before."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace
from typing import Any, cast

import pytest

from bot import reading_on
from bot.alone import Alone
from bot.answer import Decision
from bot.followup import Completion
from bot.language import Detection
from bot.question import Question
from bot.reading_on import readings
from bot.subject import Subject
from bot.turn import Turn
from index.names import Mention
from index.snapshot import Snapshot

FRENCH = Detection("fr", supported=True, certain=True)
SNAPSHOT = cast(Snapshot, cast(Any, SimpleNamespace(library=SimpleNamespace(contacts={}, cards={}))))
LAST = Turn(Question("joindre la FKCCI", FRENCH), Decision("answered", (Subject("card", ("team",)),), 0.9))
ASKED = Question("et l'Institut ?", FRENCH, contacts=(Mention(3, 13, "l'Institut", ("institut",), True),))


def _read(monkeypatch: pytest.MonkeyPatch, completion: Completion, got: Subject) -> tuple[bool, Subject]:
    monkeypatch.setattr(reading_on, "_standing", lambda turn, snapshot: turn.question)
    monkeypatch.setattr(reading_on, "_found", lambda *args: ())
    monkeypatch.setattr(reading_on.followup, "completions", lambda *args, **named: iter([completion]))
    monkeypatch.setattr(reading_on, "alone", lambda *args: Alone(Decision("answered", (got,), 0.9), 0.1, 0.1))
    monkeypatch.setattr(reading_on, "content", lambda subject, *rest: None if subject.intent == "phone" else subject)
    [(reading, decision)] = readings(ASKED, LAST, SNAPSHOT, date(2026, 12, 1))
    return reading.repeated, decision.subjects[0]


@pytest.mark.parametrize(("body", "repeated"), [("fkcci", True), ("institut", False)])
def test_two_questions_in_one_that_get_another_body_than_the_one_named_repeat_the_first(
    monkeypatch: pytest.MonkeyPatch, body: str, repeated: bool
) -> None:
    got = Subject("contact", (body,), "site")
    assert _read(monkeypatch, Completion("joined", ASKED), got) == (repeated, got)


@pytest.mark.parametrize(
    "completion",
    [
        Completion("another", Subject("contact", ("institut",), "phone")),
        Completion("within", Subject("place", ("fr-epci-1",), "phone")),
        Completion("chosen", Subject("place", ("fr-com-37261",), "phone")),
    ],
)
def test_what_is_named_or_pointed_to_is_told_of_though_it_lacks_the_line_asked_for(
    monkeypatch: pytest.MonkeyPatch, completion: Completion
) -> None:
    assert isinstance(completion.asks, Subject)
    whole = Subject(completion.asks.kind, completion.asks.ids)
    assert _read(monkeypatch, completion, whole)[1] == whole


def test_a_place_named_that_lacks_the_line_asked_for_gets_nothing_of_the_turn_before(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    completion = Completion("another", Subject("place", ("fr-com-37261",), "phone"))
    with pytest.raises(ValueError, match="not enough values"):
        _read(monkeypatch, completion, Subject("place"))
