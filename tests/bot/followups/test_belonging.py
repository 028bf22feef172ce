"""Whether a place now named lies in what was just divided."""

from __future__ import annotations

import pytest

from bot.followups.belonging import belongs, leads_them
from bot.subject import Subject
from bot.words.question import Question
from knowledge.library import Library
from tests.bot.understood import named_in, surely

COMMUNES = Subject("table", ("fr-epci-1",), "table-list-below/commune")
OF_ITS_GROUPING = Subject("table", ("fr-com-37261",), "table-list-below/commune")


@pytest.mark.parametrize(
    ("text", "last", "whole"),
    [
        ("Chinon en fait partie ?", COMMUNES, "fr-epci-1"),
        ("Chinon en fait-elle partie aussi ?", Subject("table", ("fr-epci-1",), "table-count-below/commune"), "fr-epci-1"),
        ("is Chinon in it too?", OF_ITS_GROUPING, "fr-epci-1"),
        ("Chinon도 들어가나요?", COMMUNES, "fr-epci-1"),
        ("is Chinon part of it?", Subject("place", ("fr-epci-1",)), "fr-epci-1"),
        ("Chinon ?", COMMUNES, None),  # its sheet
        ("Chinon en fait partie depuis quand ?", COMMUNES, None),
        ("Chinon fait partie de quelle région ?", COMMUNES, None),
        ("Chinon en fait partie ?", Subject("table", ("fr-epci-1",), "table-rank"), None),
        ("Chinon en fait partie ?", Subject("card", ("fr-commune",)), None),
        ("Chinon en fait partie ?", None, None),
    ],
)  # fmt: skip
def test_whether_a_place_belongs_is_asked_of_what_was_divided(
    places: Library, text: str, last: Subject | None, whole: str | None
) -> None:
    question = Question(text, surely("fr"), places=(named_in(text, "Chinon", "fr-com-37072"),))
    asked = None if whole is None else Subject("table", ("fr-com-37072", whole), "table-same-above")
    assert belongs(question, last, places.gazetteer) == asked


def test_the_whole_itself_and_no_place_belong_to_nothing(places: Library) -> None:
    text = "Tours Métropole en fait partie ?"
    itself = Question(text, surely("fr"), places=(named_in(text, "Tours Métropole", "fr-epci-1"),))
    assert belongs(itself, COMMUNES, places.gazetteer) is None
    assert belongs(Question("il en fait partie ?", surely("fr")), COMMUNES, places.gazetteer) is None


@pytest.mark.parametrize(
    ("text", "last", "asked"),
    [
        ("Chinon, c'est bien la plus grande ?", "table-count-below/commune", "table-largest/commune"),
        ("is Chinon the smallest then?", "table-list-below/commune", "table-smallest/commune"),
        ("Chinon이 제일 크죠?", "table-list-below/commune", "table-largest/commune"),
        ("Chinon est plus grande que Loches ?", "table-list-below/commune", None),
        ("la plus grande église de Chinon ?", "table-list-below/commune", None),
        ("Chinon, la plus grande ?", "table-rank", None),
        ("Chinon, la plus grande ?", "table-count-below/departement", None),
    ],
)
def test_the_one_said_to_be_the_largest_is_looked_up_among_those_counted(
    places: Library, text: str, last: str, asked: str | None
) -> None:
    whole = places.gazetteer["fr-com-37072"].parents[0]
    question = Question(text, surely("fr"), places=(named_in(text, "Chinon", "fr-com-37072"),))
    found = None if asked is None else Subject("table", (whole,), asked)
    assert leads_them(question, Subject("table", (whole,), last), places.gazetteer) == found
    assert leads_them(question, None, places.gazetteer) is None
