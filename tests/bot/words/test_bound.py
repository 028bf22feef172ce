"""A number of inhabitants that bounds what is asked for, and the table of what is beyond it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.subject import Subject
from bot.tables import answers
from bot.tables.narrowing import refine
from bot.words.bound import MOST, Bound, bound, read
from knowledge.library import Library
from knowledge.text import LANGUAGES, Language
from tests.bot.place_table import FURTHER, library


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return library(tmp_path_factory.mktemp("places"))


@pytest.mark.parametrize(
    ("text", "over", "number"),
    [
        ("list the towns over 50k in X", True, 50_000),
        ("Quelles communes du X dépassent 50 000 hab.", True, 50_000),
        ("villes de plus d'un million d'habitants", True, 1_000_000),
        ("combien de villes dépassent le million d'habitants", True, 1_000_000),
        ("X에서 인구 5만명 넘는 도시 몇 개예요?", True, 50_000),
        ("인구 백만 이상인 시", True, 1_000_000),
        ("X 군 중에 인구 10만이 안 되는 데", False, 100_000),
        ("communes de moins de 100 habitants", False, 100),
        ("towns with fewer than 1,000 people", False, 1_000),
        ("villages de moins de 10 habitants", False, 10),
    ],
)
def test_a_number_of_inhabitants_bounds_what_is_asked_for(text: str, over: bool, number: int) -> None:
    assert bound(text) == Bound(over, number)


@pytest.mark.parametrize(
    "text",
    [
        "plus de 3 communes",
        "in 2026, how many communes",
        "depuis plus de 2000 ans",
        "X has 12 communes",
        "10만 명",
        f"communes de plus de {'9' * 400} habitants",
        "moins de 0 habitants",
    ],
)
def test_a_number_of_something_else_is_no_bound(text: str) -> None:
    assert bound(text) is None


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Any si around 100k?", 100_000),
        ("communes d'environ 10 000 habitants", 10_000),
        ("인구 5만 정도인 군", 50_000),
        ("towns of 1,000 people or so", 1_000),
        ("Any city around 250-260 thousand people?", 255_000),
    ],
)
def test_a_number_may_be_one_to_come_near(text: str, number: int) -> None:
    assert bound(text) == Bound(False, number, about=True)


@pytest.mark.parametrize(
    ("text", "number", "upto"),
    [
        ("List French cities between 100 000 and 120 000 people pls", 100_000, 120_000),
        ("communes de 10 000 à 12 000 habitants", 10_000, 12_000),
        ("villes entre cent mille et deux cent mille habitants", 100_000, 200_000),
        ("인구 5만에서 7만 사이 군", 50_000, 70_000),
        ("인구 5~7만 군", 50_000, 70_000),
        ("between 50 and 70 thousand people", 50_000, 70_000),
        ("인구 5만 명 이상 10만 명 미만인 시", 50_000, 100_000),
        ("plus de 10 000 mais moins de 12 000 habitants", 10_000, 12_000),
        ("under 70k but over 50k people", 50_000, 70_000),
    ],
)
def test_a_range_is_a_bound_with_both_ends(text: str, number: int, upto: int) -> None:
    assert bound(text) == Bound(True, number, upto=upto)


@pytest.mark.parametrize(
    "text",
    ["de 100 à 200 euros", "from 2020 to 2026", "between 2 and 3 communes", "entre 7 000 et 5 000", "02-120 to 02-130"],
)
def test_two_numbers_of_something_else_are_no_range(text: str) -> None:
    assert bound(text) is None


def test_bounds_that_are_asked_for_apart_are_no_range() -> None:
    assert bound("인구 10만 이상인 시가 몇 개이고 5만 이하인 시는") == Bound(True, 100_000)
    assert bound("over 70k but under 50k people") == Bound(True, 70_000)


def test_a_range_holds_its_ends() -> None:
    within = Bound(True, 50, upto=70)
    assert [within.admits(size) for size in (49, 50, 60, 70, 71)] == [False, True, True, True, False]


def test_near_a_number_is_what_is_up_to_a_quarter_more_or_less() -> None:
    near = Bound(False, 100_000, about=True)
    assert [near.admits(size) for size in (0, 79_000, 81_000, 100_000, 124_000, 126_000)] == [
        False, False, True, True, True, False,
    ]  # fmt: skip
    assert [Bound(True, 5).admits(size) for size in (4, 5, 6)] == [False, False, True]
    assert [Bound(False, 5).admits(size) for size in (4, 5, 6)] == [True, False, False]


@pytest.mark.parametrize(
    ("intent", "text", "refined"),
    [
        ("table-similar-size", "Our town in X: any si around 100k in Korea?", "table-beyond/city/kr//~100000"),
        ("table-similar-size", "a si of the size of X", "table-similar-size/kr-si"),
        ("table-list-below", "communes of about 10,000 people in X", "table-beyond/commune///~10000"),
        ("table-count-below", "X, a city of about 1.2 million people", "table-count-below/city"),
    ],
)
def test_places_about_a_size_are_asked_for_or_one_is_told_by_it(intent: str, text: str, refined: str) -> None:
    assert refine(intent, text, "en", {"KR"} if "Korea" in text else ()) == refined


def test_places_about_a_size_are_named_the_nearest_first(places: Library) -> None:
    answer = answers.compose(Subject("table", (), "table-beyond/kr-si/kr//~1000000"), "en", places)
    assert answer is not None
    assert "About 1,000,000 inhabitants: 2, the nearest first." in answer.text
    assert answer.places[:2] == ("kr-41130", "kr-41110")


def test_a_bound_is_read_back_as_it_was_written() -> None:
    for each in (Bound(True, 50_000), Bound(False, 100), Bound(False, 100, about=True), Bound(True, 5, upto=7)):
        assert read(each.written()) == each
    assert read("") is None


@pytest.mark.parametrize(
    ("intent", "text", "refined"),
    [
        ("table-list-below", "communes de plus de 50 000 habitants de X", "table-beyond/commune///>50000"),
        ("table-largest", "X에서 인구 10만 넘는 곳", "table-beyond/municipality///>100000"),
        ("table-list-overall", "French communes of over 300,000 people", "table-beyond/commune/fr//>300000"),
        ("table-rank", "communes de plus de 50 000 habitants", "table-rank/commune"),
        (
            "table-list-overall",
            "French départements over 1M inhabitants: number of communes each",
            "table-beyond/departement:commune/fr//>1000000",
        ),
        ("table-list-below", "communes de 5 000 à 7 000 habitants de X", "table-beyond/commune///>5000-7000"),
        ("table-similar-size", "X cherche un si de 80 000 à 100 000 hab.", "table-beyond/kr-si/kr//>80000-100000"),
        ("table-largest", "la plus grande commune de moins de 2 000 habitants de X", "table-largest/commune///<2000"),
        ("table-list-below", "X에서 인구 5만 넘는 군 중 가장 작은 곳", "table-smallest/kr-gun///>50000"),
        ("table-list-overall", "largest French city under 100,000", "table-largest-overall/city/fr//<100000"),
        (
            "table-largest",
            "communes de X plus peuplées que 5 000 habitants, plus de 5 000",
            "table-beyond/commune///>5000",
        ),
    ],
)
def test_what_is_listed_or_counted_within_a_bound_is_a_question_over_its_own_table(
    intent: str, text: str, refined: str
) -> None:
    language = "ko" if "인구" in text else "fr"
    assert refine(intent, text, language, {"FR"} if "French" in text else ()) == refined


def test_places_beyond_a_bound_are_counted_and_named(places: Library) -> None:
    def said(intent: str, *ids: str) -> list[str]:
        found = [answers.compose(Subject("table", ids, intent), language, places) for language in LANGUAGES]
        return [answer.text.replace("\u202f", " ") for answer in found if answer is not None]

    assert said("table-beyond/commune///>8500", "fr-dep-37") == [
        "Indre-et-Loire (département) — 4 communes. Plus de 8 500 habitants : 2.\n"
        "Tours, 139 259 habitants ; Fondettes, 11 000 habitants.",
        "앵드르에루아르(데파르트망) — 코뮌 4개. 8,500명 초과: 2곳.\n투르, 139,259명; 퐁데트, 11,000명.",
        "Indre-et-Loire (département) — 4 communes. Over 8,500 inhabitants: 2.\n"
        "Tours, 139,259 inhabitants; Fondettes, 11,000 inhabitants.",
    ]
    assert said("table-beyond/commune///<1000", "fr-dep-37")[2] == (
        "Indre-et-Loire (département) — 4 communes. Under 1,000 inhabitants: 0."
    )
    assert said("table-beyond/municipality/kr//>1000000")[2].endswith(
        "Over 1,000,000 inhabitants: 1.\nSuwon-si, 1,185,332 inhabitants."
    )
    assert said("table-beyond/kr-eup///>10", "kr-41820") == []
    assert said("table-beyond/commune///<20000", "fr-dep-37")[2].endswith("The others: Tours, 139,259 inhabitants.")
    assert said("table-beyond/municipality///>8500", "fr-dep-37") == said("table-beyond/commune///>8500", "fr-dep-37")


def test_places_in_a_range_are_counted_and_named(places: Library) -> None:
    subject = Subject("table", ("fr-dep-37",), "table-beyond/commune///>8500-11000")
    found = [answers.compose(subject, language, places) for language in LANGUAGES]
    assert [answer.text.replace("\u202f", " ").partition("\n")[0] for answer in found if answer is not None] == [
        "Indre-et-Loire (département) — 4 communes. De 8 500 à 11 000 habitants : 3.",
        "앵드르에루아르(데파르트망) — 코뮌 4개. 8,500~11,000명: 3곳.",
        "Indre-et-Loire (département) — 4 communes. From 8,500 to 11,000 inhabitants: 3.",
    ]


def test_what_is_left_out_is_neither_counted_nor_named(places: Library) -> None:
    def said(intent: str) -> list[str]:
        found = [answers.compose(Subject("table", (), intent), language, places) for language in LANGUAGES]
        return [answer.text.replace("\u202f", " ") for answer in found if answer is not None]

    assert said("table-beyond/city/kr//>1000000///kr-11") == [
        "Corée (sans Séoul) — 3 villes. Plus de 1 000 000 habitants : 1.\nSuwon-si, 1 185 332 habitants.",
        "한국(서울특별시 제외) — 도시 3개. 1,000,000명 초과: 1곳.\n수원시, 1,185,332명.",
        "Korea (without Seoul) — 3 cities. Over 1,000,000 inhabitants: 1.\nSuwon-si, 1,185,332 inhabitants.",
    ]
    in_the_region = said("table-list-overall/commune/fr/////fr-reg-24")[2]
    assert "Paris" in in_the_region
    assert "Tours" not in in_the_region
    assert "Busan" not in said("table-largest-overall/city/kr/////kr-11")[2]
    assert said("table-largest-overall/city/kr/////kr-11")[2].startswith("Korea (without Seoul) — 3 cities.")


def test_what_is_left_out_below_a_place_is_neither_counted_nor_named(places: Library) -> None:
    def said(intent: str, of: str, language: Language = "fr") -> str:
        answer = answers.compose(Subject("table", (of,), intent), language, places)
        return answer.text.replace("\u202f", " ") if answer is not None else ""

    but = "commune//////fr-com-37261"
    for intent in (f"table-largest/{but}", f"table-list-below/{but}", f"table-count-below/{but}"):
        assert "Tours" not in said(intent, "fr-dep-37").replace("sans Tours", "")
    assert said(f"table-count-below/{but}", "fr-dep-37").startswith(
        "Indre-et-Loire (département) (sans Tours) compte 4"
    )
    assert said("table-beyond/commune///>1000///fr-com-37261", "fr-dep-37", "en").startswith(
        "Indre-et-Loire (département) (without Tours) — 3 communes. Over 1,000 inhabitants: 3."
    )
    assert "수원시 제외" in said("table-largest/kr-si//////kr-41110", "kr-41", "ko")


def test_a_place_without_inhabitants_counts_among_those_that_have_few(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(FURTHER, "fr-com-37001", {"population": "0"})
    found = answers.compose(Subject("table", ("fr-dep-37",), "table-beyond/commune///<10"), "en", library(tmp_path))
    assert found is not None
    assert found.text == ("Indre-et-Loire (département) — 4 communes. Under 10 inhabitants: 1.\nAbilly, 0 inhabitants.")


def test_no_more_are_named_than_can_be_read(places: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.tables.ranking.MENTIONED", 1)
    found = answers.compose(Subject("table", ("fr-dep-37",), "table-beyond/commune///>8500"), "en", places)
    assert found is not None
    assert found.text.endswith("Tours, 139,259 inhabitants. And 1 more.")


@given(
    st.text(max_size=60),
    st.sampled_from(["plus de ", "under ", "인구 ", ""]),
    st.text("0123456789.,만천 ", max_size=40),
)
def test_no_text_breaks_the_reading_of_a_bound(before: str, word: str, number: str) -> None:
    found = bound(f"{before}{word}{number} 명 넘는 habitants")
    assert found is None or 1 <= found.number <= MOST


def test_how_many_parts_each_of_those_beyond_a_bound_has_is_told_beside(places: Library) -> None:
    answer = answers.compose(Subject("table", (), "table-beyond/departement:commune/fr//>650000"), "en", places)
    assert answer is not None
    assert "Loiret, 690,000 inhabitants, 1 commune" in answer.text


@pytest.mark.parametrize(
    ("intent", "id", "text"),
    [
        (
            "table-largest/commune///<20000",
            "fr-dep-37",
            "Under 20,000 inhabitants: 3. Most inhabitants: Fondettes, 11,000 inhabitants. "
            "Next: Chinon, 8,500 inhabitants; Abilly, 8,500 inhabitants.",
        ),
        ("table-smallest/commune///>8000", "fr-dep-37", "Over 8,000 inhabitants: 4. Fewest inhabitants:"),
        (
            "table-smallest-overall/kr-si/kr//>500000",
            "",
            "Over 500,000 inhabitants: 2. Fewest inhabitants: Seongnam-si",
        ),
        ("table-largest/commune///<10", "fr-dep-37", "Under 10 inhabitants: 0."),
    ],
)
def test_the_nearest_to_a_bound_comes_first_where_that_is_asked_for(
    places: Library, intent: str, id: str, text: str
) -> None:
    answer = answers.compose(Subject("table", (id,) if id else (), intent), "en", places)
    assert answer is not None
    assert text in answer.text
