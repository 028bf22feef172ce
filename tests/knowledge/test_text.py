from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.text import bare, blanked_said, fold, heard


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Qu'est-ce qu'un préfet ?", "quest ce qu un PREFET"),
        ("군이 뭐예요?", "군이뭐예요"),
        (unicodedata.normalize("NFD", "군이 뭐예요?"), "군이 뭐예요"),
        ("Cœur ŒUVRE", "cœur œuvre"),
    ],
)
def test_wordings_that_differ_in_case_accents_punctuation_or_spaces_fold_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("군", "구"), ("gun", "gu"), ("9급", "8급")])
def test_different_words_fold_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_bare_text_keeps_its_length(text: str) -> None:
    assert len(bare(text)) == len(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("빠리", "파리"),
        ("래지옹", "레지옹"),
        ("데빠르뜨망", "데파르트망"),
        ("쌩드니", "생드니"),
        ("뙤르", "퇴르"),
        ("쟝성", "장성"),
        ("게룡", "계룡"),
    ],
)
def test_spellings_of_one_sound_are_heard_alike(one: str, other: str) -> None:
    assert heard(one) == heard(other) and len(heard(one)) == len(one)


@pytest.mark.parametrize(
    ("one", "other"), [("파리", "바리"), ("투르", "트루"), ("시", "구"), ("예산", "에산"), ("양주", "앙주")]
)
def test_different_sounds_are_heard_apart(one: str, other: str) -> None:
    assert heard(one) != heard(other)


@given(st.text())
def test_what_is_heard_keeps_every_place(text: str) -> None:
    assert len(heard(text)) == len(text) and heard(heard(text)) == heard(text)


@pytest.mark.parametrize(
    ("text", "said", "left"),
    [
        ("수원시에서는 몇 명?", "수원", "       몇 명?"),
        ("la ville 수원시", "ville", "la       수원시"),
        ("Suwon시 인구", "Suwon", "     시 인구"),  # what is stuck to other letters stays
    ],
)
def test_what_is_said_is_blanked_with_what_is_stuck_to_it_in_hangul(text: str, said: str, left: str) -> None:
    start = text.index(said)
    assert blanked_said(text, start, start + len(said)) == left
