"""Numbers written as words or in Hangul, and with the scale that follows them."""

from __future__ import annotations

import math
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.words.numerals import pattern, value


def _first(text: str) -> float | None:
    found = next((match for match in re.finditer(pattern(), text) if match.group()), None)
    return value(found["digits"], found["scale"]) if found else None


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("un million", 1_000_000),
        ("2,5 millions", 2_500_000),
        ("cent mille", 100_000),
        ("deux cent cinquante mille", 250_000),
        ("cent quatre-vingt mille", 180_000),
        ("vingt et un mille", 21_000),
        ("un demi-million", 500_000),
        ("half a million", 500_000),
        ("a quarter of a million", 250_000),
        ("a hundred thousand", 100_000),
        ("fifty thousand", 50_000),
        ("mille", 1_000),
        ("백만", 1_000_000),
        ("이십오만", 250_000),
        ("5만", 50_000),
        ("139 259", 139_259),
        ("80k", 80_000),
        ("4만 5천쯤", 45_000),
        ("1만 2000명", 12_000),
        ("12만 3,400명", 123_400),
        ("5만 3개 시", 50_000),  # which counts the towns
    ],
)
def test_a_number_is_read_in_figures_and_in_words(text: str, number: float) -> None:
    assert _first(text) == number


@pytest.mark.parametrize("text", ["un", "a town", "six", "millier", "이 도시", "half a dozen", ""])
def test_a_word_without_a_scale_is_no_number(text: str) -> None:
    assert _first(text) is None


@pytest.mark.parametrize("text", ["{}만 5천", "{}만 3,400", "{}만", "{}", "{} millions", "{}k"])
def test_a_number_of_hundreds_of_figures_is_infinite(text: str) -> None:
    assert _first(text.format("9" * 330)) == math.inf


@given(st.text("un cent mille vingt half a quatre- million et 십백천만일이 0123.,", max_size=60))
def test_no_text_breaks_the_reading_of_numbers(text: str) -> None:
    for match in re.finditer(pattern(), text):
        assert value(match["digits"], match["scale"]) >= 0
