"""Follow-ups on whom another place works with."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.followups.with_whom import of_another
from bot.subject import Subject, card
from bot.words.language import Detection
from bot.words.question import Question
from index.names.mention import Mention
from knowledge.library import Library
from knowledge.text import Language
from tests.bot.partner_table import TOURS, YANGPYEONG, library, partners

YANGCHEON, SUIPPES = "kr-11470", "fr-com-51559"


@pytest.fixture(scope="module")
def table() -> Library:
    return library()


def _question(text: str, name: str, id: str, language: Language = "fr") -> Question:
    start = text.find(name)
    named = (Mention(start, start + len(name), name, (id,), True),) if name else ()
    return Question(text, Detection(language, supported=True, certain=True), named)


@pytest.mark.parametrize(
    ("text", "name", "id", "language"),
    [
        ("Et Tours, c'est avec qui ?", "Tours", TOURS, "fr"),
        ("Tours est avec quelle ville", "Tours", TOURS, "fr"),
        ("Who is Yangpyeong with?", "Yangpyeong", YANGPYEONG, "en"),
        ("and Yangpyeong, with which town?", "Yangpyeong", YANGPYEONG, "en"),
        ("양천구는 몇 구랑 했어요?", "양천구", YANGCHEON, "ko"),
        ("양천구는 어디랑 해요?", "양천구", YANGCHEON, "ko"),
        ("그럼 양천구는 몇 구야", "양천구", YANGCHEON, "ko"),  # it has no gu, its partner is an arrondissement
    ],
)
@pytest.mark.parametrize("last", [partners(SUIPPES), card("story")])
def test_another_place_is_asked_for_its_partners(
    table: Library, text: str, name: str, id: str, language: Language, last: Subject
) -> None:
    assert of_another(_question(text, name, id, language), last, table) == partners(id)


@pytest.mark.parametrize(
    ("text", "name", "id", "last"),
    [
        ("Tours est avec quelle ville", "Tours", TOURS, Subject("place", (TOURS,))),  # of no tie
        ("Tours est avec quelle ville", "Tours", TOURS, card("one")),
        ("Tours est avec quelle ville", "Tours", TOURS, None),
        ("Tours, c'est quelle interco ?", "Tours", TOURS, partners(SUIPPES)),
        ("Tours, combien d'habitants ?", "Tours", TOURS, partners(SUIPPES)),
        ("Le maire de Tours ira voir avec qui le ministre demain soir ?", "Tours", TOURS, partners(SUIPPES)),
        ("양천구는 몇 명이에요", "양천구", YANGCHEON, partners(SUIPPES)),
        ("avec qui ?", "", "", partners(SUIPPES)),
        ("", "", "", partners(SUIPPES)),
    ],
)
def test_anything_else_is_not_read_so(table: Library, text: str, name: str, id: str, last: Subject | None) -> None:
    assert of_another(_question(text, name, id), last, table) is None


def test_a_body_or_country_named_beside_asks_something_else(table: Library) -> None:
    asked = _question("Tours est avec qui ?", "Tours", TOURS)
    assert of_another(replace(asked, countries=frozenset({"JP"})), partners(SUIPPES), table) is None
    assert of_another(replace(asked, contacts=asked.places), partners(SUIPPES), table) is None
