"""Questions over a whole country that are read by their words; one that says anything else is left to the cards."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from bot.language import Detection
from bot.overall import (
    beside_examples,
    beside_guess,
    beyond,
    bounded,
    of_country,
    ranked_or_counted,
    says_no_more,
)
from bot.question import Question
from bot.subject import Subject
from index.mention import Mention
from knowledge import countries
from knowledge.text import Language
from tests.bot.place_table import library


def _question(text: str, language: Language) -> Question:
    named = frozenset(code for _, code in countries.named(text))
    return Question(text, Detection(language, supported=True, certain=True), countries=named)


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
    assert beyond(Question(text, Detection("fr", supported=True, certain=True), places=(gard,))) is None


def _with_guess(text: str, name: str, id: str, language: Language = "en") -> Question:
    start = text.index(name)
    mention = Mention(start, start + len(name), name, (id,), True)
    return replace(_question(text, language), places=(mention,))


@pytest.mark.parametrize(
    ("language", "text", "name", "intent"),
    [
        ("en", "which is the biggest county in Korea? A colleague bets on Gapyeong", "Gapyeong", "largest-overall/kr-gun/kr"),
        ("fr", "Quel est le plus petit comté de Corée ? J'aurais dit Gapyeong mais…", "Gapyeong", "smallest-overall/kr-gun/kr"),
        ("ko", "한국에서 제일 큰 군이 어디예요? 저는 가평군인 줄 알았는데요", "가평군", "largest-overall/kr-gun/kr"),
    ],
)  # fmt: skip
def test_a_place_that_is_only_guessed_is_not_asked_about(
    tmp_path: Path, language: Language, text: str, name: str, intent: str
) -> None:
    named = beside_guess(_with_guess(text, name, "kr-41820", language), library(tmp_path).gazetteer)
    assert named is not None
    assert named.subjects == (Subject("table", (), f"table-{intent}"),)


@pytest.mark.parametrize(
    ("text", "name", "id"),
    [
        ("which is the biggest county in Korea? And the phone of Gapyeong?", "Gapyeong", "kr-41820"),
        ("which is the biggest county in Korea? I think of Suwon", "Suwon", "kr-41110"),  # no county
        ("which is the wettest county in Korea? I think Gapyeong", "Gapyeong", "kr-41820"),
        ("which is the biggest county? I think Gapyeong", "Gapyeong", "kr-41820"),
        ("Gapyeong is the biggest county in Korea, I think", "Gapyeong", "kr-41820"),
        ("Gapyeong", "Gapyeong", "kr-41820"),
    ],
)
def test_of_a_place_that_is_no_guess_it_may_be_asked(tmp_path: Path, text: str, name: str, id: str) -> None:
    assert beside_guess(_with_guess(text, name, id), library(tmp_path).gazetteer) is None


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


def test_other_rankings_are_left_to_the_cards_first() -> None:
    assert not bounded(_question("the largest French commune", "en")).subjects


@pytest.mark.parametrize(
    ("text", "name", "id", "intent"),
    [
        ("Villes de plus d'un million d'habitants en Corée, à part Séoul ?", "Séoul", "kr-11", "beyond/city/kr//>1000000///kr-11"),
        ("Besides Seoul, which cities have over 1 million people?", "Seoul", "kr-11", "beyond/city/kr//>1000000///kr-11"),
        ("서울 빼고 제일 큰 시는?", "서울", "kr-11", "largest-overall/city/kr/////kr-11"),
        ("French communes over 100k outside Île-de-France", "Île-de-France", "fr-reg-11", "beyond/commune/fr//>100000///fr-reg-11"),
    ],
)  # fmt: skip
def test_a_place_left_out_is_not_asked_about(tmp_path: Path, text: str, name: str, id: str, intent: str) -> None:
    language: Language = "ko" if name == "서울" else "fr" if "Villes" in text else "en"
    named = of_country(_with_guess(text, name, id, language), library(tmp_path).gazetteer)
    assert named is not None
    assert named.subjects == (Subject("table", (), f"table-{intent}"),)


@pytest.mark.parametrize(
    ("text", "name", "id"),
    [
        ("Which Korean cities besides Seoul have a consulate?", "Seoul", "kr-11"),
        ("Which Korean counties over 50k, besides Seoul?", "Seoul", "kr-11"),  # holds none
        ("Which Korean cities over 1 million, and Seoul?", "Seoul", "kr-11"),
    ],
)
def test_what_leaves_out_nothing_of_a_list_is_no_list(tmp_path: Path, text: str, name: str, id: str) -> None:
    assert of_country(_with_guess(text, name, id), library(tmp_path).gazetteer) is None


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("Notre commune (Chinon, 8 000 hab.) cherche un partenaire : quels gun ont moins de 50 000 habitants ?", "beyond/kr-gun/kr//<50000"),
        ("We are Chinon, which Korean cities have 500,000 to 1 million people?", "beyond/city/kr//>500000-1000000"),
    ],
)  # fmt: skip
def test_a_place_may_but_say_who_asks(tmp_path: Path, text: str, intent: str) -> None:
    named = of_country(_with_guess(text, "Chinon", "fr-com-37072"), library(tmp_path).gazetteer)
    assert named is not None
    assert named.subjects == (Subject("table", (), f"table-{intent}"),)


@pytest.mark.parametrize(
    ("text", "name", "id"),
    [
        ("Indre-et-Loire : quelles communes ont plus de 10 000 habitants ?", "Indre-et-Loire", "fr-dep-37"),
        ("Chinon has which mayor? And which gun have under 50,000 people?", "Chinon", "fr-com-37072"),
        ("quels gun ont moins de 50 000 habitants, Chinon ?", "Chinon", "fr-com-37072"),
        ("Chinon : quels gun ont une piscine ?", "Chinon", "fr-com-37072"),
    ],
)
def test_of_a_place_that_holds_what_is_asked_for_it_is_asked(tmp_path: Path, text: str, name: str, id: str) -> None:
    assert of_country(_with_guess(text, name, id), library(tmp_path).gazetteer) is None


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
    ("language", "text", "name", "id", "intent"),
    [
        ("ko", "가평군은 5만이 넘는데도 군이더라고요. 인구 5만 넘는 군이 또 있습니까?", "가평군", "kr-41820", "kr-gun/kr//>50000"),
        ("ko", "수원은 100만이 넘습니다. 100만 넘는 시가 또 있나요?", "수원", "kr-41110", "city/kr//>1000000"),
        ("fr", "Tours a plus de 100 000 habitants : d'autres villes françaises de plus de 100 000 ?", "Tours", "fr-com-37261", "city/fr//>100000"),
        ("fr", "Les villes françaises entre 110 et 140 mille habitants : Tours… il m'en manque, lesquelles ?", "Tours", "fr-com-37261", "city/fr//>110000-140000"),
        ("en", "Gapyeong has 62,000. Any other gun with more than 60,000 people?", "Gapyeong", "kr-41820", "kr-gun/kr//>60000"),
    ],
)  # fmt: skip
def test_those_named_may_be_but_some_of_what_is_asked_for(
    tmp_path: Path, language: Language, text: str, name: str, id: str, intent: str
) -> None:
    named = of_country(_with_guess(text, name, id, language), library(tmp_path).gazetteer)
    assert named is not None
    assert named.subjects == (Subject("table", (), f"table-beyond/{intent}"),)


@pytest.mark.parametrize(
    ("text", "name", "id"),
    [
        ("Gapyeong has 62,000. Any other gun with more than 70,000 people?", "Gapyeong", "kr-41820"),  # is none
        ("Suwon has over a million. Any other gun with more than 60,000 people?", "Suwon", "kr-41110"),  # no gun
        ("Gapyeong has 62,000. Any gun with more than 60,000 people?", "Gapyeong", "kr-41820"),
        ("Gapyeong: any other gun with a stadium?", "Gapyeong", "kr-41820"),
        ("Any other gun than Gapyeong with more than 60,000 people and a stadium?", "Gapyeong", "kr-41820"),
    ],
)
def test_those_named_are_no_examples_of_something_else(tmp_path: Path, text: str, name: str, id: str) -> None:
    assert beside_examples(_with_guess(text, name, id, "en"), library(tmp_path).gazetteer) is None


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
