"""The other of two places of a kind in what they lie in, over the shipped table of places."""

from __future__ import annotations

import pytest

from bot.answer import Decision
from bot.followups.other_there import of_two, of_two_alike
from bot.subject import Subject, card
from bot.turn import Turn
from bot.words.question import Question
from knowledge.library import Library
from knowledge.text import Language
from tests.bot.understood import named_in, surely

JEJU, SEOGWIPO = "kr-50110", "kr-50130"


def _last(id: str, intent: str = "population") -> Turn:
    return Turn(Question("", surely("fr")), Decision("answered", (Subject("place", (id,), intent),), 0.9))


@pytest.mark.parametrize(
    ("text", "language", "last", "other"),
    [
        ("and the other city on the island?", "en", JEJU, SEOGWIPO),
        ("섬의 다른 시는요?", "ko", JEJU, SEOGWIPO),
        ("et l'autre département ?", "fr", "fr-dep-2B", "fr-dep-2A"),
        ("et l'autre département ?", "fr", "fr-dep-37", None),  # one of six
        ("the other cities?", "en", JEJU, None),
        ("et l'autre région ?", "fr", "fr-dep-2B", None),  # it is of another kind
        ("and the city?", "en", JEJU, None),
        ("", "fr", JEJU, None),
    ],
)
def test_the_other_of_two_is_told_in_the_line_asked_before(
    library: Library, text: str, language: Language, last: str, other: str | None
) -> None:
    expected = None if other is None else Subject("place", (other,), "population")
    assert of_two(Question(text, surely(language)), _last(last), library.gazetteer) == expected


def test_what_is_said_besides_is_asked_of_it(library: Library) -> None:
    found = of_two(Question("who heads the other city?", surely("en")), _last(JEJU), library.gazetteer)
    assert isinstance(found, Question)
    assert (found.masked, found.place_ids) == ("who heads X?".replace("X", found.places[0].text), (SEOGWIPO,))


def test_a_card_is_of_the_place_that_was_named(library: Library) -> None:
    asked = Question("Is Jeju-si a city?", surely("en"), (named_in("Is Jeju-si a city?", "Jeju-si", JEJU),))
    last = Turn(asked, Decision("answered", (card("kr-jeju"),), 0.9))
    found = of_two(Question("and the other city?", surely("en")), last, library.gazetteer)
    assert found == Subject("place", (SEOGWIPO,))


@pytest.mark.parametrize(
    ("text", "last", "other"),
    [
        ("나머지 하나는?", JEJU, SEOGWIPO),
        ("and the other one?", JEJU, SEOGWIPO),
        ("et l'autre ?", "fr-dep-2B", "fr-dep-2A"),
        ("et l'autre ?", "fr-dep-37", None),  # one of six
        ("and the other one's mayor?", JEJU, None),
        ("and its mayor?", JEJU, None),
    ],
)
def test_the_only_other_of_its_kind_is_the_other_one(library: Library, text: str, last: str, other: str | None) -> None:
    expected = None if other is None else Subject("place", (other,), "population")
    assert of_two_alike(Question(text, surely("en")), _last(last), library.gazetteer) == expected
