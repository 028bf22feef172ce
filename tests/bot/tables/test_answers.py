"""Questions over the table of places: counts, lists, ranks, what is above, comparisons; ties and what is not held."""

from __future__ import annotations

import pytest

from bot.answer import Composition
from bot.catalogue import sentences
from bot.subject import Subject
from bot.tables import answers, counts
from bot.tables.answers import TABLES
from bot.tables.counts import MOST
from bot.tables.question import read
from bot.words.hierarchy import Count
from knowledge.library import SHIPPED, Library
from knowledge.places import Gazetteer
from knowledge.text import LANGUAGES, Language
from tests.bot.place_table import library


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return library(tmp_path_factory.mktemp("places"))


@pytest.fixture(scope="module")
def shipped() -> Library:
    return Library(gazetteer=Gazetteer.open(SHIPPED / "places"))


def _ask(places: Library, intent: str, ids: str, language: Language = "fr") -> Composition | None:
    return answers.compose(Subject("table", tuple(ids.split()), intent), language, places)


def _text(places: Library, intent: str, ids: str, language: Language = "fr") -> str:
    answer = _ask(places, intent, ids, language)
    assert answer is not None
    return answer.text.replace("\u202f", " ")


@pytest.mark.parametrize(
    ("intent", "id", "fr", "ko", "en"),
    [
        ("commune", "fr-dep-37", "Indre-et-Loire (département) compte 5 communes.", "앵드르에루아르(데파르트망)에는 코뮌 5개가 있습니다.", "Indre-et-Loire (département) has 5 communes."),
        ("village", "fr-dep-41", "Loir-et-Cher (département) compte 1 commune.", "루아르에셰르(데파르트망)에는 코뮌 1개가 있습니다.", "Loir-et-Cher (département) has 1 commune."),
        ("city", "fr-dep-41", "Loir-et-Cher (département) compte 1 commune.", "루아르에셰르(데파르트망)에는 코뮌 1개가 있습니다.", "Loir-et-Cher (département) has 1 commune."),
        ("district", "kr-11", "Séoul (ville spéciale) compte 2 gu (arrondissements autonomes).", "서울특별시에는 자치구 2개가 있습니다.", "Seoul (special city) has 2 gu (autonomous districts)."),
        ("district", "fr-com-75056", "Paris (commune) compte 2 arrondissements municipaux.", "파리(코뮌)에는 구(arrondissement) 2개가 있습니다.", "Paris (commune) has 2 municipal arrondissements."),
        ("kr-dong", "kr-41110", "Suwon-si (Gyeonggi) compte 44 dong administratifs et 1 dong légal (quartier).", "경기도 수원시에는 행정동 44개 및 법정동 1개가 있습니다.", "Suwon-si (Gyeonggi-do) has 44 administrative dong and 1 legal dong (neighbourhood)."),
        ("epci", "fr-dep-37", "Indre-et-Loire (département) compte 2 EPCI.", "앵드르에루아르(데파르트망)에는 코뮌 간 협력기구(EPCI) 2개가 있습니다.", "Indre-et-Loire (département) has 2 EPCI."),
        ("kr-gun", "kr-11", "Séoul (ville spéciale) ne compte pas de gun (comtés).", "서울특별시에는 군이 없습니다.", "Seoul (special city) has no gun (counties)."),
        ("district", "fr-com-37261", "Tours (Indre-et-Loire) ne compte pas d'arrondissements.", "투르(앵드르에루아르)에는 구가 없습니다.", "Tours (Indre-et-Loire) has no districts."),
        ("", "kr-41", "Gyeonggi (province) compte 2 si (villes), 2 gun (comtés), 1 eup (bourg) et 109 dong administratifs.", "경기도에는 시 2개, 군 2개, 읍 1개 및 행정동 109개가 있습니다.", "Gyeonggi-do (province) has 2 si (cities), 2 gun (counties), 1 eup (town) and 109 administrative dong."),
    ],
)  # fmt: skip
def test_what_is_below_is_counted_by_the_unit_named(
    places: Library, intent: str, id: str, fr: str, ko: str, en: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.tables.counts.FEW", 0)
    name = f"table-count-below/{intent}" if intent else "table-count-below"
    assert [_text(places, name, id, language) for language in LANGUAGES] == [fr, ko, en]


@pytest.mark.parametrize(
    ("unit", "id"),
    [
        ("canton", "fr-dep-37"),  # no kind of the table
        ("village", "kr-41820"),
        ("hamlet", "fr-dep-37"),
        ("district", "fr-dep-41"),  # the State's arrondissements, where no source has them
        ("kr-gu", "fr-com-75056"),  # a unit of the other country
        ("administrative-dong", "kr-51150 kr-41110 fr-dep-37"),
    ],
)
def test_a_unit_that_the_table_does_not_hold_is_no_answer(places: Library, unit: str, id: str) -> None:
    assert _ask(places, f"table-count-below/{unit}", id.split()[-1]) is None


def test_few_are_counted_and_named(places: Library) -> None:
    text = _text(places, "table-count-below/commune", "fr-epci-1", "en")
    assert text == "Tours Métropole (Indre-et-Loire) has 2 communes:\nTours and Fondettes"


def test_many_are_counted_and_not_named(shipped: Library) -> None:
    assert _text(shipped, "table-count-below/commune", "fr-dep-37", "en").count("\n") == 0
    assert "Gangnam-gu" in _text(shipped, "table-count-below/kr-gu", "kr-11", "en")


def test_a_list_names_all_in_the_order_of_the_table(places: Library) -> None:
    text = _text(places, "table-list-below/commune", "fr-epci-1")
    assert text == "Tours Métropole (Indre-et-Loire) compte 2 communes :\nTours et Fondettes"


def test_a_list_without_a_unit_gives_the_nearest_level(places: Library) -> None:
    assert _text(places, "table-list-below", "kr-41", "ko").endswith("수원시, 성남시, 가평군 및 연천군")


def test_a_long_list_gives_the_most_populous_and_how_many_more(shipped: Library) -> None:
    text = _text(shipped, "table-list-below/commune", "fr-dep-37")
    heading, names = text.splitlines()
    assert heading.endswith("compte 272 communes, par population décroissante :")
    assert names.startswith("Tours, Joué-lès-Tours")
    assert names.endswith(f"et {272 - MOST} autres")


def test_a_long_list_says_how_many_more_in_korean(shipped: Library) -> None:
    assert _text(shipped, "table-list-below/commune", "fr-dep-37", "ko").endswith(f"외 {272 - MOST}개")


def test_the_departement_of_a_commune_is_what_it_lies_in(places: Library) -> None:
    assert "Indre-et-Loire (département)" in _text(places, "table-list-below/departement", "fr-com-37261")


def test_the_departements_of_a_region_are_what_lies_in_it(places: Library) -> None:
    assert "Loir-et-Cher" in _text(places, "table-which-above/departement", "fr-reg-24")


@pytest.mark.parametrize("table", ["table-count-below", "table-list-below"])
def test_the_arrondissements_of_a_departement_are_told_though_they_are_no_places(places: Library, table: str) -> None:
    answer = _ask(places, f"{table}/district", "fr-dep-37")
    assert answer is not None
    assert "2, Tours (préfecture) et Chinon (sous-préfecture)" in answer.text


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
    assert _text(places, "table-largest/commune", "fr-dep-37", language) == text


@pytest.mark.parametrize(
    ("reach", "first", "never"),
    [
        ("mainland", "Metropolitan France — 13 régions. Fewest inhabitants: Corsica", "Mayotte"),
        ("overseas", "Overseas France — 5 régions. Fewest inhabitants: Mayotte", "Corsica"),
    ],
)
def test_a_ranking_may_be_of_a_part_of_france(shipped: Library, reach: str, first: str, never: str) -> None:
    text = _text(shipped, f"table-smallest-overall/region//{reach}", "", "en")
    assert text.startswith(first)
    assert never not in text
    assert never not in _text(shipped, f"table-list-overall/region//{reach}", "", "en")


def test_of_several_it_may_lie_in_the_right_one_is_told(places: Library) -> None:
    text = _text(places, "table-same-above", "fr-com-37072 fr-dep-41 fr-dep-37")
    assert (
        text == "Chinon se trouve dans : Indre-et-Loire (département). Plus largement : Centre-Val de Loire (région)."
    )
    assert _ask(places, "table-same-above", "fr-reg-24 kr-41") is None


def test_of_provinces_that_are_no_more_the_one_of_today_is_told(shipped: Library) -> None:
    assert (
        _text(shipped, "table-same-above", "kr-48850 kr-jeolla kr-gyeongsang", "ko") == "하동군은 경상남도에 있습니다."
    )


def test_units_asked_for_together_are_counted_together(places: Library) -> None:
    text = _text(places, "table-count-below/city+kr-gun", "kr-41", "en")
    assert text.startswith("Gyeonggi-do (province) has 2 si (cities) and 2 gun (counties) (4 in all):")
    assert _text(places, "table-count-below/gu+canton", "kr-11").startswith("Séoul (ville spéciale) compte 2 gu")
    none = _text(places, "table-count-below/kr-si+kr-gun", "kr-11")
    assert none == "Séoul (ville spéciale) ne compte pas de si (villes) et gun (comtés)."


def test_tied_places_are_all_named(places: Library) -> None:
    text = _text(places, "table-smallest/commune", "fr-dep-37")
    assert "Le moins d'habitants : Chinon et Abilly, 8 500 habitants (2023). À égalité : 2." in text


def test_a_ranking_of_what_has_no_population_is_no_answer(places: Library) -> None:
    assert _ask(places, "table-largest/kr-eup", "kr-41820") is None


def test_the_first_ranks_are_told_with_those_ahead(shipped: Library) -> None:
    text = _text(shipped, "table-rank", "fr-dep-33", "en")
    assert "Ahead of it: Nord, " in text
    assert "Gironde" not in text.split("Ahead of it")[1]
    assert "Ahead" not in _text(shipped, "table-rank", "fr-dep-59", "en")
    assert "Ahead" not in _text(shipped, "table-rank", "fr-dep-37", "en")


def test_a_rank_asked_of_a_unit_is_among_its_places_and_the_first_is_told(shipped: Library) -> None:
    text = _text(shipped, "table-smallest/kr-gun", "kr-47760", "en")
    assert "number 81 by population of 82 gun" in text
    assert "Fewest: Ulleung-gun" in text
    assert "Most: Paris" in _text(shipped, "table-largest/commune", "fr-com-51454", "en")
    assert "Ahead of it: Dalseong-gun" in _text(shipped, "table-largest/kr-gun", "kr-31710", "en")


def test_what_two_places_do_not_share_is_told_with_what_they_do(shipped: Library) -> None:
    text = _text(shipped, "table-same-above", "fr-com-69123 fr-com-38185", "en")
    assert "Auvergne-Rhône-Alpes" in text
    assert text.endswith("But below that: Lyon: Rhône (département); Grenoble: Isère (département).")
    assert "But" not in _text(shipped, "table-same-above/region", "fr-com-69123 fr-com-38185", "en")
    assert "But" not in _text(shipped, "table-same-above", "kr-41110 kr-41130", "en")


def test_a_rank_is_told_in_the_country_and_in_what_is_above(places: Library) -> None:
    text = _text(places, "table-rank", "fr-com-37261")
    assert "rang 3 par population sur 8 communes (France)" in text
    assert "rang 1 par population sur 4 communes (Indre-et-Loire)" in text


@pytest.mark.parametrize(
    ("intent", "id", "text"),
    [
        ("table-which-above/departement", "fr-com-37261", "Tours se trouve dans : Indre-et-Loire (département). Plus largement : Centre-Val de Loire (région)."),
        ("table-which-above/province", "kr-11680", "Gangnam-gu se trouve dans : Séoul (ville spéciale)."),
        ("table-which-above/country", "kr-41110", "Suwon-si se trouve dans : Corée."),
        ("table-which-above/commune", "kr-landmark-1", "Pangyo se trouve dans : Seongnam-si et Gyeonggi (province)."),
        ("table-which-above", "kr-landmark-1", "Pangyo se trouve dans : Seongnam-si et Gyeonggi (province)."),
        ("table-which-above/departement", "fr-dep-37", "Indre-et-Loire : département — entre la commune et la région : action sociale, collèges, routes ; aussi circonscription de l'État, avec un préfet. Plus largement : Centre-Val de Loire (région)."),
        ("table-which-above/province", "kr-41", "Gyeonggi : province — collectivité de premier niveau formée de si et de gun (do, 도)."),
        ("table-which-above/epci", "fr-com-41018", "Blois n'a pas d'EPCI au-dessus. Plus largement : Loir-et-Cher (département) et Centre-Val de Loire (région)."),
    ],
)  # fmt: skip
def test_what_a_place_is_in_is_told_by_the_unit_asked_for(places: Library, intent: str, id: str, text: str) -> None:
    assert _text(places, intent, id) == text


@pytest.mark.parametrize(("name", "particle"), [("fr-com-37261", "투르는"), ("fr-com-45234", "오를레앙은")])
def test_the_korean_particle_fits_the_name(places: Library, name: str, particle: str) -> None:
    assert _text(places, "table-which-above", name, "ko").startswith(particle)


@pytest.mark.parametrize(
    ("unit", "id", "begins"),
    [
        ("/metropole", "fr-com-37261", "Non. Tours (Indre-et-Loire) : commune"),
        ("/kr-gun", "kr-41820", "Oui. Gapyeong-gun (Gyeonggi) : gun (comté)"),
        ("", "kr-41820", "Gapyeong-gun (Gyeonggi) : gun (comté)"),
        ("/departement", "fr-com-75056", "Paris : commune — à la fois commune et département"),
        (
            "/departement",
            "fr-com-37261 kr-51150",
            "Non. Tours (Indre-et-Loire) : commune — la collectivité de base, avec un conseil municipal élu et un maire.\nNon. Gangneung-si (Gangwon) : si (ville)",
        ),
        ("/kr-si", "kr-landmark-1", "Pangyo (parc technologique) n'est pas une collectivité."),
    ],
)
def test_whether_a_place_is_of_a_kind_is_answered(places: Library, unit: str, id: str, begins: str) -> None:
    assert _text(places, f"table-is-kind{unit}", id).startswith(begins)


@pytest.mark.parametrize(
    ("unit", "ids", "text"),
    [
        ("/region", "fr-com-37261 fr-com-41018", "Oui. Tours et Blois : Centre-Val de Loire (région)."),
        ("/departement", "fr-com-37261 fr-com-41018", "Non. Tours : Indre-et-Loire (département) ; Blois : Loir-et-Cher (département)."),
        ("/province", "kr-41110 kr-51150", "Non. Suwon-si : Gyeonggi (province) ; Gangneung-si : Gangwon (province autonome spéciale)."),
        ("/province", "kr-landmark-1 kr-41110", "Oui. Pangyo et Suwon-si : Gyeonggi (province)."),
        ("/country", "kr-41110 kr-51150", "Oui. Suwon-si et Gangneung-si : Corée."),
        ("/country", "kr-41110 fr-com-37261", "Non. Suwon-si : Corée ; Tours : France."),
        ("", "kr-41110 kr-41", "Oui. Suwon-si se trouve dans : Gyeonggi (province)."),
        ("", "kr-41 kr-51150", "Non. Gangneung-si se trouve dans : Gangwon (province autonome spéciale)."),
        ("", "kr-landmark-1 kr-11", "Non. Pangyo se trouve dans : Seongnam-si et Gyeonggi (province)."),
        ("", "fr-com-37072 fr-dep-41", "Non. Chinon se trouve dans : Communauté de communes du Chinonais, Indre-et-Loire (département) et Centre-Val de Loire (région)."),
        ("", "fr-com-37261 kr-51150", "Non. Tours : Tours Métropole, Indre-et-Loire (département) et Centre-Val de Loire (région) ; Gangneung-si : Gangwon (province autonome spéciale)."),
    ],
)  # fmt: skip
def test_whether_two_places_share_what_is_above_is_answered(places: Library, unit: str, ids: str, text: str) -> None:
    assert _text(places, f"table-same-above{unit}", ids) == text


def test_a_question_about_two_places_needs_two(places: Library) -> None:
    assert _ask(places, "table-same-above/region", "fr-com-37261") is None
    assert _ask(places, "table-compare-population", "fr-com-37261") is None


def test_populations_are_set_side_by_side_the_largest_first(places: Library) -> None:
    assert _text(places, "table-compare-population", "fr-com-37261 kr-41110", "en").splitlines() == [
        "Suwon-si (Gyeonggi-do): 1,185,332 registered residents (July 2026)",
        "Tours (Indre-et-Loire): 139,259 inhabitants (2023)",
        "Difference: 1,046,073 inhabitants (a ratio of 1 to 8.5).",
    ]


def test_what_is_counted_of_places_compared_is_told_beside_their_populations(places: Library) -> None:
    text = _text(places, "table-compare-population/commune", "fr-dep-37 fr-dep-41", "en")
    assert "Indre-et-Loire (département): 600,000 inhabitants (2023), 5 communes" in text
    assert "commune" not in _text(places, "table-compare-population/commune", "fr-com-37261 fr-com-41018", "en")


def test_equal_populations_are_called_equal(places: Library) -> None:
    assert _text(places, "table-compare-population", "fr-com-37072 fr-com-37001").endswith(
        "Autant d'habitants des deux côtés."
    )


def test_a_population_that_is_not_known_is_not_compared(places: Library) -> None:
    assert _ask(places, "table-compare-population", "fr-com-37261 fr-com-37999") is None


def test_places_of_a_similar_size_are_in_the_other_country(places: Library) -> None:
    answer = _ask(places, "table-similar-size", "fr-com-37261")
    assert answer is not None
    assert "De taille proche (Corée) : Jung-gu (Séoul), 117" in answer.text
    assert answer.places[1:] == ("kr-11140",)


def test_where_nothing_is_of_a_similar_size_the_nearest_is_named(places: Library) -> None:
    text = _text(places, "table-similar-size", "fr-com-37072")
    assert "Rien de comparable par la taille (Corée)" in text
    assert "Yeoncheon-gun" in text


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
    assert _text(places, intent, "").startswith(begins)


@pytest.mark.parametrize(
    ("intent", "ids", "text"),
    [
        ("table-largest-overall/departement:commune/fr", "", "France — 5 départements. Le plus de communes : Indre-et-Loire, 5 communes."),
        ("table-largest/departement:commune", "fr-reg-24", "Centre-Val de Loire (région) — 3 départements. Le plus de communes : Indre-et-Loire, 5 communes."),
        ("table-smallest/departement:commune", "fr-reg-24", "Centre-Val de Loire (région) — 3 départements. Le moins de communes : Loir-et-Cher et Loiret, 1 commune."),
    ],
)  # fmt: skip
def test_places_are_ranked_by_their_parts(places: Library, intent: str, ids: str, text: str) -> None:
    assert _text(places, intent, ids).startswith(text)


def test_no_ranking_by_parts_that_none_has(places: Library) -> None:
    assert _ask(places, "table-largest-overall/region:canton/fr", "") is None


def test_a_long_ranking_ends_with_its_other_end(places: Library) -> None:
    text = _text(places, "table-smallest-overall/commune/fr", "")
    assert text.endswith("Le plus : Paris (commune), 2 100 000 habitants.")


def test_both_countries_are_told_where_none_is_named(places: Library) -> None:
    france, korea = _text(places, "table-largest-overall/city/", "").splitlines()
    assert france.startswith("France")
    assert korea.startswith("Corée")


@pytest.mark.parametrize("intent", ["table-largest-overall//", "table-list-overall/canton/fr", "table-unheard-of"])
def test_an_overall_question_without_a_known_unit_is_no_answer(places: Library, intent: str) -> None:
    assert _ask(places, intent, "") is None


def test_of_places_in_one_another_the_innermost_is_asked_about(places: Library) -> None:
    assert _text(places, "table-count-below/kr-dong", "kr-11 kr-11680").startswith("Gangnam-gu (Séoul)")


def test_a_landmark_is_asked_about_as_the_government_it_lies_in(places: Library) -> None:
    answer = _ask(places, "table-compare-population", "kr-landmark-1 kr-41110")
    assert answer is not None
    assert "Seongnam-si" in answer.text
    assert answer.places[0] == "kr-landmark-1"


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_table_has_a_title_that_names_the_question(places: Library, table: str, language: Language) -> None:
    ids = () if table.endswith("-overall") else ("fr-com-37261", "fr-com-41018")
    title = answers.title(Subject("table", ids, f"{table}/commune"), language, places)
    assert f"title-{table}" in sentences()
    assert "{" not in title
    assert ("투르" if language == "ko" else "Tours") in title or not ids


def test_the_official_number_of_communes_leaves_out_the_pacific(shipped: Library) -> None:
    assert "34 875 communes" in _text(shipped, "table-smallest-overall/commune/fr", "")


def test_wallis_and_futuna_is_said_to_have_districts_and_no_communes(shipped: Library) -> None:
    assert "ne compte pas de communes" in _text(shipped, "table-count-below/commune", "fr-col-986")
    assert "3 circonscriptions territoriales" in _text(shipped, "table-count-below", "fr-col-986")
    assert "3 territorial districts" in _text(shipped, "table-count-below/district", "fr-col-986", "en")
    assert "Alo, Sigave" in _text(shipped, "table-list-below", "fr-col-986", "en")


def test_the_largest_of_a_city_is_asked_though_a_part_of_it_is_named_as_a_guess(shipped: Library) -> None:
    guessed = _text(shipped, "table-largest/gu", "kr-26 kr-26350", "ko")
    assert guessed == _text(shipped, "table-largest/gu", "kr-26", "ko")
    assert "해운대구" in guessed


def test_several_kinds_counted_together_are_summed(shipped: Library) -> None:
    text = _text(shipped, "table-count-below/si-gun", "kr-41", "ko")
    assert text.startswith("경기도에는 시 28개 및 군 3개(모두 31개)가 있습니다.")


def test_where_each_of_several_places_is_is_told(shipped: Library) -> None:
    text = _text(shipped, "table-which-above/departement", "fr-com-37261 fr-com-41018", "fr")
    assert text.split("\n")[0].startswith("Tours se trouve dans : Indre-et-Loire")
    assert text.split("\n")[1].startswith("Blois se trouve dans : Loir-et-Cher")
    inner = _text(shipped, "table-which-above/departement", "fr-com-37261 fr-reg-24", "fr")
    assert "\n" not in inner


def test_a_commune_asked_for_its_communes_stands_for_its_grouping(places: Library) -> None:
    assert _text(places, "table-count-below/commune", "fr-com-37261").startswith("Tours Métropole")
    assert "Chinon" in _text(places, "table-list-below/commune", "fr-com-37001")
    assert _text(places, "table-count-below/commune", "fr-com-93066").startswith("Saint-Denis")  # in no grouping here


@pytest.mark.parametrize(
    ("intent", "ids", "said"),
    [
        ("table-count-below/commune", "fr-dep-37 fr-dep-41", ["Indre-et-Loire", "Loir-et-Cher"]),
        ("table-largest/commune", "fr-dep-37 fr-dep-41", ["Tours", "Blois"]),
        ("table-count-below/commune", "kr-11 fr-dep-37", ["Indre-et-Loire"]),  # Seoul has none
        ("table-list-below", "fr-com-37072 fr-com-41018", ["Indre-et-Loire", "Loir-et-Cher"]),  # none below: above
        ("table-count-below/commune", "fr-dep-37 fr-reg-24", ["Indre-et-Loire"]),  # one in the other
    ],
)
def test_what_is_asked_of_several_places_is_told_of_each(
    places: Library, intent: str, ids: str, said: list[str]
) -> None:
    lines = _text(places, intent, ids).splitlines()
    assert len(lines) == len(said) or intent.endswith("/commune")
    assert [name for name in said if any(name in line for line in lines)] == said


def test_what_no_place_of_several_holds_is_not_told(places: Library) -> None:
    assert _ask(places, "table-smallest/district", "fr-com-37072 fr-com-41018") is None


@pytest.mark.parametrize(
    ("intent", "ids", "begins"),
    [
        ("table-largest/city", "fr-dep-37 fr-com-37261", "Indre-et-Loire (département) — 5 communes. Le plus d'habitants : Tours"),
        ("table-smallest/departement", "fr-dep-41", "Loir-et-Cher (département), 320 000 habitants (2023) : rang 5 par population sur 5 départements (France)"),
        ("table-largest/departement:commune", "fr-dep-41", "France — 5 départements. Le plus de communes : Indre-et-Loire, 5 communes."),
        ("table-largest/province", "fr-reg-24", "Centre-Val de Loire (région) — 3 départements. Le plus d'habitants : Loiret"),
        ("table-list-below/province", "fr-reg-24", "Centre-Val de Loire (région) compte 3 départements :"),
    ],
)  # fmt: skip
def test_what_is_ranked_is_below_the_whole_or_is_the_place_itself(
    places: Library, intent: str, ids: str, begins: str
) -> None:
    assert _text(places, intent, ids).startswith(begins)


def test_the_provinces_of_france_are_its_departements(places: Library) -> None:
    assert "Loir-et-Cher, 320 000 habitants" in _text(places, "table-smallest-overall/province/fr", "")
    assert "Loir-et-Cher" not in _text(places, "table-smallest-overall/province/", "")


def test_as_many_are_ranked_as_are_asked_for(shipped: Library) -> None:
    text = _text(shipped, "table-largest/city////10", "fr-dep-30")
    assert text.count(" habitants") == 11  # ten places and the last
    assert text.count(";") == 8
    assert _text(shipped, "table-largest/city", "fr-dep-30").count(";") == 3


def test_gu_of_one_name_are_told_apart_in_a_ranking_of_the_country(places: Library) -> None:
    assert "Gangnam-gu (Séoul), 550 000 habitants" in _text(places, "table-largest-overall/kr-gu/kr", "")


@pytest.mark.parametrize(
    ("unit", "said"),
    [
        ("/epci", "Tours est membre d'un EPCI, Tours Métropole (Indre-et-Loire) : métropole"),
        ("/metropole", "Tours est membre d'un EPCI, Tours Métropole (Indre-et-Loire) : métropole"),
        ("/departement", None),
        ("", None),
    ],
)
def test_a_commune_asked_whether_it_is_a_grouping_tells_its_own(places: Library, unit: str, said: str | None) -> None:
    answer = _ask(places, f"table-is-kind{unit}", "fr-com-37261")
    assert answer is not None
    assert ("fr-epci-1" in answer.places) is (said is not None)
    assert (said or "Tours") in answer.text


def test_whether_two_names_are_of_one_place_is_answered(places: Library) -> None:
    assert _text(places, "table-same-place", "kr-41110 kr-41130", "en").startswith(
        "No. Suwon-si (Gyeonggi-do): si (city) — second-level government"
    )
    inside = _text(places, "table-same-place", "fr-dep-37 fr-com-37261")
    assert inside.startswith("Non. Indre-et-Loire (département) : département — ")
    assert inside.endswith(
        "Tours se trouve dans : Tours Métropole, Indre-et-Loire (département) et Centre-Val de Loire (région)."
    )
    assert _text(places, "table-same-place", "kr-old kr-41110").startswith("Suwon-gun : nom ou collectivité")
    assert _text(places, "table-same-place", "kr-41110 kr-41110").startswith("Oui. ")
    assert _ask(places, "table-same-place", "kr-41110") is None


def test_places_of_several_levels_are_not_added_up(places: Library) -> None:
    text = _text(places, "table-count-below/departement+commune", "fr-reg-24")
    assert "3 départements et" in text
    assert "au total" not in text


def test_the_province_of_a_french_place_may_be_its_departement_or_its_region(places: Library) -> None:
    text = _text(places, "table-which-above/province", "fr-com-37261", "ko")
    assert "앵드르에루아르" in text
    assert "상트르발드루아르" in text


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
    assert _text(places, intent, ids, "fr").startswith(text)


def test_where_no_prefet_sits_there_is_no_prefecture(places: Library) -> None:
    assert _ask(places, "table-largest/prefecture", "fr-dep-41") is None
    assert _ask(places, "table-largest/prefecture", "kr-41") is None


def test_a_former_place_is_said_to_be_one_where_it_is_asked_what_it_lies_in(places: Library) -> None:
    answer = _ask(places, "table-which-above/departement", "fr-com-37109-1")
    assert answer is not None
    assert answer.text.startswith("Vallières")
    assert "Fondettes" in answer.text


@pytest.mark.parametrize(
    ("found", "unit", "said"),
    [
        ({"kr-eup": 2, "kr-myeon": 12}, "kr-eup+kr-myeon", "2 eup (towns) and 12 myeon (townships) (14 in all)"),
        ({"kr-gun": 2, "kr-eup": 12}, "kr-gun+kr-eup", "2 gun (counties) and 12 eup (towns)"),  # one lies in the other
        (
            {"kr-eup": 2, "administrative-dong": 12},
            "kr-eup+kr-dong",
            "2 eup (towns) and 12 administrative dong",
        ),
    ],
)
def test_units_asked_for_together_are_summed_where_they_are_of_one_level(
    places: Library, found: dict[str, int], unit: str, said: str
) -> None:
    question = read(Subject("table", ("kr-41820",), f"table-count-below/{unit}"), "en", places)
    counted = [Count(kind, number) for kind, number in found.items()]
    text = counts.said("table-count", question, places.gazetteer["kr-41820"], counted)
    assert text == f"Gapyeong-gun (Gyeonggi-do) has {said}."
