"""The ties of places of some size, asked for in words."""

from __future__ import annotations

import pytest

from bot.alone.partnered import of_a_size
from bot.partnerships.question import read
from bot.words.question import Question
from knowledge import countries
from knowledge.library import Library
from knowledge.text import Language
from tests.bot.understood import surely


def _asked(text: str, language: Language) -> tuple[str, str, str] | None:
    named = frozenset(code for _, code in countries.named(text))
    found = of_a_size(Question(text, surely(language), countries=named), Library())
    if found is None:
        return None
    asked = read(found.intent)
    return asked.unit, asked.country, asked.size


@pytest.mark.parametrize(
    ("text", "language", "asked"),
    [
        (
            "Which French cities of more than 200,000 inhabitants have a Korean partner?",
            "en",
            ("city", "fr", ">200000"),
        ),
        (
            "Des communes françaises de moins de 10 000 habitants ont-elles un partenaire en Corée ?",
            "fr",
            ("commune", "fr", "<10000"),
        ),
        ("인구 5만 이하 군 중에 프랑스와 교류하는 데가 있나요?", "ko", ("kr-gun", "kr", "<50000")),
    ],
)
def test_a_unit_a_size_and_a_tie_are_read(text: str, language: Language, asked: tuple[str, str, str]) -> None:
    assert _asked(text, language) == asked


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Which French cities have a Korean partner?", "en"),  # of any size
        ("Which French cities have more than 200,000 inhabitants?", "en"),  # no tie
        ("Which German cities of more than 200,000 inhabitants have a Korean partner?", "en"),
        ("Un partenariat de plus de 200 000 habitants ?", "fr"),  # no unit
    ],
)
def test_nothing_less_is_such_a_question(text: str, language: Language) -> None:
    assert _asked(text, language) is None
