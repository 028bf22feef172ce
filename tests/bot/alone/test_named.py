"""What is asked of a place: intents that lead to one answer speak for each other, a card's odds against nothing held."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest

from bot.alone import asked_of
from bot.alone.asked_of import OF_ONE, OF_SEVERAL, Named, over_table
from bot.alone.named import ask_named, held, of_ranking
from bot.alone.overall import SURE
from bot.subject import Subject
from bot.tables.intents import likeliest
from bot.words.language import Detection
from bot.words.question import Question
from index.names.mention import Mention
from index.ranking.ranker import Candidate, Ranking
from knowledge.library import Library
from tests.bot.blank_model import Blank
from tests.bot.place_table import library
from tests.bot.understood import named_in, snapshot_of, surely


def _ranking(confidence: float, **probabilities: float) -> Ranking:
    names = {name: f"intent:{name.replace('_', '-')}" for name in probabilities}
    return Ranking(tuple(Candidate(names[name], p) for name, p in probabilities.items()), confidence)


def test_lines_of_one_sheet_speak_for_each_other() -> None:
    intent, confidence = likeliest(_ranking(0.4, phone=0.5, table_rank=0.2, address=0.2, whole=0.1))
    assert intent == "phone"
    assert confidence == pytest.approx(0.4 * 0.8 / 0.5)


def test_a_sheet_whose_lines_share_the_odds_comes_before_a_rule() -> None:
    intent, _ = likeliest(_ranking(0.6, rule_government=0.4, kind=0.35, above=0.25))
    assert intent == "kind"


def test_tables_stand_for_themselves() -> None:
    intent, confidence = likeliest(_ranking(0.9, table_largest=0.6, table_smallest=0.4))
    assert (intent, confidence) == ("table-largest", pytest.approx(0.9))


def test_no_confidence_is_above_one_and_none_comes_of_nothing() -> None:
    assert likeliest(_ranking(0.9, phone=0.5, address=0.5))[1] == 1.0
    assert likeliest(_ranking(0.0)) == ("", 0.0)


def test_a_card_that_is_sure_stands_against_what_no_sheet_holds() -> None:
    assert held(0.95, 0.95) > 0.5 > held(0.6, 0.95)
    assert held(0.6, 0.01) > 0.5
    assert held(0.8, 0.2) > held(0.8, 0.8)


def test_what_is_asked_of_one_place_and_of_several_are_not_the_same() -> None:
    assert OF_ONE
    assert not OF_ONE & OF_SEVERAL


def _asked_of_tours(text: str, intent: str, library: Library) -> Named:
    start = text.index("Tours")
    tours = Mention(start, start + 5, "Tours", ("fr-com-37261",), True)
    question = Question(text, Detection("fr", supported=True, certain=True), (tours,))
    return asked_of.subjects(intent, question, 1.0, library)


def test_a_commune_and_the_grouping_spoken_of_with_it_are_compared(tmp_path: Path) -> None:
    places = library(tmp_path)
    both = _asked_of_tours("population de Tours, et de l'agglo ?", "population", places)
    assert both.subjects == (Subject("table", ("fr-com-37261", "fr-epci-1"), "table-compare-population"),)
    alone = _asked_of_tours("population de Tours ?", "population", places)
    assert alone.subjects == (Subject("place", ("fr-com-37261",), "population"),)
    other = _asked_of_tours("téléphone de Tours, et de l'agglo ?", "phone", places)
    assert other.subjects == (Subject("place", ("fr-com-37261",), "phone"),)


def test_a_ranking_of_the_country_is_of_that_of_the_place_named(tmp_path: Path) -> None:
    text = "la plus grande ville après Tours"
    question = Question(
        text, Detection("fr", supported=True, certain=True), (Mention(27, 32, "Tours", ("fr-com-37261",), True),)
    )
    asked = over_table("table-largest-overall", question, (), library(tmp_path))
    assert asked.intent == "table-largest-overall/city/fr"


@pytest.mark.parametrize(
    ("text", "ids", "intent"),
    [
        ("For Tours: any si around 1,000k?", (), "table-beyond/kr-si/kr//~1000000"),
        ("Tours has about 140,000 people: a si of that size?", ("fr-com-37261",), "table-similar-size/kr-si"),
    ],
)
def test_a_size_is_that_of_what_is_asked_for_or_of_the_place_named(
    tmp_path: Path, text: str, ids: tuple[str, ...], intent: str
) -> None:
    (subject,) = _asked_of_tours(text, "table-similar-size", library(tmp_path)).subjects
    assert (subject.ids, subject.intent) == (ids, intent)


@pytest.mark.parametrize(("prefecture", "told"), [(0.34, "prefecture"), (0.2, None)])
def test_what_sits_in_a_town_may_be_the_services_of_the_state(
    tmp_path: Path, prefecture: float, told: str | None
) -> None:
    text = "the prefect's office based in Tours, its address"
    start = text.index("Tours")
    tours = Mention(start, start + 5, "Tours", ("fr-com-37261",), True)
    question = Question(text, Detection("en", supported=True, certain=True), (tours,))
    ranking = _ranking(0.9, address=0.49, prefecture=prefecture)
    found = of_ranking(ranking, question, 0.5, library(tmp_path))
    assert [subject.intent for subject in found.subjects] == ([told] if told else [])


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("Liste des communes d'Indre-et-Loire", True),  # said in words for nothing else
        ("Liste des communes littorales d'Indre-et-Loire", False),
        ("Liste des comtés d'Indre-et-Loire", False),  # none lies there
        ("Liste d'Indre-et-Loire", False),
    ],
)
def test_a_list_asked_for_in_words_for_nothing_else_is_as_sure_as_they_are(
    tmp_path: Path, text: str, sure: bool
) -> None:
    listed = SimpleNamespace(
        threshold=0.5, met=lambda *_: None, rank=lambda *_, **__: _ranking(0.6, table_list_below=0.9)
    )
    question = Question(text, surely("fr"), (named_in(text, "Indre-et-Loire", "fr-dep-37"),))
    snapshot = snapshot_of(placed=listed, model=Blank(), library=library(tmp_path))
    found = ask_named(question, question.asked, Blank().encode([text], "query")[0], snapshot)
    assert (found.confidence == SURE) is sure
