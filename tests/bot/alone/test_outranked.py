"""Whether the cards answer better than what is held of what a question names."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from bot.alone.asked_of import Named
from bot.alone.outranked import left_to_cards
from bot.subject import Subject
from bot.words.question import Question
from index.ranking.ranker import Candidate, Ranking
from knowledge.library import Library
from tests.bot.understood import named_in, snapshot_of, surely

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


def test_places_that_are_surely_compared_are_left_for_no_card() -> None:
    named = Named((Subject("table", ("kr-41110", "kr-41460"), "table-compare-population"),), 0.98, asked=True)
    ranking = Ranking((Candidate("card:fr-departement-count", 0.99),), 0.99)
    assert not left_to_cards(named, ranking, Question("which has fewer people?", surely("en")), SNAPSHOT)


@pytest.mark.parametrize(
    ("line", "confidence", "best", "told", "left"),
    [
        ("population", 0.9, "card:names", "Several places are called so.", False),
        ("population", 0.9, "card:list", "Tours has 139,259 people.", False),  # of all, not of this one
        ("population", 0.9, "card:names", "Tours has 139,259 people.", True),  # the card tells it
        ("population", 0.8, "card:names", "Several places are called so.", True),
        ("site", 0.9, "card:names", "Several places are called so.", False),
        ("above", 0.9, "card:names", "Several places are called so.", True),
    ],
)
def test_a_card_that_does_not_tell_the_figure_asked_for_leaves_it_to_the_sheet(
    places: Library, line: str, confidence: float, best: str, told: str, left: bool
) -> None:
    gazetteer = places.gazetteer
    id = next(place.id for place in gazetteer.values() if place.population and place.office.site)
    told = told.replace("139,259", f"{gazetteer[id].population:,}")
    answer = {"en": told}
    cards = {"names": SimpleNamespace(answer=answer, places=(id,)), "list": SimpleNamespace(answer=answer, places=())}
    snapshot = snapshot_of(
        general=SimpleNamespace(threshold=0.5), library=SimpleNamespace(cards=cards, gazetteer=gazetteer)
    )
    named = Named((Subject("place", (id,), line),), confidence, asked=True)
    ranking = Ranking((Candidate(best, 0.96),), 0.96)
    question = Question("how many in Tours?", surely("en"), places=(named_in("how many in Tours?", "Tours", id),))
    assert left_to_cards(named, ranking, question, snapshot) is left
