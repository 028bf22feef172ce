"""Which unit a question counts or lists: plurals, names in apposition, Korean compounds."""

from __future__ import annotations

import csv
from importlib.resources import files

import pytest

from bot.catalogue import sentences
from bot.words.units import found_in, is_apposed, kinds_of, named_unit
from knowledge.text import Language


@pytest.mark.parametrize(
    ("language", "text", "unit"),
    [
        ("fr", "Combien de communes dans le département X ?", "commune"),
        ("fr", "Dans le département de X, combien y a-t-il de communes ?", "commune"),
        ("fr", "la plus grande ville de la région X", "city"),
        ("fr", "les arrondissements de X", "district"),
        ("fr", "combien d'EPCI en X", "epci"),
        ("fr", "nb de communautés de communes X", "epci-cc"),
        ("fr", "communes de X", "commune"),
        ("fr", "combien de si dans X", "kr-si"),
        ("fr", "s'il vous plaît, la population de X si possible", None),
        ("fr", "la population de X", None),
        ("en", "How many gu are there in X?", "gu"),
        ("en", "In X province, which city is the largest?", "city"),
        ("en", "list the si and gun of X", "si-gun"),
        ("en", "towns and townships of X", "eup-myeon"),
        ("en", "how many cantons in X", "canton"),
        ("ko", "X에는 구가 몇 개 있나요?", "district"),
        ("ko", "X의 시·군·구는 몇 개", "municipality"),
        ("ko", "X 자치구 목록", "kr-gu"),
        ("ko", "X에서 제일 큰 동네", "neighbourhood"),
        ("ko", "X 데파르트망의 코뮌 수", "commune"),
        ("ko", "X 시군 중 인구가 제일 많은 군은", "kr-gun"),
        ("ko", "X 읍면동 몇개", "eup-myeon-dong"),
        ("fr", "X compte combien de villes et combien de comtés ?", "city+kr-gun"),
        ("en", "How many si are there in X and how many gun?", "kr-si+kr-gun"),
        ("ko", "X에 시가 몇 개고 군은 몇 개예요?", "city+kr-gun"),
        ("fr", "combien de communes dans le département X, et combien d'habitants ?", "commune"),
        ("ko", "X시의 인구", None),
        ("ko", "X의 인구", None),
        ("ko", "how many 구 in X", "district"),
        ("ko", "X에 시하고 군이 각각 몇 개", "city+kr-gun"),
        ("en", "how many gu and gun in X", "gu+kr-gun"),
        ("fr", "les bourgs et les cantons ruraux de X", "kr-eup+kr-myeon"),
        ("fr", "une commune de la région X", "commune"),
        ("fr", "combien de communes en X, hors métropoles ?", "commune"),
        ("en", "not counting districts, how many cities does X have?", "city"),
        ("ko", "X에서 구는 빼고 군이 몇 개예요?", "kr-gun"),
    ],
)
def test_the_unit_that_is_counted_is_found(language: Language, text: str, unit: str | None) -> None:
    assert named_unit(text, language) == unit


def test_units_asked_for_together_are_all_counted() -> None:
    assert kinds_of("city+kr-gun", "kr")[-2:] == ("kr-si", "kr-gun")
    assert kinds_of("gu+kr-gun", "fr") == ()


def test_a_unit_stands_for_kinds_of_one_country() -> None:
    assert kinds_of("city", "fr") == ("commune",)
    assert kinds_of("district", "kr") == ("kr-gu", "kr-admin-gu")
    assert kinds_of("canton", "fr") == ()


def test_every_unit_that_the_table_holds_can_be_named() -> None:
    with files("bot.texts").joinpath("units.tsv").open("r", encoding="utf-8") as lines:
        units = {row["unit"] for row in csv.DictReader(lines, delimiter="\t")}
    held = {unit for unit in units if kinds_of(unit, "fr") or kinds_of(unit, "kr")}
    assert {unit for unit in held for form in ("kind", "kinds") if f"{form}-{unit}" not in sentences()} == set()


def test_no_form_stands_for_two_units() -> None:
    with files("bot.texts").joinpath("units.tsv").open("r", encoding="utf-8") as lines:
        forms = [
            (form, row["unit"])
            for row in csv.DictReader(lines, delimiter="\t")
            for form in " | ".join(filter(None, (row["one"], row["several"]))).split(" | ")
            if form
        ]
    units: dict[str, set[str]] = {}
    for form, unit in forms:
        units.setdefault(form, set()).add(unit)
    assert {form: sorted(named) for form, named in units.items() if len(named) > 1} == {}


def test_every_unit_has_a_name_in_the_singular_and_in_the_plural() -> None:
    lines = files("bot.texts").joinpath("units.tsv").read_text("utf-8").splitlines()
    for unit in {row["unit"] for row in csv.DictReader(lines, delimiter="\t")}:
        assert {f"kind-{unit}", f"kinds-{unit}"} <= sentences().keys()


@pytest.mark.parametrize(
    ("text", "apposed"),
    [
        ("quels sont les gun de cette province ?", True),
        ("이 도의 군은 어디예요", True),
        ("the province of X", True),
        ("quels sont les gun de la province ?", False),
    ],
)
def test_a_unit_that_is_pointed_to_says_what_the_place_is(text: str, apposed: bool) -> None:
    province = next(unit for unit in found_in(text) if unit.unit == "province")
    assert is_apposed(text, province) is apposed


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("combien y'a de villes et combien de comtés dans X", "city+kr-gun"),
        ("combien y a-t-il de villes et combien de comtés dans X", "city+kr-gun"),
        ("combien il y a de villes dans X", "city"),
    ],
)
def test_units_are_counted_together_however_one_asks_how_many(text: str, unit: str) -> None:
    assert named_unit(text, "fr") == unit


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("le mail de leur hôtel de ville", []),
        ("their town hall, which county?", [("kr-gun", False)]),
        ("Which Korean si has the fewest residents?", [("kr-si", False)]),
        ("How many Korean si are there?", [("kr-si", True)]),
        ("si la ville est coréenne", [("city", False)]),
    ],
)
def test_no_office_names_a_unit_nor_does_a_french_if(text: str, found: list[tuple[str, bool]]) -> None:
    assert [(unit.unit, unit.several) for unit in found_in(text)] == found
