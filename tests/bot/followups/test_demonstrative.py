"""A place meant by its kind, where the answer before told which one it is."""

from __future__ import annotations

import pytest

from bot.answer import Decision
from bot.followups.demonstrative import around, asked_for, of_that_kind
from bot.subject import Subject
from bot.turn import Turn
from bot.words.question import Question
from index.names.mention import Mention
from knowledge.library import Library
from tests.bot.understood import surely


def _question(text: str, *named: Mention) -> Question:
    return Question(text, surely("fr"), places=named)


@pytest.mark.parametrize(
    ("text", "told", "asked"),
    [
        ("les autres communes de ce département ?", ["fr-dep-37", "fr-reg-24"], "les autres communes de X ?"),
        ("what other counties are there in that province", ["kr-41"], "what other counties are there in X"),
        ("그 도의 다른 군들도 알려주세요", ["kr-51"], "X의 다른 군들도 알려주세요"),
        ("how many cities does that province have?", ["kr-11"], "how many cities does X have?"),  # any first level
        ("그 통합시 인구는요?", ["kr-11"], "X 인구는요?"),
        ("how large is that merged city", ["kr-11"], "how large is X"),
        ("그 광역시 인구는?", ["kr-11"], "X 인구는?"),
        ("et cette nouvelle région ?", ["fr-reg-24"], "et X ?"),
    ],
)
def test_words_that_mean_a_place_by_its_kind_are_read_as_its_name(
    places: Library, text: str, told: list[str], asked: str
) -> None:
    read = of_that_kind(_question(text), told, places.gazetteer)
    assert read is not None
    assert read.masked == asked.replace("X", read.places[0].text)
    assert read.places[0].places == (told[0],)
    assert read.text[read.places[0].start : read.places[0].end] == read.places[0].text


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("les communes de ce département ?", ["fr-reg-24"]),  # none of that kind
        ("les communes de ce département ?", ["fr-dep-37", "fr-dep-41"]),  # two of it
        ("les communes de ce département ?", []),
        ("combien d'habitants là-bas ?", ["fr-dep-37"]),  # no kind
        ("combien de communes ?", ["fr-dep-37"]),  # means nothing told
        ("", ["fr-dep-37"]),
    ],
)
def test_without_one_place_of_that_kind_nothing_is_read(places: Library, text: str, told: list[str]) -> None:
    assert of_that_kind(_question(text), told, places.gazetteer) is None


def test_a_question_that_names_a_place_is_asked_of_that(places: Library) -> None:
    named = Mention(0, 5, "Tours", ("fr-com-37261",), True)
    assert of_that_kind(_question("Tours est dans ce département ?", named), ["fr-dep-37"], places.gazetteer) is None


@pytest.mark.parametrize(
    ("last", "found"),
    [
        (Subject("place", ("kr-41820",), "population"), ("kr-41",)),
        (Subject("table", ("kr-41820",), "table-is-kind"), ("kr-41",)),
        (Subject("partners", ("kr-41820",), "partners-of"), ("kr-41",)),
        (Subject("place", ("fr-dep-37",), "seat"), ()),  # the town told lies elsewhere
        (Subject("place", ("kr-41",), "population"), ()),
        (Subject("place", ("gone",)), ()),
        (Subject("card", ("one",)), ()),
        (None, ()),
    ],
)
def test_what_the_place_spoken_of_lies_in_may_be_meant_by_its_kind(
    places: Library, last: Subject | None, found: tuple[str, ...]
) -> None:
    assert around(last, places.gazetteer) == found


def test_an_agglomeration_may_be_any_grouping_of_communes(places: Library) -> None:
    read = of_that_kind(_question("le tel de cette agglomération"), ["fr-epci-1", "fr-dep-37"], places.gazetteer)
    assert read is not None
    assert read.places[0].places == ("fr-epci-1",)


@pytest.mark.parametrize(
    ("text", "shown", "found"),
    [
        ("Chinon est dans quel département ?", Subject("card", ("one",)), ("fr-dep-37",)),
        ("Chinon est connu pour quoi ?", Subject("card", ("one",)), ()),
        ("Chinon est dans quel département ?", Subject("place", ("fr-com-37072",)), ()),
    ],
)
def test_after_a_card_the_unit_asked_for_is_that_of_the_place_named(
    places: Library, text: str, shown: Subject, found: tuple[str, ...]
) -> None:
    last = Turn(_question(text, Mention(0, 6, "Chinon", ("fr-com-37072",), True)), Decision("answered", (shown,), 0.9))
    assert asked_for(last, places.gazetteer) == found
