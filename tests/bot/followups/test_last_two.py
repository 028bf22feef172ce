"""The last two places spoken of: both of them, or the one not picked."""

from __future__ import annotations

import pytest

from bot.answer import Decision
from bot.followups.last_two import (
    SINCE,
    both_cards,
    larger_of_two,
    of_both,
    of_the_one_left,
    of_the_other,
    ties_by_age,
)
from bot.subject import Subject
from bot.turn import Turn
from bot.words.question import Question
from knowledge.library import Library
from tests.bot.partner_table import (
    ANGOULEME,
    BEFORE,
    BUCHEON,
    SUIPPES,
    SUWON,
    TOURS,
    YANGPYEONG,
    partners,
    question,
)
from tests.bot.understood import named_in, surely

ANNECY = "fr-com-74010"


def _told(*subjects: Subject) -> Turn:
    return Turn(BEFORE, Decision("answered", subjects, 0.9))


def _place(*ids: str) -> Turn:
    return _told(Subject("place", ids, "population"))


@pytest.mark.parametrize(
    ("told", "ids"),
    [
        ([_place("kr-51800"), _place("kr-51810")], ["kr-51800", "kr-51810"]),
        ([_place(TOURS), _told(partners(SUIPPES))], [SUIPPES, YANGPYEONG]),
        ([_told(partners(BUCHEON))], [ANGOULEME, ANNECY]),
        ([_place("kr-51800"), _place("kr-51800")], []),
        ([_place("kr-51800"), _place("kr-51810", SUWON)], []),
        ([_place("kr-51800"), _told(Subject("card", ("one",)))], []),
        ([_place("kr-51800")], []),
        ([_told(partners(BUCHEON), partners(TOURS))], []),
        ([], []),
    ],
)
def test_both_are_the_last_two_told(library: Library, told: list[Turn], ids: list[str]) -> None:
    asked = of_both(question("laquelle des deux est jumelée ?"), told, library)
    assert sorted(id for m in asked.places for id in m.places) == sorted(ids) if asked else not ids


def test_a_question_not_on_both_or_that_names_a_place_is_none_on_both(library: Library) -> None:
    told = [_place("kr-51800"), _place("kr-51810")]
    assert of_both(question("laquelle est jumelée ?"), told, library) is None
    assert of_both(question("X, laquelle des deux ?", TOURS), told, library) is None


@pytest.mark.parametrize("text", ["다른 하나는?", "and the other one?", "et l'autre ?"])
def test_the_other_of_two_partners_is_asked_the_same(library: Library, text: str) -> None:
    told = [_told(partners(BUCHEON)), _told(partners(ANGOULEME))]
    assert of_the_other(question(text), told, library) == partners(ANNECY)


def test_of_the_other_of_two_partners_something_else_may_be_asked(library: Library) -> None:
    told = [_told(partners(BUCHEON)), _told(partners(ANGOULEME))]
    asked = of_the_other(question("et la population de l'autre ?"), told, library)
    assert isinstance(asked, Question)
    assert [mention.places for mention in asked.places] == [(ANNECY,)]
    assert "population" in asked.text


@pytest.mark.parametrize(
    "told",
    [
        [],
        [_told(partners(ANGOULEME))],
        [_told(partners(BUCHEON)), _told(partners(BUCHEON), partners(TOURS))],
        [_told(partners(BUCHEON)), _told(partners(TOURS))],
        [_told(partners(SUIPPES)), _told(partners(YANGPYEONG))],
        [_place(BUCHEON), _told(partners(ANGOULEME))],
    ],
)
def test_where_two_were_not_told_and_one_picked_there_is_no_other(library: Library, told: list[Turn]) -> None:
    assert of_the_other(question("et l'autre ?"), told, library) is None


def test_a_place_and_the_seat_just_named_are_both_meant(library: Library) -> None:
    seat = Decision("answered", (Subject("place", ("fr-com-74081",), "prefecture"),), 0.9)
    told = [Turn(question("X est la préfecture alors ?", ANNECY), seat)]
    asked = of_both(question("laquelle des deux est la plus peuplée"), told, library)
    assert asked is not None
    assert [m.places for m in asked.places] == [("fr-com-74081",), (ANNECY,)]
    seat = Decision("answered", (Subject("place", (ANNECY,), "prefecture"),), 0.9)
    told = [Turn(question("préfecture de X ?", ANNECY), seat)]
    assert of_both(question("laquelle des deux est la plus peuplée"), told, library) is None


ONE, TWO = (Subject("card", (id,)) for id in ("fr-maire", "fr-adjoint"))


@pytest.mark.parametrize(
    ("told", "cards"),
    [
        ([_told(ONE), _told(TWO)], (ONE, TWO)),
        ([_told(ONE), _told(ONE), _told(TWO), _told(TWO)], (ONE, TWO)),
        ([_told(ONE), _told(TWO), _place(SUWON)], ()),
        ([_told(ONE), _told(ONE, TWO)], ()),
        ([_told(ONE), _told(ONE)], ()),
        ([], ()),
    ],
)
def test_both_may_be_the_last_two_cards(told: list[Turn], cards: tuple[Subject, ...]) -> None:
    assert both_cards(question("les deux, combien de temps ?"), told) == cards
    assert both_cards(question("combien de temps ?"), told) == ()
    assert both_cards(question("les deux ?", SUWON), told) == ()


@pytest.mark.parametrize(
    ("told", "ids"),
    [
        ([_told(partners(TOURS, SUWON)), _told(partners(SUIPPES))], {TOURS, SUWON, SUIPPES, YANGPYEONG}),
        ([_told(partners(SUIPPES)), _told(Subject("card", ("story",)))], None),  # one tie told twice
        ([_told(partners(TOURS, SUWON)), _told(Subject("card", ("story",)))], {TOURS, SUWON, SUIPPES, YANGPYEONG}),
        ([_told(partners(TOURS, SUWON, ANGOULEME, BUCHEON))], {TOURS, SUWON, ANGOULEME, BUCHEON}),
        ([_told(partners(BUCHEON))], {BUCHEON}),
        ([_told(partners(TOURS, SUWON))], None),
        ([_place(TOURS), _place(SUWON)], None),
        ([], None),
    ],
)
def test_of_two_ties_told_it_is_told_since_when_both_are(
    library: Library, told: list[Turn], ids: set[str] | None
) -> None:
    for text in (
        "laquelle des deux est la plus ancienne ?",
        "그 두 건 중에 어느 게 더 먼저예요",
        "which of the two came first?",
    ):
        found = ties_by_age(question(text), told, library)
        assert (found and ({*found.ids}, found.intent)) == (ids and (ids, SINCE))


def test_only_the_age_of_both_ties_is_told(library: Library) -> None:
    told = [_told(partners(TOURS, SUWON)), _told(partners(SUIPPES))]
    assert ties_by_age(question("laquelle des deux est la plus grande ?"), told, library) is None
    assert ties_by_age(question("quel est le plus ancien jumelage ?"), told, library) is None
    assert ties_by_age(question("X, laquelle des deux est la plus ancienne ?", TOURS), told, library) is None


@pytest.mark.parametrize(
    ("text", "both"),
    [
        ("elles sont dans le même département ?", True),
        ("are they in the same region?", True),
        ("같은 도에 있어요?", True),
        ("dans quel département ?", False),
        ("même question", False),
        ("", False),
    ],
)
def test_both_are_meant_where_it_is_asked_if_they_lie_in_one(library: Library, text: str, both: bool) -> None:
    told = [_place("kr-51800"), _place("kr-51810")]
    found = of_both(question(text), told, library)
    assert (() if found is None else found.place_ids) == (("kr-51800", "kr-51810") if both else ())


@pytest.mark.parametrize(
    ("text", "shown", "compared"),
    [
        ("Which is bigger?", Subject("table", (TOURS, SUWON), "table-same-above"), True),
        ("Laquelle est la plus peuplée ?", partners(TOURS, SUWON), True),
        ("어디가 더 커요?", Subject("card", ("coop-story",)), True),
        ("Which is bigger?", Subject("place", (TOURS,), "population"), False),
        ("Which is bigger?", Subject("table", (TOURS,), "table-which-above"), False),
        ("Which of the communes is bigger?", partners(TOURS, SUWON), False),
        ("Laquelle est la plus ancienne ?", partners(TOURS, SUWON), False),
        ("Which has the bigger budget?", partners(TOURS, SUWON), False),
    ],
)
def test_which_of_two_named_is_larger_compares_them(text: str, shown: Subject, compared: bool) -> None:
    last = Turn(question("X et Y, même province ?", TOURS, SUWON), Decision("answered", (shown,), 1.0))
    found = larger_of_two(question(text), last)
    assert found == (Subject("table", (TOURS, SUWON), "table-compare-population") if compared else None)


@pytest.mark.parametrize(
    ("text", "told", "left"),
    [
        ("강진 말고 나머지 한 곳은 인구가 얼마나 되나요?", ("kr-41500", "kr-12780"), "kr-41500"),
        ("강진 말고 나머지 한 곳은 인구가 얼마나 되나요?", ("kr-41500", "kr-12780", "kr-41110"), None),
        ("강진 말고 나머지 한 곳은 인구가 얼마나 되나요?", ("kr-41500", "kr-41110"), None),
        ("강진 인구는?", ("kr-41500", "kr-12780"), None),
        ("강진 말고요?", ("kr-41500", "kr-12780"), None),
    ],
)
def test_the_one_of_two_told_that_is_not_left_out_is_asked_about(
    text: str, told: tuple[str, ...], left: str | None
) -> None:
    question = Question(text, surely("ko"), places=(named_in(text, "강진", "kr-12780"),))
    found = of_the_one_left(question, told)
    assert (found and found.place_ids) == (None if left is None else (left,))
