"""Cards ranked for a question after one that a card answered."""

from __future__ import annotations

import pytest

from bot.followups.ranked_after import WEIGHTS, evidence, likeliest
from index.ranking.ranker import Candidate, Ranking


def ranking(confidence: float = 0.9, **chances: float) -> Ranking:
    return Ranking(tuple(Candidate(name, chance) for name, chance in chances.items()), confidence)


def test_what_both_readings_hold_likely_is_meant_rather_than_what_one_is_sure_of() -> None:
    """French classes in term? - And in summer?"""
    own = ranking(opening_hours=0.95, summer_course=0.05)
    joined = ranking(evening_course=0.98, summer_course=0.02)
    meant = likeliest(own, joined, "evening_course", (), words=1)
    assert meant is not None
    assert meant.item == "summer_course"


def test_a_question_that_is_sure_by_itself_is_left_alone() -> None:
    own = ranking(cancelling=0.999, booking=0.001)
    meant = likeliest(own, ranking(booking=0.999, cancelling=0.001), "booking", (), words=4)
    assert meant is not None
    assert meant.item == "cancelling"


def test_the_card_just_told_is_meant_by_few_words_that_it_alone_is_near_to_with_the_question_before() -> None:
    """Can I fly a drone? - And the price?"""
    own = ranking(0.4, parking=0.6, entry=0.4)
    meant = likeliest(own, ranking(0.99, drones=1.0), "drones", (), words=1)
    assert meant is not None
    assert meant.item == "drones"


@pytest.mark.parametrize("related", ["going_out", "coming_in"])
def test_of_two_alike_the_one_related_to_the_card_just_told_is_meant(related: str) -> None:
    alike = ranking(going_out=0.5, coming_in=0.5)
    meant = likeliest(alike, alike, "applying", {related}, words=3)
    assert meant is not None
    assert meant.item == related


def test_nothing_is_meant_where_nothing_is_ranked() -> None:
    assert likeliest(Ranking((), 0.0), Ranking((), 0.0), "told", (), words=2) is None


def test_every_weight_is_of_something_that_is_measured() -> None:
    rows = evidence(["one", "other"], ranking(one=0.5), ranking(other=0.5), "one", {"other"}, 3)
    assert rows.shape == (2, len(WEIGHTS))
