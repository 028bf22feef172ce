"""Words right beside something in a text: those before it come first, and their span takes it in."""

from __future__ import annotations

import re

import pytest

from bot.words.beside import Beside

NEAR = Beside(re.compile(r"\bnear $"), re.compile(r" 근처"))


@pytest.mark.parametrize(
    ("text", "words", "span"),
    [
        ("a town near X", "near ", (7, 13)),
        ("X 근처 도시", " 근처", (0, 4)),
        ("near X 근처", "near ", (0, 6)),
        ("X is far", None, None),
        ("near to X", None, None),
    ],
)
def test_what_stands_right_beside_is_found(text: str, words: str | None, span: tuple[int, int] | None) -> None:
    start = text.index("X")
    found = NEAR.find(text, start, start + 1)
    assert (found.group() if found else None) == words
    assert NEAR.span(text, start, start + 1) == span
