"""Places of the size of one that is named."""

from __future__ import annotations

import pytest

from bot.alone.of_its_size import end_at_home, unit_there
from bot.words.question import Question
from knowledge.library import Library
from tests.bot.understood import surely


@pytest.mark.parametrize(
    ("text", "ids", "unit"),
    [
        ("Our home town is the size of X; find me a Korean gun like that", ("fr-com-37261",), "kr-gun"),
        ("X만 한 프랑스 데파르트망", ("kr-41",), "departement"),
        ("a city the size of X", ("fr-com-37261",), ""),  # of both countries
        ("a commune the size of X", ("fr-com-37261",), ""),  # of its own
        ("a gun of about 40,000 inhabitants like X", ("fr-com-37261",), ""),  # its size is given
        ("a gun the size of X and X", ("fr-com-37261", "kr-41110"), ""),
    ],
)
def test_the_unit_of_the_other_country_is_asked_for(
    places: Library, text: str, ids: tuple[str, ...], unit: str
) -> None:
    assert unit_there(text, ids, places.gazetteer) == unit


@pytest.mark.parametrize(
    ("text", "countries", "table"),
    [
        ("After X, which French city has the most people?", {"FR"}, "table-largest-overall"),
        ("After X, which French city has the fewest people?", {"FR"}, "table-smallest-overall"),
        ("After X, which Korean city has the most people?", {"KR"}, ""),
        ("Which French city is like X?", {"FR"}, ""),
    ],
)
def test_the_next_ones_at_home_are_asked_for(places: Library, text: str, countries: set[str], table: str) -> None:
    question = Question(text, surely("en"), countries=frozenset(countries))
    assert end_at_home(question, ("fr-com-37261",), text, places.gazetteer) == table
