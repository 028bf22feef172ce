"""The sum of what was told of places one by one."""

from __future__ import annotations

import pytest

from bot.answer import Decision
from bot.followups.added_up import added_up
from bot.subject import Subject
from bot.turn import Turn
from bot.words.question import Question
from tests.bot.partner_table import BEFORE
from tests.bot.understood import surely

ANDONG, YECHEON = "kr-47170", "kr-47900"


def _told(*subjects: Subject) -> Turn:
    return Turn(BEFORE, Decision("answered", subjects, 0.9))


def _population(*ids: str) -> tuple[Subject, ...]:
    return tuple(Subject("place", (id,), "population") for id in ids)


ONE_EACH = [_told(*_population(ANDONG)), _told(*_population(YECHEON))]


@pytest.mark.parametrize(
    "told",
    [
        ONE_EACH,
        [_told(Subject("place", ("kr-41110",), "site")), *ONE_EACH],
        [_told(*_population(ANDONG, YECHEON))],
        [_told(Subject("table", (ANDONG, YECHEON), "table-compare-population"))],
    ],
)
@pytest.mark.parametrize(
    "text", ["and both together?", "et les deux ensemble ?", "둘이 합치면?", "How many people in total?"]
)
def test_what_was_told_of_places_is_added_up(told: list[Turn], text: str) -> None:
    found = added_up(Question(text, surely("en")), told)
    assert found == Subject("table", (ANDONG, YECHEON), "table-total")


@pytest.mark.parametrize(
    ("told", "text"),
    [
        (ONE_EACH, "and both?"),
        (ONE_EACH, "do they have a festival together?"),
        (ONE_EACH[:1], "and both together?"),
        ([], "and both together?"),
        ([*ONE_EACH, _told(Subject("place", (ANDONG,), "site"))], "and both together?"),
        ([_told(Subject("partners", (ANDONG, YECHEON), "partners-of"))], "both together?"),
    ],
)
def test_nothing_is_added_up_where_no_sum_is_asked_or_no_numbers_were_told(told: list[Turn], text: str) -> None:
    assert added_up(Question(text, surely("en")), told) is None
