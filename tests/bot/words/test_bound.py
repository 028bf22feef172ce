"""A number of inhabitants that bounds what is asked for: from above, from below, about it, between two."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.words.bound import MOST, Bound, bound, read


@pytest.mark.parametrize(
    ("text", "over", "number"),
    [
        ("list the towns over 50k in X", True, 50_000),
        ("Quelles communes du X dépassent 50 000 hab.", True, 50_000),
        ("French communes with fewer than ten inhabitants", False, 10),
        ("les communes de moins de vingt habitants", False, 20),
        ("villes de plus d'un million d'habitants", True, 1_000_000),
        ("combien de villes dépassent le million d'habitants", True, 1_000_000),
        ("X에서 인구 5만명 넘는 도시 몇 개예요?", True, 50_000),
        ("인구 백만 이상인 시", True, 1_000_000),
        ("X 군 중에 인구 10만이 안 되는 데", False, 100_000),
        ("communes de moins de 100 habitants", False, 100),
        ("towns with fewer than 1,000 people", False, 1_000),
        ("villages de moins de 10 habitants", False, 10),
    ],
)
def test_a_number_of_inhabitants_bounds_what_is_asked_for(text: str, over: bool, number: int) -> None:
    assert bound(text) == Bound(over, number)


@pytest.mark.parametrize(
    "text",
    [
        "plus de 3 communes",
        "more than ten of them",
        "in 2026, how many communes",
        "depuis plus de 2000 ans",
        "X has 12 communes",
        "10만 명",
        f"communes de plus de {'9' * 400} habitants",
        "moins de 0 habitants",
    ],
)
def test_a_number_of_something_else_is_no_bound(text: str) -> None:
    assert bound(text) is None


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Any si around 100k?", 100_000),
        ("communes d'environ 10 000 habitants", 10_000),
        ("인구 5만 정도인 군", 50_000),
        ("towns of 1,000 people or so", 1_000),
        ("Any city around 250-260 thousand people?", 255_000),
    ],
)
def test_a_number_may_be_one_to_come_near(text: str, number: int) -> None:
    assert bound(text) == Bound(False, number, about=True)


@pytest.mark.parametrize(
    ("text", "number", "upto"),
    [
        ("List French cities between 100 000 and 120 000 people pls", 100_000, 120_000),
        ("communes de 10 000 à 12 000 habitants", 10_000, 12_000),
        ("villes entre cent mille et deux cent mille habitants", 100_000, 200_000),
        ("인구 5만에서 7만 사이 군", 50_000, 70_000),
        ("인구 5~7만 군", 50_000, 70_000),
        ("between 50 and 70 thousand people", 50_000, 70_000),
        ("인구 5만 명 이상 10만 명 미만인 시", 50_000, 100_000),
        ("plus de 10 000 mais moins de 12 000 habitants", 10_000, 12_000),
        ("under 70k but over 50k people", 50_000, 70_000),
    ],
)
def test_a_range_is_a_bound_with_both_ends(text: str, number: int, upto: int) -> None:
    assert bound(text) == Bound(True, number, upto=upto)


@pytest.mark.parametrize(
    "text",
    ["de 100 à 200 euros", "from 2020 to 2026", "between 2 and 3 communes", "entre 7 000 et 5 000", "02-120 to 02-130"],
)
def test_two_numbers_of_something_else_are_no_range(text: str) -> None:
    assert bound(text) is None


def test_bounds_that_are_asked_for_apart_are_no_range() -> None:
    assert bound("인구 10만 이상인 시가 몇 개이고 5만 이하인 시는") == Bound(True, 100_000)
    assert bound("over 70k but under 50k people") == Bound(True, 70_000)


def test_a_range_holds_its_ends() -> None:
    within = Bound(True, 50, upto=70)
    assert [within.admits(size) for size in (49, 50, 60, 70, 71)] == [False, True, True, True, False]


def test_near_a_number_is_what_is_up_to_a_quarter_more_or_less() -> None:
    near = Bound(False, 100_000, about=True)
    assert [near.admits(size) for size in (0, 79_000, 81_000, 100_000, 124_000, 126_000)] == [
        False, False, True, True, True, False,
    ]  # fmt: skip
    assert [Bound(True, 5).admits(size) for size in (4, 5, 6)] == [False, False, True]
    assert [Bound(False, 5).admits(size) for size in (4, 5, 6)] == [True, False, False]


def test_a_bound_is_read_back_as_it_was_written() -> None:
    for each in (Bound(True, 50_000), Bound(False, 100), Bound(False, 100, about=True), Bound(True, 5, upto=7)):
        assert read(each.written()) == each
    assert read("") is None


@given(
    st.text(max_size=60),
    st.sampled_from(["plus de ", "under ", "인구 ", ""]),
    st.text("0123456789.,만천 ", max_size=40),
)
def test_no_text_breaks_the_reading_of_a_bound(before: str, word: str, number: str) -> None:
    found = bound(f"{before}{word}{number} 명 넘는 habitants")
    assert found is None or 1 <= found.number <= MOST
