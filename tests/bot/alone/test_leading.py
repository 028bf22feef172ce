"""The sheet or table given where nothing else answers."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.alone.leading import lead
from bot.subject import Subject
from bot.words.question import Question
from index.names.mention import Mention
from index.ranking.ranker import Candidate, Ranking
from index.ranking.variants import INTENT, item
from tests.bot.place_table import library
from tests.bot.understood import surely

TEXT = "Could you compare Tours and Blois? (people, number of communes)"
TOURS = Mention(18, 23, "Tours", ("fr-dep-37",), True)
BLOIS = Mention(28, 33, "Blois", ("fr-dep-41",), True)
THRESHOLD = 0.4


def _lead(tmp_path: Path, outside: float, intent: str, likely: float, *places: Mention) -> Subject | None:
    candidates = (Candidate(item(INTENT, intent), likely), Candidate(item(INTENT, "whole"), 1 - likely))
    ranking = Ranking(candidates, 0.3, outside, 0.0)
    question = Question(TEXT, surely("en"), places)
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


def _of_one(folder: Path, text: str, id: str, *candidates: tuple[str, float], outside: float = 0.0) -> Subject | None:
    name = Mention(text.index("X"), text.index("X") + 1, "X", (id,), True)
    question = Question(text, surely("fr"), (name,))
    found = tuple(Candidate(item(INTENT, intent), likely) for intent, likely in candidates)
    return lead(Ranking(found, 0.9, outside, 0.0), question, THRESHOLD, library(folder))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("La visite de X : à quelle ville écrire ?", Subject("table", ("kr-landmark-1",), "table-which-above/city")),
        ("La visite de X : à qui écrire ?", None),
    ],
)
def test_a_landmark_leads_to_the_town_asked_for(tmp_path: Path, text: str, found: Subject | None) -> None:
    assert _of_one(tmp_path, text, "kr-landmark-1", ("address", 0.5), ("rule-government", 0.3), outside=0.3) == found


def test_a_unit_of_which_none_is_held_leads_to_no_sheet(tmp_path: Path) -> None:
    counted = ("table-count-below", 0.95)
    assert _of_one(tmp_path, "Combien de cantons dans X", "fr-dep-37", counted) is None
    assert _of_one(tmp_path, "Combien de communes dans X", "fr-dep-37", counted) == Subject("place", ("fr-dep-37",))
