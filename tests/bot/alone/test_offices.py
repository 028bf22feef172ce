"""The offices of a place that may hold what its sheet does not."""

from __future__ import annotations

import pytest

from bot.alone.offices import offices_of
from bot.subject import Subject
from knowledge.library import Library


def test_the_office_of_a_place_may_hold_the_line_that_its_sheet_does_not(shipped: Library) -> None:
    assert Subject("contact", ("kr-gangwon",), "phone") in offices_of(
        Subject("place", ("kr-51",), "phone"), "", shipped
    )


def test_no_office_but_its_own_stands_for_the_town_hall(shipped: Library) -> None:
    paris = Subject("place", ("fr-com-75056",), "phone")
    police = Subject("contact", ("prefecture-police-paris",), "phone")
    assert police in offices_of(paris, "à Paris, quel numéro ?", shipped)
    assert police not in offices_of(paris, "numéro de la mairie de Paris", shipped)


@pytest.mark.parametrize(
    ("text", "grouping"),
    [
        ("Biarritz, dans quelle communauté d'agglomération, et le site ?", True),
        ("le site de la mairie de Biarritz, dans la communauté d'agglomération du Pays Basque", False),
        ("le site de Biarritz", False),
    ],
)
def test_the_grouping_spoken_of_may_hold_what_its_commune_does_not(shipped: Library, text: str, grouping: bool) -> None:
    offices = offices_of(Subject("place", ("fr-com-64122",), "site"), text, shipped)
    assert any(shipped.gazetteer[each.ids[0]].kind == "epci-ca" for each in offices if each.kind == "place") == grouping


@pytest.mark.parametrize("asked", [("place", "kr-51", "population"), ("table", "kr-51", "phone")])
def test_only_ways_to_reach_a_place_are_those_of_its_office(shipped: Library, asked: tuple[str, str, str]) -> None:
    kind, id, line = asked
    assert offices_of(Subject(kind, (id,), line), "", shipped) == []  # type: ignore[arg-type]
