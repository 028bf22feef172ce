from __future__ import annotations

from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.countries import abroad, named
from knowledge.library import SHIPPED
from knowledge.places import Gazetteer
from knowledge.text import LANGUAGES, bare


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Les préfectures au Japon", ["JP"]),
        ("북한의 도지사는 누구인가요?", ["KP"]),
        ("la Corée du Nord et la Corée du Sud", ["KP", "KR"]),
        ("French mayors and Korean mayors", ["FR", "KR"]),
        ("미국에서는 어떻게 하나요", ["US"]),
        ("le maire de Berlin", ["DE"]),
        ("한국과 프랑스", ["KR", "FR"]),
        ("US mayors", ["US"]),
        ("chez nous c'est le préfet, et chez eux ?", ["FR", "KR"]),
        ("the United States", ["US"]),
        ("les Länder allemands", ["DE", "DE"]),
        ("주프랑스 중국대사관 주소", ["FR", "CN"]),
        ("독일정부는 뭐라고 했나요", ["DE"]),
    ],
)
def test_countries_nationalities_and_main_cities_are_named(text: str, codes: list[str]) -> None:
    assert [code for _, code in named(text)] == codes


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("et Osaka ?", "JP"),
        ("celui de Genève", "CH"),
        ("오사카부는요?", "JP"),
        ("바르셀로나보다 커요?", "ES"),
        ("Bavaria", "DE"),
    ],
)
def test_lands_and_large_cities_abroad_are_found_apart(text: str, code: str) -> None:
    assert [found for _, found in abroad(text)] == [code]
    assert named(text) == []


@pytest.mark.parametrize("text", ["Nos hôtes sont gênés", "la Cornouaille", "Tokyo", "Limousin", "광주하고 부산"])
def test_nothing_abroad_is_found_in_words_and_places_of_ours_nor_what_names_a_country(text: str) -> None:
    assert abroad(text) == []


def test_no_land_abroad_is_the_name_of_a_commune_or_of_a_government_of_korea() -> None:
    gazetteer = Gazetteer.open(SHIPPED / "places")
    kinds = ("commune", "departement", "region", "kr-si", "kr-gun", "kr-gu", "kr-province", "kr-metropolitan-city")
    ours = {
        bare(place.names[language]) for kind in kinds for place in gazetteer.of_kind(kind) for language in LANGUAGES
    }
    tables = (files("knowledge").joinpath(name) for name in ("abroad.tsv", "cities_abroad.tsv"))
    rows = [row for table in tables for row in table.read_text("utf-8").splitlines()]
    forms = [form.strip() for row in rows for form in "|".join(row.split("\t")[1:]).split("|") if form.strip()]
    assert len(forms) > 3_000
    assert [form for form in forms if bare(form) in ours] == []


@pytest.mark.parametrize(
    "text",
    [
        "군이란 무엇인가요?",
        "어디로 가나요?",
        "그건 수단일 뿐",
        "인도로 걸으세요",
        "tell us more",
        "what about us?",
        "il y a dinde au menu",
        "une grenade",
        "le canton de Suippes",
        "an oral question to the prefect",
        "is the town hall open at Christmas?",
        "크리스마스에도 시청이 문을 여나요",
    ],
)
def test_ordinary_words_name_no_country(text: str) -> None:
    assert named(text) == []


@given(st.text(max_size=100))
def test_spans_lie_in_the_text(text: str) -> None:
    assert all(0 <= start < end <= len(text) for (start, end), _ in named(text))
