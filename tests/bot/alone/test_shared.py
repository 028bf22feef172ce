"""What share of its country a place has, where that is all that is asked."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.alone.shared import share_asked
from bot.words.question import Question
from tests.bot.place_table import library
from tests.bot.understood import named_in, surely

IDS = {"Gyeonggi": "kr-41", "Tours": "fr-com-37261", "경기도": "kr-41", "Suwon": "kr-41110"}


@pytest.mark.parametrize(
    ("text", "country", "asked"),
    [
        ("What share of Korea's population lives in Gyeonggi?", "KR", True),
        ("Quel pourcentage de la population nationale représente Tours ?", "", True),
        ("전국 인구에서 경기도 비율은?", "", True),
        ("What share of France's population lives in Gyeonggi?", "FR", False),  # it lies in another
        ("What share of Korea's exports comes from Gyeonggi?", "KR", False),
        ("How many people live in Gyeonggi?", "KR", False),
        ("What share of Gyeonggi lives in Suwon?", "KR", False),  # of two places their populations tell
        ("", "", False),
    ],
)
def test_the_share_of_the_country_is_asked_for_alone(tmp_path: Path, text: str, country: str, asked: bool) -> None:
    places = tuple(named_in(text, name, id) for name, id in IDS.items() if name in text)
    question = Question(text, surely("en"), places, countries=frozenset({country} - {""}))
    found = share_asked(question, library(tmp_path))
    assert ([each.intent for each in found.subjects] if found else []) == (["table-share"] if asked else [])
