"""How many of a unit are below a place, and which: few and many, of every level, of no unit that it has."""

from __future__ import annotations

import pytest

from bot.subject import Subject
from bot.tables import counts
from bot.tables.counts import MOST
from bot.tables.question import read
from bot.words.hierarchy import Count
from knowledge.library import Library
from knowledge.text import LANGUAGES
from tests.bot.tables.asking import ask, told


@pytest.mark.parametrize(
    ("intent", "id", "fr", "ko", "en"),
    [
        ("commune", "fr-dep-37", "Indre-et-Loire (département) compte 5 communes.", "앵드르에루아르(데파르트망)에는 코뮌 5개가 있습니다.", "Indre-et-Loire (département) has 5 communes."),
        ("village", "fr-dep-41", "Loir-et-Cher (département) compte 1 commune.", "루아르에셰르(데파르트망)에는 코뮌 1개가 있습니다.", "Loir-et-Cher (département) has 1 commune."),
        ("city", "fr-dep-41", "Loir-et-Cher (département) compte 1 commune.", "루아르에셰르(데파르트망)에는 코뮌 1개가 있습니다.", "Loir-et-Cher (département) has 1 commune."),
        ("district", "kr-11", "Séoul (ville spéciale) compte 2 gu (arrondissements autonomes).", "서울특별시에는 자치구 2개가 있습니다.", "Seoul (special city) has 2 gu (autonomous districts)."),
        ("district", "fr-com-75056", "Paris (commune) compte 2 arrondissements municipaux.", "파리(코뮌)에는 구(arrondissement) 2개가 있습니다.", "Paris (commune) has 2 municipal arrondissements."),
        ("kr-dong", "kr-41110", "Suwon-si (Gyeonggi) compte 44 dong administratifs et 1 dong légal (quartier).", "경기도 수원시에는 행정동 44개 및 법정동 1개가 있습니다.", "Suwon-si (Gyeonggi-do) has 44 administrative dong and 1 legal dong (neighbourhood)."),
        ("epci", "fr-dep-37", "Indre-et-Loire (département) compte 2 EPCI.", "앵드르에루아르(데파르트망)에는 코뮌 간 협력기구(EPCI) 2개가 있습니다.", "Indre-et-Loire (département) has 2 EPCI."),
        ("kr-gun", "kr-11", "Séoul (ville spéciale) ne compte pas de gun (comtés).", "서울특별시에는 군이 없습니다.", "Seoul (special city) has no gun (counties)."),
        ("district", "fr-com-37261", "Tours (Indre-et-Loire) ne compte pas d'arrondissements.", "투르(앵드르에루아르)에는 구가 없습니다.", "Tours (Indre-et-Loire) has no districts."),
        ("", "kr-41", "Gyeonggi (province) compte 2 si (villes), 2 gun (comtés), 1 eup (bourg) et 109 dong administratifs.", "경기도에는 시 2개, 군 2개, 읍 1개 및 행정동 109개가 있습니다.", "Gyeonggi-do (province) has 2 si (cities), 2 gun (counties), 1 eup (town) and 109 administrative dong."),
    ],
)  # fmt: skip
def test_what_is_below_is_counted_by_the_unit_named(
    places: Library, intent: str, id: str, fr: str, ko: str, en: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.tables.counts.FEW", 0)
    name = f"table-count-below/{intent}" if intent else "table-count-below"
    assert [told(places, name, id, language) for language in LANGUAGES] == [fr, ko, en]


@pytest.mark.parametrize(
    ("unit", "id"),
    [
        ("canton", "fr-dep-37"),  # no kind of the table
        ("village", "kr-41820"),
        ("hamlet", "fr-dep-37"),
        ("district", "fr-dep-41"),  # the State's arrondissements, where no source has them
        ("kr-gu", "fr-com-75056"),  # a unit of the other country
        ("administrative-dong", "kr-51150 kr-41110 fr-dep-37"),
    ],
)
def test_a_unit_that_the_table_does_not_hold_is_no_answer(places: Library, unit: str, id: str) -> None:
    assert ask(places, f"table-count-below/{unit}", id.split()[-1]) is None


def test_the_cities_of_a_province_without_any_are_its_administrative_ones(shipped: Library) -> None:
    text = told(shipped, "table-list-below/city", "kr-50", "en")
    assert text == "Jeju (special self-governing province) has 2 administrative cities:\nJeju-si and Seogwipo-si"


def test_few_are_counted_and_named(places: Library) -> None:
    text = told(places, "table-count-below/commune", "fr-epci-1", "en")
    assert text == "Tours Métropole (Indre-et-Loire) has 2 communes:\nTours and Fondettes"


def test_many_are_counted_and_not_named(shipped: Library) -> None:
    assert told(shipped, "table-count-below/commune", "fr-dep-37", "en").count("\n") == 0
    assert "Gangnam-gu" in told(shipped, "table-count-below/kr-gu", "kr-11", "en")


def test_a_list_names_all_in_the_order_of_the_table(places: Library) -> None:
    text = told(places, "table-list-below/commune", "fr-epci-1")
    assert text == "Tours Métropole (Indre-et-Loire) compte 2 communes :\nTours et Fondettes"


def test_a_list_without_a_unit_gives_the_nearest_level(places: Library) -> None:
    assert told(places, "table-list-below", "kr-41", "ko").endswith("수원시, 성남시, 가평군 및 연천군")


def test_a_long_list_gives_the_most_populous_and_how_many_more(shipped: Library) -> None:
    text = told(shipped, "table-list-below/commune", "fr-dep-37")
    heading, names = text.splitlines()
    assert heading.endswith("compte 272 communes, par population décroissante :")
    assert names.startswith("Tours, Joué-lès-Tours")
    assert names.endswith(f"et {272 - MOST} autres")


def test_a_long_list_says_how_many_more_in_korean(shipped: Library) -> None:
    assert told(shipped, "table-list-below/commune", "fr-dep-37", "ko").endswith(f"외 {272 - MOST}개")


@pytest.mark.parametrize("table", ["table-count-below", "table-list-below"])
def test_the_arrondissements_of_a_departement_are_told_though_they_are_no_places(places: Library, table: str) -> None:
    answer = ask(places, f"{table}/district", "fr-dep-37")
    assert answer is not None
    assert "2, Tours (préfecture) et Chinon (sous-préfecture)" in answer.text


def test_units_asked_for_together_are_counted_together(places: Library) -> None:
    text = told(places, "table-count-below/city+kr-gun", "kr-41", "en")
    assert text.startswith("Gyeonggi-do (province) has 2 si (cities) and 2 gun (counties) (4 in all):")
    assert told(places, "table-count-below/gu+canton", "kr-11").startswith("Séoul (ville spéciale) compte 2 gu")
    none = told(places, "table-count-below/kr-si+kr-gun", "kr-11")
    assert none == "Séoul (ville spéciale) ne compte pas de si (villes) et gun (comtés)."


def test_of_places_in_one_another_the_innermost_is_asked_about(places: Library) -> None:
    assert told(places, "table-count-below/kr-dong", "kr-11 kr-11680").startswith("Gangnam-gu (Séoul)")


def test_of_several_places_one_that_has_some_is_counted_in(places: Library) -> None:
    """Since Gapyeong joined, how many gun has Gyeonggi?"""
    assert told(places, "table-count-below/kr-gun", "kr-41820 kr-41").startswith("Gyeonggi")
    assert told(places, "table-count-below/commune", "fr-com-37261 fr-reg-24").startswith("Centre-Val de Loire")
    assert told(places, "table-count-below/kr-dong", "kr-41117 kr-41110").startswith("Yeongtong-gu")


def test_wallis_and_futuna_is_said_to_have_districts_and_no_communes(shipped: Library) -> None:
    assert "ne compte pas de communes" in told(shipped, "table-count-below/commune", "fr-col-986")
    assert "3 circonscriptions territoriales" in told(shipped, "table-count-below", "fr-col-986")
    assert "3 territorial districts" in told(shipped, "table-count-below/district", "fr-col-986", "en")
    assert "Alo, Sigave" in told(shipped, "table-list-below", "fr-col-986", "en")


def test_several_kinds_counted_together_are_summed(shipped: Library) -> None:
    text = told(shipped, "table-count-below/si-gun", "kr-41", "ko")
    assert text.startswith("경기도에는 시 28개 및 군 3개(모두 31개)가 있습니다.")


def test_a_commune_asked_for_its_communes_stands_for_its_grouping(places: Library) -> None:
    assert told(places, "table-count-below/commune", "fr-com-37261").startswith("Tours Métropole")
    assert "Chinon" in told(places, "table-list-below/commune", "fr-com-37001")
    assert told(places, "table-count-below/commune", "fr-com-93066").startswith("Saint-Denis")  # in no grouping here


def test_places_of_several_levels_are_not_added_up(places: Library) -> None:
    text = told(places, "table-count-below/departement+commune", "fr-reg-24")
    assert "3 départements et" in text
    assert "au total" not in text


@pytest.mark.parametrize(
    ("found", "unit", "said"),
    [
        ({"kr-eup": 2, "kr-myeon": 12}, "kr-eup+kr-myeon", "2 eup (towns) and 12 myeon (townships) (14 in all)"),
        ({"kr-gun": 2, "kr-eup": 12}, "kr-gun+kr-eup", "2 gun (counties) and 12 eup (towns)"),  # one lies in the other
        (
            {"kr-eup": 2, "administrative-dong": 12},
            "kr-eup+kr-dong",
            "2 eup (towns) and 12 administrative dong (14 in all)",
        ),
        (
            {"kr-eup": 2, "administrative-dong": 12, "kr-dong": 30},  # the same ground divided anew
            "eup-myeon-dong",
            "2 eup (towns) and 12 administrative dong (14 in all); and 30 legal dong (neighbourhoods)",
        ),
        (
            {"administrative-dong": 12, "kr-dong": 30},
            "kr-dong",
            "12 administrative dong and 30 legal dong (neighbourhoods)",
        ),
    ],
)
def test_units_asked_for_together_are_summed_where_they_are_of_one_level(
    places: Library, found: dict[str, int], unit: str, said: str
) -> None:
    question = read(Subject("table", ("kr-41820",), f"table-count-below/{unit}"), "en", places)
    counted = [Count(kind, number) for kind, number in found.items()]
    text = counts.said("table-count", question, places.gazetteer["kr-41820"], counted)
    assert text == f"Gapyeong-gun (Gyeonggi-do) has {said}."
