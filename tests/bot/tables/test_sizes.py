"""A number of inhabitants set beside those of a place."""

from __future__ import annotations

import pytest

from bot.tables.sizes import is_of_its_own
from knowledge.library import Library


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("X compte plus de 10 000 habitants ?", True),
        ("La ville de X dépasse les 8 000 habitants ?", True),
        ("X 인구가 1만 명을 넘나요", True),
        ("Is X still above 9,000 people?", True),
        ("X, plus de 1 000 habitants", False),  # what lies in it may have as many
        ("X: which communes have over 10,000 people?", False),
        ("X, combien d'habitants ?", False),
        ("", False),
    ],
)
def test_a_number_near_its_own_is_set_beside_the_inhabitants_of_the_place(
    text: str, own: bool, places: Library
) -> None:
    assert is_of_its_own(text, places.gazetteer["fr-com-37072"]) is own
