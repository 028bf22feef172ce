"""A pronoun for what a place was just told to lie in."""

from __future__ import annotations

import pytest

from bot.answer import Decision
from bot.followups.unit_told import may_be_meant, named
from bot.subject import Kind, Subject
from bot.turn import Turn
from bot.words.question import Question
from knowledge.library import Library
from tests.bot.understood import named_in, surely

TOLD = ("fr-dep-37", "fr-reg-24")


def _named(
    places: Library, before: str, text: str, intent: str, kind: Kind = "table", told: tuple[str, ...] = TOLD
) -> tuple[str, tuple[str, ...]] | None:
    last = Turn(Question(before, surely("fr")), Decision("answered", (Subject(kind, ("fr-com-37072",), intent),), 1.0))
    question = Question(text, surely("fr"))
    asked = named(question, last, told, places.gazetteer) if may_be_meant(question, last) else None
    return None if asked is None else (asked.masked, asked.place_ids)


@pytest.mark.parametrize(
    ("before", "text", "unit", "asked"),
    [
        (
            "Chinon, c'est dans quel département ?",
            "combien de communes dans celui-là",
            "departement",
            ("combien de communes dans X", ("fr-dep-37",)),
        ),
        ("dans quelle région est Chinon ?", "qui préside celle-ci ?", "region", ("qui préside X ?", ("fr-reg-24",))),
        ("Which région is Chinon in?", "how large is that one?", "region", ("how large is X?", ("fr-reg-24",))),
        ("Chinon, quel département ?", "et celle-ci, combien d'habitants ?", "departement", None),  # the town
        ("Chinon, quel département ?", "combien de communes ?", "departement", None),
        ("Which région is Chinon in?", "the county it is in, how large is that one?", "region", None),  # another
        (
            "Chinon, c'est dans quel département ?",
            "il y a combien de communes là-dedans ?",
            "departement",
            ("il y a combien de communes X ?", ("fr-dep-37",)),
        ),
        ("Chinon, quelle province ?", "combien de villes dans celle-là ?", "province", None),  # one of two told
    ],
)
def test_what_was_told_is_meant_by_a_pronoun_of_its_gender(
    places: Library, before: str, text: str, unit: str, asked: tuple[str, tuple[str, ...]] | None
) -> None:
    assert _named(places, before, text, f"table-which-above/{unit}") == asked


def test_it_may_have_been_told_by_the_line_of_all_that_a_place_lies_in(places: Library) -> None:
    asked = _named(places, "quelle intercommunalité ?", "et combien d'habitants dans celle-là ?", "above", "place", ())
    assert asked == ("et combien d'habitants dans X ?", ("fr-epci-2",))


def test_after_anything_else_no_unit_is_meant(places: Library) -> None:
    assert _named(places, "quelle population ?", "et celle-ci ?", "population", "place") is None
    assert _named(places, "quel département ?", "et celui-là ?", "table-which-above/departement", told=()) is None


def test_a_question_that_names_a_place_means_that() -> None:
    text = "Tours est dans celui-là ?"
    last = Turn(
        Question("Chinon, quel département ?", surely("fr")),
        Decision("answered", (Subject("table", ("fr-com-37072",), "table-which-above/departement"),), 1.0),
    )
    question = Question(text, surely("fr"), places=(named_in(text, "Tours", "fr-com-37261"),))
    assert not may_be_meant(question, last)
