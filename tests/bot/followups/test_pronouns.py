"""Pronouns for a kind of place that was spoken of."""

from __future__ import annotations

import pytest

from bot.followups.pronouns import spelled_out, stands_before_name
from bot.words.question import Question
from tests.bot.understood import named_in, surely

ENGLISH = surely("en")
ARRONDISSEMENT = Question("l'arrondissement, qui le dirige ?", ENGLISH)


def _question(text: str, name: str = "") -> Question:
    return Question(text, ENGLISH, (named_in(text, name, "place"),) if name else ())


@pytest.mark.parametrize(
    ("text", "name", "spelled"),
    [
        ("et ceux de Paris ? Pareil ?", "Paris", "et arrondissement de Paris ? Pareil ?"),
        ("and those in Lyon?", "Lyon", "and arrondissement in Lyon?"),
        ("Paris, and the ones of Lyon?", "Lyon", "Paris, and arrondissement of Lyon?"),
    ],
)
def test_a_pronoun_before_a_name_stands_for_the_kind_spoken_of(text: str, name: str, spelled: str) -> None:
    found = spelled_out(_question(text, name), ARRONDISSEMENT)
    assert found is not None
    assert found.text == spelled
    assert [found.text[m.start : m.end] for m in found.places] == [name]


@pytest.mark.parametrize(
    ("question", "before"),
    [
        (_question("et Paris ?", "Paris"), ARRONDISSEMENT),
        (_question("et ceux qui votent ?"), ARRONDISSEMENT),  # names no place
        (_question("et ceux de Paris ?", "Paris"), Question("les pompiers ?", ENGLISH)),  # no kind was spoken of
        (_question("et ceux de Paris, la commune ?", "Paris"), ARRONDISSEMENT),  # names one itself
        (_question(""), ARRONDISSEMENT),
    ],
)
def test_without_a_pronoun_or_a_kind_nothing_is_spelled_out(question: Question, before: Question) -> None:
    assert spelled_out(question, before) is None


@pytest.mark.parametrize(
    ("text", "name", "stands"),
    [
        ("celui du Pas-de-Calais", "Pas-de-Calais", True),
        ("and the one in Gangwon?", "Gangwon", True),
        ("celui du Pas-de-Calais, le site ?", "Pas-de-Calais", False),
        ("et Paris ?", "Paris", False),
        ("celui-là", "", False),
    ],
)
def test_a_pronoun_and_one_name_may_be_all_there_is(text: str, name: str, stands: bool) -> None:
    assert stands_before_name(_question(text, name)) is stands
