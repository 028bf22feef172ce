"""What the turns before let a question go on from."""

from __future__ import annotations

import pytest

from bot.answer import Decision
from bot.context import place_before
from bot.language import Detection
from bot.question import Question
from bot.subject import Subject
from bot.turn import Turn


def _turn(text: str, *subjects: Subject) -> Turn:
    status = "answered" if subjects else "unknown"
    return Turn(Question(text, Detection("fr", supported=True, certain=True)), Decision(status, subjects, 0.9))


CARD = Subject("card", ("kr-teukryesi",))


@pytest.mark.parametrize(
    ("history", "place"),
    [
        (
            [_turn("Goyang ?", Subject("table", ("kr-41280",), "table-is-kind")), _turn("une teukryesi ?", CARD)],
            "kr-41280",
        ),
        ([_turn("un EPCI ?", CARD), _turn("une teukryesi ?", CARD)], None),
        ([_turn("Goyang ?", Subject("place", ("kr-41280",))), _turn("Suwon ?", Subject("place", ("kr-41110",)))], None),
        ([_turn("les deux ?", Subject("table", ("kr-41280", "kr-41110"))), _turn("une teukryesi ?", CARD)], None),
        ([_turn("une teukryesi ?", CARD)], None),
        ([_turn("?")], None),
    ],
)
def test_the_place_before_an_explanation_is_remembered(history: list[Turn], place: str | None) -> None:
    found = place_before(history, history[-1])
    assert (found and found.ids[0]) == place
