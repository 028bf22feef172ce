"""What the words between two names tell."""

from __future__ import annotations

import pytest

from index.names.telling import another_at, says_near, says_which, says_within
from index.names.text import read_text
from index.names.tokens import Token


def _words(text: str) -> tuple[Token, ...]:
    return read_text(text).tokens


@pytest.mark.parametrize(
    "text",
    [
        "dans la",
        "est bien dans l'",
        ", c'est en",
        "in",
        "en ou en",
        "belongs to",
        "is still part of",
        "fait partie de la",
    ],
)
def test_one_place_is_said_to_lie_in_another(text: str) -> None:
    assert says_within(_words(text))


@pytest.mark.parametrize("text", ["", "est", "et", "dans la vallée de", "avec", "fait partie", "belongs in"])
def test_other_words_do_not_say_so(text: str) -> None:
    assert not says_within(_words(text))


def test_a_place_is_told_by_one_near_it_or_by_what_it_lies_in() -> None:
    near, inside = _words("celui qui touche"), _words("celle de l'")
    assert says_near(near) and not says_which(near)
    assert says_which(inside) and not says_near(inside)
    assert not says_near(()) and not says_which(())


@pytest.mark.parametrize(
    ("text", "at"), [("en métropole et celui de La", 3), ("et celle qui vote à", None), ("celui de", None), ("", None)]
)
def test_a_further_place_of_the_name_is_joined_to_the_first(text: str, at: int | None) -> None:
    assert another_at(_words(text)) == at
