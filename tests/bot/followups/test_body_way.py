"""Follow-ups on one way to reach the body just told."""

from __future__ import annotations

import pytest

from bot.answer import Decision
from bot.followups.body_way import asked, bodies
from bot.subject import Subject
from bot.turn import Turn
from bot.words.question import Question
from knowledge import countries
from knowledge.library import Library
from knowledge.text import Language
from tests.bot.understood import named_in, surely


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("right, can you give me their phone number then", "phone"),
        ("so what's their email address then", "email"),
        ("parfait, vous pourriez me donner leur adresse alors ?", "address"),
        ("ah oui et leur mail, vous l'auriez ?", "email"),
        ("그럼 거기 전화번호 좀 알려 주세요", "phone"),
        ("the phone number?", ""),  # of what is not told
        ("their phone and their site", ""),
        ("their fax", ""),
        ("their phone in Korea", ""),
        ("their phone number when the office is closed on a public holiday", ""),
        ("who leads them?", ""),
    ],
)
def test_one_way_of_what_was_told_is_asked_for_and_nothing_else(text: str, way: str) -> None:
    named = frozenset(code for _, code in countries.named(text))
    assert asked(Question(text, surely("en"), countries=named)) == way


def _turn(*subjects: Subject, name: str = "", language: Language = "en") -> Turn:
    text = f"what does {name} do?"
    named = (named_in(text, name, "namk"),) if name else ()
    return Turn(Question(text, surely(language), contacts=named), Decision("answered", subjects, 0.9))


def test_the_bodies_are_the_one_told_or_named_or_those_that_a_card_lists(shipped: Library) -> None:
    question, card = Question("their phone?", surely("en")), Subject("card", ("kr-mois",))
    listed = shipped.cards["kr-mois"].contacts
    assert bodies("email", question, _turn(Subject("contact", ("namk",))), shipped) == ("namk",)
    assert bodies("email", question, _turn(card, name="NAMK"), shipped) == ("namk",)
    assert bodies("email", question, _turn(card), shipped) == listed
    assert len(listed) > 1
    assert bodies("email", question, _turn(Subject("place", ("kr-11",))), shipped) == ()
    assert bodies("email", question, _turn(), shipped) == ()


def test_a_card_that_tells_such_a_way_may_tell_what_is_asked(shipped: Library) -> None:
    question = Question("their site?", surely("en"))
    told = _turn(Subject("card", ("kr-associations-governors",)), name="NAMK")
    assert bodies("site", question, told, shipped) == ()
    assert bodies("phone", question, told, shipped) == ("namk",)
