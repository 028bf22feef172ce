from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.names.pronounced import pronounced


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("강릉", "강능"),
        ("울릉", "울능"),
        ("밀양", "미량"),
        ("신라", "실라"),
        ("백령", "뱅녕"),
        ("압량", "암냥"),
        ("해남", "헤남"),
    ],
)
def test_what_is_said_alike_is_heard_alike(name: str, written: str) -> None:
    assert pronounced(name) == pronounced(written)


@pytest.mark.parametrize(("one", "other"), [("강릉", "강름"), ("영월", "여월"), ("홍성", "횡성")])
def test_what_is_said_apart_is_heard_apart(one: str, other: str) -> None:
    assert pronounced(one) != pronounced(other)


@given(st.text())
def test_any_text_is_pronounced_in_as_many_letters(text: str) -> None:
    assert len(pronounced(text)) == len(text)
