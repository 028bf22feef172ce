"""Whether a question asks something of its own, which what was asked before must not be read into."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.answer import Decision
from bot.followups.completing import Way
from bot.followups.going_on import Reading, Said
from bot.followups.own_question import (
    asks_what_is_not_held,
    counts_in_one_of_them,
    is_of_another_office,
    is_of_another_unit,
    leaves_the_place,
    repeats_a_line,
    stands_by_itself,
)
from bot.subject import Subject
from bot.words.question import Question
from index.names.mention import Mention
from knowledge.library import Library
from tests.bot.understood import surely

ENGLISH = surely("en")
TOURS = (Mention(0, 5, "Tours", ("fr-com-37261",), True),)
LINE = Subject("contact", ("embassy",), "phone")
NOT_HELD = Decision("unknown", reason="line")


def _said(own: Decision | None = None, *, outside: float = 0.5, elliptic: float = 0.01) -> Said:
    return Said(words=6, elliptic=elliptic, outside=outside, covered=False, own=own)


def _card(confidence: float) -> Decision:
    return Decision("answered", (Subject("card", ("one",)),), confidence)


@pytest.mark.parametrize(
    ("text", "way", "repeated", "outside", "read", "repeats"),
    [
        ("is there a queue right now?", "joined", True, 0.5, LINE, True),
        (
            "will the weather be fine there?",
            "joined",
            True,
            0.5,
            Subject("partners", ("kr-41190",), "partners-of"),
            True,
        ),
        (
            "what is the mayor's name?",
            "joined",
            True,
            0.5,
            Subject("table", ("fr-com-06088",), "table-which-above"),
            True,
        ),
        ("do they handle cooperation?", "joined", True, 0.05, LINE, False),  # likely something that is held
        ("and the number from abroad?", "joined", True, 0.5, LINE, False),  # the line itself
        ("is there a queue right now?", "joined", False, 0.5, LINE, False),  # another answer than before
        ("is there a queue right now?", "same", True, 0.5, LINE, False),
        ("and the office's e-mail?", "joined", True, 0.5, LINE, True),  # another line, which was not told
        ("is there a queue right now?", "joined", True, 0.5, Subject("card", ("one",)), False),
        ("is there a queue right now?", "joined", True, 0.5, Subject("contact", ("embassy",)), False),
    ],
)
def test_a_line_is_not_told_again_where_nothing_that_is_held_is_asked(
    text: str, way: Way, repeated: bool, outside: float, read: Subject, repeats: bool
) -> None:
    reading, decision = Reading(way, 0.98, 0.1, repeated), Decision("answered", (read,), 0.98)
    assert repeats_a_line(_said(outside=outside), reading, decision, Question(text, ENGLISH)) is repeats


def test_nothing_read_repeats_nothing() -> None:
    reading = Reading("joined", 0.98, 0.1, repeated=True)
    assert not repeats_a_line(_said(), reading, Decision("unknown"), Question("a queue?", ENGLISH))


@pytest.mark.parametrize(
    ("text", "way", "repeated", "intent", "another"),
    [
        ("any gun in there as well?", "joined", True, "table-count-below/gu", True),
        ("and their gu?", "joined", True, "table-count-below/gu", False),
        ("any gun in there?", "joined", False, "table-count-below/gu", True),
        ("and EPCI?", "joined", False, "table-largest/departement:commune", False),  # ranked by those
        ("and which gun is the smallest?", "joined", False, "table-smallest/gu", True),
        ("any gun in there?", "same", True, "table-count-below/gu", False),
        ("any more in there?", "joined", True, "table-count-below/gu", False),
        ("any gun in there?", "joined", True, "table-count-below", False),
        ("any si in there?", "joined", True, "table-count-below/kr-si+kr-gun", False),
    ],
)
def test_what_is_told_of_a_unit_is_not_meant_where_another_is_named(
    text: str, way: Way, repeated: bool, intent: str, another: bool
) -> None:
    decision = Decision("answered", (Subject("table", ("kr-26",), intent),), 0.98)
    question = Question(text, ENGLISH)
    assert is_of_another_unit(Reading(way, 0.98, 0.1, repeated), decision, question) is another
    assert not is_of_another_unit(Reading(way, 0.98, 0.1, repeated), Decision("unknown"), question)


@pytest.mark.parametrize(
    ("way", "intent", "named", "leaves"),
    [
        ("home", "table-list-overall/kr-gun/kr", TOURS, True),
        ("home", "table-list-overall/kr-gun/kr", (), False),
        ("named", "table-list-overall/kr-gun/kr", TOURS, False),
        ("home", "table-list-below/kr-gun", TOURS, False),
    ],
)
def test_a_unit_is_counted_where_the_one_before_was(
    way: Way, intent: str, named: tuple[Mention, ...], leaves: bool
) -> None:
    decision = Decision("answered", (Subject("table", (), intent),), 0.98)
    before = Question("how many gu?", ENGLISH, places=named)
    assert leaves_the_place(Reading(way, 0.98, 0.1, repeated=False), decision, before) is leaves
    assert not leaves_the_place(Reading(way, 0.98, 0.1, repeated=False), Decision("unknown"), before)


@pytest.mark.parametrize(
    ("read", "within"),
    [
        (Subject("table", ("kr-11680",), "table-count-below/kr-gu"), True),
        (Subject("table", ("kr-11", "kr-11680"), "table-list-below/kr-gu"), True),
        (Subject("table", ("kr-11",), "table-count-below/kr-gu"), False),
        (Subject("table", ("fr-com-37261",), "table-list-below/commune"), False),  # those of its grouping
        (Subject("table", ("kr-11680",), "table-rank/kr-gu"), False),
        (Subject("place", ("kr-11680",), "below"), False),
    ],
)
def test_a_unit_is_not_counted_in_one_of_it(places: Library, read: Subject, within: bool) -> None:
    assert counts_in_one_of_them(Decision("answered", (read,), 0.98), places.gazetteer) is within
    assert not counts_in_one_of_them(Decision("unknown"), places.gazetteer)


@pytest.mark.parametrize(
    ("way", "own", "elliptic", "whole"),
    [
        ("another", _card(0.99), 0.01, True),
        ("another", _card(0.99), 0.5, False),  # asks something only after another
        ("another", _card(0.8), 0.01, False),
        ("joined", _card(0.99), 0.01, False),
        ("another", Decision("answered", (Subject("place", ("fr-com-37261",)),), 0.99), 0.01, False),
        ("joined", NOT_HELD, 0.01, True),
        ("country", NOT_HELD, 0.5, True),
        ("namesake", NOT_HELD, 0.01, False),
        ("another", None, 0.01, False),
    ],
)
def test_a_question_known_by_what_it_names_is_not_read_on(
    way: Way, own: Decision | None, elliptic: float, whole: bool
) -> None:
    reading = Reading(way, 0.98, 0.1, repeated=False)
    named = Question("Tours, who came in 2017?", ENGLISH, places=TOURS)
    assert stands_by_itself(_said(own, elliptic=elliptic), reading, named) is whole
    assert not stands_by_itself(_said(own, elliptic=elliptic), reading, Question("who came?", ENGLISH))


@pytest.mark.parametrize(
    ("text", "read", "other"),
    [
        ("구청장도 주민이 뽑나요?", Subject("place", ("kr-41110",), "executive"), True),
        ("are the county heads elected?", Subject("place", ("kr-41110",), "executive"), True),
        ("구청장도 주민이 뽑나요?", Subject("place", ("kr-11680",), "executive"), False),
        ("누가 이끌어요?", Subject("place", ("kr-41110",), "executive"), False),  # names no office
        ("구청장도 주민이 뽑나요?", Subject("place", ("kr-41110",), "population"), False),
        ("구청장도 주민이 뽑나요?", Subject("card", ("kr-gu-head",)), False),
    ],
)
def test_who_heads_a_place_is_not_who_heads_another_kind_of_place(
    places: Library, text: str, read: Subject, other: bool
) -> None:
    asked = Question(text, ENGLISH)
    assert is_of_another_office(Decision("answered", (read,), 0.98), asked, places.gazetteer) is other
    assert not is_of_another_office(Decision("unknown"), asked, places.gazetteer)


@pytest.mark.parametrize(
    ("way", "unheld", "read", "asks"),
    [
        ("another", 0.97, Subject("place", ("kr-28",), "phone"), True),
        ("another", 0.2, Subject("place", ("kr-28",), "phone"), False),
        ("joined", 0.97, Subject("place", ("kr-28",), "phone"), False),
        ("another", 0.97, Subject("place", ("kr-28",)), False),  # no line of the place before
        ("another", 0.97, Subject("card", ("one",)), False),
    ],
)
def test_the_line_before_is_not_read_into_what_no_sheet_holds(
    way: Way, unheld: float, read: Subject, asks: bool
) -> None:
    said = replace(_said(Decision("unknown")), unheld=unheld)
    assert asks_what_is_not_held(said, Reading(way, 0.98, 0.0, False), Decision("answered", (read,), 0.98)) is asks
