"""A conversation that turns to another country gets nothing that is told of the two."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.answer import Decision
from bot.followups.abroad import leaves_it
from bot.subject import Subject
from bot.words.question import Question
from index.names.mention import Mention
from knowledge.library import Library
from knowledge.scope import Scope
from tests.bot.understood import surely

PARTS = Subject("table", ("fr-dep-23",), "table-count-below:commune")
EUROPEAN = Subject("card", ("coop-eu-iurc",))


@pytest.mark.parametrize(
    ("text", "subject", "leaves"),
    [
        ("and how many in Québec?", PARTS, True),
        ("and in Osaka?", PARTS, True),
        ("and in Lot?", PARTS, False),
        ("and with Bavaria?", EUROPEAN, True),
        ("and with Barcelona?", EUROPEAN, False),  # which the card names
        ("and with Mexico?", EUROPEAN, True),
        ("what about an intern from Japan?", Subject("card", ("kr-intl-overseas-offices",)), False),
    ],
)
def test_only_what_tells_of_the_country_named_goes_on(
    shipped: Library, text: str, subject: Subject, leaves: bool
) -> None:
    read = Decision("answered", (subject,), 0.9)
    assert leaves_it(read, Question(text, surely("en")), shipped) == leaves


def test_beside_a_place_of_ours_a_country_is_weighed_with_it(shipped: Library) -> None:
    named = (Mention(0, 5, "Creuse", ("fr-dep-23",), True),)
    question = Question("Creuse, or Québec?", surely("en"), named)
    assert not leaves_it(Decision("answered", (PARTS,), 0.9), question, shipped)


def test_knowledge_of_no_country_is_left_by_none(shipped: Library) -> None:
    anywhere = replace(shipped, scope=Scope())
    question = Question("and the exhibition in Osaka?", surely("en"))
    assert not leaves_it(Decision("answered", (EUROPEAN,), 0.9), question, anywhere)
