from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.words.top import ALL, among, averages, in_order, is_among, only_among, only_orders, order_named, top


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("top 10 des villes de X", 10),
        ("les dix plus grandes villes", 10),
        ("the twenty most populous gun", 20),
        ("X에서 인구 많은 군 7개 알려줘", 7),
        ("상위 15개 도시", 15),
        ("10위까지", 10),
        ("top 3", 0),
        ("les cinq plus grosses villes", 0),
        ("le département 30", 0),
        ("les communes de plus de 10 000 habitants", 0),
        ("les 10,5 plus", 0),
        ("rank them biggest to smallest", ALL),
        ("the top 10, biggest first", 10),
        ("the largest city by population", 0),
        ("laquelle des 24 communes est la plus petite", 0),
        ("X 31개 시군 가운데 제일 작은 데", 0),
        ("", 0),
    ],
)
def test_a_number_of_places_to_show_is_found(text: str, number: int) -> None:
    assert top(text) == number


@given(st.text(max_size=80))
def test_any_text_gives_none_or_a_number_of_two_digits(text: str) -> None:
    assert 0 <= top(text) < 100


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("du plus grand au plus petit", "largest"),
        ("de la moins peuplée à la plus peuplée", "smallest"),
        ("in descending order", "largest"),
        ("인구 적은 순으로", "smallest"),
        ("X 군을 큰 순서대로", "largest"),
        ("les communes par population", "largest"),
        ("la plus grande ville par population", ""),
        ("le plus grand et le plus petit", ""),
        ("", ""),
    ],
)
def test_the_end_that_comes_first_is_told(text: str, end: str) -> None:
    assert in_order(text) == end


@pytest.mark.parametrize(
    ("text", "only"),
    [
        ("en habitants ?", True),
        ("du moins peuplé au plus peuplé", True),
        ("by population", True),
        ("인구 기준으로", True),
        ("인구 기준이 뭐예요", False),
        ("et sa population", False),
        ("la plus grande, en habitants", False),
        ("", False),
    ],
)
def test_words_that_only_tell_an_order_are_found(text: str, only: bool) -> None:
    assert only_orders(text) is only


def test_where_an_order_stands_is_told() -> None:
    assert order_named("X par ordre croissant") == [(2, 21)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("À X, laquelle des 24 communes a le moins d'habitants ?", True),
        ("Parmi les 17 communes de X, laquelle est la plus peuplée ?", True),
        ("Of the 24 communes of X, which has the fewest inhabitants?", True),
        ("Of X's 25 gu, which is the smallest?", True),
        ("X 25개 구 중에 제일 작은 구는?", True),
        ("les 10 plus grandes communes de X", False),
        ("the populations of the 10 largest communes", False),
        ("X에서 인구가 많은 10개 시군은?", False),
        ("", False),
    ],
)
def test_a_number_of_those_among_which_one_is_asked_for_is_told_apart(text: str, told: bool) -> None:
    assert among(text) is told


@pytest.mark.parametrize(
    ("text", "unit", "told"),
    [
        ("한국 시 중에 제일 작아?", "시 중", True),
        ("la plus petite parmi les villes de Corée", "villes", True),
        ("une ville de la taille de X", "ville", False),
        ("제일 작은 시", "시", False),
    ],
)
def test_the_unit_among_which_one_is_asked_for_is_told_apart(text: str, unit: str, told: bool) -> None:
    assert is_among(text, text.index(unit)) is told


def test_what_only_says_among_how_many_is_told_apart() -> None:
    assert only_among("Of X's 25 gu")
    assert only_among("parmi les 17 communes de X")
    assert not only_among("of X")
    assert not only_among("")


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("population moyenne des communes de X", True),
        ("average number of inhabitants of the gu of X", True),
        ("X 자치구 평균 인구", True),
        ("les villes moyennes de X", False),
        ("what does it mean that X is a gun", False),
        ("", False),
    ],
)
def test_a_mean_or_a_median_is_told_from_a_number(text: str, held: bool) -> None:
    assert averages(text) is held
