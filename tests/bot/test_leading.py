"""The sheet or table given where nothing else answers."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.language import Detection
from bot.leading import lead
from bot.question import Question
from bot.subject import Subject
from index.mention import Mention
from index.ranker import Candidate, Ranking
from index.variants import INTENT, item
from tests.bot.place_table import library

TEXT = "Could you compare Tours and Blois? (people, number of communes)"
TOURS = Mention(18, 23, "Tours", ("fr-dep-37",), True)
BLOIS = Mention(28, 33, "Blois", ("fr-dep-41",), True)
THRESHOLD = 0.4


def _lead(tmp_path: Path, outside: float, intent: str, likely: float, *places: Mention) -> Subject | None:
    candidates = (Candidate(item(INTENT, intent), likely), Candidate(item(INTENT, "whole"), 1 - likely))
    ranking = Ranking(candidates, 0.3, outside, 0.0)
    question = Question(TEXT, Detection("en", supported=True, certain=True), places)
    return lead(ranking, question, THRESHOLD, library(tmp_path))


def test_places_most_likely_to_be_compared_are(tmp_path: Path) -> None:
    compared = Subject("table", ("fr-dep-37", "fr-dep-41"), "table-compare-population/commune")
    assert _lead(tmp_path, 0.33, "table-compare-population", 0.73, TOURS, BLOIS) == compared


@pytest.mark.parametrize(
    ("outside", "likely", "places"),
    [(0.6, 0.73, (TOURS, BLOIS)), (0.33, 0.45, (TOURS, BLOIS)), (0.1, 0.73, (TOURS,)), (0.1, 0.73, ())],
)
def test_what_is_hardly_asked_or_of_one_place_is_not_compared(
    tmp_path: Path, outside: float, likely: float, places: tuple[Mention, ...]
) -> None:
    found = _lead(tmp_path, outside, "table-compare-population", likely, *places)
    assert found is None or not found.intent.startswith("table-compare")
