"""Numbers, lists, dates, Korean particles and French elision, as each language writes them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.sheets.writing import Named, Word, dated, listed, number, one, with_particle
from knowledge.text import LANGUAGES


def test_numbers_take_the_separator_of_the_language() -> None:
    assert [number(1_185_332, language) for language in LANGUAGES] == ["1\u202f185\u202f332", "1,185,332", "1,185,332"]


def test_one_decimal_is_kept() -> None:
    assert [number(8.512, language) for language in LANGUAGES] == ["8,5", "8.5", "8.5"]


def test_lists_end_with_the_word_for_and() -> None:
    assert [listed(["A", "B", "C"], language) for language in LANGUAGES] == ["A, B et C", "A, B 및 C", "A, B and C"]


@pytest.mark.parametrize(
    ("value", "fr", "ko", "en"),
    [
        ("2023", "2023", "2023년", "2023"),
        ("2026-07", "juillet 2026", "2026년 7월", "July 2026"),
        ("2026-07-01", "1er juillet 2026", "2026년 7월 1일", "1 July 2026"),
    ],
)
def test_dates_are_as_exact_as_they_are_known(value: str, fr: str, ko: str, en: str) -> None:
    assert [dated(value, language) for language in LANGUAGES] == [fr, ko, en]


@pytest.mark.parametrize(
    ("word", "topic", "means"),
    [
        ("투르", "투르는", "투르로"),
        ("대전", "대전은", "대전으로"),
        ("서울", "서울은", "서울로"),
        ("파리 1구", "파리 1구는", "파리 1구로"),
        ("앙제(멘에루아르)", "앙제(멘에루아르)는", "앙제(멘에루아르)로"),
        ("낭트(데파르트망)", "낭트(데파르트망)는", "낭트(데파르트망)로"),
    ],
)
def test_the_particle_follows_the_last_sound_before_any_brackets(word: str, topic: str, means: str) -> None:
    assert with_particle(word, "은/는") == topic
    assert with_particle(word, "으로/로") == means


def test_a_word_fits_itself_to_its_sentence() -> None:
    assert "{0:de} {1:de} {2:이/가} {0}".format(Word("arrondissements"), Word("gun"), Word("군")) == (
        "d'arrondissements de gun 군이 arrondissements"
    )


def test_french_puts_a_noun_in_the_singular_after_zero() -> None:
    assert [one(0, language) for language in ("fr", "en")] == [True, False]


@given(st.integers(min_value=0, max_value=10**12))
def test_no_digit_of_a_number_is_lost(value: int) -> None:
    for language in LANGUAGES:
        assert "".join(filter(str.isdigit, number(value, language))) == str(value)


@given(st.text(alphabet="가나다라마바사아자차카타파하각난닫랄밤갑갓강", min_size=1))
def test_a_particle_is_put_after_any_hangul_word(word: str) -> None:
    assert with_particle(word, "은/는") in (f"{word}은", f"{word}는")


@pytest.mark.parametrize(
    ("name", "article", "head", "of"),
    [
        ("Morbihan", "le ", "Le Morbihan", "du Morbihan"),
        ("Haute-Vienne", "la ", "La Haute-Vienne", "de la Haute-Vienne"),
        ("Ain", "l'", "L'Ain", "de l'Ain"),
        ("Landes", "les ", "Les Landes", "des Landes"),
        ("Le Havre", "", "Le Havre", "du Havre"),
        ("Les Sables-d'Olonne", "", "Les Sables-d'Olonne", "des Sables-d'Olonne"),
        ("La Rochelle", "", "La Rochelle", "de La Rochelle"),
        ("Angers", "", "Angers", "d'Angers"),
    ],
)
def test_french_names_take_their_article(name: str, article: str, head: str, of: str) -> None:
    word = Named(name, article)
    assert f"{word:Le}|{word:de}|{word}" == f"{head}|{of}|{name}"


def test_a_word_without_article_heads_a_sentence_as_it_stands() -> None:
    assert f"{Word('Gyeonggi'):Le}" == "Gyeonggi"


def test_a_longer_text_keeps_the_article_of_the_name_it_begins_with() -> None:
    longer = Named("Tarn", "le ").longer("Tarn (sans Albi)")
    assert f"{longer:Le} / {longer:de}" == "Le Tarn (sans Albi) / du Tarn (sans Albi)"
    assert f"{Word('수원').longer('수원(팔달 제외)'):은/는}" == "수원(팔달 제외)은"
