"""Which unit a question asks for by its words."""

from __future__ import annotations

import pytest

from bot.tables.which import names_grouping


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("how many people live in X itself as opposed to the whole metropole?", True),
        ("population de X et de son agglo", True),
        ("X, population et dans quelle interco ?", False),
        ("population de la commune de X", False),
        ("", False),
    ],
)
def test_a_grouping_spoken_of_is_found_but_for_which_one(text: str, held: bool) -> None:
    assert names_grouping(text) is held
