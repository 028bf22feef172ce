"""Relative clauses that tell a place by what lies in it."""

from __future__ import annotations

import pytest

from bot.followups.lying_in import spans_of_whole, without_clause


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("the province it is in, how many counties?", "the province , how many counties?"),
        ("et la région où il est : combien de départements ?", "et la région : combien de départements ?"),
        ("그 코뮌이 속한 레지옹 이름", "그 레지옹 이름"),
        ("거기가 속한 도는요?", "그 도는요?"),
        ("is it in a province?", "is it in a province?"),
        ("바다가 있는 도시", "바다가 있는 도시"),
    ],
)
def test_a_clause_that_only_says_so_is_left_out(text: str, left: str) -> None:
    without = without_clause(text)
    assert (" ".join(without.split()), len(without)) == (left, len(text))


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("how many communes in the intercommunality it belongs to?", "the intercommunality it belongs to"),
        ("combien d'habitants dans la province dont elle fait partie ?", "la province dont elle fait partie"),
        ("combien de communes dans son intercommunalité ?", "son intercommunalité"),
        ("how many cities in its province?", "its province"),
        ("그 시가 속한 도 인구도 알려주세요", "그 시가 속한 도"),
        ("combien de ses communes ?", None),  # those in it
        ("its province and population", None),  # which one that is
        ("how many provinces are there?", None),
    ],
)
def test_words_mean_what_the_place_spoken_of_lies_in(text: str, meant: str | None) -> None:
    assert [text[start:end] for start, end, _ in spans_of_whole(text)] == ([] if meant is None else [meant])
