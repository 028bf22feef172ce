"""Names made like those of governments that there are none of."""

from __future__ import annotations

import pytest

from bot.words.question import Question
from bot.words.unheard_of import names_none, unknown_partners
from tests.bot.understood import named_in, surely


@pytest.mark.parametrize(
    ("text", "known", "none"),
    [
        ("website of Haneulbit-gun in Chungcheong?", ["Chungcheong"], True),
        ("website of Yanggu-gun in Gangwon?", ["Yanggu-gun", "Gangwon"], False),
        ("충청북도 은파군 군청 전화번호", ["충청북도"], True),
        ("충청북도 옥천군 군청 전화번호", ["충청북도", "옥천군"], False),
        ("일반구 구청장은 임명인가요", [], False),
        ("population of Saint-Glouglou-sur-Meuse", ["Meuse"], True),
        ("population of Saint-Mihiel (Meuse)", ["Saint-Mihiel", "Meuse"], False),
        ("le jumelage Suwon-Tours", ["Suwon", "Tours"], False),
        ("how do gun and gu differ?", [], False),
        ("mairie de Saint-Denis-de-la-Réunion", ["Saint-Denis", "Réunion"], False),
        ("a Si-gun-gu of Korea", [], False),
        ("이름이 바뀌었군 군청은", [], False),
    ],
)
def test_a_name_made_like_a_government_s_is_known_or_none(text: str, known: list[str], none: bool) -> None:
    places = tuple(named_in(text, name, "kr-41") for name in known)
    assert names_none(Question(text, surely("en"), places=places)) is none


@pytest.mark.parametrize(
    ("text", "known", "partners"),
    [
        ("Is Rennes twinned with Exeter?", ["Rennes"], ["Exeter"]),
        ("Depuis quand Metz et Trèves sont-elles jumelées ?", ["Metz"], ["Trèves"]),
        ("Is Tours twinned with Suwon?", ["Tours", "Suwon"], []),
        ("Is Tours twinned with South Korea?", ["Tours"], []),
        ("Is Tours twinned with KOICA?", ["Tours"], []),
        ("Rennes et Exeter sont-elles grandes ?", ["Rennes"], []),  # of no tie is spoken
        ("qui est jumelé avec Exeter ?", [], []),
        ("", [], []),
    ],
)
def test_a_partner_of_a_place_is_known_or_not(text: str, known: list[str], partners: list[str]) -> None:
    places = tuple(named_in(text, name, "kr-41") for name in known)
    assert list(unknown_partners(Question(text, surely("en"), places=places))) == partners
