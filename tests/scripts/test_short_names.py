from __future__ import annotations

import pytest

from scripts.place_rows import PlaceRow
from scripts.short_names import add_short_names


def commune(name: str, population: int | None) -> PlaceRow:
    row = PlaceRow(f"fr-com-{name}", "commune", name, "", name)
    row.population = population
    return row


@pytest.mark.parametrize(
    ("name", "population", "short"),
    [
        ("Chamonix-Mont-Blanc", 8_705, ["Chamonix"]),
        ("Le Touquet-Paris-Plage", 4_200, ["Touquet"]),
        ("Chamonix", 8_705, []),  # it is its whole name
        ("Porto-Vecchio", 12_000, []),  # a larger city abroad is called so
        ("Ars-Laquenexy", 9_000, []),  # too short to be told from a word
        ("Sarre-Union", 2_800, []),  # too small to be called by a part of its name
        ("Taxat-Senat", None, []),
    ],
)
def test_a_commune_is_called_by_the_first_part_of_its_name(name: str, population: int | None, short: list[str]) -> None:
    row = commune(name, population)
    add_short_names([row], {"porto": 230_000, "chamonix": 300})
    assert row.spellings == short


def test_what_several_communes_begin_with_is_no_short_name() -> None:
    rows = [commune("Villefranche-sur-Saône", 36_000), commune("Villefranche", 700)]
    add_short_names(rows, {})
    assert [row.spellings for row in rows] == [[], []]


def test_a_short_name_is_written_in_hangul_by_rule_too_where_no_other_commune_is_written_so() -> None:
    sanary, other = commune("Sanary-sur-Mer", 18_000), commune("Lille-Neuve", 18_000)
    sanary.ko_rule = other.ko_rule = "rule"
    lilles = commune("Lille", 30)
    lilles.ko = "릴뇌브"
    add_short_names([sanary, other, lilles], {})
    assert sanary.spellings == ["Sanary", "사나리"]
    assert "릴" not in other.spellings
