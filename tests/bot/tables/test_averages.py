"""Averages over places: of what lies in one, and of a whole country."""

from __future__ import annotations

import pytest

from knowledge.library import Library
from knowledge.text import LANGUAGES
from tests.bot.tables.asking import ask, told


def test_the_average_and_the_middle_are_told_of_what_lies_in_a_place(shipped: Library) -> None:
    gun = [place.population or 0 for place in shipped.gazetteer.children("kr-52", "kr-gun")]
    said = told(shipped, "table-average/kr-gun", "kr-52", "en")
    assert said.startswith(
        f"Jeonbuk State (special self-governing province) — {len(gun)} gun (counties): on average {sum(gun) / len(gun):,.0f} inhabitants"
    )
    for language in LANGUAGES:
        assert told(shipped, "table-average/kr-gun", "kr-52", language)


def test_several_places_are_told_each(shipped: Library) -> None:
    said = told(shipped, "table-average/commune", "fr-dep-30 fr-dep-48").splitlines()
    assert [line.split(" (")[0] for line in said] == ["Gard", "Lozère"]


def test_the_average_of_a_country_needs_no_place(shipped: Library) -> None:
    assert told(shipped, "table-average-overall/kr-gun/kr").startswith("Corée — 82 gun")
    both = told(shipped, "table-average-overall/municipality/").splitlines()
    assert [line.split(" —")[0] for line in both] == ["France", "Corée"]


@pytest.mark.parametrize(
    ("intent", "ids"),
    [
        ("table-average/kr-gun", "fr-dep-30"),  # none lies there
        ("table-average/kr-gun", "kr-36"),
        ("table-average/commune", "fr-com-30189"),
        ("table-average-overall//fr", ""),  # of no unit
    ],
)
def test_none_is_told_where_there_are_not_two(shipped: Library, intent: str, ids: str) -> None:
    assert ask(shipped, intent, ids) is None
