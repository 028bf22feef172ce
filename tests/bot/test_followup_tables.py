"""What a follow-up asks of a ranking, a list or a number of places just given."""

from __future__ import annotations

import pytest

from bot import tables
from bot.followup_tables import asked_of_table
from bot.language import Detection
from bot.question import Question
from bot.subject import Subject
from index.names import Mention
from knowledge.library import Library
from knowledge.text import Language
from tests.bot.place_table import library

LARGEST = Subject("table", ("kr-41",), "table-largest/city")
COUNTED = Subject("table", ("fr-reg-24",), "table-count-below/departement")
BEFORE = Detection("en", supported=True, certain=True)


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return library(tmp_path_factory.mktemp("places"))


def _question(text: str, language: Language = "en", *countries: str) -> Question:
    return Question(text, Detection(language, supported=True, certain=True), countries=frozenset(countries))


def _asked(
    places: Library, question: Question, last: Subject, before: Question | None = None
) -> list[tuple[tuple[str, ...], str]]:
    before = before or Question("", BEFORE)
    return [(each.ids, each.intent) for each in asked_of_table(question, before, last, places.gazetteer)]


@pytest.mark.parametrize(
    ("text", "language", "last", "intent"),
    [
        ("ok and the smallest one?", "en", LARGEST, "table-smallest/city"),
        ("et le moins peuplé ?", "fr", LARGEST, "table-smallest/city"),
        ("그럼 그중에 인구가 제일 적은 곳은요", "ko", COUNTED, "table-smallest/departement"),
        ("둘 중 어디가 인구가 더 많아요?", "ko", COUNTED, "table-largest/departement"),
        ("두 번째는요?", "ko", LARGEST, "table-largest/city/////2"),
        ("And number two?", "en", LARGEST, "table-largest/city/////2"),
        ("et le troisième ?", "fr", LARGEST, "table-largest/city/////3"),
        ("and the second smallest?", "en", LARGEST, "table-smallest/city/////2"),
        ("그다음은요?", "ko", Subject("table", ("kr-41",), "table-largest/kr-si/////2"), "table-largest/kr-si/////3"),
        ("and the counties, please", "en", LARGEST, "table-largest/kr-gun"),
        ("et de communes ?", "fr", COUNTED, "table-count-below/commune"),
    ],
)
def test_the_other_end_the_next_rank_or_another_unit_is_of_the_same_whole(
    places: Library, text: str, language: Language, last: Subject, intent: str
) -> None:
    assert _asked(places, _question(text, language), last) == [(last.ids, intent)]


def test_the_other_end_of_a_ranking_of_a_country_is_of_that_country(places: Library) -> None:
    last = Subject("table", (), "table-largest-overall/metropole/fr/mainland")
    assert _asked(places, _question("and the smallest?"), last) == [
        ((), "table-smallest-overall/metropole/fr/mainland")
    ]


def test_a_ranking_is_asked_of_the_other_country_by_what_it_has(places: Library) -> None:
    last = Subject("table", ("fr-dep-37",), "table-smallest/commune")
    found = _asked(places, _question("et en Corée ?", "fr", "KR"), last)
    assert found == [((), "table-smallest-overall/municipality/kr")]
    last = Subject("table", (), "table-smallest-overall/commune/fr")
    assert _asked(places, _question("et en France ?", "fr", "FR"), last) == []


def test_a_ranking_that_a_card_gave_has_a_next_rank(places: Library) -> None:
    card = Subject("card", ("fr-metropole",))
    asked = _question("what's the biggest inter-municipal body in France?", "en", "FR")
    assert _asked(places, _question("and the second?"), card, asked) == [((), "table-largest-overall/epci/fr////2")]
    assert _asked(places, _question("and the second?"), card, _question("who heads a métropole?")) == []


def test_of_what_a_card_lists_either_end_may_be_asked_but_not_another_unit(places: Library) -> None:
    card, asked = (
        Subject("card", ("fr-metropole-list",)),
        _question("which métropoles are there in France?", "en", "FR"),
    )
    assert _asked(places, _question("and the smallest?"), card, asked) == [((), "table-smallest-overall/metropole/fr")]
    assert _asked(places, _question("and departments?"), card, asked) == []


@pytest.mark.parametrize(
    "text",
    [
        "and its mayor?",
        "the most beautiful one?",
        "which has the most crime?",
        "and the smallest métropoles?",  # none below
        "the second phone number?",
        "",
    ],
)
def test_what_asks_anything_else_asks_nothing_of_the_table(places: Library, text: str) -> None:
    assert _asked(places, _question(text), LARGEST) == []


def test_a_rank_is_one_of_a_ranking_only(places: Library) -> None:
    assert _asked(places, _question("and the second?"), COUNTED) == []
    assert _asked(places, _question("and the second?"), Subject("place", ("kr-41",), "population")) == []


def test_where_a_place_is_named_the_table_is_not_the_one_before(places: Library) -> None:
    asked = _question("the smallest in Seoul?")
    named = Question(asked.text, asked.detection, (Mention(16, 21, "Seoul", ("kr-11",), True),))
    assert _asked(places, named, LARGEST) == []


def test_an_answer_is_led_by_the_rank_asked_for(places: Library) -> None:
    answer = tables.compose(Subject("table", ("kr-41",), "table-largest/kr-si/////2"), "en", places)
    assert answer is not None
    assert answer.text.startswith("No. 2: Seongnam-si, 901,110 inhabitants.")
    assert "Most inhabitants: Suwon-si" in answer.text
    assert answer.places[1] == "kr-41130"  # what follows is asked of it


def test_a_rank_beyond_the_last_is_not_led_by(places: Library) -> None:
    answer = tables.compose(Subject("table", ("kr-41",), "table-largest/kr-gun/////9"), "en", places)
    assert answer is not None
    assert "No. 9" not in answer.text
