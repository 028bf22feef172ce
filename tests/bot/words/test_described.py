"""What a message says of a place only to tell which one it is."""

from __future__ import annotations

import pytest

from bot.words.described import without_description
from bot.words.question import Question
from tests.bot.understood import named_in, surely


def _without(text: str, *names: str, countries: frozenset[str] = frozenset()) -> str | None:
    places = tuple(sorted((named_in(text, name, "fr-com-37261") for name in names), key=lambda m: m.start))
    return without_description(Question(text, surely("fr"), places=places, countries=countries))


@pytest.mark.parametrize(
    ("text", "names", "rest"),
    [
        ("Le gun de Y, celui de la truite sur glace, recense combien d'âmes ?", ["Y"], "Le gun de Y recense combien d'âmes ?"),
        ("Head count for Y, over on the border?", ["Y"], "Head count for Y ?"),
        ("Y, the old harbour - is it a town?", ["Y"], "Y is it a town?"),
        ("Y (the one with the castle): which department?", ["Y"], "Y : which department?"),
        ("Y, le port près de Z, c'est quoi au juste ?", ["Y", "Z"], "Y c'est quoi au juste ?"),
        ("정어리의 고장이라는 와이, 요즘 주민이 얼마나 되나요?", ["와이"], "와이, 요즘 주민이 얼마나 되나요?"),
        ("축제로 유명한 와이는 무슨 도예요?", ["와이"], "와이는 무슨 도예요?"),
    ],
)  # fmt: skip
def test_what_describes_the_one_place_is_left_out(text: str, names: list[str], rest: str) -> None:
    assert _without(text, *names) == rest


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Y, combien d'habitants ?", ["Y"]),  # it asks
        ("Of all the communes in Y, which one has the oldest castle?", ["Y"]),  # all that is asked
        ("Y, la ville, est-elle plus grande que Z ?", ["Y", "Z"]),  # another name is asked about
        ("어느 도에 있는 와이인가요?", ["와이"]),
        ("Y, le maire et la population ?", ["Y"]),  # asked as well
        ("Y, le port connu pour ses crabes", ["Y"]),  # nothing else is said
        ("Combien d'habitants ?", []),
    ],
)
def test_what_asks_or_names_another_stays(text: str, names: list[str]) -> None:
    assert _without(text, *names) is None


def test_what_sets_a_place_in_a_third_country_stays() -> None:
    text = "combien d'arrondissements à Y, la capitale autrichienne, au juste ?"
    assert _without(text, "Y") == "combien d'arrondissements à Y au juste ?"
    assert _without(text, "Y", countries=frozenset({"AT"})) is None
