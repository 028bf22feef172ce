"""The countries that a message sets aside."""

from __future__ import annotations

import pytest

from bot.question import country_set_aside


@pytest.mark.parametrize(
    ("text", "country", "expected"),
    [
        ("스위스 쥐라 말고 프랑스 쥐라", "스위스", True),
        ("스위스 말고 프랑스", "스위스", True),
        ("스위스 쥐라 그리고 리옹 말고", "스위스", False),  # what is set aside does not stand beside it
        ("스위스", "스위스", False),
        ("not Switzerland", "Switzerland", True),
    ],
)
def test_a_country_is_set_aside_with_what_is_named_in_it(text: str, country: str, expected: bool) -> None:
    start = text.index(country)
    assert country_set_aside(text, (start, start + len(country))) is expected
