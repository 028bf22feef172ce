"""What a place lies in, of what kind it is, and whether several places share either."""

from __future__ import annotations

import pytest

from knowledge.library import Library
from tests.bot.tables.asking import ask, told


def test_of_several_it_may_lie_in_the_right_one_is_told(places: Library) -> None:
    text = told(places, "table-same-above", "fr-com-37072 fr-dep-41 fr-dep-37")
    assert (
        text == "Chinon se trouve dans : Indre-et-Loire (département). Plus largement : Centre-Val de Loire (région)."
    )
    assert ask(places, "table-same-above", "fr-reg-24 kr-41") is None


def test_the_metropole_de_lyon_is_asked_about_as_a_grouping_is(shipped: Library) -> None:
    apart = told(shipped, "table-same-above", "fr-com-69141 fr-col-69M", "fr")
    assert apart.startswith("Non. Mornant se trouve dans : Communauté de communes du Pays Mornantais")
    assert told(shipped, "table-same-above", "fr-com-69266 fr-col-69M", "fr").startswith("Oui. Villeurbanne")


def test_of_provinces_that_are_no_more_the_one_of_today_is_told(shipped: Library) -> None:
    assert (
        told(shipped, "table-same-above", "kr-48850 kr-jeolla kr-gyeongsang", "ko") == "하동군은 경상남도에 있습니다."
    )


def test_what_two_places_do_not_share_is_told_with_what_they_do(shipped: Library) -> None:
    text = told(shipped, "table-same-above", "fr-com-69123 fr-com-38185", "en")
    assert "Auvergne-Rhône-Alpes" in text
    assert text.endswith("But below that: Lyon: Rhône (département); Grenoble: Isère (département).")
    assert "But" not in told(shipped, "table-same-above/region", "fr-com-69123 fr-com-38185", "en")
    assert "But" not in told(shipped, "table-same-above", "kr-41110 kr-41130", "en")


@pytest.mark.parametrize(
    ("intent", "id", "text"),
    [
        ("table-which-above/departement", "fr-com-37261", "Tours se trouve dans : Indre-et-Loire (département). Plus largement : Centre-Val de Loire (région)."),
        ("table-which-above/province", "kr-11680", "Gangnam-gu se trouve dans : Séoul (ville spéciale)."),
        ("table-which-above/country", "kr-41110", "Suwon-si se trouve dans : Corée."),
        ("table-which-above/commune", "kr-landmark-1", "Pangyo se trouve dans : Seongnam-si et Gyeonggi (province)."),
        ("table-which-above", "kr-landmark-1", "Pangyo se trouve dans : Seongnam-si et Gyeonggi (province)."),
        ("table-which-above/departement", "fr-dep-37", "Indre-et-Loire : département — entre la commune et la région : action sociale, collèges, routes ; aussi circonscription de l'État, avec un préfet. Plus largement : Centre-Val de Loire (région)."),
        ("table-which-above/province", "kr-41", "Gyeonggi : province — collectivité de premier niveau formée de si et de gun (do, 도)."),
        ("table-which-above/epci", "fr-com-41018", "Blois n'a pas d'EPCI au-dessus. Plus largement : Loir-et-Cher (département) et Centre-Val de Loire (région)."),
    ],
)  # fmt: skip
def test_what_a_place_is_in_is_told_by_the_unit_asked_for(places: Library, intent: str, id: str, text: str) -> None:
    assert told(places, intent, id) == text


@pytest.mark.parametrize(("name", "particle"), [("fr-com-37261", "투르는"), ("fr-com-45234", "오를레앙은")])
def test_the_korean_particle_fits_the_name(places: Library, name: str, particle: str) -> None:
    assert told(places, "table-which-above", name, "ko").startswith(particle)


@pytest.mark.parametrize(
    ("unit", "id", "begins"),
    [
        ("/metropole", "fr-com-37261", "Non. Tours (Indre-et-Loire) : commune"),
        ("/kr-gun", "kr-41820", "Oui. Gapyeong-gun (Gyeonggi) : gun (comté)"),
        ("", "kr-41820", "Gapyeong-gun (Gyeonggi) : gun (comté)"),
        ("/departement", "fr-com-75056", "Paris : commune — à la fois commune et département"),
        (
            "/departement",
            "fr-com-37261 kr-51150",
            "Non. Tours (Indre-et-Loire) : commune — la collectivité de base, avec un conseil municipal élu et un maire.\nNon. Gangneung-si (Gangwon) : si (ville)",
        ),
        ("/kr-si", "kr-landmark-1", "Pangyo (parc technologique) n'est pas une collectivité."),
    ],
)
def test_whether_a_place_is_of_a_kind_is_answered(places: Library, unit: str, id: str, begins: str) -> None:
    assert told(places, f"table-is-kind{unit}", id).startswith(begins)


@pytest.mark.parametrize(
    ("unit", "ids", "text"),
    [
        ("/region", "fr-com-37261 fr-com-41018", "Oui. Tours et Blois : Centre-Val de Loire (région)."),
        ("/departement", "fr-com-37261 fr-com-41018", "Non. Tours : Indre-et-Loire (département) ; Blois : Loir-et-Cher (département)."),
        ("/province", "kr-41110 kr-51150", "Non. Suwon-si : Gyeonggi (province) ; Gangneung-si : Gangwon (province autonome spéciale)."),
        ("/province", "kr-landmark-1 kr-41110", "Oui. Pangyo et Suwon-si : Gyeonggi (province)."),
        ("/country", "kr-41110 kr-51150", "Oui. Suwon-si et Gangneung-si : Corée."),
        ("/country", "kr-41110 fr-com-37261", "Non. Suwon-si : Corée ; Tours : France."),
        ("", "kr-41110 kr-41", "Oui. Suwon-si se trouve dans : Gyeonggi (province)."),
        ("", "kr-41 kr-51150", "Non. Gangneung-si se trouve dans : Gangwon (province autonome spéciale)."),
        ("", "kr-landmark-1 kr-11", "Non. Pangyo se trouve dans : Seongnam-si et Gyeonggi (province)."),
        ("", "fr-com-37072 fr-dep-41", "Non. Chinon se trouve dans : Communauté de communes du Chinonais, Indre-et-Loire (département) et Centre-Val de Loire (région)."),
        ("", "fr-com-37261 kr-51150", "Non. Tours : Tours Métropole, Indre-et-Loire (département) et Centre-Val de Loire (région) ; Gangneung-si : Gangwon (province autonome spéciale)."),
    ],
)  # fmt: skip
def test_whether_two_places_share_what_is_above_is_answered(places: Library, unit: str, ids: str, text: str) -> None:
    assert told(places, f"table-same-above{unit}", ids) == text


def test_where_each_of_several_places_is_is_told(shipped: Library) -> None:
    text = told(shipped, "table-which-above/departement", "fr-com-37261 fr-com-41018", "fr")
    assert text.split("\n")[0].startswith("Tours se trouve dans : Indre-et-Loire")
    assert text.split("\n")[1].startswith("Blois se trouve dans : Loir-et-Cher")
    inner = told(shipped, "table-which-above/departement", "fr-com-37261 fr-reg-24", "fr")
    assert "\n" not in inner


@pytest.mark.parametrize(
    ("unit", "said"),
    [
        ("/epci", "Tours est membre d'un EPCI, Tours Métropole (Indre-et-Loire) : métropole"),
        ("/metropole", "Tours est membre d'un EPCI, Tours Métropole (Indre-et-Loire) : métropole"),
        ("/departement", None),
        ("", None),
    ],
)
def test_a_commune_asked_whether_it_is_a_grouping_tells_its_own(places: Library, unit: str, said: str | None) -> None:
    answer = ask(places, f"table-is-kind{unit}", "fr-com-37261")
    assert answer is not None
    assert ("fr-epci-1" in answer.places) is (said is not None)
    assert (said or "Tours") in answer.text


def test_whether_two_names_are_of_one_place_is_answered(places: Library) -> None:
    assert told(places, "table-same-place", "kr-41110 kr-41130", "en").startswith(
        "No. Suwon-si (Gyeonggi-do): si (city) — second-level government"
    )
    inside = told(places, "table-same-place", "fr-dep-37 fr-com-37261")
    assert inside.startswith("Non. Indre-et-Loire (département) : département — ")
    assert inside.endswith(
        "Tours se trouve dans : Tours Métropole, Indre-et-Loire (département) et Centre-Val de Loire (région)."
    )
    assert told(places, "table-same-place", "kr-old kr-41110").startswith("Suwon-gun : nom ou collectivité")
    assert told(places, "table-same-place", "kr-41110 kr-41110").startswith("Oui. ")
    assert ask(places, "table-same-place", "kr-41110") is None


def test_the_province_of_a_french_place_may_be_its_departement_or_its_region(places: Library) -> None:
    text = told(places, "table-which-above/province", "fr-com-37261", "ko")
    assert "앵드르에루아르" in text
    assert "상트르발드루아르" in text


def test_a_former_place_is_said_to_be_one_where_it_is_asked_what_it_lies_in(places: Library) -> None:
    answer = ask(places, "table-which-above/departement", "fr-com-37109-1")
    assert answer is not None
    assert answer.text.startswith("Vallières")
    assert "Fondettes" in answer.text


def test_of_two_first_level_governments_none_is_part_of_the_other(shipped: Library) -> None:
    busan = told(shipped, "table-same-above", "kr-26 kr-41", "en")
    assert busan.startswith("No. Busan (metropolitan city): metropolitan city")
    assert "Gyeonggi-do" in busan
    assert told(shipped, "table-same-above", "kr-27 kr-47", "ko").startswith("아니요. 대구광역시")


def test_the_unit_that_a_place_is_of_is_none_that_it_shares_with_what_it_lies_in(shipped: Library) -> None:
    assert (
        told(shipped, "table-same-above/commune", "fr-com-26113 fr-dep-26", "en")
        == "Yes. Die is in Drôme (département)."
    )
    assert told(shipped, "table-same-above/region", "fr-com-37261 fr-com-41018", "en").startswith(
        "Yes. Tours and Blois"
    )


def test_what_lies_in_no_metropole_is_said_to_lie_in_its_grouping(places: Library) -> None:
    text = told(places, "table-same-above/metropole", "fr-com-37261 fr-com-37072")
    assert text == "Non. Tours : Tours Métropole ; Chinon : Communauté de communes du Chinonais."
