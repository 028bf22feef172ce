"""Names in Hangul as they are heard, among all the shipped ones."""

from __future__ import annotations

import pytest

from index.names.finder import NameFinder


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("강능시", "강능시", "kr-51150"),
        ("강능시청 전화", "강능", "kr-51150"),
        ("강능시청전화번호 좀", "강능", "kr-51150"),
        ("울능군 인구", "울능군", "kr-47940"),
        ("해운데구청", "해운데", "kr-26350"),
        ("헤남근 군수 누구", "헤남근", "kr-12790"),
        ("다냥군 홈피", "다냥군", "kr-43800"),
    ],
)
def test_a_korean_name_is_told_by_how_it_is_said(
    shipped_names: NameFinder, text: str, name: str, expected: str
) -> None:
    mention = shipped_names.find(text, "ko")[0]
    assert (mention.text, mention.places[0], mention.exact) == (name, expected, False)


@pytest.mark.parametrize("text", ["장성근 씨가 왔어요", "하만 스피커", "지난 일은 잊어요"])
def test_what_is_said_like_a_name_needs_a_sign(shipped_names: NameFinder, text: str) -> None:
    assert shipped_names.find(text, "ko") == ()
