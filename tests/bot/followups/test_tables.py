"""What a follow-up asks of a ranking, a list or a number of places just given."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.followups.tables import asked_of_table
from bot.subject import Subject
from bot.tables import answers
from bot.words.question import Question
from index.names.mention import Mention
from knowledge.library import Library
from knowledge.text import Language
from tests.bot.understood import surely

LARGEST = Subject("table", ("kr-41",), "table-largest/city")
COUNTED = Subject("table", ("fr-reg-24",), "table-count-below/departement")
BEFORE = surely("en")


def _question(text: str, language: Language = "en", *countries: str) -> Question:
    return Question(text, surely(language), countries=frozenset(countries))


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
        ("그중 큰 데 인구는?", "ko", COUNTED, "table-largest/departement"),
        ("what's the biggest one's population?", "en", COUNTED, "table-largest/departement"),
        ("두 번째는요?", "ko", LARGEST, "table-largest/city/////2"),
        ("And number two?", "en", LARGEST, "table-largest/city/////2"),
        ("et le troisième ?", "fr", LARGEST, "table-largest/city/////3"),
        ("and the second smallest?", "en", LARGEST, "table-smallest/city/////2"),
        ("그다음은요?", "ko", Subject("table", ("kr-41",), "table-largest/kr-si/////2"), "table-largest/kr-si/////3"),
        (
            "그다음으로 적은 데는 어딘가요",
            "ko",
            Subject("table", ("kr-41",), "table-smallest/kr-si"),
            "table-smallest/kr-si/////2",
        ),
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


@pytest.mark.parametrize(
    ("limit", "text", "ids", "intent"),
    [
        ("<300000", "and the smallest?", (), "table-smallest-overall/metropole/fr"),
        (">300000", "and the largest?", (), "table-largest-overall/metropole/fr"),
        (">2000", "et la plus grande ?", ("fr-reg-24",), "table-largest/commune"),
        ("<300000", "and the largest?", (), None),  # which lies at the number
        ("~300000", "and the largest?", (), None),
        ("<300000", "and the smallest church?", (), None),
    ],
)
def test_the_end_of_those_beyond_a_number_is_that_of_all(
    places: Library, limit: str, text: str, ids: tuple[str, ...], intent: str | None
) -> None:
    last = Subject("table", ids, f"table-beyond/{'commune/' if ids else 'metropole/fr'}//{limit}")
    assert _asked(places, _question(text), last) == ([] if intent is None else [(ids, intent)])


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


def _place(question: Question, name: str, id: str) -> Question:
    start = question.text.index(name)
    return replace(question, places=(Mention(start, start + len(name), name, (id,), True),))


@pytest.mark.parametrize("intent", ["table-rank/kr-gun", "table-smallest/kr-gun"])
def test_the_rank_of_a_place_leads_to_the_ranking_of_its_likes(places: Library, intent: str) -> None:
    asked = _place(_question("인구가 제일 적은 군이 연천군 맞나요?", "ko"), "연천군", "kr-41800")
    last = Subject("table", ("kr-41800",), intent)
    found = _asked(places, _question("두번째로 적은 곳은 어딘가요", "ko"), last, asked)
    assert found == [((), "table-smallest-overall/kr-gun/kr////2")]
    assert _asked(places, _question("그다음은요?", "ko"), last, asked) == found
    assert _asked(places, _question("거기 홈페이지는요?", "ko"), last, asked) == []


def test_the_sheet_of_a_place_leads_to_the_ranking_of_the_unit_that_is_named(places: Library) -> None:
    last = Subject("place", ("fr-reg-11",), "population")
    found = _asked(places, _question("두 번째로 큰 레지옹은 어디고", "ko"), last)
    assert found == [((), "table-largest-overall/region/fr////2")]
    assert _asked(places, _question("and the largest department?"), last) == []  # one of those in it


def test_a_rank_said_is_the_one_asked_for_though_it_comes_next(places: Library) -> None:
    last = Subject("place", ("kr-41800",), "population")
    question = _question("and which county comes next, the second least populated")
    assert _asked(places, question, last) == [((), "table-smallest-overall/kr-gun/kr////2")]


def test_a_place_set_before_those_ranked_is_one_of_them(places: Library) -> None:
    card = Subject("card", ("fr-metropole-list",))
    asked = _place(_question("After Tours, which métropole has the most inhabitants?"), "Tours", "fr-epci-1")
    assert _asked(places, _question("and the smallest one?"), card, asked) == [
        ((), "table-smallest-overall/metropole/fr")
    ]
    asked = _place(_question("what are the counties of Gyeonggi?"), "Gyeonggi", "kr-41")
    assert _asked(places, _question("and the smallest one?"), card, asked) == [(("kr-41",), "table-smallest/kr-gun")]
    asked = _place(_question("what are the counties of Seoul?"), "Seoul", "kr-11")
    assert _asked(places, _question("and the smallest one?"), card, asked) == []


def test_a_ranking_of_a_country_may_be_narrowed_to_a_part_of_it(places: Library) -> None:
    last = Subject("table", (), "table-largest-overall/departement/fr")
    assert _asked(places, _question("et outre-mer ?", "fr"), last) == [
        ((), "table-largest-overall/departement/fr/overseas")
    ]
    assert _asked(places, _question("et outre-mer ?", "fr"), LARGEST) == []


@pytest.mark.parametrize(
    ("before", "text", "language", "intent"),
    [
        ("프랑스 데파르트망은 몇 개인가요", "본토만 하면요?", "ko", "departement/fr/mainland"),
        ("combien de départements en France ?", "seulement en métropole ?", "fr", "departement/fr/mainland"),
        ("How many départements does France have?", "and overseas?", "en", "departement/fr/overseas"),
        ("How many of them are there in France?", "and communes?", "en", "commune/fr"),
    ],
)
def test_of_what_a_card_counts_a_part_or_another_unit_is_listed(
    places: Library, before: str, text: str, language: Language, intent: str
) -> None:
    asked = _question(before, language, "FR")
    found = _asked(places, _question(text, language), Subject("card", ("fr-departement-count",)), asked)
    assert found == [((), f"table-list-overall/{intent}")]


def test_metropolitan_france_names_a_part_of_the_country_that_is_counted(places: Library) -> None:
    asked = _question("How many départements does France have?", "en", "FR")
    card = Subject("card", ("fr-departement-count",))
    found = _asked(places, _question("only in metropolitan France?", "en", "FR"), card, asked)
    assert found == [((), "table-list-overall/departement/fr/mainland")]


@pytest.mark.parametrize("before", ["what is a département?", "who heads a département?", ""])
def test_of_what_a_card_explains_no_part_is_listed(places: Library, before: str) -> None:
    card = Subject("card", ("fr-departement",))
    assert _asked(places, _question("and overseas?"), card, _question(before, "en", "FR")) == []


def test_the_others_are_those_that_lie_with_the_ones_spoken_of(places: Library) -> None:
    last = Subject("table", ("fr-com-75101",), "table-which-above")
    question = _question("what are the others called?")
    assert _asked(places, question, last) == [(("fr-com-75056",), "table-list-below/district-municipal")]
    assert _asked(places, question, Subject("table", ("kr-41117",), "table-which-above")) == []  # it is the only one
    both = Subject("table", ("fr-com-75101", "kr-11140"), "table-which-above")
    assert _asked(places, question, both) == []
    assert _asked(places, question, Subject("card", ("kr-gu",))) == []
    assert _asked(places, _question("what do the others cost?"), last) == []


def test_names_may_be_asked_of_another_place_that_has_such_units(places: Library) -> None:
    card = Subject("card", ("kr-metropolitan-city",))
    asked = _question("which metropolitan cities in Korea have counties (gun) inside?", "en", "KR")
    named = _place(_question("Name Gyeonggi's"), "Gyeonggi", "kr-41")
    assert _asked(places, named, card, asked) == [(("kr-41",), "table-list-below/kr-gun")]
    assert _asked(places, _place(_question("Name Seoul's"), "Seoul", "kr-11"), card, asked) == []
    assert _asked(places, _place(_question("Name Gyeonggi's governor"), "Gyeonggi", "kr-41"), card, asked) == []


def test_of_two_partners_the_larger_is_told(places: Library) -> None:
    last, found = Subject("partners", ("fr-com-37261",), "partners-of"), ("kr-41110", "kr-41130")
    question = _question("which of the two is the larger?")
    given = list(asked_of_table(question, Question("", BEFORE), last, places.gazetteer, found))
    assert given == [Subject("table", found, "table-compare-population")]
    assert list(asked_of_table(question, Question("", BEFORE), last, places.gazetteer, found[:1])) == []


@pytest.mark.parametrize(
    ("text", "language", "intent"),
    [
        ("and which has the most?", "en", "table-largest-overall/departement:commune/fr"),
        ("et le département qui en a le moins ?", "fr", "table-smallest-overall/departement:commune/fr"),
        ("그럼 제일 많은데는요", "ko", "table-largest-overall/departement:commune/fr"),
    ],
)
def test_who_has_the_most_of_what_was_counted_is_asked_of_the_likes(
    places: Library, text: str, language: Language, intent: str
) -> None:
    last = Subject("table", ("fr-dep-37",), "table-count-below/commune")
    assert _asked(places, _question(text, language), last) == [((), intent)]


def test_the_most_populous_of_what_was_counted_is_one_of_it(places: Library) -> None:
    last = Subject("table", ("fr-dep-37",), "table-count-below/commune")
    for text in ("et la plus peuplée ?", "et celle qui a le plus d'habitants ?"):
        assert _asked(places, _question(text, "fr"), last) == [(("fr-dep-37",), "table-largest/commune")]
    assert _asked(places, _question("그중 제일 큰 곳은요", "ko"), last) == [(("fr-dep-37",), "table-largest/commune")]


def test_what_several_sentences_ask_is_read_one_by_one(places: Library) -> None:
    assert _asked(places, _question("And number two? How many communes in that one?"), LARGEST) == []


def test_an_answer_is_led_by_the_rank_asked_for(places: Library) -> None:
    answer = answers.compose(Subject("table", ("kr-41",), "table-largest/kr-si/////2"), "en", places)
    assert answer is not None
    assert answer.text.startswith("No. 2: Seongnam-si, 901,110 inhabitants.")
    assert "Most inhabitants: Suwon-si" in answer.text
    assert answer.places[1] == "kr-41130"  # what follows is asked of it


def test_a_rank_beyond_the_last_is_not_led_by(places: Library) -> None:
    answer = answers.compose(Subject("table", ("kr-41",), "table-largest/kr-gun/////9"), "en", places)
    assert answer is not None
    assert "No. 9" not in answer.text


@pytest.mark.parametrize(
    ("before", "text", "language", "countries", "last", "intent"),
    [
        (
            "가장 작은 도는 어디예요? 프랑스 데파르트망과 비교하려고 합니다.",
            "프랑스에서는?",
            "ko",
            "FR",
            Subject("table", (), "table-smallest-overall/province/kr"),
            "table-smallest-overall/departement/fr",
        ),
        ("", "프랑스에서는?", "ko", "FR", Subject("table", (), "table-smallest-overall/kr-gun/kr"), "municipality/fr"),
        (
            "",
            "same question but for Korea",
            "en",
            "KR",
            Subject("table", ("fr-dep-37",), "table-largest/commune"),
            "/kr",
        ),
    ],
)
def test_the_other_country_is_asked_of_what_is_compared_with_it(
    places: Library, before: str, text: str, language: Language, countries: str, last: Subject, intent: str
) -> None:
    asked = Question(before, surely(language))
    found = _asked(places, _question(text, language, countries), last, asked)
    assert len(found) == 1
    assert found[0][0] == ()
    assert found[0][1].endswith(intent)
