"""The words of a ranking: its ends, ranks, and what asks for names."""

from __future__ import annotations

import pytest

from bot.words.ranks import (
    by_another_measure,
    comes_at,
    describes,
    ends_in,
    numbered,
    numbers,
    only_ranks,
    ranks,
    said,
    without,
    without_naming,
)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("the second smallest", {"rank_2", "least"}),
        ("두번째로 적은 곳", {"rank_2", "least"}),
        ("세 번째로 큰 도시", {"rank_3", "most"}),
        ("puis la troisième", {"rank_3"}),
        ("and which comes next", {"next"}),
        ("next one down?", {"next"}),
        ("celle d'après ?", {"next"}),
        ("what are the other two called", {"others", "naming"}),
        ("나머지 두 곳 이름은요", {"others", "naming"}),
        ("le plus grand", {"most"}),
        ("a secondary school", set()),
        ("", set()),
    ],
)
def test_the_kinds_of_ranking_words_are_told(text: str, kinds: set[str]) -> None:
    assert said(text) == kinds


@pytest.mark.parametrize(
    ("text", "comes"),
    [
        ("which municipality comes third in X", True),
        ("quelle commune arrive en deuxième", True),
        ("vient en 3e position", True),
        ("the third time he comes", False),
        ("", False),
    ],
)
def test_one_may_be_said_to_come_at_a_rank(text: str, comes: bool) -> None:
    assert comes_at(text) is comes


@pytest.mark.parametrize(
    ("text", "unheld"),
    [
        ("the largest county by area", True),
        ("le plus vaste comté de Corée", True),
        ("제일 넓은 군", True),
        ("Lyon or Marseille, which is richer?", True),
        ("the largest town in the Lyon area", False),
        ("제일 큰 군", False),
    ],
)
def test_places_may_be_measured_by_what_is_not_held(text: str, unheld: bool) -> None:
    assert by_another_measure(text) is unheld


def test_a_rank_is_a_number_or_the_next() -> None:
    assert numbered(frozenset({"rank_4", "most"})) == 4
    assert numbered(frozenset({"next"})) == 0
    assert ranks(frozenset({"next"}))
    assert not ranks(frozenset({"most"}))


def test_what_is_said_besides_stays() -> None:
    assert without("the second largest port").split() == ["the", "port"]
    assert without_naming("les autres, comment s'appellent-ils").split() == [",", "comment", "-"]


@pytest.mark.parametrize(
    ("text", "only"),
    [
        ("most", True),
        ("la moins peuplée", True),
        ("le deuxième plus grand", False),
        ("the most people in it", False),
        ("deuxième", False),
        ("", False),
    ],
)
def test_an_end_of_a_ranking_may_be_all_that_is_said(text: str, only: bool) -> None:
    assert only_ranks(text) is only


def test_a_rank_before_a_unit_numbers_it() -> None:
    assert numbers("quelle est la 2e ")
    assert not numbers("la 2e plus grande ")
    assert not numbers("")


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Foix, la 2e ", {"rank_2"}),
        ("the third largest", {"most"}),
        ("경남에서 두 번째로 작은", {"least"}),
        ("la première", {"first"}),
        ("the first of all", set()),
        ("", set()),
    ],
)
def test_a_text_may_end_in_words_of_a_ranking(text: str, kinds: set[str]) -> None:
    assert kinds <= ends_in(text)
    assert bool(kinds) is bool(ends_in(text))


@pytest.mark.parametrize(
    ("text", "small"),
    [
        ("petite commune du X, qui appeler ?", True),
        ("we're a small town in X", True),
        ("X의 작은 도시인데", True),
        ("la plus petite commune du X", False),
        ("les petites annonces de la commune de X", False),
        ("commune du X", False),
        ("", False),
    ],
)
def test_a_unit_said_to_be_small_is_not_the_smallest(text: str, small: bool) -> None:
    assert describes(text) is small
