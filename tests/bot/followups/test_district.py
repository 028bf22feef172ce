"""A district of the city spoken of that is told by its number."""

from __future__ import annotations

import pytest

from bot.answer import Decision
from bot.followups.district import of_numbered
from bot.subject import Subject
from bot.turn import Turn
from bot.words.question import Question
from knowledge.library import Library
from tests.bot.understood import surely

FIRST, SECOND, PARIS = "fr-com-75101", "fr-com-75102", "fr-com-75056"


def _question(text: str) -> Question:
    return Question(text, surely("fr"))


def _after(id: str) -> Turn:
    return Turn(_question("avant"), Decision("answered", (Subject("place", (id,), "population"),), 1.0))


@pytest.mark.parametrize(
    ("before", "text", "meant"),
    [
        (FIRST, "2구는요?", SECOND),
        (FIRST, "et le 2e ?", SECOND),
        (SECOND, "and the 1st?", FIRST),
        (PARIS, "et le 2e arrondissement, son site ?", SECOND),
        (PARIS, "1구 인구는요?", FIRST),
        (PARIS, "et la 2e ?", None),  # of cities ranked, perhaps
        (FIRST, "et le 2e plus peuplé ?", None),
        (FIRST, "20구는요?", None),  # not in the table
        ("fr-com-37261", "2구는요?", None),
        (FIRST, "", None),
    ],
)
def test_a_number_tells_a_district_of_the_city_spoken_of(
    places: Library, before: str, text: str, meant: str | None
) -> None:
    found = of_numbered(_question(text), _after(before), places.gazetteer)
    assert found.place_ids == (() if meant is None else (meant,))
