"""The office of the place spoken of, named by its kind alone."""

from __future__ import annotations

import pytest

from bot.followups.own_office import named
from bot.subject import Subject
from bot.words.question import Question
from knowledge.library import Library
from knowledge.text import Language
from tests.bot.understood import named_in, surely

TOURS, SUWON, GAPYEONG = (Subject("place", (id,), "population") for id in ("fr-com-37261", "kr-41110", "kr-41820"))


@pytest.mark.parametrize(
    ("language", "text", "spoken_of", "asked", "name"),
    [
        ("fr", "la mairie est où ?", TOURS, "la mairie de X est où ?", "X"),
        ("en", "where is city hall?", SUWON, "where is X city hall?", "X"),
        ("ko", "군청은 무슨 읍에 있어요?", GAPYEONG, "가평군청은 무슨 읍에 있어요?", "가평군"),
        ("ko", "시청 전화번호는?", TOURS, "투르 시청 전화번호는?", "투르"),
    ],
)
def test_the_office_is_that_of_the_place_spoken_of(
    places: Library, language: Language, text: str, spoken_of: Subject, asked: str, name: str
) -> None:
    found = named(Question(text, surely(language)), spoken_of, places.gazetteer)
    assert found is not None
    assert (found.text, found.place_ids) == (asked, spoken_of.ids)
    assert found.text[found.places[0].start : found.places[0].end] == name


def test_words_for_the_place_are_not_said_beside_its_name(places: Library) -> None:
    found = named(Question("거기 군청은 어디 있어요?", surely("ko")), GAPYEONG, places.gazetteer)
    assert found is not None
    assert found.text.strip() == "가평군청은 어디 있어요?"


@pytest.mark.parametrize(
    ("text", "spoken_of"),
    [
        ("le conseil départemental est où ?", TOURS),  # of what it lies in
        ("la mairie est où ?", None),
        ("la mairie est où ?", Subject("card", ("one",))),
        ("c'est où ?", TOURS),
    ],
)
def test_no_other_office_is_its_own(places: Library, text: str, spoken_of: Subject | None) -> None:
    assert named(Question(text, surely("fr")), spoken_of, places.gazetteer) is None


def test_a_place_named_has_its_own(places: Library) -> None:
    question = Question("la mairie de Blois ?", surely("fr"), places=(named_in("la mairie de Blois ?", "Blois", "x"),))
    assert named(question, TOURS, places.gazetteer) is None
