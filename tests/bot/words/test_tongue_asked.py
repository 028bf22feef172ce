from __future__ import annotations

import pytest

from bot.words.tongue_asked import TongueAsked, tongue_asked


@pytest.mark.parametrize(
    ("text", "language", "rest", "once_more"),
    [
        ("la même chose en français svp", "fr", "", True),
        ("한국어로 다시 부탁해요", "ko", "", True),
        ("한국어로요", "ko", "", True),
        ("same answer in English for my colleague?", "en", "", True),
        ("oups, je me suis trompé de groupe… la même chose mais en français", "fr", "oups, je me suis trompé de groupe", True),
        ("과장님 보여드려야 하는데 한국말로 다시 부탁해요", "ko", "과장님 보여드려야 하는데", True),
        ("Could you put that in Korean? My colleague reads along", "ko", "", True),
        ("Vous pouvez me remettre ça en anglais, c'est pour une collègue", "en", "", True),
        ("could you say that in English for my Korean colleague", "en", "", True),
        ("What is an EPCI? Answer in Korean please.", "ko", "What is an EPCI?", False),
        ("un gun, c'est quoi, réponds en coréen", "ko", "un gun, c'est quoi", False),
        ("수원시 인구 몇 명이에요? 영어로 답해 주세요", "en", "수원시 인구 몇 명이에요?", False),
    ],
)  # fmt: skip
def test_a_message_may_ask_for_its_answer_in_a_language(text: str, language: str, rest: str, once_more: bool) -> None:
    assert tongue_asked(text) == TongueAsked(language, rest, once_more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text",
    [
        "comment dit-on préfet en coréen ?",
        "How do you write county, in Korean",
        "수원은 영어로 어떻게 써요?",
        "qui parle en français à la mairie ?",
        "en Corée svp",
        "comment dit-on maire en coréen pour une brochure ?",
        "again please",
        "Could you put that in Korean? And who signs it?",
        "",
    ],
)
def test_a_word_of_a_language_is_another_question(text: str) -> None:
    assert tongue_asked(text) is None


def test_words_that_ask_over_and_over_are_read_at_once() -> None:
    assert tongue_asked("해요해줘요" * 180 + " 한국어로 이건 아니") is None
