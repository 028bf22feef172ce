"""Which places are asked about along with a body."""

from __future__ import annotations

import pytest

from bot.alone.companions import companions
from bot.words.question import Question
from index.names.mention import Mention
from tests.bot.understood import surely


def _mention(text: str, name: str, id: str) -> tuple[Mention, ...]:
    start = text.find(name)
    return (Mention(start, start + len(name), name, (id,), True),) if start >= 0 else ()


def _question(text: str) -> Question:
    places, bodies = _mention(text, "Tours", "fr-com-37261"), _mention(text, "AMF", "amf")
    return Question(text, surely("en"), places=places, contacts=bodies)


@pytest.mark.parametrize(
    ("text", "along"),
    [
        ("the phone of the city hall of Tours and of the AMF", True),
        ("le site de l'AMF et celui de la mairie de Tours", True),
        ("websites of the AMF and the town hall of Tours", True),
        ("Tours시청이랑 AMF 전화번호", True),
        ("AMF 및 Tours 시청 주소", True),
        ("the AMF in Tours, its phone", False),
        ("Tours, AMF", False),
        ("AMF Tours", False),
        ("le maire de Tours cherche l'AMF", False),
        ("le site de l'AMF et le maire de Tours", False),
        ("the phone of Tours", False),
        ("", False),
    ],
)
def test_a_word_that_joins_a_place_to_a_body_asks_about_both(text: str, along: bool) -> None:
    question = _question(text)
    assert companions(question) == (question.places if along else ())
