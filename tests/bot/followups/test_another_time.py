"""Follow-ups on a figure at another time than it is held of."""

from __future__ import annotations

import pytest

from bot.followups.another_time import is_held, not_held, times, without_time
from bot.subject import Subject
from bot.words.question import Question
from knowledge.library import Library
from knowledge.text import Language, bare
from tests.bot.understood import surely

POPULATION = Subject("place", ("fr-com-37261",), "population")


@pytest.mark.parametrize(
    ("text", "rest", "year"),
    [
        ("What was it back in 1980?", "What was it", 1980),
        ("et en 1968 ?", "et", 1968),
        ("1980년에는요?", "", 1980),
        ("il y a dix ans ?", "", None),
        ("and ten years ago", "and", None),
        ("10년 전에는요?", "", None),
        ("작년에는요?", "", None),
        ("l'an dernier, combien ?", "combien", None),
        ("and last year?", "and", None),
    ],
)
def test_a_time_is_a_year_or_how_long_it_is_from_now(text: str, rest: str, year: int | None) -> None:
    ((start, end), told), *others = times(bare(text))
    assert not others
    assert told == year
    without = (text[:start] + text[end:]).strip(" ?,요")
    assert without == rest


@pytest.mark.parametrize("text", ["plus de 2000 000 habitants ?", "il y a dix gu ?", "why?", "3000명", "for 10 years"])
def test_other_numbers_are_no_time(text: str) -> None:
    assert not times(bare(text))


@pytest.mark.parametrize(
    ("text", "found", "held"),
    [
        ("What was it back in 1980?", POPULATION, False),
        ("그럼 10년 전에는요?", POPULATION, False),
        ("and in 2023?", POPULATION, True),  # the figure told is of that year
        ("and the schools?", POPULATION, True),
        ("et en 1968 ?", Subject("table", ("fr-dep-37",), "table-largest/commune"), False),
        ("et en 1968 ?", Subject("table", (), "table-largest-overall/commune/fr"), True),
        ("et en 1968 ?", Subject("table", ("fr-dep-37",), "table-count-below/commune"), True),
        ("et en 1968 ?", Subject("place", ("fr-dep-37",), "seat"), True),
        ("et en 1968 ?", Subject("card", ("fr-prefet",)), True),
    ],
)
def test_a_figure_is_held_of_one_year(places: Library, text: str, found: Subject, held: bool) -> None:
    assert is_held(Question(text, surely("en")), found, places.gazetteer) is held


@pytest.mark.parametrize(
    ("text", "language", "rest"),
    [
        ("What was it back in 1980?", "en", "What it ?"),
        ("et il y a 20 ans, la population ?", "fr", "et , la population ?"),
        ("C'était combien en 1968 ?", "fr", "combien ?"),
        ("1980년에는 인구가?", "ko", "인구가?"),
    ],
)
def test_what_is_left_of_a_question_without_the_time_that_it_asks_about(
    text: str, language: Language, rest: str
) -> None:
    assert without_time(Question(text, surely(language))).text == rest


def test_where_the_figure_is_told_is_what_lies_nearest() -> None:
    decision = not_held(POPULATION)
    assert (decision.status, decision.reason, decision.nearest) == ("unknown", "not_held", (POPULATION,))
