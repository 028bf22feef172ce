"""What lies in the place named, or what it lies in, as a question speaks of it."""

from __future__ import annotations

import pytest

from bot.alone.asked_of import Named, subjects
from bot.alone.levels import (
    asks_for_some,
    asks_its_kind,
    lies_in_one,
    lists,
    of_other_kinds_offered,
    only_says_its_kind,
    part_asked,
    unit_sought,
)
from bot.alone.outranked import left_to_cards
from bot.subject import Subject
from bot.words.question import Question
from index.names.mention import Mention
from index.ranking.ranker import Candidate, Ranking
from knowledge.library import Library
from tests.bot.understood import named_in, snapshot_of, surely


@pytest.mark.parametrize(
    ("intent", "id", "lies"),
    [
        ("table-which-above/kr-gun", "kr-4182025000", True),
        ("table-which-above/kr-gun", "kr-4111713100", False),
        ("table-which-above/province", "kr-4111713100", True),
        ("table-which-above", "kr-4182025000", False),  # of no unit
        ("table-is-kind/kr-gun", "kr-4182025000", False),
    ],
)
def test_what_lies_in_one_of_the_unit_asked_for_is_told(places: Library, intent: str, id: str, lies: bool) -> None:
    assert lies_in_one(Subject("table", (id,), intent), places) is lies


@pytest.mark.parametrize(
    ("text", "id", "kind"),
    [
        ("X arrive demain. C'est une ville ou un comté ?", "kr-41820", True),
        ("X, is it a city or a county?", "kr-41110", True),
        ("X는 시예요 군이예요?", "kr-41820", True),
        ("X, quelle ville ou quel comté ?", "kr-41820", False),
        ("X, une ville ou un comté ?", "fr-dep-37", False),  # neither
        ("la ville de X, un comté ?", "kr-41820", False),
        ("X, ville et comté ?", "kr-41820", False),
    ],
)
def test_which_of_several_units_a_place_is_may_be_asked(places: Library, text: str, id: str, kind: bool) -> None:
    assert asks_its_kind(text, id, places.gazetteer) is kind


def test_what_it_is_comes_before_what_it_lies_in(places: Library) -> None:
    text = "On reçoit X demain. C'est une ville ou un comté ?"
    question = Question(text, surely("fr"), places=(named_in(text, "X", "kr-41820"),))
    assert subjects("table-which-above", question, 0.9, places).subjects == (
        Subject("table", ("kr-41820",), "table-is-kind"),
    )


def test_of_namesakes_the_one_that_lies_in_such_a_unit_is_meant(places: Library) -> None:
    text = "X est dans quel comté ?"
    question = Question(text, surely("fr"), places=(named_in(text, "X", "kr-4111713100", "kr-4182025000"),))
    found = subjects("table-which-above", question, 0.95, places).subjects
    assert found == (Subject("table", ("kr-4182025000",), "table-which-above/kr-gun"),)


@pytest.mark.parametrize(("intent", "left"), [("table-which-above/city", False), ("table-count-below/commune", True)])
def test_where_a_place_lies_is_not_left_to_a_card_that_is_worded_alike(intent: str, left: bool) -> None:
    named = Named((Subject("table", ("kr-41117",), intent),), 0.97, asked=True)
    ranking = Ranking((Candidate("card:kr-gu-administrative", 0.98),), 0.98)
    question = Question("Yeongtong ça dépend de quelle ville", surely("fr"))
    snapshot = snapshot_of(general=snapshot_of(threshold=0.5))
    assert left_to_cards(named, ranking, question, snapshot) is left


@pytest.mark.parametrize(
    ("text", "id", "some"),
    [
        ("Is there a county in X?", "kr-31", True),
        ("X's got districts, sure, but is there a county too?", "kr-31", True),
        ("Y a-t-il un comté à X ?", "kr-31", True),
        ("Is X a county?", "kr-31", False),
        ("Is there a county in X?", "kr-11", False),  # which has none
        ("Is there a mayor in X?", "kr-31", False),
        ("", "kr-31", False),
    ],
)
def test_whether_there_is_one_in_a_place_that_holds_some_is_not_what_it_is(
    shipped: Library, text: str, id: str, some: bool
) -> None:
    assert asks_for_some(text, id, shipped.gazetteer) is some


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("is there a gun anywhere in X or only gu?", "kr-gun"),
        ("Il existe des gun à X, ou c'est que de la ville ?", "kr-gun"),
        ("X에 군도 있나요?", "kr-gun"),
        ("does X have any districts", "district"),
        ("are there many in X, counties?", ""),
        ("X의 군수가 있나요", ""),
        ("", ""),
    ],
)
def test_the_unit_sought_stands_beside_what_asks_whether_there_is_any(text: str, unit: str) -> None:
    assert unit_sought(text) == unit


@pytest.mark.parametrize(
    ("text", "id", "only"),
    [
        ("X 데파르트망 알려줘", "fr-dep-37", True),
        ("présente-moi le département de X", "fr-dep-37", True),
        ("X 코뮌 알려줘", "fr-dep-37", False),
        ("la liste des départements de X", "fr-reg-24", False),
        ("X 알려줘", "fr-dep-37", False),
    ],
)
def test_a_unit_may_only_say_what_the_place_is(places: Library, text: str, id: str, *, only: bool) -> None:
    question = Question(text, surely("ko"), (named_in(text, "X", id),))
    assert only_says_its_kind(question, places) is only


@pytest.mark.parametrize(
    ("text", "id", "unit"),
    [
        ("X은 도인데 군도 있다면서요? 무슨 군이죠", "kr-41", "kr-gun"),
        ("X: which gun?", "kr-41", "kr-gun"),
        ("X is in which province?", "kr-41820", ""),  # which it lies in
        ("X은 무슨 군이죠", "kr-41820", ""),  # which it is
        ("X est dans quel arrondissement ?", "fr-com-75056", ""),  # one of the State's too
        ("X: which gun, which city?", "kr-41", ""),
        ("X has gun?", "kr-41", ""),
    ],
)
def test_which_of_its_parts_is_asked_of_a_place(places: Library, text: str, id: str, unit: str) -> None:
    assert part_asked(text, id, places.gazetteer) == unit


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("Paris, is that a town or a département?", ("fr-dep-75",)),
        ("Paris, c'est une ville ou un comté ?", ()),  # it is no county
        ("Paris, is that a town?", ()),
    ],
)
def test_namesakes_of_the_kinds_offered_are_told_of_too(places: Library, text: str, others: tuple[str, ...]) -> None:
    mention = Mention(0, 5, "Paris", ("fr-com-75056",), True, others=("fr-dep-75", "fr-reg-11"))
    question = Question(text, surely("en"), places=(mention,))
    assert of_other_kinds_offered(question, places.gazetteer) == others


@pytest.mark.parametrize(("text", "listed"), [("m'énumérer les départements de X", True), ("X, le département", False)])
def test_a_list_is_asked_for_by_a_word(text: str, listed: bool) -> None:
    assert lists(text) is listed
