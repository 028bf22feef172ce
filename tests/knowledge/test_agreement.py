"""Figures in three languages: what says the same is not warned of, what does not is."""

from __future__ import annotations

from decimal import Decimal

import pytest

from knowledge.agreement import lacks
from knowledge.figures import figures
from knowledge.library import SHIPPED
from knowledge.numerals import spelled
from knowledge.text import Language, Text
from tests.small import shipped_cards


def text(fr: str, ko: str, en: str) -> Text:
    return Text(fr=fr, ko=ko, en=en)


@pytest.mark.parametrize(
    ("language", "written", "value"),
    [
        ("fr", "160 000 électeurs", "160000"),
        ("fr", "1\u202f234,5 km", "1234.5"),
        ("fr", "27,4 milliards d'euros", "27400000000"),
        ("fr", "326 billions de wons", "326000000000000"),
        ("fr", "12,5 %", "12.5"),
        ("fr", "3 milles de la côte", "3"),  # nautical miles
        ("en", "1,234,567.5", "1234567.5"),
        ("en", "KRW 150.9 trillion", "150900000000000"),
        ("en", "€11.4 billion.", "11400000000"),
        ("en", "at 2 pm", "14"),
        ("ko", "1만 2천 명", "12000"),
        ("ko", "12억 5천만 원", "1250000000"),
        ("ko", "3만 5,000명", "35000"),
        ("ko", "5,110만 명", "51100000"),
        ("ko", "2조 10억 유로", "2001000000000"),
        ("ko", "150.9조 원", "150900000000000"),
        ("ko", "제30조", "30"),
        ("ko", "오후 2시", "14"),
        ("ko", "오후2시", "14"),
        ("ko", "인구 30만, 2026년", "300000"),
        ("ko", "258.2 milliards", "258200000000"),
    ],
)
def test_a_number_is_read_as_its_language_writes_it(language: Language, written: str, value: str) -> None:
    assert Decimal(value) in {min(values) for values in figures(written, language).written}


@pytest.mark.parametrize(
    ("language", "written", "value"),
    [
        ("fr", "vingt et un", 21),
        ("fr", "dix-sept ans", 17),
        ("fr", "quatre-vingt-dix", 90),
        ("fr", "trois cents", 300),
        ("fr", "le XXIe siècle", 21),
        ("fr", "Ve République", 5),
        ("fr", "deux tiers", 3),
        ("en", "twenty-one", 21),
        ("en", "three hundred thousand", 300_000),
        ("en", "the second round", 2),
        ("ko", "두 번", 2),
        ("ko", "열두 달", 12),
        ("ko", "양국", 2),
    ],
)
def test_a_number_in_words_may_be_meant(language: Language, written: str, value: int) -> None:
    assert Decimal(value) in spelled(written, language)


@pytest.mark.parametrize(
    ("language", "written", "months"),
    [
        ("fr", "le 1er juillet 2026", {7}),
        ("ko", "2026년 7월 1일", {7}),
        ("en", "1 July 2026", {7}),
        ("ko", "3개월", set()),
        ("ko", "6·9월", {6, 9}),
        ("en", "it may be", set()),
        ("fr", "février et décembre", {2, 12}),
    ],
)
def test_months_are_read(language: Language, written: str, months: set[int]) -> None:
    assert figures(written, language).months == months


@pytest.mark.parametrize(
    "same",
    [
        text("Le 1er juillet 2026.", "2026년 7월 1일입니다.", "On 1 July 2026."),
        text("Les 15 et 22 mars 2026.", "2026년 3월 15일과 22일입니다.", "On 15 and 22 March 2026."),
        text("Environ 160 000 électeurs.", "약 16만 명입니다.", "About 160,000 electors."),
        text("Il y en a huit.", "8곳입니다.", "There are eight."),
        text("Un quart des inscrits.", "등록 유권자의 4분의 1입니다.", "A quarter of voters."),
        text("41,9 milliards, sur 68,5.", "685억 중 419억입니다.", "€41.9 billion, out of 68.5."),
        text("De 9 h à 18 h 30.", "9시부터 18시 30분까지입니다.", "From 9:00 to 6:30 pm."),
        text("Le site www.ain.gouv.fr.", "www.ain.gouv.fr에서 보십시오.", "See www.ain.gouv.fr."),
        text("Au +33 1 47 53 01 01.", "+33 1 47 53 01 01로 전화하십시오.", "Call +33 1 47 53 01 01."),
        text("Loi n° 2025-444.", "법률 제2025-444호입니다.", "Act no. 2025-444."),
        text("La guerre de Corée.", "6·25전쟁입니다.", "The Korean War."),
        text("« 3조 » : 3 000 milliards.", "3조 원은 3,000 milliards입니다.", "3조 is 3,000 billion."),
        text("1) appeler ; 2) écrire.", "① 전화 ② 편지입니다.", "1) call; 2) write."),
    ],
)
def test_the_same_figures_are_the_same_however_written(same: Text) -> None:
    assert lacks(same) == {}


@pytest.mark.parametrize(
    ("different", "found"),
    [
        (text("82 comtés.", "82개 군입니다.", "83 counties."), {"fr": ["83 (en)"], "ko": ["83 (en)"], "en": ["82 (fr, ko)"]}),
        (text("160 000.", "1만 6천입니다.", "160,000."), {"fr": ["16,000 (ko)"], "ko": ["160,000 (fr, en)"], "en": ["16,000 (ko)"]}),
        (text("En juin.", "7월입니다.", "In July."), {"fr": ["month 7 (ko, en)"], "ko": ["month 6 (fr)"], "en": ["month 6 (fr)"]}),
        (text("Depuis 2026.", "그렇습니다.", "Since 2026."), {"ko": ["2026 (fr, en)"]}),
        (text("12,5 %.", "12.5%입니다.", "125%."), {"fr": ["125 (en)"], "ko": ["125 (en)"], "en": ["12.5 (fr, ko)"]}),
        (text("Voir www.ain.fr.", "www.ain.fr입니다.", "See www.aisne.fr."), {"fr": ["www.aisne.fr (en)"], "ko": ["www.aisne.fr (en)"], "en": ["www.ain.fr (fr, ko)"]}),
        (text("+33 1 47 53 01 01.", "+33 1 47 53 01 02입니다.", "+33 1 47 53 01 01."), {"fr": ["+33147530102 (ko)"], "ko": ["+33147530101 (fr, en)"], "en": ["+33147530102 (ko)"]}),
    ],
)  # fmt: skip
def test_what_differs_is_named_with_the_languages_that_say_it(different: Text, found: dict[str, list[str]]) -> None:
    assert lacks(different) == found


def test_the_shipped_answers_agree() -> None:
    differing = {id: lacks(Text(**card["answer"])) for id, card in shipped_cards().items()}
    assert {id: found for id, found in differing.items() if found} == {}, f"below {SHIPPED}"
