"""A body named "there", after a place was spoken of."""

from __future__ import annotations

import pytest

from bot.answer import Decision
from bot.followups.body_there import of_place_told
from bot.subject import Subject, card
from bot.turn import Turn
from bot.words.question import Question
from knowledge.library import Library
from tests.bot.understood import named_in, surely

CLASSES = "Where can my staff learn French in Busan?"
IN_BUSAN = Turn(
    Question(CLASSES, surely("en"), places=(named_in(CLASSES, "Busan", "kr-26"),)),
    Decision("answered", (card("coop-visit-languages"),), 1.0),
)
SHEET = Turn(Question("and it?", surely("en")), Decision("answered", (Subject("place", ("kr-26",)),), 1.0))
NOWHERE = Turn(Question("what is a gu?", surely("en")), Decision("answered", (card("kr-gu"),), 1.0))


@pytest.mark.parametrize(
    ("text", "named", "last", "meant"),
    [
        ("and the French consulate there, is there a phone?", "French consulate", IN_BUSAN, "consulate-fr-busan"),
        ("and the French consulate there?", "French consulate", SHEET, "consulate-fr-busan"),
        ("and the French consulate?", "French consulate", IN_BUSAN, "consulate-fr-seoul"),
        ("and the French consulate there?", "French consulate", NOWHERE, "consulate-fr-seoul"),
        ("is there a French consulate?", "French consulate", IN_BUSAN, "consulate-fr-seoul"),
    ],
)
def test_the_body_there_is_the_one_that_sits_in_the_place_told(
    shipped: Library, text: str, named: str, last: Turn, meant: str
) -> None:
    question = Question(text, surely("en"), contacts=(named_in(text, named, "consulate-fr-seoul"),))
    assert of_place_told(question, last, shipped).contacts[0].places == (meant,)


def test_a_body_without_kin_there_stays_and_so_does_what_names_none(shipped: Library) -> None:
    gaok = Question("and GAOK there?", surely("en"), contacts=(named_in("and GAOK there?", "GAOK", "gaok"),))
    assert of_place_told(gaok, IN_BUSAN, shipped) is gaok
    none = Question("and there?", surely("en"))
    assert of_place_told(none, IN_BUSAN, shipped) is none
