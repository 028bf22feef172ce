"""The question before with a word now said in place of one of its own."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest

from bot.followups.swapped import swapped
from bot.words.question import Question
from tests.bot.understood import snapshot_of, surely


def _swapped(before: str, text: str) -> list[str]:
    def encode(words: list[str], _: str) -> np.ndarray:
        first = [1.0] + [1.0 / (2 + number) for number in range(len(words) - 1)]  # the earlier, the more alike
        return np.array([[value] for value in first], np.float32)

    model = SimpleNamespace(encode=encode)
    questions = swapped(Question(text, surely("fr")), Question(before, surely("fr")), snapshot_of(model=model))
    return [question.text for question in questions]


@pytest.mark.parametrize(
    ("before", "text", "first"),
    [
        ("군수는 선출직인가요?", "면장은요?", "면장은 선출직인가요?"),
        ("군수도 선출직인가요?", "면장도요?", "면장도 선출직인가요?"),
        ("libraries in France", "schools?", "schools in france"),
    ],
)
def test_a_word_stands_in_place_of_another(before: str, text: str, first: str) -> None:
    assert _swapped(before, text)[0] == first


@pytest.mark.parametrize(
    ("before", "text"), [("군수는 선출직인가요?", "군수는요?"), ("", "면장은요?"), ("libraries", "")]
)
def test_what_says_nothing_new_swaps_nothing(before: str, text: str) -> None:
    assert _swapped(before, text) == []
