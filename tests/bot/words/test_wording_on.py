"""How a follow-up is worded."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.words.language import Detection
from bot.words.question import Question
from bot.words.wording_on import asks_when, content_beside, only_compares
from tests.bot.understood import named_in


def _question(text: str) -> Question:
    return Question(text, Detection("fr", supported=True, certain=True))


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Depuis quand ??", True),
        ("when did that change", True),
        ("언제부터 그렇게 바뀐 거죠", True),
        ("지금은 통합됐다고 들었는데 언제부터죠?", True),
        ("quand le conseil se réunit-il ?", False),
        ("ça a changé ?", False),
        ("", False),
    ],
)
def test_since_when_is_asked_with_or_without_words_for_a_change(text: str, when: bool) -> None:
    assert asks_when(_question(text)) is when


@pytest.mark.parametrize(
    ("text", "only"),
    [
        ("et c'est plus que ça ?", True),
        ("Suwon랑 비교하면 어때요", True),
        ("Suwon에 비하면?", True),
        ("et le site, par rapport à ça ?", False),
        ("et ça ?", False),
    ],
)
def test_what_only_compares_says_nothing_else(text: str, only: bool) -> None:
    named = (named_in(text, "Suwon", "kr-41110"),) if "Suwon" in text else ()
    assert only_compares(replace(_question(text), places=named)) is only


def test_words_beside_those_of_some_kinds_are_left() -> None:
    asked = _question("ils ont un bureau en France ou pas")
    assert content_beside(asked, "office", "reference") == ["pas"]
    assert content_beside(_question(""), "office") == []
