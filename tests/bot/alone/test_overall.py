"""Questions over a whole country that are read by their words; one that says anything else is left to the cards."""

from __future__ import annotations

import pytest

from bot.alone.overall import beyond, bounded, ranked_or_counted, says_no_more
from bot.subject import Subject
from bot.words.question import Question
from index.names.mention import Mention
from knowledge import countries
from knowledge.text import Language
from tests.bot.understood import surely


def _question(text: str, language: Language) -> Question:
    named = frozenset(code for _, code in countries.named(text))
    return Question(text, surely(language), countries=named)


@pytest.mark.parametrize(
    ("language", "text", "intent"),
    [
        ("fr", "Je cherche les comtés coréens (gun) qui dépassent les 100 000 habitants", "kr-gun/kr//>100000"),
        ("fr", "communes françaises de plus de 300 000 habitants, il paraît qu'il y en a peu", "commune/fr//>300000"),
        ("en", "Korean cities over a million", "city/kr//>1000000"),
        ("en", "Which gun have under 20,000 people?", "kr-gun/kr//<20000"),
        ("en", "Korean counties with fewer than 20,000 inhabitants, how many?", "kr-gun/kr//<20000"),
        ("ko", "인구 100만 넘는 한국 도시", "city/kr//>1000000"),
        ("ko", "프랑스에서 인구 30만 넘는 도시 알려주세요", "city/fr//>300000"),
        ("en", "List French cities between 100 000 and 120 000 people pls", "city/fr//>100000-120000"),
        ("fr", "Quelles communes françaises dépassent cent mille habitants ?", "commune/fr//>100000"),
        ("fr", "villes de l'hexagone de plus de 200 000 habitants en France", "city/fr/mainland/>200000"),
    ],
)
def test_a_bound_a_unit_and_a_country_name_a_table(language: Language, text: str, intent: str) -> None:
    subject = beyond(_question(text, language))
    assert subject is not None
    assert subject.intent == f"table-beyond/{intent}"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Quelles communes de plus de 3 500 habitants doivent avoir un règlement intérieur ?"),
        ("en", "French communes of over 1,000 inhabitants: what voting system?"),
        ("ko", "인구 100만 이상 대도시 특례는?"),
        ("en", "cities over a million"),
        ("en", "Italian cities over a million"),
        ("fr", "plus de 100 000 habitants"),
        ("fr", "les communes françaises"),
        ("fr", "communes de plus de 1 000 habitants, quel scrutin ?"),
        ("fr", ""),
    ],
)
def test_a_rule_or_a_question_that_lacks_one_of_them_is_left_to_the_cards(language: Language, text: str) -> None:
    assert beyond(_question(text, language)) is None


@pytest.mark.parametrize(
    ("language", "text", "intent"),
    [
        ("en", "EPCI with the most member communes in the whole country", "table-largest-overall/epci:commune/fr"),
        ("ko", "코뮌이 젤 많은 데파르트망", "table-largest-overall/departement:commune/fr"),
        ("ko", "군이 젤 많은 시도가 어디임?", "table-largest-overall/first-level:kr-gun/kr"),
        ("en", "hello, which French department has the fewest communes", "table-smallest-overall/departement:commune/fr"),
        ("fr", "Département le moins peuplé de l'hexagone + sa préfecture", "table-smallest-overall/departement/fr/mainland"),
        ("en", "How many autonomous districts does the whole of South Korea count, I've seen 69", "table-list-overall/kr-gu/kr"),
    ],
)  # fmt: skip
def test_the_first_clause_that_asks_is_read(language: Language, text: str, intent: str) -> None:
    subject = ranked_or_counted(_question(text, language))
    assert subject is not None
    assert subject.intent == intent


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "le département le plus pluvieux de France"),
        ("en", "how many communes of France have a swimming pool"),
        ("en", "how many cities"),
        ("ko", "프랑스에서 비가 제일 많이 오는 도시"),
        ("fr", "le plus peuplé"),
        ("fr", "la plus grande ville d'Italie"),
    ],
)
def test_what_the_table_does_not_hold_is_not_read(language: Language, text: str) -> None:
    assert ranked_or_counted(_question(text, language)) is None


def test_a_question_that_names_a_place_is_none_of_a_whole_country() -> None:
    text = "communes du Gard de plus de 10 000 habitants"
    gard = Mention(12, 16, "Gard", ("fr-dep-30",), True)
    assert beyond(Question(text, surely("fr"), places=(gard,))) is None


@pytest.mark.parametrize(
    ("language", "text", "intent"),
    [
        ("en", "Which Korean province has the most cities (si)?", "table-largest-overall/province:kr-si/kr"),
        ("fr", "quelle région a le plus de départements ?", "table-largest-overall/region:departement/fr"),
        ("ko", "한국에서 군이 제일 많은 도는?", "table-largest-overall/province:kr-gun/kr"),
        ("en", "Which French department has the fewest communes?", "table-smallest-overall/departement:commune/fr"),
    ],
)
def test_a_ranking_by_parts_is_as_sure_as_its_words(language: Language, text: str, intent: str) -> None:
    assert bounded(_question(text, language)).subjects == (Subject("table", (), intent),)


@pytest.mark.parametrize(
    ("language", "text", "intent"),
    [
        ("fr", "Quel comté coréen est le plus peuplé ?", "table-largest-overall/kr-gun/kr"),
        ("en", "most populous county in South Korea?", "table-largest-overall/kr-gun/kr"),
        ("fr", "le plus petit comté (gun) de Corée", "table-smallest-overall/kr-gun/kr"),
        ("en", "What is the smallest gun?", "table-smallest-overall/kr-gun/kr"),
        ("ko", "한국에서 제일 작은 구는?", "table-smallest-overall/district/kr"),
        ("en", "the largest French commune", "table-largest-overall/commune/fr"),
        ("en", "Which Korean county (I mean a gun, not a si) has the most residents?", "table-largest-overall/kr-gun/kr"),
        ("fr", "Laquelle des villes coréennes de rang si a le moins d'habitants ?", "table-smallest-overall/city/kr"),
    ],
)  # fmt: skip
def test_a_ranking_of_the_units_of_one_country_is_as_sure_as_its_words(
    language: Language, text: str, intent: str
) -> None:
    assert bounded(_question(text, language)).subjects == (Subject("table", (), intent),)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "la plus grande ville"),  # of which country?
        ("fr", "Quel est le plus petit gun, et qui le dirige ?"),
        ("fr", "Combien de gun en Corée ?"),  # which a card tells too
        ("fr", "Quel est le gun le plus peuplé des années 1990 ?"),
        ("en", "Which Korean county (with a mayor elected in 2022) has the most residents?"),
    ],
)
def test_other_rankings_are_left_to_the_cards_first(language: Language, text: str) -> None:
    assert not bounded(_question(text, language)).subjects


@pytest.mark.parametrize(
    ("language", "text", "intent"),
    [
        ("en", "can you rank the Korean metropolitan cities (gwangyeoksi) biggest to smallest", "largest-overall/kr-metropolitan-city/kr///30"),
        ("fr", "Classez les métropoles françaises par population", "largest-overall/metropole/fr///30"),
        ("fr", "Les départements de métropole, du moins peuplé au plus peuplé", "smallest-overall/departement/fr/mainland//30"),
        ("ko", "광역시를 큰 순서대로 나열해줘", "largest-overall/kr-metropolitan-city/kr///30"),
    ],
)  # fmt: skip
def test_all_of_a_unit_are_asked_for_in_their_order(language: Language, text: str, intent: str) -> None:
    assert bounded(_question(text, language)).subjects == (Subject("table", (), f"table-{intent}"),)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "les régions de la plus grande à la plus petite"),  # of either country
        ("fr", "les départements par ordre décroissant de richesse"),
        ("en", "rank the Italian regions from largest to smallest"),
        ("en", "biggest to smallest"),
    ],
)
def test_an_order_of_something_else_is_left_to_the_cards(language: Language, text: str) -> None:
    assert not bounded(_question(text, language)).subjects


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("X 18개 시군 가운데 주민 10만 넘는 데만 추려줘", True),
        ("Of the 13 départements of X, which have fewer than 200,000 people?", True),
        ("communes de X de plus de 3 500 habitants : règlement intérieur ?", False),
    ],
)
def test_a_number_of_a_unit_and_a_place_say_no_more(text: str, held: bool) -> None:
    assert says_no_more(text) is held


def test_what_korean_ends_a_number_with_says_no_more() -> None:
    assert says_no_more("한국에 도가 몇 개예요")
    assert not says_no_more("한국에 도가 몇 개월")


@pytest.mark.parametrize(
    ("language", "text", "intent"),
    [
        ("fr", "liste des régions d'outre-mer", "table-list-overall/region//overseas"),
        ("ko", "프랑스 해외 레지옹 목록", "table-list-overall/region/fr/overseas"),
        ("en", "Which overseas regions are there?", "table-list-overall/region//overseas"),
    ],
)
def test_the_places_of_a_part_of_france_are_listed(language: Language, text: str, intent: str) -> None:
    assert bounded(_question(text, language)).subjects == (Subject("table", (), intent),)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "liste des régions"),
        ("fr", "les régions d'outre-mer et leurs chefs-lieux"),
        ("fr", "population des régions d'outre-mer"),
        ("ko", "프랑스 해외 레지옹이 뭐예요"),
    ],
)
def test_what_a_card_tells_more_of_is_not_listed(language: Language, text: str) -> None:
    assert not bounded(_question(text, language)).subjects
