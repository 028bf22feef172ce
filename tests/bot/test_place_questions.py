"""The intents over the table of places: each is answered by a sheet or a table, none is worded like another."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.sheets.kinds import EXPLAINING
from bot.sheets.place_lines import INSTEAD, LINES
from bot.tables.answers import TABLES
from bot.tables.intents import AVERAGE, BEYOND, PARTNERS, RULE, SAME_PLACE, SHARE, TOTAL
from bot.tables.table_intent import OVERALL
from knowledge.intents import Intent
from knowledge.library import SHIPPED
from knowledge.places import KINDS, Gazetteer
from knowledge.reading import read_items
from knowledge.text import LANGUAGES, fold
from tests.small import shipped_cards

TUNE = Path(__file__).parents[1] / "questions" / "places_tune.jsonl"


@pytest.fixture(scope="module")
def intents() -> list[Intent]:
    reading = read_items(SHIPPED / "places" / "questions.yaml", "places/questions.yaml", Intent)
    assert reading.faults == ()
    return [located.item for located in reading.items]


def test_every_answered_intent_is_a_line_a_table_or_the_partners(intents: list[Intent]) -> None:
    known = {"whole", "purpose", *LINES, *INSTEAD, *TABLES}
    answered = {intent.id for intent in intents if intent.answered and not intent.id.startswith((PARTNERS, RULE))}
    assert answered - known == set()
    # Others become these by their words: a number of inhabitants, "the same?", "together", "on average", "share of".
    turned_into = {BEYOND, SAME_PLACE, TOTAL, AVERAGE, f"{AVERAGE}{OVERALL}", SHARE}
    assert set(TABLES) - answered == turned_into


def test_what_is_not_held_is_told_by_its_id(intents: list[Intent]) -> None:
    assert all(intent.id.startswith("unheld-") != intent.answered for intent in intents)


def test_there_are_enough_phrasings_in_each_language(intents: list[Intent]) -> None:
    for language in LANGUAGES:
        assert all(len(intent.questions[language]) >= 12 for intent in intents if intent.answered)
        assert sum(len(intent.questions[language]) for intent in intents if not intent.answered) >= 40


def test_no_phrasing_stands_for_two_intents(intents: list[Intent]) -> None:
    owners: dict[str, set[str]] = {}
    for intent in intents:
        for language in LANGUAGES:
            for phrasing in intent.questions[language]:
                owners.setdefault(fold(phrasing.replace("{place}", "X")), set()).add(intent.id)
    assert {phrasing: ids for phrasing, ids in owners.items() if len(ids) > 1} == {}


def test_no_phrasing_that_names_no_place_is_a_cards(intents: list[Intent]) -> None:
    cards = {
        fold(question)
        for card in shipped_cards().values()
        for questions in card["questions"].values()
        for question in questions
    }
    overall = [q for intent in intents if not intent.placed for lang in LANGUAGES for q in intent.questions[lang]]
    assert [question for question in overall if fold(question) in cards] == []


def test_the_cards_that_explain_a_kind_are_shipped() -> None:
    assert {id for ids in EXPLAINING.values() for id in ids} - set(shipped_cards()) == set()
    assert set(EXPLAINING) <= set(KINDS)


def test_the_labelled_questions_name_places_of_the_table() -> None:
    gazetteer = Gazetteer.open(SHIPPED / "places")
    questions = [json.loads(line) for line in TUNE.read_text("utf-8").splitlines()]
    assert len(questions) >= 200
    assert [id for question in questions for id in question.get("places", ()) if id not in gazetteer] == []
