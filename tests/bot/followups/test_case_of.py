"""What holds for a kind, asked of one place."""

from __future__ import annotations

import pytest

from bot.followups.case_of import of_one_named
from bot.subject import Subject, card
from bot.words.question import Question
from knowledge.library import Library
from tests.bot.understood import named_in, surely

TOURAINE = "fr-dep-37"


def _question(text: str, name: str = "") -> Question:
    return Question(text, surely("en"), (named_in(text, name, TOURAINE),) if name else ())


@pytest.mark.parametrize(
    ("before", "text", "asked"),
    [
        ("Who heads a département in France?", "and in Touraine?", "Who heads X?"),
        ("Who heads a département?", "does that go for Touraine too?", "Who heads X?"),
        ("데파르트망은 누가 대표하나요", "Touraine도 그런가요", "X은 누가 대표하나요"),
        ("Who heads a gun?", "and Touraine?", None),  # its country has none
        ("Who heads a département or a région?", "and Touraine?", None),
        ("Who heads a département?", "and the communes of Touraine?", None),
        ("Who heads a département?", "and how large is Touraine?", None),
        ("Who heads a département?", "and those of Touraine?", None),
        ("Who heads a département?", "and there?", None),
        ("How many départements has France?", "and Touraine?", None),  # those that lie there
        ("한국에 데파르트망이 몇 개예요", "Touraine은요", None),
        ("", "", None),
    ],
)
def test_it_stands_for_the_kind(places: Library, before: str, text: str, asked: str | None) -> None:
    question = _question(text, "Touraine" if "Touraine" in text else "")
    found = of_one_named(question, _question(before), card("fr-head"), places.gazetteer)
    assert (None if found is None else " ".join(found.masked.split()).replace(" ?", "?")) == asked
    assert of_one_named(question, _question(before), Subject("place", (TOURAINE,)), places.gazetteer) is None
