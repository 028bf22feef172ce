"""What was just told is told again where it is only doubted."""

from __future__ import annotations

import pytest

from bot.answer import Decision
from bot.followups.doubted import told_again
from bot.subject import Subject
from bot.turn import Turn
from bot.words.question import Question
from tests.bot.understood import named_in, surely

TOLD = Decision("answered", (Subject("table", (), "table-list-overall/kr-gu/kr"),), 1.0)


def _again(text: str, name: str = "", told: Decision = TOLD) -> Decision | None:
    places = (named_in(text, name, "kr-26"),) if name else ()
    return told_again(Question(text, surely("fr"), places=places), Turn(Question("?", surely("fr")), told))


@pytest.mark.parametrize(
    "text",
    [
        "vous êtes sûr ? j'avais noté 69",
        "Hmm, are you certain? My notes say 1,266.",
        "정말요?",
        "확실해요? 저는 120만으로 알고 있었는데요",
        "Vraiment ?",
        "Really?!",
    ],
)
def test_a_doubt_gets_the_same_again(text: str) -> None:
    found = _again(text)
    assert found is not None
    assert (found.status, found.subjects, found.follows) == ("answered", TOLD.subjects, True)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Sûr. Et la région ?", ""),
        ("Really? And how is it elected?", ""),
        ("ah bon ? pourquoi", ""),
        ("정말요? 부산은요?", "부산"),
        ("Are you sure Busan is a province?", "Busan"),
        ("Sure, thanks", ""),
        ("C'est vrai que le maire est élu ?", ""),
        ("", ""),
    ],
)
def test_what_asks_more_does_not(text: str, name: str) -> None:
    assert _again(text, name) is None


def test_nothing_told_is_not_told_again() -> None:
    assert _again("정말요?", told=Decision("unknown", reason="unsure")) is None
