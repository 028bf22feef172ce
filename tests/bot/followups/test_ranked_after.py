"""Cards ranked for a question after one that a card answered."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from bot.answer import Decision
from bot.followups.ranked_after import NOTHING, TAUGHT_WEIGHTS, WEIGHTS, After, Found, evidence, likeliest, ranked_after
from bot.subject import Subject
from bot.turn import Turn
from bot.words.question import Question
from index.ranking.ranker import Candidate, Ranking
from tests.bot.understood import named_in, snapshot_of, surely


def ranking(confidence: float = 0.9, **chances: float) -> Ranking:
    return Ranking(tuple(Candidate(name, chance) for name, chance in chances.items()), confidence)


def test_what_both_readings_hold_likely_is_meant_rather_than_what_one_is_sure_of() -> None:
    """French classes in term? - And in summer?"""
    own = ranking(opening_hours=0.95, summer_course=0.05)
    joined = ranking(evening_course=0.98, summer_course=0.02)
    meant = likeliest(After(own, joined, "evening_course", (), words=1))
    assert meant is not None
    assert meant.item == "summer_course"


def test_a_question_that_is_sure_by_itself_is_left_alone() -> None:
    own = ranking(cancelling=0.999, booking=0.001)
    meant = likeliest(After(own, ranking(booking=0.999, cancelling=0.001), "booking", (), words=4))
    assert meant is not None
    assert meant.item == "cancelling"


def test_the_card_just_told_is_meant_by_few_words_that_it_alone_is_near_to_with_the_question_before() -> None:
    """Can I fly a drone? - And the price?"""
    own = ranking(0.4, parking=0.6, entry=0.4)
    meant = likeliest(After(own, ranking(0.99, drones=1.0), "drones", (), words=1))
    assert meant is not None
    assert meant.item == "drones"


@pytest.mark.parametrize("related", ["going_out", "coming_in"])
def test_of_two_alike_the_one_related_to_the_card_just_told_is_meant(related: str) -> None:
    alike = ranking(going_out=0.5, coming_in=0.5)
    meant = likeliest(After(alike, alike, "applying", {related}, words=3))
    assert meant is not None
    assert meant.item == related


def test_nothing_is_meant_where_nothing_is_ranked() -> None:
    assert likeliest(After(Ranking((), 0.0), Ranking((), 0.0), "told", (), words=2)) is None


def test_every_weight_is_of_something_that_is_measured() -> None:
    rows = evidence(["one", "other"], After(ranking(one=0.5), ranking(other=0.5), "one", {"other"}, 3))
    assert rows.shape == (2, len(WEIGHTS)) == (2, len(TAUGHT_WEIGHTS))


def test_what_was_found_stays_where_nothing_speaks_louder_for_another() -> None:
    own, joined = ranking(primary=0.3, fire=0.7), ranking(colleges=0.9, primary=0.1)
    own, joined = (
        Ranking(tuple(Candidate(f"card:{c.item}", c.probability) for c in each.candidates), each.confidence)
        for each in (own, joined)
    )
    meant = likeliest(After(own, joined, "card:colleges", (), 2, Found("card:colleges", 0.99)))
    assert meant is not None
    assert meant.item == "card:colleges"


def test_what_both_readings_hold_likely_is_meant_rather_than_the_card_told_again() -> None:
    """Who is responsible for college buildings? - And the primary ones?"""
    own = Ranking((Candidate("card:primary", 0.8), Candidate("intent:whole", 0.2)), 0.1)
    joined = Ranking((Candidate("card:colleges", 0.8), Candidate("card:primary", 0.2)), 0.8)
    meant = likeliest(After(own, joined, "card:colleges", {"card:primary"}, 2, Found("card:colleges", 0.5)))
    assert meant is not None
    assert meant.item == "card:primary"


def test_nothing_found_may_be_what_is_meant() -> None:
    weak = Ranking((Candidate("card:far", 0.001),), 0.01)
    meant = likeliest(After(weak, weak, "card:told", (), 6, Found(NOTHING)))
    assert meant is not None
    assert meant.item == NOTHING


def test_the_counterpart_of_another_body_is_not_weighed_by_a_question_that_names_the_one_before() -> None:
    text = "la Cour des comptes, son équivalent coréen ?"
    before = Question(text, surely("fr"), contacts=(named_in(text, "Cour des comptes", "cour-des-comptes"),))
    last = Turn(before, Decision("answered", (Subject("card", ("cmp-audit",)),), 0.9))
    found = Decision("answered", (Subject("card", ("cmp-parliament",)),), 0.8)
    snapshot = snapshot_of(general=SimpleNamespace(kinds=()))  # which ranks nothing
    assert ranked_after(Question("et le Sénat, même question", surely("fr")), found, last, snapshot) is None
