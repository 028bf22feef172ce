"""Sums over places: of inhabitants, of parts of a unit, of a place without some that lie in it."""

from __future__ import annotations

import pytest

from knowledge.library import Library
from knowledge.text import LANGUAGES
from tests.bot.tables.asking import ask, told


def test_inhabitants_of_several_are_summed_with_those_of_each(places: Library) -> None:
    assert told(places, "table-total", "fr-com-37261 fr-com-41018") == (
        "Au total : 185 259 habitants.\nTours (Indre-et-Loire) : 139 259 habitants (2023)\n"
        "Blois (Loir-et-Cher) : 46 000 habitants (2023)"
    )
    first = [told(places, "table-total", "fr-com-37261 fr-com-41018", each).splitlines()[0] for each in LANGUAGES]
    assert first == ["Au total : 185 259 habitants.", "모두 합해 185,259명.", "In total: 185,259 inhabitants."]


def test_parts_of_a_unit_are_summed(places: Library) -> None:
    text = told(places, "table-total/commune", "fr-dep-37 fr-dep-41", "en").splitlines()
    assert text[0] == "In total: 6 communes."
    assert text[1].startswith("Indre-et-Loire (département) has 5 communes")


def test_one_place_is_told_without_what_is_left_out_of_it(places: Library) -> None:
    text = told(places, "table-total///////kr-41110+kr-41117", "kr-41", "en").splitlines()
    assert text[0].endswith(f"{13_700_000 - 1_185_332:,} inhabitants")
    assert len(text) == 3  # the gu lies in the city that is left out too


@pytest.mark.parametrize(
    ("intent", "ids"),
    [
        ("table-total", "fr-com-37261"),
        ("table-total", "fr-com-37261 fr-dep-37"),  # the one lies in the other
        ("table-total", "fr-com-37261 fr-com-37999"),  # whose population is not known
        ("table-total/commune", "fr-dep-37 kr-41"),
        ("table-total/commune+epci", "fr-dep-37 fr-dep-41"),
        ("table-total/kr-dong", "kr-41110 kr-11140"),
        ("table-total/prefecture", "fr-dep-37 fr-dep-41"),
        ("table-total///////kr-11140", "kr-41"),  # lies elsewhere
        ("table-total///////kr-41110", "kr-41 kr-11"),
    ],
)
def test_a_sum_of_what_is_not_known_or_not_of_one_kind_is_not_told(places: Library, intent: str, ids: str) -> None:
    assert ask(places, intent, ids) is None
