"""Two questions read as one, where the second asks a line of the place that it names."""

from __future__ import annotations

import pytest

from bot.answer import Decision
from bot.followups.completing import Way
from bot.followups.joined import is_of_the_near_side, leaves_the_named
from bot.subject import Subject, card
from bot.turn import Turn
from bot.words.question import Question
from knowledge.library import Library
from tests.bot.understood import named_in, surely

COLMAR = Subject("place", ("fr-com-68066",), "population")
TIES = Subject("partners", ("fr-com-44109",), "partners-of")
TIES_OF_BOTH = Subject("partners", ("fr-com-44109", "fr-com-68066"), "partners-of")
MULHOUSE = Subject("table", ("fr-com-68224",), "table-which-above")


@pytest.mark.parametrize(
    ("way", "own", "read", "shown", "leaves"),
    [
        ("joined", COLMAR, Subject("place", ("fr-com-68224",), "population"), MULHOUSE, True),
        ("joined", COLMAR, card("fr-alsace"), MULHOUSE, True),
        ("joined", COLMAR, card("fr-alsace"), card("fr-commune"), False),
        ("joined", COLMAR, Subject("place", ("fr-com-68066",), "phone"), MULHOUSE, False),
        ("joined", COLMAR, Subject("table", ("fr-com-68224",), "table-rank"), MULHOUSE, False),
        ("joined", Subject("place", ("fr-com-68066",)), card("fr-alsace"), MULHOUSE, False),  # no line is asked
        ("another", COLMAR, card("fr-alsace"), MULHOUSE, False),
        ("joined", COLMAR, TIES_OF_BOTH, TIES, True),
        ("joined", Subject("place", ("fr-com-68066",)), TIES_OF_BOTH, TIES, False),
        ("joined", COLMAR, TIES_OF_BOTH, MULHOUSE, False),
    ],
)
def test_a_line_of_the_place_named_is_left_for_no_other_place_nor_for_a_card(
    way: Way, own: Subject, read: Subject, shown: Subject, leaves: bool
) -> None:
    assert leaves_the_named(way, own, read, shown) is leaves


def test_of_two_things_got_what_was_told_before_does_not_hide_that_the_other_is_of_the_near_side(
    shipped: Library,
) -> None:
    tie, tours = Subject("partners", ("fr-com-37261",), "partners-of//city/kr/twinning"), ("fr-com-37261",)
    text = "Which Korean city is Tours twinned with?"
    asked = Question(text, surely("en"), places=(named_in(text, "Tours", *tours),))
    last = Turn(asked, Decision("answered", (tie,), 1.0))

    def got(*subjects: Subject) -> Decision:
        return Decision("answered", subjects, 1.0)

    assert is_of_the_near_side(got(tie, Subject("place", tours, "below")), last, shipped)
    assert not is_of_the_near_side(got(tie, Subject("place", ("kr-41110",), "below")), last, shipped)
    assert not is_of_the_near_side(got(tie), last, shipped)
