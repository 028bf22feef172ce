"""Two questions read as one, where the second asks a line of the place that it names."""

from __future__ import annotations

import pytest

from bot.followups.completing import Way
from bot.followups.joined import leaves_the_named
from bot.subject import Subject, card

COLMAR = Subject("place", ("fr-com-68066",), "population")
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
    ],
)
def test_a_line_of_the_place_named_is_left_for_no_other_place_nor_for_a_card(
    way: Way, own: Subject, read: Subject, shown: Subject, leaves: bool
) -> None:
    assert leaves_the_named(way, own, read, shown) is leaves
