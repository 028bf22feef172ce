"""The most and the fewest below a place or in a country, ranks, ties, and the places beyond a number."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.subject import Subject
from bot.tables import answers
from knowledge.library import Library
from knowledge.text import LANGUAGES, Language
from tests.bot.place_table import FURTHER, library
from tests.bot.tables.asking import ask, told


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Indre-et-Loire (département) — 5 communes. Le plus d'habitants : Tours, 139 259 habitants (2023). Ensuite : Fondettes, 11 000 habitants ; Chinon, 8 500 habitants ; Abilly, 8 500 habitants."),
        ("ko", "앵드르에루아르(데파르트망) — 코뮌 5개. 인구가 가장 많은 곳: 투르, 139,259명(2023년). 그다음: 퐁데트, 11,000명; 시농, 8,500명; 아비이, 8,500명."),
        ("en", "Indre-et-Loire (département) — 5 communes. Most inhabitants: Tours, 139,259 inhabitants (2023). Next: Fondettes, 11,000 inhabitants; Chinon, 8,500 inhabitants; Abilly, 8,500 inhabitants."),
    ],
)  # fmt: skip
def test_the_largest_is_named_with_its_population_and_the_next_ones(
    places: Library, language: Language, text: str
) -> None:
    assert told(places, "table-largest/commune", "fr-dep-37", language) == text


@pytest.mark.parametrize(
    ("reach", "first", "never"),
    [
        ("mainland", "Metropolitan France — 13 régions. Fewest inhabitants: Corsica", "Mayotte"),
        ("overseas", "Overseas France — 5 régions. Fewest inhabitants: Mayotte", "Corsica"),
    ],
)
def test_a_ranking_may_be_of_a_part_of_france(shipped: Library, reach: str, first: str, never: str) -> None:
    text = told(shipped, f"table-smallest-overall/region//{reach}", "", "en")
    assert text.startswith(first)
    assert never not in text
    assert never not in told(shipped, f"table-list-overall/region//{reach}", "", "en")


def test_tied_places_are_all_named(places: Library) -> None:
    text = told(places, "table-smallest/commune", "fr-dep-37")
    assert "Le moins d'habitants : Chinon et Abilly, 8 500 habitants (2023). À égalité : 2." in text


def test_a_ranking_of_what_has_no_population_is_no_answer(places: Library) -> None:
    assert ask(places, "table-largest/kr-eup", "kr-41820") is None


def test_the_first_ranks_are_told_with_those_ahead(shipped: Library) -> None:
    text = told(shipped, "table-rank", "fr-dep-33", "en")
    assert "Ahead of it: Nord, " in text
    assert "Gironde" not in text.split("Ahead of it")[1]
    assert "Ahead" not in told(shipped, "table-rank", "fr-dep-59", "en")
    assert "Ahead" not in told(shipped, "table-rank", "fr-dep-37", "en")


def test_a_rank_asked_of_a_unit_is_among_its_places_and_the_first_is_told(shipped: Library) -> None:
    text = told(shipped, "table-smallest/kr-gun", "kr-47760", "en")
    assert "number 81 by population of 82 gun" in text
    assert "Fewest: Ulleung-gun" in text
    text = told(shipped, "table-smallest/city", "kr-44250", "en")  # a city among cities, not among counties
    assert "number 74 by population of 75" in text
    assert "Fewest: Taebaek-si" in text
    assert "Most: Paris" in told(shipped, "table-largest/commune", "fr-com-51454", "en")
    assert "Ahead of it: Dalseong-gun" in told(shipped, "table-largest/kr-gun", "kr-31710", "en")


def test_a_rank_is_told_in_the_country_and_in_what_is_above(places: Library) -> None:
    text = told(places, "table-rank", "fr-com-37261")
    assert "rang 3 par population sur 8 communes (France)" in text
    assert "rang 1 par population sur 4 communes (Indre-et-Loire)" in text


@pytest.mark.parametrize(
    ("intent", "begins"),
    [
        ("table-largest-overall/city/kr", "Corée — 4 villes. Le plus d'habitants : Séoul, 9 284 263 habitants"),
        ("table-largest-overall/departement/", "France — 5 départements. Le plus d'habitants : Paris, 2 100 000"),
        ("table-smallest-overall/commune/fr", "France — 8 communes. Le moins d'habitants : Chinon (Indre-et-Loire) et"),
        ("table-list-overall/kr-gun/", "Corée — 2 gun (comtés) :\nGapyeong-gun et Yeoncheon-gun"),
    ],
)
def test_a_whole_country_is_ranked_and_listed(places: Library, intent: str, begins: str) -> None:
    assert told(places, intent, "").startswith(begins)


@pytest.mark.parametrize(
    ("intent", "ids", "text"),
    [
        ("table-largest-overall/departement:commune/fr", "", "France — 5 départements. Le plus de communes : Indre-et-Loire, 5 communes."),
        ("table-largest/departement:commune", "fr-reg-24", "Centre-Val de Loire (région) — 3 départements. Le plus de communes : Indre-et-Loire, 5 communes."),
        ("table-smallest/departement:commune", "fr-reg-24", "Centre-Val de Loire (région) — 3 départements. Le moins de communes : Loir-et-Cher et Loiret, 1 commune."),
    ],
)  # fmt: skip
def test_places_are_ranked_by_their_parts(places: Library, intent: str, ids: str, text: str) -> None:
    assert told(places, intent, ids).startswith(text)


def test_no_ranking_by_parts_that_none_has(places: Library) -> None:
    assert ask(places, "table-largest-overall/region:canton/fr", "") is None


def test_a_long_ranking_ends_with_its_other_end(places: Library) -> None:
    text = told(places, "table-smallest-overall/commune/fr", "")
    assert text.endswith("Le plus : Paris (commune), 2 100 000 habitants.")


def test_both_countries_are_told_where_none_is_named(places: Library) -> None:
    france, korea = told(places, "table-largest-overall/city/", "").splitlines()
    assert france.startswith("France")
    assert korea.startswith("Corée")


def test_the_official_number_of_communes_leaves_out_the_pacific(shipped: Library) -> None:
    assert "34 875 communes" in told(shipped, "table-smallest-overall/commune/fr", "")


def test_the_largest_of_a_city_is_asked_though_a_part_of_it_is_named_as_a_guess(shipped: Library) -> None:
    guessed = told(shipped, "table-largest/gu", "kr-26 kr-26350", "ko")
    assert guessed == told(shipped, "table-largest/gu", "kr-26", "ko")
    assert "해운대구" in guessed


def test_the_provinces_of_france_are_its_departements(places: Library) -> None:
    assert "Loir-et-Cher, 320 000 habitants" in told(places, "table-smallest-overall/province/fr", "")
    assert "Loir-et-Cher" not in told(places, "table-smallest-overall/province/", "")


def test_as_many_are_ranked_as_are_asked_for(shipped: Library) -> None:
    text = told(shipped, "table-largest/city////10", "fr-dep-30")
    assert text.count(" habitants") == 11  # ten places and the last
    assert text.count(";") == 8
    assert told(shipped, "table-largest/city", "fr-dep-30").count(";") == 3


def test_gu_of_one_name_are_told_apart_in_a_ranking_of_the_country(places: Library) -> None:
    assert "Gangnam-gu (Séoul), 550 000 habitants" in told(places, "table-largest-overall/kr-gu/kr", "")


@pytest.mark.parametrize(
    ("intent", "ids", "text"),
    [
        ("table-smallest-overall/prefecture/fr", "", "France — 1 préfecture. Le moins d'habitants : Tours"),
        ("table-largest/prefecture", "fr-reg-24", "Centre-Val de Loire (région) — 1 préfecture. Le plus d'habitants : Tours, 139 259 habitants"),
        ("table-beyond/prefecture/fr//>100000", "", "France — 1 préfecture. Plus de 100 000 habitants : 1."),
        ("table-list-overall/prefecture/fr", "", "France — 1 préfecture :\nTours"),
        ("table-count-below/prefecture", "fr-reg-24", "Centre-Val de Loire (région) compte 1 préfecture :\nTours"),
        ("table-list-below/prefecture", "fr-dep-37", "Indre-et-Loire (département) compte 1 préfecture :\nTours"),
    ],
)  # fmt: skip
def test_prefectures_are_the_communes_where_a_prefet_sits(places: Library, intent: str, ids: str, text: str) -> None:
    assert told(places, intent, ids, "fr").startswith(text)


def test_where_no_prefet_sits_there_is_no_prefecture(places: Library) -> None:
    assert ask(places, "table-largest/prefecture", "fr-dep-41") is None
    assert ask(places, "table-largest/prefecture", "kr-41") is None


def test_places_about_a_size_are_named_the_nearest_first(places: Library) -> None:
    answer = answers.compose(Subject("table", (), "table-beyond/kr-si/kr//~1000000"), "en", places)
    assert answer is not None
    assert "About 1,000,000 inhabitants: 2, the nearest first." in answer.text
    assert answer.places[:2] == ("kr-41130", "kr-41110")


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


def test_a_rank_is_told_with_who_comes_behind(places: Library) -> None:
    assert told(places, "table-rank", "fr-com-45234").endswith("Derrière : Blois, 46 000 habitants.")
    assert "Derrière" not in told(places, "table-rank", "fr-com-37072")  # nobody has fewer
