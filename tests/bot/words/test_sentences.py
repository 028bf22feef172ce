"""Which sentences of a message ask."""

from __future__ import annotations

import pytest

from bot.words.sentences import asks

EARLIER = "Can an arrondissement sign?"


@pytest.mark.parametrize(
    ("text", "earlier", "asking"),
    [
        ("Can an arrondissement sign?", "", True),
        ("it isn't a local authority", EARLIER, False),
        ("ce n'est pas une collectivité", EARLIER, False),
        ("it isn't in which région", EARLIER, True),
        ("and its phone", EARLIER, True),
        ("et son téléphone", EARLIER, True),
        ("and its phone", "We are in Tours.", False),
        ("And its phone.", EARLIER, False),
        ("tell me its phone.", EARLIER, True),
    ],
)
def test_a_few_words_after_a_question_ask_unless_they_say_something(text: str, earlier: str, asking: bool) -> None:
    assert asks(text, earlier) is asking
