"""What a message names, and what it only sets aside."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from bot.words.naming import distinct, is_what_is_split_into, lands_after, meant, whole_name, without_telling
from index.names.mention import Mention
from knowledge.library import Library
from tests.bot.understood import named_in


def mention(text: str, name: str) -> Mention:
    return named_in(text, name, name)


@pytest.mark.parametrize(
    ("text", "set_aside", "asked"),
    [
        ("생나제르 말고 생말로는 어느 주에 있나요?", "생나제르", "생말로"),
        ("경남 고성 말고 강원 고성", "경남 고성", "강원 고성"),
        ("Busan site, not Jung-gu", "Jung-gu", "Busan"),
        ("Tours est jumelée, pas Limoges ?", "Limoges", "Tours"),
        ("부천은 앙굴렘 말고 다른 도시와도 협약했나요?", "앙굴렘", "부천"),  # the others of Bucheon
        ("Cheongju... sorry, I meant Chungju. pop", "Cheongju", "Chungju"),
    ],
)
def test_a_name_set_aside_is_not_what_is_asked_about(text: str, set_aside: str, asked: str) -> None:
    places = [mention(text, name) for name in sorted((set_aside, asked), key=text.index)]
    assert [each.text for each in meant(text, places, [])[0]] == [asked]


@pytest.mark.parametrize(
    ("text", "names", "asked"),
    [
        ("전라도 광주 아니고 수원이요", ["전라도", "광주", "수원"], ["수원"]),
        ("수원, 광주 말고", ["수원", "광주"], ["수원"]),  # a mark between them: it tells of no place set aside
        ("Tours Blois, pas Limoges", ["Tours", "Blois", "Limoges"], ["Tours", "Blois"]),
    ],
)
def test_what_a_place_set_aside_lies_in_is_set_aside_with_it(text: str, names: list[str], asked: list[str]) -> None:
    assert [each.text for each in meant(text, [mention(text, name) for name in names], [])[0]] == asked


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("바로 옆 기장... 아니 기장 말고 중구요", ["중구"]),
        ("Rouen, er, not Rouen but 중구", ["중구"]),
        ("기장과 중구, 기장 말고", ["기장", "중구"]),  # no other is named in its stead
    ],
)
def test_a_place_said_by_mistake_before_is_set_aside_too(text: str, asked: list[str]) -> None:
    places = [
        Mention(found.start(), found.end(), found.group(), (found.group(),), True)
        for found in re.finditer("기장|중구|Rouen", text)
    ]
    assert [each.text for each in meant(text, places, [])[0]] == asked


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Pourquoi pas Tours ?", ["Tours"]),  # nothing else is named
        ("is it Jeonbuk State and not Jeollabuk-do?", ["Jeonbuk State", "Jeollabuk-do"]),  # both are asked about
    ],
)
def test_all_names_are_kept_otherwise(text: str, names: list[str]) -> None:
    places = [mention(text, name) for name in names]
    assert [each.text for each in meant(text, places, [])[0]] == names


def test_a_contact_is_set_aside_as_a_place_is() -> None:
    text = "시도지사협의회 말고 서울 전화번호"
    places, contacts = meant(text, [mention(text, "서울")], [mention(text, "시도지사협의회")])
    assert [each.text for each in places] == ["서울"]
    assert contacts == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("code postal de Saint-Véran dans le Queyras svp", [" dans le Queyras"]),
        ("Saint-Véran, dans l'Embrunais : population", [", dans l'Embrunais"]),
        ("people in Saint-Véran in the Queyras?", [" in the Queyras"]),
        ("Saint-Véran dans le besoin", []),
        ("Saint-Véran in the Netherlands", []),  # a country makes it another place
        ("Saint-Véran dans le COG", []),
        ("Saint-Véran", []),
    ],
)
def test_the_land_a_place_lies_in_is_not_what_is_asked(text: str, said: list[str]) -> None:
    assert [text[start:end] for start, end in lands_after(text, [mention(text, "Saint-Véran")])] == said


def test_an_abbreviation_within_a_name_is_no_contact_of_its_own() -> None:
    name, abbreviation = (
        Mention(0, 10, "콘진원(KOCCA)", ("kocca-paris",), True),
        Mention(4, 9, "KOCCA", ("kocca-paris",), True),
    )
    other = Mention(12, 15, "CUF", ("cuf",), True)
    assert distinct([name, abbreviation, other]) == (name, other)


@pytest.mark.parametrize(
    ("text", "name", "place", "body", "whole"),
    [
        ("Campus France à Séoul, le site ?", "Campus France", {"Séoul": "kr-11"}, "campus-france-korea", "Campus France à Séoul"),
        ("KTO en France", "KTO", {}, "kto-paris", "KTO en France"),
        ("KTO, Lyon", "KTO", {"Lyon": "fr-com-69123"}, "kto-paris", "KTO, Lyon"),
        ("GAOK de Corée", "GAOK", {}, "gaok", "GAOK"),  # its own country
        ("Tours écrit à la GAOK", "GAOK", {"Tours": "fr-com-37261"}, "gaok", "GAOK"),  # nobody says that it is there
        ("AMF à Séoul", "AMF", {"Séoul": "kr-11"}, "amf", "AMF"),  # it has none there
        ("GAOK", "GAOK", {}, "gaok", "GAOK"),
        ("파리에 있는 우리 GAOK", "GAOK", {"파리": "fr-com-75056"}, "gaok-paris", "파리에 있는 우리 GAOK"),
    ],
)  # fmt: skip
def test_a_body_beside_a_place_of_the_other_country_is_its_office_there(
    shipped: Library, text: str, name: str, place: dict[str, str], body: str, whole: str
) -> None:
    ids = {"Campus France": "campus-france", "KTO": "kto", "GAOK": "gaok", "AMF": "amf"}
    places = [replace(mention(text, said), places=(id,)) for said, id in place.items()]
    found = whole_name(replace(mention(text, name), places=(ids[name],)), places, text, shipped)
    assert (found.places, found.text) == ((body,), whole)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("에펠탑이 파리 몇구야", ["에펠탑"]),
        ("에펠탑은 파리의 무슨 구예요", ["에펠탑"]),
        ("에펠탑 파리 어느 구를 지나요", ["에펠탑", "파리"]),  # not which one it is
        ("에펠탑하고 파리", ["에펠탑", "파리"]),
        ("파리 몇 구에 에펠탑", ["파리", "에펠탑"]),  # said before what lies in it
    ],
)
def test_a_place_that_tells_whose_parts_are_asked_for_is_not_asked_about(
    shipped: Library, text: str, kept: list[str]
) -> None:
    ids = {"에펠탑": "fr-landmark-tour-eiffel", "파리": "fr-com-75056"}
    places = tuple(named_in(text, name, ids[name]) for name in sorted(ids, key=text.index))
    assert [each.text for each in without_telling(text, places, shipped)[0]] == kept


@pytest.mark.parametrize(
    ("text", "is_unit"), [("구로 나뉘어 있나요", True), ("구로 인구", False), ("구로구 나눠", False)]
)
def test_a_unit_that_something_is_split_into_is_no_name(text: str, is_unit: bool) -> None:
    name = text.split()[0]
    assert is_what_is_split_into(text, mention(text, name)) is is_unit


@pytest.mark.parametrize(
    ("text", "names", "kept"),
    [
        ("광주시 인구, 경기도에 있는 광주요", ["광주시", "경기도", "광주"], ["광주시"]),
        ("광주시 인구, 경기도 광주 말입니다", ["광주시", "경기도", "광주"], ["광주시"]),
        ("광주시랑 경기도 중에 광주", ["광주시", "경기도", "광주"], ["광주시", "경기도", "광주"]),
        ("수원시 인구, 경기도에 있는 광주요", ["수원시", "경기도", "광주"], ["수원시", "경기도", "광주"]),
    ],
)
def test_a_place_named_again_with_what_it_lies_in_is_asked_about_once(
    shipped: Library, text: str, names: list[str], kept: list[str]
) -> None:
    ids = {"광주시": "kr-41610", "광주": "kr-41610", "경기도": "kr-41", "수원시": "kr-41110"}
    places, at = [], 0
    for name in names:
        at = text.index(name, at)
        places.append(Mention(at, at + len(name), name, (ids[name],), True))
        at += len(name)
    assert [each.text for each in without_telling(text, tuple(places), shipped)[0]] == kept


def test_a_body_set_aside_is_not_meant_where_words_tell_another() -> None:
    for text, kept in (("GAOK 말고, 군수님들 들어가 있는 협의회 홈페이지요", []), ("GAOK 말고요", ["GAOK"])):
        assert [each.text for each in meant(text, [], [mention(text, "GAOK")])[1]] == kept
