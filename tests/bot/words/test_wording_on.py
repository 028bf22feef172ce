"""How a follow-up is worded."""

from __future__ import annotations

import pytest

from bot.words.language import Detection
from bot.words.question import Question
from bot.words.wording_on import asks_when, content_beside


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


def test_words_beside_those_of_some_kinds_are_left() -> None:
    asked = _question("ils ont un bureau en France ou pas")
    assert content_beside(asked, "office", "reference") == ["pas"]
    assert content_beside(_question(""), "office") == []
