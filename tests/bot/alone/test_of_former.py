"""What a place that exists no more is today."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.alone.of_former import former_asked
from bot.subject import Subject
from bot.words.question import Question
from tests.bot.place_table import library
from tests.bot.understood import named_in, surely


def _asked(folder: Path, text: str, id: str, unheld: float = 0.5, outside: float = 0.1) -> Subject | None:
    question = Question(text, surely("en"), places=(named_in(text, "Suwon", id),))
    return former_asked(question, unheld, outside, library(folder))


@pytest.mark.parametrize(
    "text",
    [
        "My papers say Suwon County, what is it known as now?",
        "Suwon, introuvable sur la carte",
        "출생지가 Suwon이라는데 지금은 어디예요",
    ],
)
def test_what_a_former_place_is_today_is_told(tmp_path: Path, text: str) -> None:
    assert _asked(tmp_path, text, "kr-old") == Subject("place", ("kr-old",))


@pytest.mark.parametrize(
    ("text", "id", "unheld", "outside"),
    [
        ("Suwon today?", "kr-41110", 0.5, 0.1),  # it exists
        ("Suwon?", "kr-old", 0.5, 0.1),
        ("weather in Suwon now?", "kr-old", 0.99, 0.1),
        ("hotels in Suwon today?", "kr-old", 0.5, 0.9),
    ],
)
def test_nothing_is_told_of_a_living_place_nor_what_is_not_held(
    tmp_path: Path, text: str, id: str, unheld: float, outside: float
) -> None:
    assert _asked(tmp_path, text, id, unheld, outside) is None
