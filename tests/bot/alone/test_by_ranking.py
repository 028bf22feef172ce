"""Two readings that are one question over the table."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.alone.by_ranking import ranking_of_both, say_the_same, subject
from bot.subject import Subject
from bot.words.question import Question
from knowledge.library import SHIPPED, read
from tests.bot.place_table import library
from tests.bot.understood import named_in, snapshot_of, surely


def _table(intent: str) -> Subject:
    return Subject("table", (), intent)


@pytest.mark.parametrize("order", [1, -1])
def test_a_ranking_and_a_list_of_the_same_units_are_answered_by_the_ranking(order: int) -> None:
    ranked = _table("table-largest-overall/epci-cu/fr")
    assert ranking_of_both((ranked, _table("table-list-overall/epci-cu/fr"))[::order]) == ranked


@pytest.mark.parametrize(
    "readings",
    [
        (_table("table-largest-overall/epci-cu/fr"), _table("table-list-overall/epci-ca/fr")),
        (_table("table-largest-overall/city/fr"), _table("table-list-overall/city/kr")),
        (_table("table-largest-overall/city/fr"), _table("table-smallest-overall/city/fr")),
        (_table("table-largest-overall/city/fr"), Subject("card", ("fr-commune",))),
        (_table("table-list-overall/city/fr"), _table("table-list-overall/city/fr")),
        (Subject("partners", (), "partners-list/winning/fr/x/active"), _table("table-list-overall/city/fr")),
        (),
    ],
)
def test_other_readings_are_two_questions(readings: tuple[Subject, ...]) -> None:
    assert ranking_of_both(readings) is None


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("card:kr-mois", "contact:mois-local-autonomy", True),
        ("contact:mois-local-autonomy", "card:kr-mois", True),
        ("contact:amf", "card:kr-mois", False),
        ("contact:amf", "contact:amrf", False),
        ("card:kr-mois", "card:fr-canton", False),
        ("card:kr-mois", "intent:table-list-overall", False),
    ],
)
def test_a_card_and_a_body_that_it_lists_are_not_asked_back(one: str, other: str, same: bool) -> None:
    snapshot = snapshot_of(library=read(SHIPPED))
    assert say_the_same(one, other, snapshot) == same


@pytest.mark.parametrize(
    ("found", "text", "name", "id", "asked"),
    [
        ("table-list-overall", "les comtés du Gyeonggi", "Gyeonggi", "kr-41", Subject("table", ("kr-41",), "table-list-below/kr-gun")),
        ("table-smallest-overall", "le plus petit comté du Gyeonggi", "Gyeonggi", "kr-41", Subject("table", ("kr-41",), "table-smallest/kr-gun")),
        ("table-list-overall", "les comtés, vu de Tours", "Tours", "fr-com-37261", Subject("table", (), "table-list-overall/kr-gun/fr")),
    ],
)  # fmt: skip
def test_what_is_asked_of_a_country_is_asked_of_the_place_named_that_holds_some(
    tmp_path: Path, found: str, text: str, name: str, id: str, asked: Subject
) -> None:
    question = Question(text, surely("fr"), places=(named_in(text, name, id),))
    assert subject(f"intent:{found}", question, snapshot_of(library=library(tmp_path))) == asked
