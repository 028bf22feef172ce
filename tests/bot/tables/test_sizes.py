"""A number of inhabitants set beside those of a place."""

from __future__ import annotations

from itertools import permutations

import pytest

from bot.tables.sizes import is_of_its_own, sizes
from knowledge.library import Library
from knowledge.places import Gazetteer


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


def test_places_are_kept_once_whatever_kinds_are_asked_for_together(places: Library) -> None:
    gazetteer = Gazetteer(places.gazetteer.rows())
    asked = [order for length in (1, 2, 3) for order in permutations(("commune", "region", "departement"), length)]
    found = {order: sizes(gazetteer, order) for order in asked}
    kept = {id(each) for every in found.values() for each in every}
    assert len(kept) == len(found[asked[-1]])
    assert len({found[order] for order in asked if len(order) == 3}) == 1
    assert set(found["commune", "region"]) == {*found["commune",], *found["region",]}
