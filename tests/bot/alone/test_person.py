"""Persons at a body, asked for by name."""

from __future__ import annotations

import pytest

from bot.alone.person import asks_for_a_name
from bot.words.question import Question
from tests.bot.understood import named_in, surely


def _asks(text: str, name: str, *, place: bool = False) -> bool:
    named = (named_in(text, name, "one"),)
    return asks_for_a_name(Question(text, surely("fr"), places=named if place else (), contacts=() if place else named))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Comment s'appelle la consule honoraire de France ?", "consule honoraire de France"),
        ("name of the French consul in Busan", "French consul in Busan"),
        ("le nom de la personne qui tient l'accueil à la préfecture de Dijon", "préfecture de Dijon"),
        ("qui préside la FNCCR en ce moment", "FNCCR"),
        ("GAOK 담당자 성함이 뭐예요", "GAOK"),
        ("the director's name at KOICA", "KOICA"),
    ],
)
def test_a_person_is_asked_for(text: str, name: str) -> None:
    assert _asks(text, name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("what is the name of the association of mayors?", "association of mayors"),
        ("comment s'appelle l'association des maires en Corée", "association des maires"),
        ("qui préside la FNCCR ?", "FNCCR"),  # which office that is may be told
        ("le site de la FNCCR", "FNCCR"),
        ("시장들 모임이 따로 있다던데 이름이 AMRF 맞습니까", "AMRF"),
        ("a club of rural mayors, is its name AMRF?", "AMRF"),
        ("ça s'appelle comment, la fonction du consul honoraire ?", "consul honoraire"),
    ],
)
def test_a_body_or_an_office_is_asked_for(text: str, name: str) -> None:
    assert not _asks(text, name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("qui est le préfet du Morbihan", "Morbihan"),
        ("Qui est actuellement la préfète de la Drôme ?", "Drôme"),
        ("who is Tours's mayor?", "Tours"),
        ("who governs Gyeongsangbuk-do right now, name please", "Gyeongsangbuk-do"),
        ("지금 담양군수 이름이 뭐예요?", "담양군"),
        ("nom du maire de Vannes svp", "Vannes"),
    ],
)
def test_who_holds_an_office_of_a_place_is_asked_for(text: str, name: str) -> None:
    assert _asks(text, name, place=True)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Qui dirige Vannes ?", "Vannes"),  # the office, which a sheet tells
        ("Qui est le préfet compétent pour Sanary ?", "Sanary"),
        ("Who is the mayor of Tours elected by?", "Tours"),
        ("What is the name of the prefecture of Morbihan?", "Morbihan"),
        ("고성군의 옛 이름이 뭐예요?", "고성군"),
    ],
)
def test_what_an_office_of_a_place_is_may_be_told(text: str, name: str) -> None:
    assert not _asks(text, name, place=True)
