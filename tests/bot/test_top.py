from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.top import top


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("top 10 des villes de X", 10),
        ("les dix plus grandes villes", 10),
        ("the twenty most populous gun", 20),
        ("X에서 인구 많은 군 7개 알려줘", 7),
        ("상위 15개 도시", 15),
        ("10위까지", 10),
        ("top 3", 0),
        ("les cinq plus grosses villes", 0),
        ("le département 30", 0),
        ("les communes de plus de 10 000 habitants", 0),
        ("les 10,5 plus", 0),
        ("", 0),
    ],
)
def test_a_number_of_places_to_show_is_found(text: str, number: int) -> None:
    assert top(text) == number


@given(st.text(max_size=80))
def test_any_text_gives_none_or_a_number_of_two_digits(text: str) -> None:
    assert 0 <= top(text) < 100
