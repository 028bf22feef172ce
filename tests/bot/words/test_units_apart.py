"""Units that are named only to be left out."""

from __future__ import annotations

import pytest

from bot.words.units_apart import without_units_left_out


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("X에 읍 말고 면은 뭐뭐 있지", "X에 면은 뭐뭐 있지"),
        ("How many counties in X, leaving out the cities?", "How many counties in X, ?"),
        ("les villages de X sauf villes", "les villages de X"),
        ("X에 읍 말고 뭐 있지", "X에 읍 말고 뭐 있지"),  # nothing else is asked for
        ("X에 읍과 면은 몇 개", "X에 읍과 면은 몇 개"),
        ("", ""),
    ],
)
def test_a_unit_left_out_is_dropped_beside_another(text: str, rest: str) -> None:
    assert without_units_left_out(text) == rest
