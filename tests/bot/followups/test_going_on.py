"""How likely a question goes on from the one before."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.answer import Decision
from bot.followups.completing import Way
from bot.followups.going_on import NAMES, WEIGHTS, Reading, Said, evidence, likelihood, possible

SAID = Said(words=4, elliptic=0.3, outside=0.1, covered=False, own=None)
READ = Reading("joined", confidence=0.9, outside=0.05, repeated=False)
ANSWERED = Decision("answered", (), 0.9)


@pytest.mark.parametrize(
    ("said", "less"),
    [
        (SAID, replace(SAID, words=12)),
        (SAID, replace(SAID, elliptic=0.001)),
        (SAID, replace(SAID, outside=0.9)),
        (SAID, replace(SAID, own=ANSWERED)),
        (replace(SAID, own=Decision("answered", (), 0.6)), replace(SAID, own=Decision("answered", (), 0.99))),
        (replace(SAID, covered=True), SAID),
    ],
)
def test_a_question_goes_on_the_likelier_the_less_it_says_by_itself(said: Said, less: Said) -> None:
    assert likelihood(said, READ) > likelihood(less, READ)


def test_what_it_gets_by_itself_counts_only_where_it_is_an_answer() -> None:
    assert likelihood(replace(SAID, own=Decision("unknown", (), 0.9)), READ) == likelihood(SAID, READ)


@pytest.mark.parametrize(
    "less", [replace(READ, confidence=0.5), replace(READ, outside=0.9), replace(READ, repeated=True)]
)
def test_a_reading_is_the_likelier_the_surer_its_answer_is(less: Reading) -> None:
    assert likelihood(SAID, READ) > likelihood(SAID, less)


def test_a_whole_question_out_of_scope_is_not_drawn_into_the_conversation() -> None:
    whole = Said(words=9, elliptic=0.001, outside=0.95, covered=False, own=Decision("unknown", (), 0.05))
    ways: tuple[Way, ...] = ("joined", "same", "named", "swapped", "country")
    assert all(likelihood(whole, Reading(way, 0.99, 0.05, repeated=False)) < 0 for way in ways)
    assert possible(SAID, names_any=False)
    assert not possible(replace(whole, words=30), names_any=False)
    assert possible(replace(whole, words=30), names_any=False, asks_counterpart=True)


def test_every_weight_is_of_something_that_is_measured() -> None:
    assert set(WEIGHTS) <= set(NAMES)
    assert evidence(SAID, READ).shape == (len(NAMES),)
