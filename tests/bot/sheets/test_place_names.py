"""What places are called in sentences, with the names of the shipped tables."""

from __future__ import annotations

import pytest

from bot.sheets.place_names import bare_name, full_name
from knowledge.library import SHIPPED
from knowledge.places import Gazetteer


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.open(SHIPPED / "places")


@pytest.mark.parametrize(
    ("id", "written"),
    [
        ("fr-dep-56", "Le Morbihan, du Morbihan"),
        ("fr-dep-01", "L'Ain, de l'Ain"),
        ("fr-dep-40", "Les Landes, des Landes"),
        ("fr-dep-77", "La Seine-et-Marne, de la Seine-et-Marne"),
        ("fr-dep-75", "Paris, de Paris"),
        ("fr-reg-06", "Mayotte, de Mayotte"),
        ("fr-reg-04", "La Réunion, de La Réunion"),
        ("fr-reg-53", "La Bretagne, de la Bretagne"),
        ("fr-com-76351", "Le Havre, du Havre"),
        ("kr-41", "Gyeonggi, de Gyeonggi"),
    ],
)
def test_a_french_name_stands_in_a_french_sentence_with_its_article(
    gazetteer: Gazetteer, id: str, written: str
) -> None:
    name = bare_name(gazetteer[id], "fr")
    assert f"{name:Le}, {name:de}" == written


def test_every_departement_and_region_has_its_article_or_takes_none(gazetteer: Gazetteer) -> None:
    bare = {
        place.names.fr
        for kind in ("departement", "region")
        for place in gazetteer.of_kind(kind)
        if f"{bare_name(place, 'fr'):Le}" == place.names.fr
    }
    assert bare == {"Paris", "La Réunion", "Mayotte", "Auvergne-Rhône-Alpes", "Provence-Alpes-Côte d'Azur"}


def test_the_full_name_takes_the_article_before_what_tells_it_apart(gazetteer: Gazetteer) -> None:
    assert f"{full_name(gazetteer['fr-dep-56'], gazetteer, 'fr'):de}" == "du Morbihan (département)"
