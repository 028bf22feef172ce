"""Relative clauses that tell a place by what lies in it."""

from __future__ import annotations

import pytest

from bot.followups.lying_in import without_clause


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
