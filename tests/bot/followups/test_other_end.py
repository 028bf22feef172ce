"""A ranking is told from its other end where nothing more is asked."""

from __future__ import annotations

import pytest

from bot.followups.other_end import of_the_other_end
from bot.subject import Subject
from bot.words.question import Question
from tests.bot.understood import surely

LARGEST = Subject("table", (), "table-largest-overall/kr-gun/kr")
SMALLEST = Subject("table", ("fr-dep-30",), "table-smallest/commune")


@pytest.mark.parametrize("text", ["et à l'opposé ?", "and at the other end?", "반대로는요?", "À l'inverse ?"])
def test_the_other_end_of_a_ranking(text: str) -> None:
    question = Question(text, surely("fr"))
    assert of_the_other_end(question, LARGEST) == Subject("table", (), "table-smallest-overall/kr-gun/kr")
    assert of_the_other_end(question, SMALLEST) == Subject("table", ("fr-dep-30",), "table-largest/commune")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("et à l'opposé, sa population ?", LARGEST),
        ("et le site ?", LARGEST),
        ("et à l'opposé ?", Subject("table", ("fr-dep-30",), "table-count-below")),
        ("et à l'opposé ?", Subject("card", ("kr-gun",))),
        ("et à l'opposé ?", None),
    ],
)
def test_nothing_else_is_turned(text: str, shown: Subject | None) -> None:
    assert of_the_other_end(Question(text, surely("fr")), shown) is None
