"""Questions over a whole country that name places which they do not ask about."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.alone.of_country import beside_examples, beside_guess, of_country
from bot.subject import Subject
from bot.words.question import Question
from knowledge import countries
from knowledge.text import Language
from tests.bot.place_table import library
from tests.bot.understood import named_in, surely


def _with_guess(text: str, name: str, id: str, language: Language = "en") -> Question:
    mention = named_in(text, name, id)
    named = frozenset(code for _, code in countries.named(text))
    detection = surely(language)
    return Question(text, detection, places=(mention,), countries=named)


@pytest.mark.parametrize(
    ("language", "text", "name", "intent"),
    [
        ("en", "which is the biggest county in Korea? A colleague bets on Gapyeong", "Gapyeong", "largest-overall/kr-gun/kr"),
        ("fr", "Quel est le plus petit comté de Corée ? J'aurais dit Gapyeong mais…", "Gapyeong", "smallest-overall/kr-gun/kr"),
        ("ko", "한국에서 읍 수 제일 많은 군 하나만 알려줘요. 가평군 맞나", "가평군", "largest-overall/kr-gun:kr-eup/kr"),
        ("en", "which is the biggest county? Gapyeong maybe?", "Gapyeong", "largest-overall/kr-gun/kr"),  # Korea's alone
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
        ("which is the biggest municipality? I think Gapyeong", "Gapyeong", "kr-41820"),  # of either country
        ("Gapyeong is the biggest county in Korea, I think", "Gapyeong", "kr-41820"),
        ("Gapyeong", "Gapyeong", "kr-41820"),
    ],
)
def test_of_a_place_that_is_no_guess_it_may_be_asked(tmp_path: Path, text: str, name: str, id: str) -> None:
    assert beside_guess(_with_guess(text, name, id), library(tmp_path).gazetteer) is None


@pytest.mark.parametrize(
    ("text", "name", "id", "intent"),
    [
        ("Villes de plus d'un million d'habitants en Corée, à part Séoul ?", "Séoul", "kr-11", "beyond/city/kr//>1000000///kr-11"),
        ("Besides Seoul, which cities have over 1 million people?", "Seoul", "kr-11", "beyond/city/kr//>1000000///kr-11"),
        ("서울 빼고 제일 큰 시는?", "서울", "kr-11", "largest-overall/city/kr/////kr-11"),
        ("Leaving Île-de-France aside, which French region has the fewest inhabitants?", "Île-de-France", "fr-reg-11", "smallest-overall/region/fr/////fr-reg-11"),
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
