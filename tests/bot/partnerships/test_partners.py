"""Questions over the partnerships, asked of the shipped table: pairs, partners of a place, lists, counts, themes, a no."""

from __future__ import annotations

import time
from dataclasses import replace
from types import MappingProxyType

import pytest

from bot.answer import Composition
from bot.partnerships import partners
from bot.partnerships.question import named_theme, read
from bot.subject import Subject
from bot.words import bound
from knowledge import countries
from knowledge.library import SHIPPED, Library
from knowledge.partnerships import Partnership, ThemeName
from knowledge.places import Gazetteer
from knowledge.reading import read_items
from knowledge.text import LANGUAGES, Language, bare

LIMOGES, ICHEON, GANGJIN = "fr-com-87085", "kr-41500", "kr-12780"
TOURS, SUWON = "fr-com-37261", "kr-41110"
NANTES, SUNCHEON = "fr-com-44109", "kr-12150"
DAEGU, TAEAN, SEJONG = "kr-27", "kr-44825", "kr-36"
NO = {"fr": "Non :", "ko": "아니요", "en": "No:"}
CHECKED = {"fr": "24 novembre 2026", "ko": "2026년 11월 24일", "en": "24 November 2026"}


@pytest.fixture(scope="module")
def library() -> Library:
    """The shipped places, partnerships and themes, without what other folders hold."""
    table = read_items(SHIPPED / "partnerships.yaml", "partnerships.yaml", Partnership)
    themes = read_items(SHIPPED / "themes.yaml", "themes.yaml", ThemeName)
    assert [*table.faults, *themes.faults] == []
    return Library(
        partnerships=MappingProxyType({entry.item.id: entry.item for entry in table.items}),
        themes=MappingProxyType({entry.item.id: entry.item for entry in themes.items}),
        gazetteer=Gazetteer.open(SHIPPED / "places"),
    )


def _said(library: Library, intent: str, language: Language, *ids: str) -> str:
    return _composed(library, intent, language, *ids).text


def _composed(library: Library, intent: str, language: Language, *ids: str) -> Composition:
    found = partners.compose(Subject("partners", ids, intent), language, library)
    assert found is not None
    return found


def _asked(library: Library, intent: str, text: str, language: Language) -> str:
    """Return the intent with what a question without places narrows it to."""
    named = {code for _, code in countries.named(text)}
    return partners.refine(intent, text, language, named, library)


def _first_line(text: str) -> str:
    return text.splitlines()[0]


# --- The table itself ---------------------------------------------------------------------------------------------


def test_each_partnership_ties_a_french_place_to_a_korean_one(library: Library) -> None:
    countries_of = [tuple(library.gazetteer[id].country for id in p.places) for p in library.partnerships.values()]
    assert set(countries_of) == {("fr", "kr")}


def test_no_partnership_is_with_a_former_government(library: Library) -> None:
    ids = [id for p in library.partnerships.values() for id in p.places]
    assert [id for id in ids if library.gazetteer[id].leads_to] == []


def test_each_theme_of_a_partnership_has_words(library: Library) -> None:
    used = {theme for p in library.partnerships.values() for theme in p.themes}
    assert used <= set(library.themes)


def test_no_word_belongs_to_two_themes(library: Library) -> None:
    owners: dict[str, set[str]] = {}
    for theme in library.themes.values():
        for word in (*theme.words, *(theme.names[language] for language in LANGUAGES)):
            owners.setdefault(bare(word), set()).add(theme.id)
    assert {word: ids for word, ids in owners.items() if len(ids) > 1} == {}


def test_each_theme_is_found_by_each_of_its_words(library: Library) -> None:
    strays = [
        (word, theme.id, named_theme(word, library))
        for theme in library.themes.values()
        for word in theme.words
        if named_theme(word, library) != theme.id
    ]
    assert strays == []


def test_what_a_source_does_not_confirm_is_marked(library: Library) -> None:
    doubtful = {p.id for p in library.partnerships.values() if p.status == "unverified"}
    assert {"evian-muju", "la-rochelle-agglo-hwaseong", "versailles-gyeongju"} <= doubtful


# --- What lies in a place -----------------------------------------------------------------------------------------

GYEONGGI, HAUTE_SAVOIE, GIRONDE = "kr-41", "fr-dep-74", "fr-dep-33"


@pytest.mark.parametrize(
    ("text", "language", "place", "first"),
    [
        ("Which towns in X work with France?", "en", GYEONGGI, "Icheon-si, Suwon-si"),
        ("X 시군 중에 프랑스 도시와 교류하는 곳은?", "ko", GYEONGGI, "이천시, 수원시"),
        (
            "Quelles communes de X ont un partenaire coréen ?",
            "fr",
            HAUTE_SAVOIE,
            "3 (Cluses, Évian-les-Bains et Annecy)",
        ),
        ("any commune in X twinned with Korea?", "en", HAUTE_SAVOIE, "1 (Cluses)"),
        ("Les communes de X jumelées avec la Corée", "fr", GIRONDE, "Non :"),
    ],
)
def test_units_that_lie_in_a_place_are_counted_and_named(
    library: Library, text: str, language: Language, place: str, first: str
) -> None:
    intent = _asked(library, "partners-of", text, language)
    assert first in _first_line(_said(library, intent, language, place))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("villes jumelées avec X", "fr"),
        ("La ville de X est jumelée avec qui ?", "fr"),
        ("X's sister city", "en"),
        ("Which French cities is X twinned with?", "en"),
        ("X의 자매 도시는 어디예요?", "ko"),
        ("X 프랑스 도시랑 교류해요?", "ko"),
    ],
)
def test_cities_of_the_partner_are_no_units_of_the_place(library: Library, text: str, language: Language) -> None:
    intent = _asked(library, "partners-of", text, language)
    said = _said(library, intent, language, GYEONGGI)
    assert said.splitlines()[-1] == _said(library, "partners-of", language, GYEONGGI).splitlines()[-1]


def test_what_lies_in_a_place_goes_before_its_own_ties(library: Library) -> None:
    said = _said(library, "partners-of//si-gun", "en", GYEONGGI).splitlines()
    others = said.index("Other ties:")
    assert "Limoges" in said[1]
    assert any("Île-de-France" in line for line in said[others:])
    assert len(said) == len(set(said))


# --- A pair -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "first"),
    [
        ("fr", "Un jumelage lie Limoges (Haute-Vienne) et Icheon-si (Gyeonggi) depuis 2015."),
        ("ko", "리모주(오트비엔)와 경기도 이천시는 2015년부터 자매결연을 맺고 있습니다."),
        ("en", "A twinning has linked Limoges (Haute-Vienne) and Icheon-si (Gyeonggi-do) since 2015."),
    ],
)
def test_a_pair_that_exists_is_said_first(library: Library, language: Language, first: str) -> None:
    assert _first_line(_said(library, "partners-of", language, LIMOGES, ICHEON)) == first


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_pair_that_does_not_exist_gets_a_dated_no_and_what_comes_close(library: Library, language: Language) -> None:
    said = _said(library, "partners-of", language, TOURS, DAEGU)
    assert _first_line(said).startswith(NO[language])
    assert CHECKED[language] in _first_line(said)
    assert library.gazetteer[SUWON].names[language] in said


def test_the_place_named_first_stands_first(library: Library) -> None:
    assert _first_line(_said(library, "partners-of", "en", ICHEON, LIMOGES)).startswith("A twinning has linked Icheon")


@pytest.mark.parametrize(
    ("language", "said"), [("fr", "rien n'a été signé"), ("ko", "체결되지 않았습니다"), ("en", "nothing was signed")]
)
def test_what_was_planned_and_never_signed_is_a_no(library: Library, language: Language, said: str) -> None:
    first = _first_line(_said(library, "partners-of", language, "fr-com-51454", "kr-41480"))
    assert first.startswith(NO[language].rstrip(":"))
    assert said in first


@pytest.mark.parametrize(
    ("language", "said"), [("fr", "Aucun accord"), ("ko", "확인된 협정은 없으며"), ("en", "No agreement")]
)
def test_contacts_are_not_told_as_an_agreement(library: Library, language: Language, said: str) -> None:
    assert said in _first_line(_said(library, "partners-of", language, "fr-com-13055", "kr-26"))


def test_a_friendship_is_no_twinning_where_one_is_asked_for(library: Library) -> None:
    intent = _asked(library, "partners-of", "X est-elle jumelée avec X ?", "fr")
    lines = _said(library, intent, "fr", NANTES, SUNCHEON).splitlines()
    assert lines[0] == "Pas de jumelage connu au 24 novembre 2026."
    assert lines[1].startswith("Un accord d'amitié lie Nantes")


def test_a_pair_of_cities_tells_of_their_districts_too(library: Library) -> None:
    said = _said(library, "partners-of", "ko", "fr-com-75056", "kr-11")
    assert "파리 15구 – 서울특별시 서초구" in said


def test_districts_asked_for_come_before_their_cities(library: Library) -> None:
    intent = _asked(library, "partners-of", "Quels arrondissements de X sont jumelés avec X ?", "fr")
    assert _first_line(_said(library, intent, "fr", "fr-com-75056", "kr-11")) == "Entre leurs territoires :"


def test_where_nothing_comes_close_the_number_of_all_is_said(library: Library) -> None:
    lines = _said(library, "partners-of", "en", "fr-reg-94").splitlines()
    assert lines[0].startswith("No:")
    assert lines[1].startswith("Known ties between French and Korean local governments")


def test_an_agreement_signed_by_city_and_metropolis_is_found_by_either(library: Library) -> None:
    for french in ("fr-com-59350", "fr-epci-200093201"):
        assert "2019" in _first_line(_said(library, "partners-of", "en", french, DAEGU))


# --- One thing asked of a pair ------------------------------------------------------------------------------------


@pytest.mark.parametrize(("language", "year"), [("fr", "depuis 2023"), ("ko", "2023년부터"), ("en", "since 2023")])
def test_since_when_is_answered_first(library: Library, language: Language, year: str) -> None:
    assert year in _first_line(_said(library, "partners-since", language, TOURS, SUWON))


def test_how_the_year_is_known_is_said_with_it(library: Library) -> None:
    first = _first_line(_said(library, "partners-since", "fr", "fr-com-75113", "kr-11410"))
    assert first.endswith("depuis 2021 (année déduite d'un article non daté).")


def test_an_unknown_year_is_said_to_be_unknown(library: Library) -> None:
    assert "year not known" in _first_line(_said(library, "partners-since", "en", "fr-com-06088", "kr-30"))


@pytest.mark.parametrize(("language", "theme"), [("fr", "céramique"), ("ko", "도자기"), ("en", "ceramics")])
def test_themes_are_answered_first(library: Library, language: Language, theme: str) -> None:
    assert theme in _first_line(_said(library, "partners-themes", language, LIMOGES, ICHEON))


@pytest.mark.parametrize(("language", "state"), [("fr", "en sommeil"), ("ko", "교류 중단"), ("en", "dormant")])
def test_the_state_is_answered_first(library: Library, language: Language, state: str) -> None:
    assert state in _first_line(_said(library, "partners-state", language, "fr-com-74119", "kr-52730"))


# --- Of one place -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_partners_are_asked_from_either_side(library: Library, language: Language) -> None:
    assert library.gazetteer[SUWON].names[language] in _first_line(_said(library, "partners-of", language, TOURS))
    assert library.gazetteer[TOURS].names[language] in _first_line(_said(library, "partners-of", language, SUWON))


def test_several_partners_are_counted_and_told_closest_first(library: Library) -> None:
    lines = _said(library, "partners-of", "en", LIMOGES).splitlines()
    assert lines[0] == "Limoges (Haute-Vienne): 2 known ties in Korea"
    assert [line.split(" (")[0] for line in lines[1:]] == ["- Icheon-si", "- Gangjin-gun"]


def test_the_twinning_is_told_alone_where_a_twinning_is_asked_for(library: Library) -> None:
    intent = _asked(library, "partners-of", "X의 프랑스 자매도시는?", "ko")
    assert _first_line(_said(library, intent, "ko", LIMOGES)).endswith("2015년부터 자매결연을 맺고 있습니다.")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("place", [TAEAN, SEJONG, "fr-reg-84", "fr-com-33063"])
def test_a_place_without_partners_gets_a_dated_no(library: Library, place: str, language: Language) -> None:
    first = _first_line(_said(library, "partners-of", language, place))
    assert first.startswith(NO[language])
    assert CHECKED[language] in first


def test_near_a_place_without_partners_are_those_of_its_province(library: Library) -> None:
    assert "천안시" in _said(library, "partners-of", "ko", TAEAN)


def test_near_a_region_without_partners_are_those_of_its_communes(library: Library) -> None:
    said = _said(library, "partners-of", "fr", "fr-reg-84")
    assert {"Grenoble", "Clermont-Ferrand", "Annecy"} <= {name for name in said.replace("(", "\n").split() if name}


def test_a_plan_that_came_to_nothing_is_told_after_the_no(library: Library) -> None:
    lines = _said(library, "partners-of", "en", "fr-com-69123").splitlines()
    assert lines[0].startswith("No:")
    assert lines[1].startswith("- Daegu (metropolitan city): planned twinning (2002).")


def test_a_former_region_is_answered_with_what_took_its_place(library: Library) -> None:
    lines = _said(library, "partners-since", "fr", "fr-reg-42").splitlines()
    assert lines[0] == "Région Alsace : aujourd'hui Grand Est (région)."
    assert "depuis 1999" in lines[1]


def test_a_former_metropolitan_city_is_answered_with_its_government_of_today(library: Library) -> None:
    assert "앙기앵레뱅" in _said(library, "partners-of", "ko", "kr-29")


def test_paris_is_the_same_as_commune_and_as_departement(library: Library) -> None:
    assert _said(library, "partners-of", "fr", "fr-dep-75") == _said(library, "partners-of", "fr", "fr-com-75056")


def test_two_places_of_one_country_are_answered_one_after_the_other(library: Library) -> None:
    said = _said(library, "partners-of", "en", TOURS, LIMOGES)
    assert said.index("Suwon-si") < said.index("Icheon-si")


# --- On a theme ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "question"),
    [
        ("fr", "Qui travaille sur la céramique ?"),
        ("ko", "도자기로 교류하는 도시는?"),
        ("en", "who else works on ceramics?"),
    ],
)
def test_a_theme_lists_its_partnerships(library: Library, language: Language, question: str) -> None:
    intent = _asked(library, "partners-theme", question, language)
    assert intent == "partners-theme/ceramics"
    assert {LIMOGES, ICHEON, GANGJIN} == set(_composed(library, intent, language).places)


def test_the_longest_word_names_the_theme(library: Library) -> None:
    assert named_theme("Who shares food culture?", library) == "food"


def test_a_word_within_another_names_no_theme(library: Library) -> None:
    assert named_theme("les rapports de la commune", library) is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_theme_without_partnerships_is_a_dated_no(library: Library, language: Language) -> None:
    first = _first_line(_said(library, "partners-theme/ageing", language))
    assert first.startswith(NO[language])
    assert CHECKED[language] in first


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_unknown_theme_names_the_themes_there_are(library: Library, language: Language) -> None:
    intent = _asked(library, "partners-theme", "Qui travaille sur l'apiculture ?", language)
    assert intent == "partners-theme"
    assert library.themes["culture"].names[language] in _said(library, intent, language)


def test_a_theme_besides_a_place_leaves_that_place_out(library: Library) -> None:
    intent = _asked(library, "partners-others", "Besides X, who works on tourism?", "en")
    found = _composed(library, intent, "en", "fr-reg-28")
    assert "- Normandy" not in found.text
    assert "- Île-de-France" in found.text


def test_a_theme_of_one_place_alone_is_a_no_with_its_partnerships(library: Library) -> None:
    said = _said(library, "partners-others/ceramics", "fr", LIMOGES)
    assert _first_line(said).startswith("Non :")
    assert "Icheon-si" in said


# --- Lists and counts ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("question", "language", "unit", "country"),
    [
        ("Quelles régions françaises travaillent avec la Corée ?", "fr", "region", "fr"),
        ("Which Korean provinces cooperate with a French region?", "en", "province", "kr"),
        ("한국과 교류하는 프랑스 레지옹은 어디인가요?", "ko", "region", "fr"),
        ("프랑스와 교류하는 한국의 군은 어디예요?", "ko", "kr-gun", "kr"),
        ("프랑스와 협력하는 군은 몇 개입니까?", "ko", "kr-gun", "kr"),
        ("Combien de villes sont jumelées avec la Corée ?", "fr", "city", "fr"),
        ("villes coréennes qui ont un partenaire en France", "fr", "city", "kr"),
        ("List of French-Korean sister cities", "en", "", ""),
        ("partenariats entre villes françaises et coréennes", "fr", "", ""),
        ("Quelles collectivités françaises coopèrent avec la Corée ?", "fr", "", ""),
    ],
)
def test_a_list_is_narrowed_to_the_units_asked_for(
    library: Library, question: str, language: Language, unit: str, country: str
) -> None:
    asked = read(_asked(library, "partners-list", question, language))
    assert (asked.unit, asked.country) == (unit, country)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_french_regions_are_counted_and_named_first(library: Library, language: Language) -> None:
    first = _first_line(_said(library, "partners-list//region/fr", language))
    assert "4" in first
    for id in ("fr-reg-44", "fr-reg-11", "fr-reg-28", "fr-reg-76"):
        assert library.gazetteer[id].names[language] in first


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_partnerships_are_counted_first_and_listed(library: Library, language: Language) -> None:
    live = [p for p in library.partnerships.values() if p.state != "never-signed"]
    lines = _said(library, "partners-count", language).splitlines()
    assert str(len(live)) in lines[0]
    assert sum(line.startswith("- ") for line in lines) == len(live)


def test_twinnings_are_counted_by_themselves(library: Library) -> None:
    twinnings = [p for p in library.partnerships.values() if p.kind == "twinning" and p.state != "never-signed"]
    intent = _asked(library, "partners-count", "Combien de jumelages franco-coréens ?", "fr")
    assert _first_line(_said(library, intent, "fr")).endswith(f": {len(twinnings)}.")


def test_what_was_never_signed_is_counted_nowhere(library: Library) -> None:
    assert "Reims" not in _said(library, "partners-list", "fr")


def test_active_twinnings_are_listed_by_themselves(library: Library) -> None:
    intent = _asked(library, "partners-list", "Which twinnings are still active?", "en")
    said = _said(library, intent, "en")
    assert "Icheon-si" in said
    assert "Cheonan-si" not in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_units_without_partners_are_a_dated_no(library: Library, language: Language) -> None:
    first = _first_line(_said(library, "partners-list//departement/fr", language))
    assert first.startswith(NO[language])
    assert CHECKED[language] in first


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("size", "count"), [(">2000000", 1), ("<4000", 1), ("~140000", 1), ("3000-10000", 2)])
def test_places_of_a_size_are_counted_and_named(library: Library, size: str, count: int, language: Language) -> None:
    written = size if size[0] in "<>~" else f">{size}"
    first = _first_line(_said(library, f"partners-list//commune/fr///{written}", language))
    limit = bound.read(written)
    assert limit is not None
    assert f"{limit.number:,}".replace(",", "\N{NARROW NO-BREAK SPACE}" if language == "fr" else ",") in first
    partnered = (library.gazetteer[id] for each in library.partnerships.values() for id in each.places)
    places = {p for p in partnered if p.kind == "commune" and limit.admits(p.population or 0)}
    assert len(places) >= count
    assert all(place.names[language] in first for place in places)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_oldest_twinning_is_named_first(library: Library, language: Language) -> None:
    first = _first_line(_said(library, "partners-oldest////twinning", language))
    assert library.gazetteer["fr-com-83123"].names[language] in first
    assert "1991" in first


def test_the_latest_agreement_is_named_first(library: Library) -> None:
    assert "Ansan-si, 2025" in _first_line(_said(library, "partners-latest", "en"))


# --- Around the answer --------------------------------------------------------------------------------------------


def test_an_empty_table_answers_nothing(library: Library) -> None:
    empty = replace(library, partnerships={})
    assert partners.compose(Subject("partners", (LIMOGES,), "partners-of"), "fr", empty) is None


def test_an_answer_on_one_unconfirmed_partnership_says_so(library: Library) -> None:
    assert _composed(library, "partners-of", "fr", "fr-com-74119", "kr-52730").notes
    assert not _composed(library, "partners-of", "fr", LIMOGES, ICHEON).notes


def test_an_answer_cites_its_sources_and_the_day_of_the_check(library: Library) -> None:
    found = _composed(library, "partners-of", "fr", LIMOGES, ICHEON)
    assert found.citations
    assert found.checked is not None
    assert found.checked.isoformat() == "2026-11-24"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("intent", ["partners-of", "partners-since", "partners-themes", "partners-state"])
def test_each_partnership_is_told_in_each_way(library: Library, intent: str, language: Language) -> None:
    for partnership in library.partnerships.values():
        said = _said(library, intent, language, *partnership.places)
        assert all(library.gazetteer[id].names[language] in said for id in partnership.places)
        assert "  " not in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_question_has_a_title(library: Library, language: Language) -> None:
    of_places = Subject("partners", (LIMOGES, ICHEON), "partners-of")
    on_theme = Subject("partners", (), "partners-theme/ceramics")
    assert library.gazetteer[LIMOGES].names[language] in partners.title(of_places, language, library)
    assert library.themes["ceramics"].names[language] in partners.title(on_theme, language, library)
    assert partners.title(Subject("partners", (), "partners-list"), language, library)


@pytest.mark.parametrize(
    ("intent", "asked"),
    [
        ("partners-of", True),
        ("partners-since", True),
        ("partners-theme/ceramics", True),
        ("partners-count//city/kr/twinning/active", True),
        ("partners-unheard-of", False),
        ("", False),
        ("partners-list//hundred", False),
        ("partners-list//city/be", False),
        ("partners-list//city/kr/friends", False),
        ("partners-list//city/kr/twinning/asleep", False),
        ("partners-list//city/kr///>50000", True),
        ("partners-list//city/kr///>many", False),
    ],
)
def test_a_question_is_one_of_the_partnerships_in_terms_that_have_words(
    library: Library, intent: str, asked: bool
) -> None:
    assert partners.is_asked(Subject("partners", (TOURS,), intent), library) is asked
    assert not partners.is_asked(Subject("partners", ("fr-com-gone",), intent), library)


@pytest.mark.parametrize(
    ("between", "intent"),
    [
        (" and ", "partners-list"),
        (" ", "partners-list"),
        (" " * 2_500, "partners-list"),
        (f"{' ' * 2_500}the ", "partners-list//city/kr"),
    ],
)
def test_blanks_between_countries_take_no_time(library: Library, between: str, intent: str) -> None:
    began = time.process_time()
    said = f"List the French{between}Korean cities"
    assert partners.refine("partners-list", said, "en", ["FR", "KR"], library) == intent
    assert time.process_time() - began < 5.0
