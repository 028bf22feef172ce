from __future__ import annotations

from pathlib import Path

import pytest

from bot.tables.formerly import formerly
from bot.words.question import Question
from knowledge.library import Library
from knowledge.text import Language
from tests.bot.place_table import library
from tests.bot.understood import named_in, surely


def _question(text: str, name: str, id: str, language: Language) -> Question:
    return Question(text, surely(language), (named_in(text, name, id),))


@pytest.mark.parametrize(
    ("language", "text", "name", "intent"),
    [
        ("fr", "ancien nom de Suwon ?", "Suwon", "whole"),
        ("ko", "수원시가 원래 무슨 군이었죠", "수원시", "table-which-above"),
        ("en", "what was Suwon called before", "Suwon", "name"),
        ("en", "what was Suwon before it became a city", "Suwon", "kind"),
        ("en", "Suwon had another name before, what was it", "Suwon", "name"),
        ("fr", "Suwon, c'était quoi avant de devenir une ville ?", "Suwon", "table-is-kind"),
        ("ko", "수원시가 시로 승격되기 전에는 뭐였나요?", "수원시", "whole"),
    ],
)
def test_a_former_name_is_asked_for_in_words(
    places: Library, language: Language, text: str, name: str, intent: str
) -> None:
    assert formerly(intent, _question(text, name, "kr-41110", language), places) == "kr-41110"


@pytest.mark.parametrize(
    ("text", "id", "intent"),
    [
        ("ancien nom de Suwon ?", "kr-41130", "whole"),  # that had none
        ("ancien nom de Suwon ?", "kr-41110", "population"),
        ("nom de Suwon ?", "kr-41110", "name"),
        ("anciennement, Suwon avait-elle le droit ?", "kr-41110", "rule-government"),
    ],
)
def test_nothing_else_is_taken_for_it(places: Library, text: str, id: str, intent: str) -> None:
    assert formerly(intent, _question(text, "Suwon", id, "fr"), places) is None


def test_the_communes_merged_are_asked_for_in_the_words_of_a_rule(places: Library) -> None:
    text = "Quelles communes ont fusionné pour former Fondettes ?"
    question = _question(text, "Fondettes", "fr-com-37109", "fr")
    assert formerly("rule-government", question, places) == "fr-com-37109"


def test_a_question_that_names_no_place_asks_for_none(tmp_path: Path) -> None:
    assert formerly("whole", Question("ancien nom ?", surely("fr")), library(tmp_path)) is None
