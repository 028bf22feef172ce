"""Follow-ups that turn from a place to what it lies in, or from a grouping to its town."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.followups.within import of_what_it_lies_in, town_of_its_name
from bot.subject import Subject
from bot.words.question import Question
from knowledge.library import Library
from tests.bot.place_table import library
from tests.bot.understood import snapshot_of, surely

TOURS = Subject("place", ("fr-com-37261",), "population")
GROUPING = Subject("place", ("fr-epci-1",), "population")


@pytest.fixture
def places(tmp_path: Path) -> Library:
    return library(tmp_path)


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("Non, je parlais de la métropole, avec toutes les communes autour.", "fr-epci-1"),
        ("non celui du département", "fr-dep-37"),
        ("I meant the whole metropolis rather than just the city itself.", "fr-epci-1"),
        ("시 말고 메트로폴 전체로요", "fr-epci-1"),
    ],
)
def test_the_same_line_is_told_of_the_whole(places: Library, text: str, id: str) -> None:
    question = Question(text, surely("fr"))
    found = [*of_what_it_lies_in(question, TOURS, snapshot_of(library=places))]
    assert found == [Subject("place", (id,), "population")]


@pytest.mark.parametrize("text", ["et la région la moins peuplée ?", "Et du coup, la région la moins peuplée ?"])
def test_a_level_that_is_ranked_is_not_the_one_around(places: Library, text: str) -> None:
    question = Question(text, surely("fr"))
    assert not [*of_what_it_lies_in(question, TOURS, snapshot_of(library=places))]


def test_what_is_ranked_within_the_level_around_is_asked_of_it(places: Library) -> None:
    question = Question("who has most people in the département?", surely("en"))
    (found,) = of_what_it_lies_in(question, TOURS, snapshot_of(library=places))
    assert isinstance(found, Question)
    assert found.place_ids == ("fr-dep-37",)


@pytest.mark.parametrize("text", ["et la commune seule ?", "now back to the city proper, same figure please"])
def test_a_grouping_leads_back_to_the_town_it_is_called_after(places: Library, text: str) -> None:
    found = town_of_its_name(Question(text, surely("fr")), GROUPING, places.gazetteer)
    assert found == Subject("place", ("fr-com-37261",), "population")


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("et la commune seule ?", TOURS),  # no grouping
        ("et le maire de la commune ?", GROUPING),  # another line
        ("et la région seule ?", GROUPING),
        ("et la commune seule ?", Subject("place", ("fr-epci-2",), "population")),  # le Chinonais is no commune
    ],
)
def test_what_asks_anything_else_leads_to_no_town(places: Library, text: str, last: Subject) -> None:
    assert town_of_its_name(Question(text, surely("fr")), last, places.gazetteer) is None
