"""Which of the places just listed have a partner."""

from __future__ import annotations

import pytest

from bot.followups.partnered import of_those_listed
from bot.subject import Subject
from bot.words.question import Question
from knowledge import countries
from knowledge.library import Library
from knowledge.text import Language
from tests.bot.understood import surely

CITIES = Subject("table", ("kr-51",), "table-list-below/kr-si")


def _question(text: str, language: Language = "fr") -> Question:
    return Question(text, surely(language), countries=frozenset(code for _, code in countries.named(text)))


@pytest.mark.parametrize(
    ("text", "language", "intent"),
    [
        ("du lot, laquelle a un partenaire en France ?", "fr", "partners-of//kr-si"),
        ("et lesquelles sont jumelées ?", "fr", "partners-of//kr-si//twinning"),
        ("which of them have a French partner?", "en", "partners-of//kr-si"),
        ("그중에 프랑스랑 자매결연한 데 있어요?", "ko", "partners-of//kr-si//twinning"),
    ],
)
def test_of_places_listed_those_with_a_partner(library: Library, text: str, language: Language, intent: str) -> None:
    found = of_those_listed(_question(text, language), CITIES, library)
    assert found == Subject("partners", ("kr-51",), intent)


def test_where_no_unit_was_named_it_is_those_listed_unasked(library: Library) -> None:
    last = Subject("table", ("fr-reg-53",), "table-list-below")
    found = of_those_listed(_question("lesquels ont un partenaire en Corée ?"), last, library)
    assert found == Subject("partners", ("fr-reg-53",), "partners-of//departement")


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("laquelle a un partenaire en Corée ?", CITIES),  # they lie there
        ("laquelle a un partenaire en Allemagne ?", CITIES),
        ("laquelle est la plus grande ?", CITIES),
        ("comment trouver un partenaire ?", CITIES),
        ("laquelle finance des projets culturels avec un partenaire ?", CITIES),
        ("laquelle a un partenaire en France ?", Subject("table", ("kr-51",), "table-largest/kr-si")),
        ("laquelle a un partenaire en France ?", Subject("place", ("kr-51",), "population")),
        ("laquelle a un partenaire en France ?", None),
    ],
)
def test_nothing_else_is_asked_of_those_listed(library: Library, text: str, last: Subject | None) -> None:
    assert of_those_listed(_question(text), last, library) is None
