"""One of the places just listed, told by its number."""

from __future__ import annotations

import pytest

from bot.followups.listed import of_first_told, of_numbered, of_one_named, tells_number
from bot.subject import Subject
from bot.words.question import Question
from index.names.mention import Mention
from tests.bot.understood import surely

LIST = Subject("table", ("fr-reg-53",), "table-list-below/departement")
LISTED = ("fr-dep-22", "fr-dep-29", "fr-dep-35")


def _question(text: str, *named: str) -> Question:
    mentions = tuple(Mention(0, 1, "X", (id,), True) for id in named)
    return Question(text, surely("fr"), mentions)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("the second one, how many people live there?", "fr-dep-29"),
        ("la première, son site ?", "fr-dep-22"),
        ("세 번째는 인구가 얼마예요?", "fr-dep-35"),
        ("population of the third?", "fr-dep-35"),
    ],
)
def test_a_number_tells_one_of_what_was_listed(text: str, meant: str) -> None:
    found = of_numbered(_question(text), LIST, LISTED)
    assert found is not None
    assert [mention.places for mention in found.places] == [(meant,)]


@pytest.mark.parametrize(
    ("text", "last", "listed"),
    [
        ("the second largest, how many people?", LIST, LISTED),
        ("the second?", LIST, LISTED),
        ("the fourth one, how many people?", LIST, LISTED),
        ("how many people live there?", LIST, LISTED),
        ("the second one, how many people?", LIST, LISTED[:1]),
        ("the second one, how many people?", Subject("table", (), "table-largest-overall/commune/fr"), LISTED),
        ("the second one, how many people?", Subject("card", ("fr-departement",)), LISTED),
        ("the second one, how many people?", None, ()),
        ("", LIST, LISTED),
    ],
)
def test_a_rank_or_what_was_not_listed_is_none_of_the_list(
    text: str, last: Subject | None, listed: tuple[str, ...]
) -> None:
    assert of_numbered(_question(text), last, listed) is None


def test_a_question_that_names_a_place_is_asked_of_that() -> None:
    assert of_numbered(_question("X, the second one, how many people?", "fr-com-37261"), LIST, LISTED) is None


@pytest.mark.parametrize(
    ("text", "tells"), [("the second one", True), ("마지막 도시는?", True), ("its site?", False), ("", False)]
)
def test_a_number_of_a_list_is_told_in_words(text: str, tells: bool) -> None:
    assert tells_number(_question(text)) is tells


def test_the_last_is_meant_where_all_that_were_listed_are_known() -> None:
    asked = _question("combien d'habitants dans la dernière ?")
    found = of_numbered(asked, LIST, (*LISTED, "fr-dep-56"))
    assert found is not None
    assert found.places[0].places == ("fr-dep-56",)
    assert of_numbered(asked, LIST, LISTED) is None  # which may be the first of a long list


@pytest.mark.parametrize("text", ["le premier ministre, son numéro ?", "à la dernière réunion, combien d'habitants ?"])
def test_a_number_of_something_else_is_none_of_a_list(text: str) -> None:
    assert of_numbered(_question(text), LIST, LISTED) is None


@pytest.mark.parametrize(
    ("text", "told", "meant"),
    [
        ("back to the first one, its website?", ("fr-com-29232", "fr-com-29019"), "fr-com-29232"),
        ("revenons à la première, combien d'habitants", ("kr-44", "kr-43"), "kr-44"),
        ("첫 번째 도시 전화번호 알려 주세요", ("fr-com-37261", "fr-com-59350"), "fr-com-37261"),
        ("the second one, its website?", ("fr-com-29232", "fr-com-29019"), None),
        ("the first one, its website?", ("fr-com-29232",), None),
        ("le premier adjoint, quel rôle ?", ("fr-com-29232", "fr-com-29019"), None),
        ("the first and largest, its website?", ("fr-com-29232", "fr-com-29019"), None),
    ],
)
def test_the_first_may_be_the_place_spoken_of_first(text: str, told: tuple[str, ...], meant: str | None) -> None:
    found = of_first_told(_question(text), told)
    assert (found and [mention.places for mention in found.places]) == (meant and [(meant,)])


@pytest.mark.parametrize(
    ("text", "named", "meant"),
    [
        ("le téléphone de la deuxième", ("fr-dep-22", "fr-dep-29"), "fr-dep-29"),
        ("how many people live in the former?", ("fr-dep-22", "fr-dep-29"), "fr-dep-22"),
        ("and the phone of the latter", ("fr-dep-22", "fr-dep-29"), "fr-dep-29"),
        ("후자 인구부터 알려주세요", ("fr-dep-22", "fr-dep-29"), "fr-dep-29"),
        ("the third one's website", ("fr-dep-22", "fr-dep-29"), None),
        ("le téléphone de la deuxième", ("fr-dep-22",), None),
        ("la plus grande, la deuxième ?", ("fr-dep-22", "fr-dep-29"), None),  # a rank
        ("la deuxième ?", ("fr-dep-22", "fr-dep-29"), None),  # asks nothing of it
        ("le téléphone ?", ("fr-dep-22", "fr-dep-29"), None),
    ],
)
def test_a_number_tells_one_of_those_that_the_question_before_named(
    text: str, named: tuple[str, ...], meant: str | None
) -> None:
    asked = of_one_named(_question(text), _question("", *named))
    assert (asked.place_ids if asked is not None else None) == (None if meant is None else (meant,))
