from __future__ import annotations

import pytest

from index.names.described import end_of_description, is_described
from index.names.finder import NameFinder
from index.names.text import read_text
from knowledge.library import SHIPPED
from knowledge.places import Gazetteer, Place


@pytest.fixture(scope="module")
def temple() -> Place:
    return Gazetteer.open(SHIPPED / "places")["kr-landmark-128"]


@pytest.mark.parametrize(
    ("text", "at", "said"),
    [
        ("Bulguksa Temple is where", 0, True),
        ("le temple de Bulguksa", 3, True),
        ("temple Bulguksa", 1, True),
        ("Bulguksa, temple", 0, False),  # a mark parts them
        ("the Bulguksa hotel", 1, False),
        ("Bulguksa", 0, False),
    ],
)
def test_a_word_beside_a_landmark_says_what_it_is(temple: Place, text: str, at: int, said: bool) -> None:
    assert is_described(temple, read_text(text), at, at + 1) is said


def test_the_words_of_it_end_where_they_do(temple: Place) -> None:
    assert end_of_description(temple, read_text("Bulguksa temple, where"), 1) == 2


@pytest.mark.parametrize("text", ["Bulguksa Temple is in which city?", "temple Bulguksa, c'est quelle ville ?"])
def test_what_is_said_to_be_one_is_a_landmark(shipped_names: NameFinder, text: str) -> None:
    assert [mention.places for mention in shipped_names.find(text, "fr")] == [("kr-landmark-128",)]
