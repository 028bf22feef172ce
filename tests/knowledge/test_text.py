from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.text import bare, fold


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
