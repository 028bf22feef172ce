"""Which of the kinds just told apart a place is."""

from __future__ import annotations

import pytest

from bot.followups.which_kind import of_the_kinds_told
from bot.subject import Subject, card
from bot.tables.intents import IS_KIND
from bot.words.question import Question
from knowledge.library import Library
from knowledge.text import Language
from tests.bot.understood import named_in, surely

GUN = "kr-41820"
BEFORE = "quelle différence entre un si et un gun ?"


def _question(text: str, name: str = "", language: Language = "fr") -> Question:
    return Question(text, surely(language), (named_in(text, name, GUN),) if name else ())


@pytest.mark.parametrize(
    ("before", "text", "name", "language", "told"),
    [
        (BEFORE, "donc Gapyeong, c'est lequel des deux ?", "Gapyeong", "fr", True),
        ("시랑 군 차이가 뭐예요", "그럼 가평은 둘 중 뭐예요?", "가평", "ko", True),
        ("a si and a gun, what differs?", "so which of the two is Gapyeong?", "Gapyeong", "en", True),
        ("qu'est-ce qu'un gun ?", "Gapyeong, c'est lequel des deux ?", "Gapyeong", "fr", False),  # one kind only
        (BEFORE, "lequel des deux est le plus peuplé, Gapyeong ?", "Gapyeong", "fr", False),
        (BEFORE, "et Gapyeong ?", "Gapyeong", "fr", False),
        (BEFORE, "lequel des deux ?", "", "fr", False),
        ("", "", "", "fr", False),
    ],
)
def test_a_place_is_told_to_be_of_one_of_the_kinds(
    places: Library, before: str, text: str, name: str, language: Language, told: bool
) -> None:
    question, asked = _question(text, name, language), _question(before, language=language)
    expected = Subject("table", (GUN,), IS_KIND) if told else None
    assert of_the_kinds_told(question, asked, card("cmp-kinds"), places.gazetteer) == expected
    assert of_the_kinds_told(question, asked, Subject("place", (GUN,)), places.gazetteer) is None
