"""Whether the cards answer better than what is held of what a question names."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from bot.alone.asked_of import Named
from bot.alone.outranked import left_to_cards
from bot.subject import Subject
from bot.words.question import Question
from index.ranking.ranker import Candidate, Ranking
from tests.bot.understood import snapshot_of, surely

SNAPSHOT = snapshot_of(general=SimpleNamespace(threshold=0.5))


@pytest.mark.parametrize(
    ("intent", "best", "left"),
    [
        ("table-compare-population", "intent:table-smallest-overall", False),
        ("table-compare-population", "card:fr-departement-count", True),
        ("table-is-kind", "intent:table-smallest-overall", True),
    ],
)
def test_places_compared_by_name_are_not_left_for_a_table_of_a_country(intent: str, best: str, left: bool) -> None:
    named = Named((Subject("table", ("fr-dep-48", "kr-47940"), intent),), 0.9, asked=True)
    ranking = Ranking((Candidate(best, 0.96),), 0.96)
    assert left_to_cards(named, ranking, Question("which has fewer people?", surely("en")), SNAPSHOT) is left
