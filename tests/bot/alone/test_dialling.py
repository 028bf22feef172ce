"""A code to dial, of the country that is called."""

from __future__ import annotations

import pytest

from bot.alone.dialling import of_country
from bot.words.question import Question
from knowledge import countries
from knowledge.library import Library
from knowledge.text import Language
from tests.bot.understood import named_in, surely

PLACES = {
    "Tours": "fr-com-37261",
    "투르": "fr-com-37261",
    "Suwon": "kr-41110",
    "수원": "kr-41110",
}


def _question(text: str, language: Language) -> Question:
    towns = tuple(named_in(text, name, id) for name, id in PLACES.items() if name in text)
    named = frozenset(code for _, code in countries.named(text))
    return Question(text, surely(language), tuple(sorted(towns, key=lambda m: m.start)), countries=named)


@pytest.mark.parametrize(
    ("text", "language", "called", "asked"),
    [
        ("indicatif de Suwon ?", "fr", "KR", "indicatif de Corée ?"),
        ("indicatif pour appeler Suwon depuis Tours", "fr", "KR", "indicatif pour appeler Corée depuis France"),
        ("de Tours à Suwon, quel indicatif ?", "fr", "KR", "de France à Corée, quel indicatif ?"),
        ("quel indicatif depuis la France pour Suwon", "fr", "KR", "quel indicatif depuis la France pour Corée"),
        ("what's the dialling code for Tours?", "en", "FR", "what's the dialling code for France?"),
        ("calling Tours from Korea, what country code?", "en", "FR", "calling France from Korea, what country code?"),
        ("수원에서 투르로 전화할 때 국가번호는?", "ko", "FR", "한국에서 프랑스로 전화할 때 국가번호는?"),
        ("프랑스에서 한국으로 걸 때 국가번호", "ko", "KR", "프랑스에서 한국으로 걸 때 국가번호"),
    ],
)
def test_a_code_to_dial_is_of_the_country_that_is_called(
    text: str, language: Language, called: str, asked: str, places: Library
) -> None:
    found = of_country(_question(text, language), places.gazetteer)
    assert found is not None
    assert (found.text, found.implied, found.places) == (asked, called, ())


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("phone number of Tours with the country code", "en"),
        ("l'indicatif de la mairie de Tours", "fr"),
        ("수원 전화번호 국가번호까지", "ko"),
        ("the phone of Tours", "en"),
        ("which country code?", "en"),  # of no country
        ("country code from Tours", "en"),  # nobody is called
        ("country codes of Tours and Suwon", "en"),  # of both
        ("country code for Japan from Tours", "en"),
    ],
)
def test_what_is_no_code_of_one_country_is_read_as_it_stands(text: str, language: Language, places: Library) -> None:
    assert of_country(_question(text, language), places.gazetteer) is None
