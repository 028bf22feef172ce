"""Places that a question names only to leave them out of a list."""

from __future__ import annotations

import pytest

from bot.excepted import left_out
from bot.language import Detection
from bot.question import Question
from index.names import Mention


def _question(text: str, *names: str) -> Question:
    places = tuple(Mention(text.index(name), text.index(name) + len(name), name, (name,), True) for name in names)
    return Question(text, Detection("en", supported=True, certain=True), places=places)


@pytest.mark.parametrize(
    ("text", "names", "left"),
    [
        ("Les villes de Corée, à part Séoul ?", ("Séoul",), ("Séoul",)),
        ("Besides Seoul and Busan, which Korean cities?", ("Seoul", "Busan"), ("Seoul", "Busan")),
        ("서울과 부산을 빼고 한국 도시는?", ("서울", "부산"), ("서울", "부산")),
        ("communes de France hors Île-de-France", ("Île-de-France",), ("Île-de-France",)),
        ("communes du Tarn à l'exception d'Albi", ("Tarn", "Albi"), ("Albi",)),
        ("서울의 외국인 주민", ("서울",), ()),
        ("Tours and Blois", ("Tours", "Blois"), ()),
        ("Which cities?", (), ()),
        ("", (), ()),
    ],
)
def test_places_left_out_are_told_from_those_asked_about(
    text: str, names: tuple[str, ...], left: tuple[str, ...]
) -> None:
    question = _question(text, *names)
    rest, ids = left_out(question)
    assert ids == left
    assert [mention.text for mention in rest.places] == [name for name in names if name not in left]
    assert len(rest.text) == len(text)
    assert not any(name in rest.text for name in left)
