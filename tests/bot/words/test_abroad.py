"""Lands and cities of other countries: which are set beside a place of ours, and which are named in passing."""

from __future__ import annotations

import pytest

from bot.words.abroad import foreign, is_abroad, set_beside
from index.names.mention import Mention


@pytest.mark.parametrize(
    ("text", "name", "code"),
    [
        ("Which is bigger, Busan or Osaka?", "Busan", "JP"),
        ("Marseille est-elle plus grande que Barcelone ?", "Marseille", "ES"),
        ("뮌헨하고 리옹 중에 어디가 커요", "리옹", "DE"),
        ("Lyon, Turin : laquelle est la plus peuplée ?", "Lyon", None),
        ("flying to Busan from Osaka, which gu?", "Busan", None),
        ("Marseille et Kobe sont jumelées depuis quand ?", "Marseille", "JP"),
        ("Tours est jumelée avec Mülheim", "Tours", "DE"),
        ("투르는 루오양이랑 언제 자매결연했어요", "투르", "CN"),
        ("Which is bigger, Busan or Daegu?", "Busan", None),
    ],
)
def test_what_is_joined_to_a_place_is_asked_about(text: str, name: str, code: str | None) -> None:
    place = Mention(text.index(name), text.index(name) + len(name), name, ("x",), True)
    assert [found for _, found in set_beside(text, [place])] == ([code] if code else [])
    assert set_beside(text, []) == []


def test_a_land_of_another_country_stands_for_it_where_the_knowledge_is_of_some() -> None:
    ours = ("FR", "KR")
    assert foreign("et la Bavière ?", ours) == foreign("et l'Allemagne ?", ours) == {"DE"}
    assert foreign("et la Bretagne, en France ?", ours) == frozenset()
    assert foreign("l'exposition d'Osaka, au Japon", ()) == frozenset()


@pytest.mark.parametrize(
    ("text", "countries", "abroad"),
    [
        ("which canton is Lausanne in", (), True),
        ("When do people in Calgary elect their mayor?", (), True),
        ("which French towns are like Lausanne", ("FR",), False),
        ("which canton is Saumur in", (), False),
    ],
)
def test_a_city_abroad_is_all_that_is_named_of_the_world(text: str, countries: tuple[str, ...], abroad: bool) -> None:
    assert is_abroad(text, countries, ("FR", "KR")) is abroad
    assert not is_abroad(text, countries, ())
