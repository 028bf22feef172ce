"""Which average a question asks for: of inhabitants, of what lies in the places named, and of nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.alone.averaged import averaged, of_country
from bot.words.question import Question
from knowledge.text import Language
from tests.bot.place_table import library
from tests.bot.understood import named_in, surely

IDS = {"Indre-et-Loire": "fr-dep-37", "Tours": "fr-com-37261", "경기도": "kr-41"}


def _question(text: str, language: Language = "fr", *countries: str) -> Question:
    named = tuple(named_in(text, name, id) for name, id in IDS.items() if name in text)
    return Question(text, surely(language), named, countries=frozenset(countries))


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("Population moyenne des communes d'Indre-et-Loire", "table-average/commune"),
        ("What is the average population of a commune in Indre-et-Loire?", "table-average/commune"),
        ("경기도 시의 평균 인구는 얼마인가요?", "table-average/city"),
        ("Revenu moyen des communes d'Indre-et-Loire", None),
        ("Nombre moyen de communes par EPCI en Indre-et-Loire", None),
        ("Population moyenne de Tours", None),
        ("Population moyenne des gun d'Indre-et-Loire", None),
    ],
)
def test_the_average_of_inhabitants_is_told_from_others(text: str, intent: str | None, tmp_path: Path) -> None:
    asked = averaged(_question(text), library(tmp_path))
    assert [subject.intent for subject in asked.subjects] == ([intent] if intent else [])
    assert asked.unheld == (0.0 if intent else 1.0)


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("Combien d'habitants compte en moyenne un département français ?", "table-average-overall/departement/fr"),
        ("한국 군의 평균 인구", "table-average-overall/kr-gun/kr"),
        ("Combien d'habitants compte un département français ?", None),
        ("How old are the inhabitants of a Korean gun on average?", None),
    ],
)
def test_that_of_a_whole_country_says_nothing_else(text: str, intent: str | None) -> None:
    asked = of_country(_question(text, "fr", *(["FR"] if "français" in text else ["KR"])))
    assert (asked.intent if asked is not None else None) == intent
