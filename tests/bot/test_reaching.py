from __future__ import annotations

import pytest

from bot.reaching import offices_of, says
from bot.subject import Subject
from knowledge.library import SHIPPED, Library, read


@pytest.fixture(scope="module")
def library() -> Library:
    return read(SHIPPED)


def test_the_office_of_a_place_may_hold_the_line_that_its_sheet_does_not(library: Library) -> None:
    assert Subject("contact", ("kr-gangwon",), "phone") in offices_of(
        Subject("place", ("kr-51",), "phone"), "", library
    )


def test_no_office_but_its_own_stands_for_the_town_hall(library: Library) -> None:
    paris = Subject("place", ("fr-com-75056",), "phone")
    police = Subject("contact", ("prefecture-police-paris",), "phone")
    assert police in offices_of(paris, "à Paris, quel numéro ?", library)
    assert police not in offices_of(paris, "numéro de la mairie de Paris", library)


@pytest.mark.parametrize("asked", [("place", "kr-51", "population"), ("table", "kr-51", "phone")])
def test_only_ways_to_reach_a_place_are_those_of_its_office(library: Library, asked: tuple[str, str, str]) -> None:
    kind, id, line = asked
    assert offices_of(Subject(kind, (id,), line), "", library) == []  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("line", "value", "text"),
    [
        ("phone", "+82 44 205 1000", "전화 044-205-1000"),
        ("phone", "+33 1 47 53 01 01", "téléphone 01 47 53 01 01"),
        ("site", "https://www.mois.go.kr", "voir mois.go.kr"),
        ("site", "https://kr.ambafrance.org/", "https://kr.ambafrance.org."),
        ("address", "세종특별자치시 도움6로 42 / 42 Doum 6-ro, Sejong-si", "주소는 세종특별자치시 도움6로 42입니다."),
        ("address", "125 rue de Grenelle, 75007 Paris", "au 125 rue de Grenelle, à Paris"),
        ("email", "cons-fr@mofa.go.kr", "courriel cons-fr@mofa.go.kr"),
    ],
)
def test_a_text_says_a_line_in_whatever_way_it_is_written(line: str, value: str, text: str) -> None:
    assert says(text, line, value)


@pytest.mark.parametrize(
    ("line", "value", "text"),
    [
        ("phone", "+82 44 205 1000", "ouvert en 2051, 1000 agents"),
        ("site", "https://www.mois.go.kr", "mofa.go.kr"),
        ("address", "125 rue de Grenelle, 75007 Paris", "à Paris"),
    ],
)
def test_a_text_that_says_something_else_does_not(line: str, value: str, text: str) -> None:
    assert not says(text, line, value)
